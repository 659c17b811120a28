/** What is read of a change in a group of a township, on a Monday at noon. */
import type { Change, Verdict } from '../../src/model/reading.ts';
import { changeOf } from '../../src/reading/directive/change.ts';
import { type MessageView, viewOf } from '../../src/reading/view.ts';
import { said, TOWNSHIP } from './chat-builders.ts';
import { CALENDAR } from './tuning-builders.ts';

const NOON = '2026-11-16 12:00';

export function readChange(text: string): Change {
  return changeOf(...seenAs(text, 'update'));
}

export function seenAs(text: string, label: Verdict['label'], confidence = 1): [MessageView, Verdict] {
  const message = said('m1', 'bo', NOON, text);
  const context = { org: TOWNSHIP, calendar: CALENDAR, group: TOWNSHIP.groupByKey.get('wechat\u0000g1'), recent: [] };
  const verdict: Verdict = {
    platform: 'wechat',
    group: 'g1',
    id: 'm1',
    label,
    keep: true,
    unsure: false,
    confidence,
    reasons: [],
  };
  return [viewOf(message, context, TOWNSHIP.personById.get('bo'), []), verdict];
}
