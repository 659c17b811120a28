import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/ledger/entry.ts';
import { foldEntries } from '../../src/ledger/fold.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { anAsk, answered, changed, copied, folded, opened } from '../kit/ledger-builders.ts';

const NINE = at('2026-11-16 09:00');
const TEN = at('2026-11-16 10:00');
const ELEVEN = at('2026-11-16 11:00');
const NOON = at('2026-11-16 12:00');

const OPEN = opened({ at: NINE, ask: anAsk({ deadline: aDeadline() }) });
const LATER = aDeadline({ at: at('2026-11-20 17:30'), day: '2026-11-20', phrase: '周五下班前' });

describe('the order of arrival', () => {
  const story: readonly Entry[] = [
    OPEN,
    copied({ at: TEN }),
    copied({
      at: TEN,
      turn: 'wechat\0g03\0m7',
      ask: anAsk({ evidence: [evidence('g03', 'm7')], topics: ['补贴', '盖章'], deadline: LATER }),
    }),
    changed({ at: ELEVEN, change: 'deadline', deadline: LATER }),
    changed({ at: ELEVEN, turn: 'wechat\0g01\0m6', change: 'cancel' }),
    changed({ at: ELEVEN, turn: 'wechat\0g01\0m6', order: 1, change: 'reinstate' }),
    answered({ at: NOON }),
    answered({ at: NOON, turn: 'wechat\0g01\0m8', person: 'zhao-min', state: 'done' }),
  ];

  it('can’t matter', () => {
    const inOrder = foldEntries(story);
    fc.assert(
      fc.property(fc.shuffledSubarray([...story], { minLength: story.length }), (mixed) => {
        expect(foldEntries(mixed)).toEqual(inOrder);
      }),
    );
  });

  it('can’t matter for any part of a story either', () => {
    fc.assert(
      fc.property(fc.subarray([...story]), (part) => {
        expect(foldEntries(part.toReversed())).toEqual(foldEntries(part));
      }),
    );
  });
});

describe('nothing', () => {
  it.each([[[]], [[answered({ at: TEN })]], [[copied({ at: TEN }), changed({ at: TEN })]]])(
    'is there without an opening (%#)',
    (entries) => {
      expect(foldEntries(entries)).toBeNull();
    },
  );
});

describe('a copy', () => {
  it('leaves the list of people as it is where it asks nobody else', () => {
    const both = { people: ['gu-yan', 'zhao-min'], unclear: false };
    const opening = opened({ at: NINE, ask: anAsk({ audience: both }) });
    const again = copied({ at: TEN, ask: anAsk({ audience: { people: ['zhao-min'], unclear: false } }) });
    expect(folded([opening, again]).audience.people).toBe(both.people);
    const unordered = opened({ at: NINE, ask: anAsk({ audience: { people: ['zhao-min', 'gu-yan'], unclear: false } }) });
    expect(folded([unordered, again]).audience.people).toEqual(both.people);
  });

  it('adds its evidence, its people and when they came in', () => {
    const directive = folded([
      OPEN,
      copied({ at: TEN, ask: anAsk({ evidence: [evidence('g02', 'm2')], audience: { people: ['zhao-min'], unclear: false } }) }),
    ]);
    expect(directive.evidence.map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(directive.audience.people).toEqual(['gu-yan', 'zhao-min']);
    expect([...directive.joined]).toEqual([['zhao-min', TEN]]);
    expect([...directive.heard.values()]).toEqual([NINE, TEN]);
  });

  it('that names people wins over one that means everybody', () => {
    const everybody = opened({ at: NINE, ask: anAsk({ audience: { people: ['gu-yan', 'zhao-min'], unclear: true } }) });
    expect(folded([everybody, copied({ at: TEN })]).audience).toEqual({ people: ['gu-yan'], unclear: false });
  });

  it('with an earlier deadline gives the one that counts, and the conflict is told', () => {
    const early = aDeadline({ at: at('2026-11-17 12:00'), day: '2026-11-17' });
    const directive = folded([OPEN, copied({ at: TEN, ask: anAsk({ deadline: early }) })]);
    expect([directive.deadline, directive.conflict]).toEqual([early, true]);
    const later = folded([OPEN, copied({ at: TEN, ask: anAsk({ deadline: LATER }) })]);
    expect([later.deadline?.day, later.conflict]).toEqual(['2026-11-18', true]);
  });

  it('that says the clock time of the same day wins over one that leaves it to assumption', () => {
    const said = aDeadline({ basis: 'said', at: at('2026-11-18 18:00') });
    const directive = folded([OPEN, copied({ at: TEN, ask: anAsk({ deadline: said }) })]);
    expect([directive.deadline, directive.conflict]).toEqual([said, false]);
  });

  it('after a cancellation opens it again', () => {
    const directive = folded([OPEN, changed({ at: TEN }), copied({ at: ELEVEN })]);
    expect([directive.status, directive.closedAt]).toEqual(['open', null]);
    expect(directive.changes.map(({ change }) => change)).toEqual(['cancel', 'reinstate']);
  });
});

describe('what was taken back and is sent again', () => {
  it('has the time of its new words', () => {
    const directive = folded([OPEN, changed({ at: TEN }), copied({ at: ELEVEN, ask: anAsk({ deadline: LATER }) })]);
    expect([directive.status, directive.deadline]).toEqual(['open', LATER]);
  });
});

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
