/** Work orders that one message brings, each by its own number. */
import type { Span } from '../../model/span.ts';
import { listItemsOf } from '../text/sentences.ts';
import type { MessageView } from '../view.ts';
import { wholeTask } from './task.ts';

/** "今日转办两件:①AY0615-03:…承办:惠泽新村…②AY0615-08:…": each by its own number; else the message as one. */
export function workOrdersIn(view: MessageView): readonly Span[] {
  const { text } = view.normal;
  const items = listItemsOf(text, view.surface.ownStart);
  const areOrders = items.length > 1 && items.every(([start, end]) => ORDER_NUMBER.test(text.slice(start, end)));
  return areOrders ? items : [wholeTask(view).region];
}

const ORDER_NUMBER =
  /[A-Za-z]{1,6}\d{2,}-\d+|(?<![\d-])(?!(?:19|20)\d\d-)\d{4}-\d{2,3}(?![\d-])|(?:工单|单号|编号|尾号)[^,。:;]{0,4}\d{3,}/u;
