/**
 * npm run eval:audiences: how often the program reads out of single orders whom they ask, set by set. With --misses each that it reads
 * otherwise; with --write the cases are marked anew as those that hold and those that are open.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../../src/app.ts';
import { AUDIENCES, audienceSets, toldOf } from './cases.ts';

const given = services();
const [showMisses, write] = [process.argv.includes('--misses'), process.argv.includes('--write')];
for (const { name, org, cases } of audienceSets(given)) {
  const told = cases.map((one) => toldOf(one, org));
  const isRight = (index: number): boolean => (told[index]?.missing.length ?? 0) + (told[index]?.extra.length ?? 0) === 0;
  const right = cases.filter((_, index) => isRight(index)).length;
  const complete = told.filter(({ missing }) => missing.length === 0).length;
  given.print(`${name}: ${right} of ${cases.length} exactly, nobody missing in ${complete}\n`);
  if (showMisses)
    for (const [index, { text, note }] of cases.entries())
      if (!isRight(index))
        given.print(`  ${text} (${note})\n    missing ${told[index]?.missing.join(' ')}; not asked ${told[index]?.extra.join(' ')}\n`);
  if (write) {
    const lines = cases.map(({ open: _, ...one }, index) => JSON.stringify(isRight(index) ? one : { ...one, open: true }));
    writeFileSync(join(AUDIENCES, name, 'cases.jsonl'), `${lines.join('\n')}\n`);
  }
}
