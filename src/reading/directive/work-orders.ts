/** Work orders that one message brings, each by its own number. */
import type { Span } from '../../model/span.ts';
import { matchesOf } from '../text/matches.ts';
import { listItemsOf } from '../text/sentences.ts';
import type { MessageView } from '../view.ts';
import { wholeTask } from './task.ts';

/** "今日转办两件:①AY0615-03:…承办:惠泽新村…②AY0615-08:…", or the rows of a table: each by its own number; else the message as one. */
export function workOrdersIn(view: MessageView): readonly Span[] {
  const { text } = view.normal;
  const from = view.surface.ownStart;
  const isOrder = ([start, end]: Span): boolean => ORDER_NUMBER.test(text.slice(start, end));
  const items = listItemsOf(text, from);
  if (items.length > 1 && items.every(isOrder)) return items;
  const [head, ...rows] = rowsIn(text, from);
  // The heads of the columns have no number.
  const orders = head !== undefined && isOrder(head) ? [head, ...rows] : rows;
  return orders.length > 1 && orders.every(isOrder) ? orders : [wholeTask(view).region];
}

/** "YW-007|加梯挡光,要求重测|柏慧、鲍海燕|10日16:00": lines of several cells, one of which may be empty, without the lines that only rule a table. */
function rowsIn(text: string, from: number): readonly Span[] {
  if (!text.includes('|', from)) return [];
  return matchesOf(LINE, text.slice(from))
    .map(({ index, 0: row }): Span => [from + index, from + index + row.length])
    .filter(([start, end]) => isRow(text.slice(start, end)));
}

function isRow(line: string): boolean {
  return line.split('|').length > FEWEST_CELLS && /[^\s|:-]/u.test(line);
}

const FEWEST_CELLS = 2;
const LINE = /[^\n]+/gu;

const ORDER_NUMBER =
  /[A-Za-z]{1,6}\d{2,}-\d+|(?<![\d-])(?!(?:19|20)\d\d-)\d{4}-\d{2,3}(?![\d-])|(?:工单|单号|编号|尾号)[^,。:;]{0,4}\d{3,}/u;
