/** The results as a table for people. */
import type { Results } from './pipeline.ts';
import { STAGES } from './stages.ts';
import { median } from './stopwatch.ts';

const TARGET = 0.4;

export function printed({ throughput, stages, decisions, digests }: Results): string {
  const { messages, rows: stored, raw, rawAll, whole, toMessages, toAllRows, distinctTexts } = throughput;
  const rate = (seconds: readonly { readonly wall: number }[]): string => perSecond(messages / median(seconds.map((one) => one.wall)));
  const total = STAGES.reduce((sum, stage) => sum + stages[stage], 0);
  const rows: readonly (readonly [string, string, string])[] = [
    ['plain insert of the messages', rate(raw), `${messages} messages, ${distinctTexts} different texts, batches of 1000`],
    ['plain insert of all rows', rate(rawAll), `the ${stored} rows that the pipeline stores: messages, verdicts, entries`],
    ['whole pipeline with the store', rate(whole), `${microseconds(whole, messages)} a message`],
    ['ratio to the messages', toMessages.wall.toFixed(3), `${reaches(toMessages.wall)}; ${toMessages.cpu.toFixed(3)} by processor time`],
    ['ratio to all rows', toAllRows.wall.toFixed(3), `${toAllRows.cpu.toFixed(3)} by processor time, of all threads together`],
    ...STAGES.map(
      (stage) => [`  ${stage}`, `${((100 * stages[stage]) / total).toFixed(1)}%`, `${stages[stage].toFixed(1)} µs a message`] as const,
    ),
    [
      'merge decisions',
      perSecond(decisions.perSecond),
      `${decisions.open} open directives, ${decisions.asks} asks, ${decisions.merged} merged`,
    ],
    [
      'digests',
      perSecond(digests.perSecond),
      `${digests.people} people in ${digests.groupsEach} of ${digests.groups} groups, ${digests.messages} messages`,
    ],
    [
      '',
      '',
      `${Math.round(digests.ownMessages)} kept messages and ${digests.items.toFixed(1)} items each; storing takes ${(100 * digests.storing).toFixed(0)}%`,
    ],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value, note]) => `${name.padEnd(width)}  ${value.padStart(11)}  ${note}\n`).join('');
}

function reaches(ratio: number): string {
  return `${ratio >= TARGET ? 'reaches' : 'misses'} ${TARGET.toFixed(2)}`;
}

function perSecond(rate: number): string {
  return `${Math.round(rate)}/s`;
}

function microseconds(seconds: readonly { readonly wall: number }[], messages: number): string {
  return `${((1_000_000 * median(seconds.map((one) => one.wall))) / messages).toFixed(1)} µs`;
}
