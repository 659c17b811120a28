/** `doctor` on the working calendar: next year's holidays are missed in good time, not before there can be a notice. */
import { describe, expect, it } from 'vitest';
import { calendarFindings } from '../../src/cli/doctor.ts';
import { speaker } from '../../src/cli/words.ts';
import { chineseCalendar } from '../../src/reading/deadline/calendar/index.ts';

const say = speaker('en');

function told(today: string, calendar = chineseCalendar()): readonly string[] {
  return calendarFindings({ say, calendar }, today).map(({ good, text }) => `${good ? '✓' : '!'} ${/\d{4}/u.exec(text)?.[0]}`);
}

describe('doctor', () => {
  it('asks only for this year until the autumn', () => {
    expect([told('2026-01-01'), told('2026-09-30')]).toEqual([['✓ 2026'], ['✓ 2026']]);
  });

  it.each(['2026-10-01', '2026-11-17', '2026-12-31'])('warns from October on that next year is missing (%s)', (today) => {
    expect(told(today)).toEqual(['✓ 2026', '! 2027']);
  });

  it('warns all year of a year that is missing itself', () => {
    expect(told('2027-03-01')).toEqual(['! 2027']);
  });

  it('is content once the overlay has the year', () => {
    const overlaid = chineseCalendar({ years: [{ year: 2027, holidays: ['2027-01-01'], workdays: [] }] });
    expect(told('2026-11-17', overlaid)).toEqual(['✓ 2026', '✓ 2027']);
  });

  it('says how to mend it and what happens until then', () => {
    const [, missing] = calendarFindings({ say, calendar: chineseCalendar() }, '2026-11-17');
    expect(missing?.text).toMatch(/chinese-days.*data\/calendar.*assumed/u);
  });
});
