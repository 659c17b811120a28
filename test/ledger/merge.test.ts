import { describe, expect, it } from 'vitest';
import { judgeCandidates, whyOf } from '../../src/ledger/merge.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { type Ask, NO_PARTICULARS, type Particulars } from '../../src/model/reading.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { anAsk, aReading, opened } from '../kit/ledger-builders.ts';

const WORDS = ['独居', '居老', '老人', '台账', '入户', '走访'];
const KNOWN = anAsk({ topics: WORDS, object: WORDS.slice(0, 4), deadline: aDeadline({ basis: 'said', at: at('2026-11-19 12:00') }) });
const VOICE = { id: 'wei-jia', name: '魏佳', person: 'wei-jia' };

/** A copy of another voice, in another group, an hour and a half later. */
function judged(given: Partial<Ask>, known: Partial<Ask> = {}) {
  const state = new LedgerState();
  state.append(opened({ at: at('2026-11-16 09:00'), ask: { ...KNOWN, ...known } }));
  const ask = { ...KNOWN, evidence: [evidence('g02', 'm7', '独居老人台账')], ...given };
  const reading = aReading('m7', '2026-11-16 10:30', { asks: [ask], sender: VOICE }, 'g02');
  const [only] = judgeCandidates(state, reading, ask, reading.at);
  if (only === undefined) throw new Error('no candidate');
  return { ...only, why: whyOf(only), isOne: only.chance >= only.needed };
}

function particulars(given: Partial<Particulars>): Particulars {
  return { ...NO_PARTICULARS, ...given };
}

describe('two asks', () => {
  it('with the same words and deadline are one, and it is said on what', () => {
    const one = judged({});
    expect(one.isOne).toBe(true);
    for (const words of ['文字重合 100%', '事项重合 100%', '对象相容', '截止同一时刻', '不同人布置']) expect(one.why).toContain(words);
  });

  it.each<readonly [what: string, ask: Partial<Ask>, known: Partial<Ask>, says: string]>([
    ['month', { particulars: particulars({ periods: ['11月'] }) }, { particulars: particulars({ periods: ['10月'] }) }, '月份不同'],
    ['village', { particulars: particulars({ areas: ['石洼村'] }) }, { particulars: particulars({ areas: ['柳湾村'] }) }, '村子不同'],
    ['recipient', { particulars: particulars({ recipients: ['b'] }) }, { particulars: particulars({ recipients: ['a'] }) }, '交给不同的人'],
    ['deadline', { deadline: aDeadline({ at: at('2026-11-25 12:00'), day: '2026-11-25' }) }, {}, '截止不同'],
  ])('are less likely one with another %s', (_what, ask, known, says) => {
    const other = judged(ask, known);
    expect(other.chance).toBeLessThan(judged({}).chance);
    expect(other.why).toContain(says);
  });

  it('are sooner one where one names who asked the other, or says that it is the same', () => {
    const little = { topics: ['养老', '名册', '台账'], object: ['养老', '名册', '台账'], deadline: null };
    const plain = judged(little).chance;
    expect(judged({ ...little, particulars: particulars({ persons: ['zhao-min'] }) }).chance).toBeGreaterThan(plain);
    expect(judged({ ...little, relayed: true }).chance).toBeGreaterThan(plain);
  });

  it('need more where only the time speaks for them', () => {
    const other = { topics: ['河道', '垃圾', '清运'], object: ['河道', '垃圾', '清运'] };
    expect(judged(other).needed).toBeGreaterThan(judged({}).needed);
  });
});
