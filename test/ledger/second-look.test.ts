import { describe, expect, it } from 'vitest';
import { judgeCandidates } from '../../src/ledger/merge.ts';
import { SHIPPED_MERGE } from '../../src/ledger/merge-score.ts';
import { MERGE_SIGNS } from '../../src/ledger/second-look.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { type Ask, NO_PARTICULARS } from '../../src/model/reading.ts';
import type { Trees } from '../../src/model/trees.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { anAsk, aReading, FIRST_LOOK, opened, treeBy } from '../kit/ledger-builders.ts';

const WORDS = ['独居', '居老', '老人', '台账', '入户', '走访'];
const DUE = aDeadline({ basis: 'said', at: at('2026-11-19 12:00') });
const KNOWN = anAsk({ topics: WORDS, object: WORDS.slice(0, 4), deadline: DUE });
const VOICE = { id: 'wei-jia', name: '魏佳', person: 'wei-jia' };
const ALWAYS = treeBy(MERGE_SIGNS, 'rank', 3, 3);
const NEVER = treeBy(MERGE_SIGNS, 'rank', -3, -3);

function isOne(again: Trees | null, given: Partial<Ask>, known: Partial<Ask> = {}): boolean {
  const state = new LedgerState(again === null ? FIRST_LOOK : { ...FIRST_LOOK, again });
  state.append(opened({ at: at('2026-11-16 09:00'), ask: { ...KNOWN, ...known } }));
  const ask = { ...KNOWN, evidence: [evidence('g02', 'm7', '独居老人台账')], ...given };
  const reading = aReading('m7', '2026-11-16 10:30', { asks: [ask], sender: VOICE }, 'g02');
  return judgeCandidates(state, reading, ask, reading.at).some(({ chance, needed }) => chance >= needed);
}

/** A word of it, by its hour. */
const LOOSE = { topics: ['独居', '慰问', '米面', '名单', '发放'], object: ['慰问', '米面', '名单'] };

describe('the second look at a copy', () => {
  it('stays two where one comes again and the other is due once, unless much of the words is the same', () => {
    const daily = { deadline: aDeadline({ basis: 'said', at: at('2026-11-19 16:30'), recurrence: 'daily' }) };
    const once = aDeadline({ basis: 'assumed', at: at('2026-11-19 17:30') });
    expect(isOne(ALWAYS, { ...LOOSE, deadline: once }, daily)).toBe(false);
    // In the same words the first look alone would keep them apart by their times; the second may take them for one.
    expect(isOne(ALWAYS, { deadline: once }, daily)).toBe(true);
  });

  it('takes apart what the first took for one, and for one what it kept apart', () => {
    expect(isOne(null, {})).toBe(true);
    expect(isOne(NEVER, {})).toBe(false);
    expect(isOne(null, LOOSE)).toBe(false);
    expect(isOne(ALWAYS, LOOSE)).toBe(true);
  });

  it.each<readonly [of: string, ask: Partial<Ask>, known: Partial<Ask>]>([
    ['month', { particulars: { ...NO_PARTICULARS, periods: ['12月'] } }, { particulars: { ...NO_PARTICULARS, periods: ['11月'] } }],
    ['form', { particulars: { ...NO_PARTICULARS, forms: ['附件2'] } }, { particulars: { ...NO_PARTICULARS, forms: ['附件1'] } }],
    ['kind, it says', { apart: true }, {}],
  ])('takes nothing for one that is of another %s', (_, ask, known) => {
    expect(isOne(ALWAYS, { ...LOOSE, ...ask }, known)).toBe(false);
  });

  it('takes nothing for one that only a word ties to it', () => {
    expect(isOne(ALWAYS, { ...LOOSE, deadline: null })).toBe(false);
  });

  it('looks at nothing that is all but impossible', () => {
    expect(isOne(ALWAYS, { topics: ['水库', '库放', '放水'], object: ['水库', '库放', '放水'], deadline: null })).toBe(false);
  });

  it('knows as many signs as the shipped trees', () => {
    expect(SHIPPED_MERGE.again?.signs).toEqual(MERGE_SIGNS);
  });
});
