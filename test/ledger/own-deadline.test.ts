import { describe, expect, it } from 'vitest';
import { settleReading } from '../../src/ledger/decide.ts';
import { onlySome, passedDownTo } from '../../src/ledger/own-deadline.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import type { Directive } from '../../src/model/directive.ts';
import type { Change } from '../../src/model/reading.ts';
import { asSeenBy } from '../../src/model/seen-by.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAsk, aReading, timeIn } from '../kit/ledger-builders.ts';

const day = (date: string) => aDeadline({ basis: 'said', at: at(`${date} 17:30`), day: date });
const ALL = { people: ['gu-yan', 'luo-jin', 'tan-bo'], unclear: false };
const ASK = anAsk({ deadline: day('2026-11-18'), audience: ALL });
const FOR_ONE = aChange({ deadline: day('2026-11-20'), audience: { people: ['luo-jin'], unclear: false }, only: true, targets: ['m1'] });

/** The task after these changes, an hour apart. */
function after(...changes: readonly Change[]): Directive | undefined {
  const state = new LedgerState();
  const readings = [
    aReading('m1', '2026-11-16 09:00', { asks: [ASK] }),
    ...changes.map((change, index) => {
      const id = `m${index + 2}`;
      return aReading(id, `2026-11-16 1${index}:00`, { changes: [{ ...change, evidence: [evidence('g01', id, '改一下')] }] });
    }),
  ];
  for (const reading of readings) settleReading(state, reading, timeIn(reading));
  return [...state.directives.values()][0];
}

function seenBy(person: string, directive: Directive | undefined): readonly unknown[] {
  if (directive === undefined) return [];
  const seen = asSeenBy(directive, person);
  return [seen.deadline?.day, seen.changes.length];
}

describe('more time for some', () => {
  it('is theirs alone; to the others nothing has changed', () => {
    const known = after(FOR_ONE);
    expect([seenBy('luo-jin', known), seenBy('gu-yan', known)]).toEqual([
      ['2026-11-20', 1],
      ['2026-11-18', 0],
    ]);
  });

  it('is for all where all are named, or nobody of those asked is', () => {
    expect(seenBy('gu-yan', after({ ...FOR_ONE, audience: ALL }))).toEqual(['2026-11-20', 1]);
    expect(onlySome(ALL, { people: ['somebody'], unclear: false })).toBeNull();
    expect(onlySome(ALL, { ...ALL, people: ['luo-jin'], general: true })).toBeNull();
  });

  it('is for all where it does not say that the others keep what they had', () => {
    const { only, ...forAll } = FOR_ONE;
    expect(only).toBe(true);
    expect(seenBy('gu-yan', after(forAll))).toEqual(['2026-11-20', 1]);
  });

  it('stays as long as it is more than all get later', () => {
    const forAll = (date: string) => aChange({ deadline: day(date), targets: ['m1'] });
    expect(seenBy('luo-jin', after(FOR_ONE, forAll('2026-11-19')))).toEqual(['2026-11-20', 2]);
    expect(seenBy('gu-yan', after(FOR_ONE, forAll('2026-11-19')))).toEqual(['2026-11-19', 1]);
    expect(seenBy('luo-jin', after(FOR_ONE, forAll('2026-11-25')))).toEqual(['2026-11-25', 2]);
  });

  it('told once more changes nothing', () => expect(seenBy('luo-jin', after(FOR_ONE, FOR_ONE))).toEqual(['2026-11-20', 1]));
});

describe('what who is asked asks of those below', () => {
  const known = after();
  const earlier = day('2026-11-17');
  const below = anAsk({
    deadline: earlier,
    audience: { people: ['wu-ming'], unclear: false },
    evidence: [evidence('g09', 'm9', '明天报我')],
  });

  it('binds them, and none of the others who were asked', () => {
    expect(known && passedDownTo(known, below, 'luo-jin')).toEqual(new Map([['wu-ming', earlier]]));
  });

  it('is for all of them where they are meant, or where who has asked says it', () => {
    expect(known && passedDownTo(known, { ...below, audience: ALL }, 'luo-jin')).toBeNull();
    expect(known && passedDownTo(known, below, 'wei-jia')).toBeNull();
    const here = { ...below, audience: { ...ALL, general: true as const }, evidence: [evidence('g01', 'm9', '大家明天报我')] };
    expect(known && passedDownTo(known, here, 'luo-jin')).toBeNull();
  });
});
