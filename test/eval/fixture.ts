/** The hand-made scenario of the tests, two days of three cadres, with the documents of an imaginary replay of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReplayDocuments } from './documents.ts';
import { type Gold, loadGold } from './gold.ts';

export const TWO_DAYS = join(import.meta.dirname, 'fixtures/two-days');

export function twoDaysGold(): Gold {
  return loadGold(TWO_DAYS);
}

export function twoDaysReplay(): ReplayDocuments {
  return { digests: lines('digests.jsonl'), verdicts: lines('verdicts.jsonl'), receipts: lines('receipts.jsonl') };
}

function lines(file: string): readonly object[] {
  const text = readFileSync(join(TWO_DAYS, file), 'utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as object]));
}
