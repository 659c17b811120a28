/** The second, blind labels: enough of them, each of a message that exists. */
import { type Problem, problem } from './problem.ts';
import { type Row, readLines } from './read.ts';
import { repeated, type Scenario } from './scenario.ts';
import { SecondLine } from './schemas.ts';

const LEAST = 150;

export interface SecondLabels {
  readonly rows: readonly Row<SecondLine>[];
  readonly problems: readonly Problem[];
}

export function readSecond(data: string, { folder, messageOf }: Pick<Scenario, 'folder' | 'messageOf'>): SecondLabels {
  const file = `${folder}/second.jsonl`;
  const { rows, problems } = readLines(data, file, SecondLine);
  const wrong = [
    ...repeated(rows, ({ id }) => id).map(({ value, line }) => problem(file, line, `message ${value.id} has a second label twice`)),
    ...rows
      .filter(({ value }) => !messageOf.has(value.id))
      .map(({ value, line }) => problem(file, line, `there is no message ${value.id}`)),
    ...(problems.length === 0 && rows.length < LEAST
      ? [problem(file, 0, `${rows.length} second labels; at least ${LEAST} are wanted`)]
      : []),
  ];
  return { rows, problems: [...problems, ...wrong] };
}
