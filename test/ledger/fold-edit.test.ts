import { describe, expect, it } from 'vitest';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { aChange, aReading } from '../kit/ledger-builders.ts';
import { all, asIn, ledger, OTHER_VOICE, TABLE } from '../kit/settled-ledger.ts';

const FIRST = aReading('m1', '2026-11-16 09:00', { asks: [TABLE] });
const LATER = aDeadline({ basis: 'said', at: at('2026-11-20 17:30'), day: '2026-11-20', phrase: '20日下班前' });
/** As the reading of an edited message tells it. */
const GONE = aChange({ change: 'cancel', targets: ['m1'], edited: true, evidence: [evidence('g01', 'm9', '改过的')] });

function edited(given: Parameters<typeof asIn>[2], wallClock = '2026-11-16 11:00') {
  return aReading('m9', wallClock, { asks: [asIn('g01', 'm9', { ...given, edits: 'm1' })], changes: [GONE] });
}

describe('an edited message', () => {
  it('stands in the place of what it was, and a moved deadline is told', () => {
    const [only, ...others] = all(ledger(FIRST, edited({ deadline: LATER })));
    expect(others).toEqual([]);
    expect([only?.status, only?.deadline?.day]).toEqual(['open', '2026-11-20']);
    expect(only?.changes.map(({ field, from, to }) => [field, from?.slice(0, 10), to?.slice(0, 10)])).toEqual([
      ['deadline', TABLE.deadline === null ? undefined : new Date(TABLE.deadline.at).toISOString().slice(0, 10), '2026-11-20'],
    ]);
  });

  it('that asks for another thing changes what is asked, and nothing else', () => {
    const [only] = all(ledger(FIRST, edited({ title: '报五保名单', topics: ['五保', '保名', '名单'], object: ['五保', '名单'] })));
    expect([only?.title, only?.deadline, only?.changes.map(({ field }) => field)]).toEqual(['报五保名单', TABLE.deadline, ['content']]);
    expect(only?.topics.has('农机')).toBe(false);
  });

  it('with the same words and times changes nothing', () => {
    expect(all(ledger(FIRST, edited({})))[0]?.changes).toEqual([]);
  });

  it('keeps the day of words that stand there unchanged', () => {
    const tomorrow = aDeadline({ at: at('2026-11-17 17:30'), day: '2026-11-17', phrase: '明天' });
    const first = aReading('m1', '2026-11-16 09:00', { asks: [{ ...TABLE, deadline: tomorrow }] });
    const aDayOn = aDeadline({ at: at('2026-11-18 17:30'), day: '2026-11-18', phrase: '明天' });
    expect(all(ledger(first, edited({ deadline: aDayOn }, '2026-11-17 08:00')))[0]?.deadline).toEqual(tomorrow);
  });

  it('that asks for nothing any more calls off what it asked; of several what is left stays', () => {
    expect(all(ledger(FIRST, aReading('m9', '2026-11-16 11:00', { changes: [GONE] })))[0]?.status).toBe('cancelled');
    const ditch = { ...TABLE, title: '清沟', topics: ['清沟', '防汛'], object: ['清沟'] };
    const two = ledger(aReading('m1', '2026-11-16 09:00', { asks: [TABLE, ditch] }), edited({}));
    expect(all(two).map(({ title, status }) => [title, status])).toEqual([
      [TABLE.title, 'open'],
      ['清沟', 'cancelled'],
    ]);
  });

  it('of another hand takes nothing away', () => {
    const other = aReading('m9', '2026-11-16 11:00', { changes: [GONE], sender: OTHER_VOICE });
    expect(all(ledger(FIRST, other))[0]?.status).toBe('open');
  });
});

it('a recall takes back all that its message asked', () => {
  const ditch = { ...TABLE, title: '清沟', topics: ['清沟', '防汛'], object: ['清沟'] };
  const recall = aChange({ change: 'cancel', targets: ['m1'], evidence: [evidence('g01', 'm4')] });
  const state = ledger(
    aReading('m1', '2026-11-16 09:00', { asks: [TABLE, ditch] }),
    aReading('m4', '2026-11-16 09:30', { changes: [recall] }),
  );
  expect(all(state).map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
});
