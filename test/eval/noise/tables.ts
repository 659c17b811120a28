/** The tables of reports about the filter, in Markdown. */
import { LABELS, NOISE } from '../../../src/model/label.ts';
import type { ReliabilityBin } from '../../../src/reading/noise/train/calibrate.ts';
import type { Decided, Measures, Part } from '../../../src/reading/noise/train/measures.ts';

const COLUMNS: readonly (readonly [string, keyof Measures])[] = [
  ['directives kept', 'directives'],
  ['must-keep kept', 'must'],
  ['should-keep kept', 'should'],
  ['noise removed', 'noise'],
  ['label right', 'right'],
  ['unsure', 'unsure'],
];

export function measuresTable(rows: readonly (readonly [string, Measures])[]): string {
  return table(
    ['', ...COLUMNS.map(([title]) => title)],
    rows.map(([name, measures]) => [name, ...COLUMNS.map(([, key]) => partText(measures[key]))]),
  );
}

export function reliabilityTable(bins: readonly ReliabilityBin[]): string {
  return table(
    ['confidence', 'messages', 'said', 'was right'],
    bins.map(({ from, to, count, said, was }) => [
      `${percent(from)}–${percent(to)}`,
      String(count),
      percent(said),
      count === 0 ? '' : percent(was),
    ]),
  );
}

/** Rows are what it was, columns what it was taken for; noise is one. */
export function confusionTable(decided: readonly Decided[]): string {
  const fold = (label: Decided['gold']): string => (NOISE.has(label) ? 'noise' : label);
  const names = [...new Set(LABELS.map(fold))];
  return table(
    ['is \\ taken for', ...names],
    names.map((gold) => {
      const row = decided.filter((one) => fold(one.gold) === gold);
      return [gold, ...names.map((name) => String(row.filter((one) => fold(one.label) === name).length || ''))];
    }),
  );
}

export function recallTable(decided: readonly Decided[]): string {
  return table(
    ['label', 'messages', 'label right', 'kept'],
    LABELS.map((label) => {
      const row = decided.filter((one) => one.gold === label);
      return [label, String(row.length), partText(part(row, (one) => one.label === label)), partText(part(row, (one) => one.keep))];
    }),
  );
}

function part(row: readonly Decided[], good: (one: Decided) => boolean): Part {
  return { good: row.filter(good).length, total: row.length };
}

function partText({ good, total }: Part): string {
  return total === 0 ? '' : `${percent(good / total)} (${good}/${total})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
