import { describe, expect, it } from 'vitest';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { anAsk, answered, changed, copied, folded, opened } from '../kit/ledger-builders.ts';

const NINE = at('2026-11-16 09:00');
const TEN = at('2026-11-16 10:00');
const ELEVEN = at('2026-11-16 11:00');
const NOON = at('2026-11-16 12:00');

const OPEN = opened({ at: NINE, ask: anAsk({ deadline: aDeadline() }) });
const LATER = aDeadline({ at: at('2026-11-20 17:30'), day: '2026-11-20', phrase: '周五下班前' });

describe('a change', () => {
  it('of the deadline keeps the old one in the record', () => {
    const directive = folded([OPEN, changed({ at: TEN, change: 'deadline', deadline: LATER })]);
    expect(directive.deadline).toEqual(LATER);
    expect(directive.changes).toMatchObject([
      { at: TEN, field: 'deadline', from: expect.any(String), to: expect.any(String), message: { id: 'm5' } },
    ]);
    expect(directive.evidence.map(({ id }) => id)).toEqual(['m1', 'm5']);
  });

  it('to the same deadline is none', () => {
    expect(folded([OPEN, changed({ at: TEN, change: 'deadline', deadline: aDeadline() })]).changes).toEqual([]);
  });

  it('of a recurring deadline goes on recurring', () => {
    const weekly = opened({ at: NINE, ask: anAsk({ deadline: aDeadline({ recurrence: 'weekly', until: '2026-12-31' }) }) });
    expect(folded([weekly, changed({ at: TEN, change: 'deadline', deadline: LATER })]).deadline).toMatchObject({
      day: '2026-11-20',
      recurrence: 'weekly',
      until: '2026-12-31',
    });
  });

  it.each([
    ['cancel', 'cancelled'],
    ['done', 'done'],
  ] as const)('%s closes it once', (change, status) => {
    const directive = folded([OPEN, changed({ at: TEN, change }), changed({ at: ELEVEN, turn: 'wechat\0g02\0m9', change })]);
    expect([directive.status, directive.closedAt]).toEqual([status, TEN]);
    expect(new Set(directive.changes.map(({ to }) => to)).size).toBe(1);
  });

  it('that is a reminder changes nothing but where it was heard, and when it was pressed for', () => {
    const directive = folded([OPEN, changed({ at: TEN, change: 'remind' })]);
    expect([directive.status, directive.changes]).toEqual(['open', []]);
    expect([...directive.heard.values()]).toEqual([TEN]);
    expect(directive.pressedAt).toBe(TEN);
  });
});

it('answers stand in the order in which they were sent', () => {
  const directive = folded([answered({ at: NOON, state: 'done' }), OPEN, answered({ at: TEN, turn: 'wechat\0g01\0m2' })]);
  expect(directive.answers.map(({ state }) => state)).toEqual(['acknowledged', 'done']);
  expect(directive.status).toBe('open');
});

it('a copy to everybody of a group that most of those asked sit in asks nobody else; one to others does', () => {
  const asked = { people: ['a', 'b', 'c'], unclear: false };
  const again = (people: readonly string[]) =>
    copied({
      at: TEN,
      turn: 'wechat\0g03\0m7',
      ask: anAsk({ evidence: [evidence('g03', 'm7')], audience: { people, unclear: false, general: true } }),
    });
  const first = opened({ at: NINE, ask: anAsk({ audience: asked }) });
  expect(folded([first, again(['a', 'b', 'office'])]).audience.people).toEqual(['a', 'b', 'c']);
  expect(folded([first, again(['a', 'd', 'e'])]).audience.people).toEqual(['a', 'b', 'c', 'd', 'e']);
});

describe('a change that is told once more', () => {
  const moved = changed({ at: TEN, change: 'deadline', deadline: LATER });
  const again = changed({ at: ELEVEN, turn: 'wechat\0g03\0m8', change: 'deadline', deadline: LATER });

  it('is told as it was the first time', () => {
    const { changes } = folded([OPEN, moved, again]);
    expect(changes.map(({ at: when, from, to }) => [when, from, to])).toEqual([
      [TEN, changes[0]?.from, changes[0]?.to],
      [ELEVEN, changes[0]?.from, changes[0]?.to],
    ]);
    const off = [changed({ at: TEN, change: 'cancel' }), changed({ at: ELEVEN, turn: 'wechat\0g03\0m8', change: 'cancel' })];
    expect(folded([OPEN, ...off]).changes.map(({ to }) => to)).toEqual(['cancelled', 'cancelled']);
  });

  it('is no news where nothing was moved, or long after', () => {
    const known = changed({ at: TEN, change: 'deadline', deadline: aDeadline() });
    expect(folded([OPEN, known]).changes).toEqual([]);
    expect(folded([OPEN, moved, { ...again, at: at('2026-11-18 10:00') }]).changes).toHaveLength(1);
  });
});
