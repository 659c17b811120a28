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
  const areOrders = (items: readonly Span[]): boolean =>
    items.length > 1 && items.every(([start, end]) => ORDER_NUMBER.test(text.slice(start, end)));
  return [listItemsOf(text, from), rowsIn(text, from)].find(areOrders) ?? [wholeTask(view).region];
}

/** "YW-007|加梯挡光,要求重测|柏慧、鲍海燕|10日16:00", without the heads of the columns. */
function rowsIn(text: string, from: number): readonly Span[] {
  return matchesOf(ROW, text.slice(from))
    .map(({ index, 0: row }): Span => [from + index, from + index + row.length])
    .filter(([start, end]) => !COLUMNS.test(text.slice(start, end)));
}

const ROW = /[^\n|]+(?:\|[^\n|]+){2,}/gu;
const COLUMNS = /^\s*(?:序号|工单|单号|编号)[^\d|]*\|/u;

const ORDER_NUMBER =
  /[A-Za-z]{1,6}\d{2,}-\d+|(?<![\d-])(?!(?:19|20)\d\d-)\d{4}-\d{2,3}(?![\d-])|(?:工单|单号|编号|尾号)[^,。:;]{0,4}\d{3,}/u;
