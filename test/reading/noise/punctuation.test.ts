/** Who types half-width marks, full-width ones or none between clauses says the same: verdicts must not hang on the keyboard. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classifyLines } from '../../../src/flow/classify.ts';
import { NO_ROSTER, organisation } from '../../../src/model/organisation.ts';
import { decodeModel } from '../../../src/reading/noise/model/file.ts';
import { SHIPPED_RULES } from '../../../src/reading/noise/rules/index.ts';
import { CALENDAR } from '../../kit/tuning-builders.ts';

const DATA = join(import.meta.dirname, '../../../data');
const model = decodeModel(readFileSync(join(DATA, 'model/noise.bin')));
/** Enough to tell, and quick. */
const MOST = 400;
const PHRASES = ['negatives', 'positives'].flatMap((side) =>
  readFileSync(join(DATA, `corpus/phrases/${side}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).text),
);

const FULL: Readonly<Record<string, string>> = { ',': '，', '!': '！', '?': '？', ';': '；', '(': '（', ')': '）', ':': '：' };
const HALF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(FULL).map(([half, full]) => [full, half])),
  '、': ',',
};

function full(text: string): string {
  return text.replace(/[,!?;():]/gu, (mark) => FULL[mark] ?? mark).replace(/"([^"\n]*)"/gu, '“$1”');
}

function half(text: string): string {
  return text
    .replace(/[，！？；（）：、]/gu, (mark) => HALF[mark] ?? mark)
    .replace(/(?<=[\u4e00-\u9fff])。/gu, '.')
    .replace(/[“”]/gu, '"');
}

/** As speech is turned into text, or as somebody types on the road. */
function blanks(text: string): string {
  return text.replace(/(?<=[\u4e00-\u9fff])[,，、](?=[\u4e00-\u9fff])/gu, ' ');
}

function verdicts(texts: readonly string[]) {
  return classifyLines(
    texts.map((text, index) => ({ id: String(index), text, kind: 'text' })),
    { org: organisation(NO_ROSTER), calendar: CALENDAR, rules: { id: 'shipped', rules: SHIPPED_RULES, model } },
  );
}

describe('marks that keyboards swap', () => {
  it.each([
    ['full-width marks', full],
    ['half-width marks', half],
    ['blanks for commas', blanks],
  ])('%s change hardly a verdict', (_name, change) => {
    const touched = PHRASES.filter((text) => change(text) !== text).slice(-MOST);
    expect(touched.length).toBeGreaterThan(140);
    const plain = verdicts(touched);
    const others = verdicts(touched.map(change));
    const turned = touched.filter((_, index) => plain[index]?.keep !== others[index]?.keep);
    expect(turned.length / touched.length).toBeLessThan(0.005);
  });
});
