import { describe, expect, it } from 'vitest';
import { givenLonger, movedSlot, pressedTo, saidAnew, shiftedBy } from '../../src/ledger/moved-slot.ts';
import { DAY, HOUR } from '../../src/model/instant.ts';
import { aDeadline, at } from '../kit/digest-builders.ts';
import { anAsk, folded, opened } from '../kit/ledger-builders.ts';

const NOW = at('2026-11-16 14:00');
const CALLED = aDeadline({ basis: 'said', at: at('2026-11-17 15:00'), day: '2026-11-17', phrase: '明天下午3点' });
const MEETING = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ kind: 'meeting', deadline: CALLED }) })]);
const TASK = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ deadline: CALLED }) })]);
const clock = aDeadline({ basis: 'said', at: at('2026-11-16 16:30'), day: '2026-11-16', phrase: '四点半' });
const mereDay = (day: string) =>
  aDeadline({ basis: 'assumed', anchor: null, precision: 'day', at: at(`${day} 23:59`) + 60_000, day, phrase: '周五' });

describe('what a change leaves unsaid', () => {
  it('is the day, where only a clock is said of a gathering', () => {
    expect(movedSlot(MEETING, clock, NOW)).toMatchObject({ day: '2026-11-17', at: at('2026-11-17 16:30') });
    expect(movedSlot(MEETING, { ...clock, phrase: '今天四点半' }, NOW)?.day).toBe('2026-11-16');
    expect(movedSlot(TASK, clock, NOW)?.day).toBe('2026-11-16');
    expect(movedSlot(TASK, clock, NOW, '2026-11-17')).toMatchObject({ day: '2026-11-17', at: at('2026-11-17 16:30') });
  });

  it('is the half of the day, where a bare hour is that of the night only by when it was said', () => {
    const morning = aDeadline({ basis: 'said', at: at('2026-11-17 09:00'), day: '2026-11-17', phrase: '明天上午9点' });
    const called = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ kind: 'meeting', deadline: morning }) })]);
    const tonight = (phrase: string) => aDeadline({ basis: 'said', at: at('2026-11-16 22:30'), day: '2026-11-16', phrase });
    expect(movedSlot(called, tonight('10:30'), at('2026-11-16 17:00'))?.at).toBe(at('2026-11-17 10:30'));
    expect(movedSlot(called, tonight('晚上10:30'), at('2026-11-16 17:00'))?.at).toBe(at('2026-11-17 22:30'));
    const early = aDeadline({ basis: 'said', at: at('2026-11-17 05:00'), day: '2026-11-17', phrase: '明早五点' });
    const sweeping = folded([opened({ at: at('2026-11-16 18:00'), ask: anAsk({ deadline: early }) })]);
    const half = aDeadline({ basis: 'said', at: at('2026-11-17 16:30'), day: '2026-11-17', phrase: '四点半' });
    expect(movedSlot(sweeping, half, at('2026-11-16 21:00'))?.at).toBe(at('2026-11-17 04:30'));
    expect(movedSlot(sweeping, { ...half, phrase: '下午四点半' }, at('2026-11-16 21:00'))?.at).toBe(at('2026-11-17 16:30'));
  });

  it('is the day, where a bare hour of tonight lies near the one that it has tomorrow', () => {
    const ten = aDeadline({ basis: 'said', at: at('2026-11-17 10:00'), day: '2026-11-17', phrase: '明天上午10点' });
    const task = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ deadline: ten }) })]);
    const nine = (phrase: string) => aDeadline({ basis: 'said', at: at('2026-11-16 21:00'), day: '2026-11-16', phrase });
    expect(movedSlot(task, nine('9点开始'), at('2026-11-16 18:49'))?.at).toBe(at('2026-11-17 09:00'));
    expect(movedSlot(task, nine('今晚9点'), at('2026-11-16 18:49'))?.at).toBe(at('2026-11-16 21:00'));
  });

  it('is the day and its half, where that lies days ahead', () => {
    const nine = aDeadline({ basis: 'said', at: at('2026-11-20 09:00'), day: '2026-11-20', phrase: '周五上午9点' });
    const task = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ deadline: nine }) })]);
    const now = aDeadline({ basis: 'said', at: at('2026-11-16 20:40'), day: '2026-11-16', phrase: '8:40' });
    expect(movedSlot(task, now, at('2026-11-16 11:00'))?.day).toBe('2026-11-20');
  });

  it('is longer for those who still owe it, where that is another day', () => {
    const five = aDeadline({ at: at('2026-11-16 17:30'), day: '2026-11-16' });
    const task = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ deadline: five }) })]);
    const eight = aDeadline({ at: at('2026-11-17 08:00'), day: '2026-11-17' });
    expect(givenLonger(task, eight, at('2026-11-16 17:40'))).toBe(eight);
    expect(givenLonger(task, { ...eight, day: '2026-11-16' }, at('2026-11-16 17:40'))).toBeNull();
    expect(givenLonger(task, eight, at('2026-11-15 09:00'))).toBeNull();
  });

  it('is the hour, where only a day is said of a gathering', () => {
    expect(movedSlot(MEETING, mereDay('2026-11-20'), NOW)).toMatchObject({ day: '2026-11-20', at: at('2026-11-20 15:00') });
    expect(movedSlot(TASK, mereDay('2026-11-20'), NOW)?.at).toBe(at('2026-11-21 00:00'));
  });

  it('is the half of the day, where a mere clock is the one that it has', () => {
    const nine = aDeadline({ basis: 'said', at: at('2026-11-17 09:30'), day: '2026-11-17', phrase: '明天9:30' });
    const rehearsal = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ kind: 'meeting', deadline: nine }) })]);
    const bare = aDeadline({ basis: 'said', at: at('2026-11-16 21:30'), day: '2026-11-16', phrase: '9:30' });
    expect(movedSlot(rehearsal, bare, NOW)).toBeNull();
    expect(movedSlot(rehearsal, { ...bare, phrase: '晚上9:30' }, NOW)?.at).toBe(at('2026-11-17 21:30'));
  });

  it('is everything, where only the day is named on which it is due anyway', () => {
    expect(movedSlot(TASK, mereDay('2026-11-17'), NOW)).toBeNull();
  });

  it('is the hour, where only the half of the day is named that holds it', () => {
    const half = (anchor: 'noon' | 'end_of_work', to: string) =>
      aDeadline({ basis: 'assumed', anchor, precision: 'half_day', at: at(`2026-11-17 ${to}`), day: '2026-11-17', phrase: '明天' });
    expect(movedSlot(MEETING, half('end_of_work', '17:30'), NOW)).toBeNull();
    expect(movedSlot(MEETING, half('noon', '12:00'), NOW)?.at).toBe(at('2026-11-17 12:00'));
    // "会改下午啦", passed on the day before: the half of the day to come.
    const today = { ...half('end_of_work', '17:30'), day: '2026-11-16', at: at('2026-11-16 17:30') };
    expect(movedSlot(MEETING, { ...today, phrase: '下午' }, NOW)).toBeNull();
    expect(movedSlot(MEETING, { ...today, phrase: '今天下午' }, NOW)?.day).toBe('2026-11-16');
  });
});

