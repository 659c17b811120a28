/** The figures in the corpus's README stand between two marks, and are those of the corpus. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, problem } from './problem.ts';
import { readText } from './read.ts';

export const README = 'corpus/README.md';
const MARKS = /(?<=<!-- figures -->\n\n)[\s\S]*?(?=\n\n<!-- \/figures -->)/u;

export function checkReadme(data: string, figures: string): readonly Problem[] {
  const text = readText(data, README);
  if (text === null) return [problem(README, 0, 'the file is missing')];
  const written = MARKS.exec(text);
  if (written === null) return [problem(README, 0, 'the marks <!-- figures --> and <!-- /figures --> are missing')];
  if (written[0] === figures) return [];
  return [
    problem(
      README,
      text.slice(0, written.index).split('\n').length,
      'the figures are not those of the corpus; run npm run corpus -- --write',
    ),
  ];
}

export function writeFigures(data: string, figures: string): void {
  const text = readText(data, README) ?? '';
  writeFileSync(
    join(data, README),
    text.replace(MARKS, () => figures),
  );
}
