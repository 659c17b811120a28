/**
 * npm run corpus: checks the labelled corpus (data/demo and data/corpus), prints its figures, and fails on any mistake, told with
 * its file and line. --write puts the figures into data/corpus/README.md.
 */
import { join } from 'node:path';
import { checkCorpus } from './check/index.ts';
import { tell } from './check/problem.ts';
import { writeFigures } from './check/readme.ts';

const DATA = join(import.meta.dirname, '../../data');
const args = process.argv.slice(2);

function main(): number {
  if (args.some((arg) => arg !== '--write')) {
    console.error('usage: npm run corpus -- [--write]');
    return 2;
  }
  if (args.includes('--write')) writeFigures(DATA, checkCorpus(DATA).figures);
  const { problems, figures } = checkCorpus(DATA);
  console.log(figures);
  for (const problem of problems) console.error(`data/${tell(problem)}`);
  console.log(problems.length === 0 ? '\nThe corpus is sound.' : `\n${problems.length} mistakes.`);
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = main();
