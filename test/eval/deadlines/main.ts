/**
 * npm run train:deadlines: learns from the labelled sentences how likely a time is a deadline by what stands around it, writes
 * data/model/deadlines.json, and prints what weights that were learned without a file say of that file: of all its times, more than the
 * second look takes back, which leaves alone what has a deadline's very name and what is said of two times. The same corpus gives the same
 * bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceBySigns, type DeadlineWeights, weightsIn } from '../../../src/reading/deadline/role/chance/chance.ts';
import { UNLIKELY } from '../../../src/reading/deadline/role/weighed.ts';
import { readCorpus } from '../../corpus/sentences.ts';
import { DATA } from '../noise/labelled-chats.ts';
import { type TimeCase, timeCases } from './cases.ts';
import { learnDeadlines } from './learn.ts';

const files = [...readCorpus()].map(([file, sentences]) => ({ file, cases: sentences.flatMap(timeCases) }));
const counts = { deadlines: 0, unlikely: 0, others: 0, caught: 0, right: 0 };
for (const { file, cases } of files) {
  const others = files.filter((other) => other.file !== file).flatMap((other) => other.cases);
  const told = countsOf(cases, weightsIn(learnDeadlines(others)));
  print(file, told);
  for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += told[key];
}
print('all', counts);
const model = learnDeadlines(files.flatMap(({ cases }) => cases));
writeFileSync(join(DATA, 'model/deadlines.json'), `${JSON.stringify(model)}\n`);

function countsOf(cases: readonly TimeCase[], weights: DeadlineWeights): typeof counts {
  const told = cases.map(({ signs, isDeadline }) => ({ isDeadline, chance: chanceBySigns(signs, signs.length, weights) }));
  const count = (is: (one: (typeof told)[number]) => boolean): number => told.filter(is).length;
  return {
    deadlines: count(({ isDeadline }) => isDeadline),
    unlikely: count(({ isDeadline, chance }) => isDeadline && chance < UNLIKELY),
    others: count(({ isDeadline }) => !isDeadline),
    caught: count(({ isDeadline, chance }) => !isDeadline && chance < UNLIKELY),
    right: count(({ isDeadline, chance }) => chance >= 0.5 === isDeadline),
  };
}

function print(file: string, { deadlines, unlikely, others, caught, right }: typeof counts): void {
  process.stdout.write(
    `${file}: ${unlikely} of ${deadlines} deadlines unlikely, ${caught} of ${others} other times, ${right} of ${deadlines + others} told by weight alone\n`,
  );
}
