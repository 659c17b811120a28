import { expect, it } from 'vitest';
import { keptApartLines } from '../../src/flow/kept-apart.ts';
import type { Ask } from '../../src/model/reading.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { anAsk, aReading, opened } from '../kit/ledger-builders.ts';

const object = ['农机', '购置', '补贴'];
const KNOWN = opened({ at: at('2026-11-16 09:00'), directive: 'd-table', turn: 't1', ask: anAsk({ object, deadline: aDeadline() }) });

function told(given: Partial<Ask>): string {
  const ask = anAsk({ object, evidence: [evidence('g02', 'm9')], ...given });
  const reading = aReading('m9', '2026-11-16 11:00', { asks: [ask] }, 'g02');
  return keptApartLines([KNOWN], reading, { id: 'm9', sentAt: reading.at }).join('\n');
}

it('tells the rule that kept two apart', () => {
  const text = told({ audience: { people: ['zhao-min-2'], unclear: false } });
  expect(text).toContain('d-table');
  expect(text).toContain('对象没有一个相同');
});

it('tells what spoke against it, and what was needed', () => {
  const later = aDeadline({ at: at('2026-12-04 12:00'), day: '2026-12-04' });
  expect(told({ topics: ['农机', '购置', '补贴', '照片', '喷漆'], object: ['农机', '照片'], deadline: later })).toMatch(
    /截止不同.*要到 \d+%/u,
  );
});

it('is silent on what was taken for one, and on what has nothing in common', () => {
  expect(told({ deadline: aDeadline() })).toBe('');
  expect(told({ topics: ['防溺水', '巡查'], object: ['巡查'], audience: { people: ['x'], unclear: false } })).toBe('');
});
