/** The thread that reads: it knows the organisation and the rules, and holds the groups' recent past; the ledger is none of its business. */
import { parentPort, workerData } from 'node:worker_threads';
import calendarOverlay from '../../data/calendar/overlay.json' with { type: 'json' };
import { messageReader } from '../flow/message-reader.ts';
import type { Message } from '../model/message.ts';
import { organisation } from '../model/organisation.ts';
import { chineseCalendar } from '../reading/deadline/calendar/index.ts';
import { tunedRules } from '../reading/noise/overlay.ts';
import { SHIPPED_RULES } from '../reading/noise/rules/index.ts';
import type { ReaderBriefing } from './briefing.ts';
import { encodeReads, type Order, type Report } from './wire.ts';

const { roster, shipped, tuning } = workerData as ReaderBriefing;
const rules = { ...shipped, rules: SHIPPED_RULES };
const reader = messageReader(organisation(roster), chineseCalendar(calendarOverlay), tuning === null ? rules : tunedRules(rules, tuning));

parentPort?.on('message', ({ kind, messages }: Order) => {
  try {
    const list = JSON.parse(messages) as readonly Message[];
    if (kind === 'recall') for (const message of list) reader.recall(message);
    else report({ kind: 'reads', reads: encodeReads(list, reader.readAll(list)) });
  } catch (error) {
    report({ kind: 'failure', error });
  }
});

function report(one: Report): void {
  parentPort?.postMessage(one);
}