describe('a time that is moved by so much', () => {
  it('is counted from the one that it has', () => {
    expect(shiftedBy(CALLED, 7 * DAY, NOW)).toMatchObject({ day: '2026-11-24', at: at('2026-11-24 15:00') });
    expect(shiftedBy(CALLED, -HOUR / 2, NOW)?.at).toBe(at('2026-11-17 14:30'));
  });

  it('is none where it would be over', () => expect(shiftedBy(CALLED, -2 * DAY, NOW)).toBeNull());
});

describe('a reminder that names an earlier limit', () => {
  const sooner = aDeadline({ basis: 'said', at: at('2026-11-16 17:00'), day: '2026-11-16' });
  it('has moved it', () => expect(pressedTo(TASK, sooner, NOW)?.day).toBe('2026-11-16'));
  it('has not where it names the same day, or a later one', () => {
    expect(pressedTo(TASK, CALLED, NOW)).toBeNull();
    expect(pressedTo(TASK, mereDay('2026-11-20'), NOW)).toBeNull();
  });
});

describe('another time that its issuer names', () => {
  it('is that of a task which is still to come', () => {
    const later = aDeadline({ basis: 'said', at: at('2026-11-18 12:00'), day: '2026-11-18' });
    expect(saidAnew(TASK, later, NOW)).toBe(later);
    expect(saidAnew(TASK, { ...CALLED, at: at('2026-11-17 13:30') }, NOW)?.at).toBe(at('2026-11-17 13:30'));
  });

  it('is none where it is the same, over, or named when the task was due already', () => {
    expect(saidAnew(TASK, CALLED, NOW)).toBeNull();
    expect(saidAnew(TASK, mereDay('2026-11-17'), NOW)).toBeNull();
    expect(saidAnew(TASK, { ...CALLED, certain: false, day: '2026-11-18' }, NOW)).toBeNull();
    expect(saidAnew(TASK, mereDay('2026-11-20'), at('2026-11-18 09:00'))).toBeNull();
  });
});
