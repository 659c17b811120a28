/** The thread that reads: it knows the organisation and the rules, and holds the groups' recent past; the ledger is none of its business. */
import { parentPort } from 'node:worker_threads';
import calendarOverlay from '../../data/calendar/overlay.json' with { type: 'json' };
import { type MessageReader, messageReader } from '../flow/message-reader.ts';
import type { Message } from '../model/message.ts';
import { organisation } from '../model/organisation.ts';
import { chineseCalendar } from '../reading/deadline/calendar/index.ts';
import { tunedRules } from '../reading/noise/overlay.ts';
import { SHIPPED_RULES } from '../reading/noise/rules/index.ts';
import type { ReaderBriefing } from './briefing.ts';
import { encodeReads, messagesIn, type Order, type Report, type WireReads } from './wire.ts';

const calendar = chineseCalendar(calendarOverlay);
let reader: MessageReader | null = null;

parentPort?.on('message', (order: Order) => {
  try {
    follow(order);
  } catch (error) {
    report({ kind: 'failure', error });
  }
});

function follow(order: Order): void {
  if (order.kind === 'begin') reader = readerFor(order.briefing);
  else if (reader === null) throw new Error('the reading thread was told nothing of the organisation');
  else if (order.kind === 'organise') reader.organise(organisation(order.roster));
  else if (order.kind === 'recall') for (const message of messagesIn(order)) reader.recall(message);
  else report({ kind: 'reads', reads: readsOf(reader, messagesIn(order)) });
}

function readerFor({ roster, shipped, tuning }: ReaderBriefing): MessageReader {
  const rules = { ...shipped, rules: SHIPPED_RULES };
  return messageReader(organisation(roster), calendar, tuning === null ? rules : tunedRules(rules, tuning), 'kept');
}

function readsOf({ readAll }: MessageReader, messages: readonly Message[]): WireReads {
  return encodeReads(messages, readAll(messages));
}

function report(one: Report): void {
  // What is handed over needn't be copied.
  parentPort?.postMessage(one, one.kind === 'reads' ? [one.reads.verdicts.buffer] : []);
}
