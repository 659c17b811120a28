/** The settled disputes: a row for each message on which the two labellings differ, saying what gold holds now. */
import { LABELS, type Label } from '../../../src/model/label.ts';
import { type Problem, problem } from './problem.ts';
import { type Row, readText } from './read.ts';
import type { Scenario } from './scenario.ts';
import type { SecondLine } from './schemas.ts';

export const DISPUTES = 'corpus/disputes.md';

export interface Dispute {
  readonly scenario: string;
  readonly message: string;
  readonly first: Label;
  readonly second: Label;
  readonly settled: Label;
  readonly why: string;
}

/** A scenario with its second labels. */
export interface TwiceLabelled {
  readonly scenario: Pick<Scenario, 'name' | 'folder' | 'goldOf'>;
  readonly second: readonly Row<SecondLine>[];
}

export function readDisputes(data: string): { readonly rows: readonly Row<Dispute>[]; readonly problems: readonly Problem[] } {
  const text = readText(data, DISPUTES);
  if (text === null) return { rows: [], problems: [problem(DISPUTES, 0, 'the file is missing')] };
  const cells = text.split('\n').map((line, index) => ({
    cells: line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
    line: index + 1,
  }));
  const table = cells.filter(({ cells: [, message = ''] }) => /^m\d{4}$/u.test(message));
  const rows = table.flatMap(({ cells: row, line }) => {
    const value = disputeOf(row);
    return value === null ? [] : [{ value, line }];
  });
  const known = new Set(rows.map(({ line }) => line));
  const problems = table
    .filter(({ line }) => !known.has(line))
    .map(({ line }) => problem(DISPUTES, line, 'a row is: scenario, message, first, second, settled, why, with labels of the format'));
  return { rows, problems };
}

export function checkDisputes(disputes: readonly Row<Dispute>[], labelled: readonly TwiceLabelled[]): readonly Problem[] {
  const rowOf = new Map(disputes.map(({ value }) => [`${value.scenario} ${value.message}`, value]));
  const unsettled = labelled.flatMap(({ scenario, second }) =>
    second
      .filter(({ value }) => scenario.goldOf.get(value.id)?.label !== value.label && !rowOf.has(`${scenario.name} ${value.id}`))
      .map(({ value, line }) =>
        problem(
          `${scenario.folder}/second.jsonl`,
          line,
          `${value.id} is ${value.label} here and ${scenario.goldOf.get(value.id)?.label} in gold, and no row of disputes.md settles it`,
        ),
      ),
  );
  return [
    ...unsettled,
    ...disputes.flatMap(({ value, line }) => wrongDispute(value, labelled).map((says) => problem(DISPUTES, line, says))),
  ];
}

function wrongDispute(
  { scenario: name, message, first, second, settled, why }: Dispute,
  labelled: readonly TwiceLabelled[],
): readonly string[] {
  const one = labelled.find(({ scenario }) => scenario.name === name);
  const given = one?.second.find(({ value }) => value.id === message)?.value.label;
  if (one === undefined || given === undefined) return [`${name} has no second label of ${message}`];
  const gold = one.scenario.goldOf.get(message)?.label;
  return [
    ...(first === second ? [`${message}: the two labels are the same, so there is no dispute`] : []),
    ...(given === second ? [] : [`${message}: second is ${second} here and ${given} in second.jsonl`]),
    ...(gold === settled ? [] : [`${message}: settled as ${settled}, but gold says ${gold}`]),
    ...(why === '' ? [`${message}: it isn't said why`] : []),
  ];
}

function disputeOf([scenario = '', message = '', first = '', second = '', settled = '', why = '']: readonly string[]): Dispute | null {
  return isLabel(first) && isLabel(second) && isLabel(settled) ? { scenario, message, first, second, settled, why } : null;
}

function isLabel(text: string): text is Label {
  return (LABELS as readonly string[]).includes(text);
}
