import { describe, expect, it } from 'vitest';
import type { GoldDeadline, Sentence } from '../../corpus/sentences.ts';
import type { Found } from './found.ts';
import { type Engine, judge, scoreOf } from './score.ts';

const AT = '2026-11-20T17:00:00+08:00';

function sentence(deadlines: readonly Partial<GoldDeadline>[], text = '某事'): Sentence {
  const day = { at: null, day: '2026-11-20', precision: 'day', recurrence: null, anchor: null, basis: 'assumed' };
  return {
    id: 's',
    text,
    sentAt: '2026-11-04T09:00:00+08:00',
    deadlines: deadlines.map((one) => ({ ...day, ...one })),
    otherTimes: [],
    urgency: 'none',
  };
}

const found = (day: string, at: string | null = null): Found => ({ day, at: at === null ? null : Date.parse(at) });

describe('a sentence is wholly right', () => {
  it('with the day, or another that is a right answer too', () => {
    expect(judge(sentence([{}]), [found('2026-11-20')]).isWhole).toBe(true);
    expect(judge(sentence([{ alt_days: ['2026-11-21'] }]), [found('2026-11-21')]).isWhole).toBe(true);
    expect(judge(sentence([{}]), [found('2026-11-21')]).isWhole).toBe(false);
  });

  it('only with the clock that is said; one that nobody said is not held against it', () => {
    expect(judge(sentence([{ at: AT }]), [found('2026-11-20', AT)]).isWhole).toBe(true);
    expect(judge(sentence([{ at: AT }]), [found('2026-11-20')])).toMatchObject({ isWhole: false, recalled: [true], instants: [false] });
    expect(judge(sentence([{}]), [found('2026-11-20', AT)]).isWhole).toBe(true);
  });

  it('with midnight by either of its names', () => {
    const midnight = '2026-11-21T00:00:00+08:00';
    expect(judge(sentence([{ at: midnight }]), [found('2026-11-21', midnight)])).toMatchObject({ isWhole: true, recalled: [true] });
  });

  it('with nothing missing and nothing beside it', () => {
    expect(judge(sentence([{}, { day: '2026-11-25' }]), [found('2026-11-20')])).toMatchObject({
      isWhole: false,
      recalled: [true, false],
      precise: [true],
    });
    expect(judge(sentence([{}]), [found('2026-11-20'), found('2026-11-25')])).toMatchObject({ isWhole: false, precise: [true, false] });
    expect(judge(sentence([]), [found('2026-11-20')])).toMatchObject({ isWhole: false, precise: [false] });
  });
});

describe('the score', () => {
  it('counts each kind of sentence apart', () => {
    const old = { ...sentence([{}]), otherTimes: [{ phrase: '15日', role: 'old' }] };
    const none: Engine = () => [];
    expect(scoreOf([sentence([{}], '节前报'), sentence([{ at: AT }]), sentence([]), old], none)).toEqual({
      whole: { right: 1, of: 4 },
      recall: { right: 0, of: 3 },
      precision: { right: 0, of: 0 },
      instants: { right: 0, of: 1 },
      empty: { right: 1, of: 1 },
      calendar: { right: 0, of: 1 },
      corrections: { right: 0, of: 1 },
    });
  });
});
