/** The window rules of the open format, item by item and day by day. */
import { describe, expect, it } from 'vitest';
import { type DigestWindow, selectItem } from '../../src/digest/select.ts';
import type { Entry } from '../../src/ledger/entry.ts';
import { foldEntries } from '../../src/ledger/fold.ts';
import { DAY } from '../../src/model/instant.ts';
import { EVERYTHING, type Person } from '../../src/model/organisation.ts';
import type { Ask, ItemKind } from '../../src/model/reading.ts';
import { aDeadline, anOrganisation, aPerson, at, evidence } from '../kit/digest-builders.ts';
import { anAsk, answered, changed, copied, folded, opened } from '../kit/ledger-builders.ts';

const ORG = anOrganisation();
const READER = aPerson();
const OPENED = at('2026-11-16 10:00');
const FRIDAY = aDeadline({ at: at('2026-11-20 17:30'), day: '2026-11-20' });

/** The digest of a day, at 18:00. */
function windowOf(day: string): DigestWindow {
  const to = at(`${day} 18:00`);
  return { from: to - DAY, to, next: to + DAY };
}

/** What a ledger that knows no more than was sent by then gives on a day. */
function select(entries: readonly Entry[], day: string, reader: Person = READER) {
  const window = windowOf(day);
  const directive = foldEntries(entries.filter(({ at: sent }) => sent <= window.to));
  return directive === null ? null : selectItem(directive, reader, ORG, window);
}

/** `section status` of the days from the 16th on; `-` where it doesn't stand. */
function story(entries: readonly Entry[], days: number, reader: Person = READER): readonly string[] {
  return Array.from({ length: days }, (_, index) => {
    const item = select(entries, `2026-11-${16 + index}`, reader);
    return item === null ? '-' : `${item.section} ${item.status}`;
  });
}

function task(given: Partial<Ask> = {}, ...more: readonly Entry[]): readonly Entry[] {
  return [opened({ at: OPENED, ask: anAsk({ deadline: FRIDAY, ...given }) }), ...more];
}

describe('a task', () => {
  it('stands once as new, then upcoming until it is due', () => {
    expect(story(task(), 5)).toEqual(['new open', 'upcoming open', 'upcoming open', 'due open', 'due overdue']);
  });

  it('of whom it can’t be told stands as unsure, once more before its time where it may well be theirs', () => {
    const asking = (chance: number) => task({ audience: { people: ['zhao-min'], unclear: false, perhaps: { [READER.id]: chance } } });
    expect(story(asking(0.3), 5)).toEqual(['unsure open', '-', '-', 'unsure open', '-']);
    expect(story(asking(0.1), 5)).toEqual(['unsure open', '-', '-', '-', '-']);
    expect(select(asking(0.1), '2026-11-16')?.perhaps).toBe(true);
    expect(select(task(), '2026-11-16')).not.toHaveProperty('perhaps');
  });

  it('is told as off to whom it was shown as unsure', () => {
    const asking = task({ audience: { people: ['zhao-min'], unclear: false, perhaps: { [READER.id]: 0.1 } } });
    expect(story([...asking, changed({ at: at('2026-11-17 10:00') })], 3)).toEqual(['unsure open', 'unsure cancelled', '-']);
    expect(story([...asking, changed({ at: at('2026-11-17 10:00'), change: 'done' })], 3)).toEqual(['unsure open', '-', '-']);
  });

  it('due before the next digest is due at once', () => {
    expect(story(task({ deadline: aDeadline({ at: at('2026-11-17 18:00'), day: '2026-11-17' }) }), 2)).toEqual(['due open', 'due overdue']);
  });

  it('overdue in its own window stands, as overdue', () => {
    expect(story(task({ deadline: aDeadline({ at: at('2026-11-16 12:00'), day: '2026-11-16' }) }), 1)).toEqual(['due overdue']);
  });

  it('overdue goes on standing for some days', () => {
    const told = story(task({ deadline: aDeadline({ at: at('2026-11-17 12:00'), day: '2026-11-17' }) }), 7);
    expect(told.slice(0, 4)).toEqual(['due open', 'due overdue', 'due overdue', 'due overdue']);
    expect(told.at(-1)).toBe('-');
  });

  it.each([
    ['overdue', aDeadline({ at: at('2026-11-17 12:00'), day: '2026-11-17' }), 3, '2026-11-19'],
    ['undated', null, 3, '2026-11-18'],
    ['undated, where the roster gives it five days', null, 5, '2026-11-20'],
  ])('%s stands for the days of the roster, and says on the last that it is let go', (_, deadline, overdueDays, last) => {
    const org = anOrganisation({ overdueDays });
    const [opening] = task({ deadline });
    const days = Array.from({ length: 8 }, (__, index) => `2026-11-${16 + index}`);
    const shown = days.flatMap((day) => {
      const directive = opening === undefined ? null : foldEntries([opening]);
      const item = directive === null ? null : selectItem(directive, READER, org, windowOf(day));
      return item === null ? [] : [`${day}${item.letGo === true ? ' let go' : ''}`];
    });
    expect(shown.at(-1)).toBe(`${last} let go`);
    expect(shown.filter((day) => day.endsWith('let go'))).toHaveLength(1);
  });

  it('is not known before it is sent', () => {
    expect(selectItem(folded(task()), READER, ORG, windowOf('2026-11-15'))).toBeNull();
  });

  it('opened the very second of a digest is in that digest and not new in the next', () => {
    const late = [opened({ at: at('2026-11-16 18:00'), ask: anAsk({ deadline: FRIDAY }) })];
    expect(story(late, 2)).toEqual(['new open', 'upcoming open']);
  });
});

describe('a change', () => {
  it('stands in changed on its day, and then no more than the task does', () => {
    const later = aDeadline({ at: at('2026-11-25 17:30'), day: '2026-11-25' });
    const moved = task({}, changed({ at: at('2026-11-18 09:00'), change: 'deadline', deadline: later }));
    expect(story(moved, 4)).toEqual(['new open', 'upcoming open', 'changed changed', 'upcoming open']);
    expect(select(moved, '2026-11-18')?.changes).toMatchObject([{ field: 'deadline', message: { id: 'm5' } }]);
    expect(select(moved, '2026-11-19')?.changes).toEqual([]);
  });

  it('is told once, however often it was said in the window', () => {
    const later = aDeadline({ at: at('2026-11-25 17:30'), day: '2026-11-25' });
    const once = changed({ at: at('2026-11-18 09:00'), change: 'deadline', deadline: later });
    const again = changed({
      ...once,
      at: at('2026-11-18 10:00'),
      turn: 'wechat\0g01\0m6',
      message: { platform: 'wechat', group: 'g01', id: 'm6' },
    });
    expect(select(task({}, once, again), '2026-11-18')?.changes.map(({ message }) => message.id)).toEqual(['m6']);
  });

  it.each([
    ['cancel', 'cancelled'],
    ['done', 'done'],
  ] as const)('%s stands on its day and then no more', (change, status) => {
    const closed = task({}, changed({ at: at('2026-11-18 09:00'), change }));
    expect(story(closed, 5)).toEqual(['new open', 'upcoming open', `changed ${status}`, '-', '-']);
  });

  it('in the window of the opening stands once, in changed', () => {
    expect(story(task({}, changed({ at: OPENED + 1 })), 2)).toEqual(['changed cancelled', '-']);
    expect(story(task({}, changed({ at: OPENED + 1, change: 'done' })), 2)).toEqual(['changed done', '-']);
  });

  it('that takes it up again opens it', () => {
    const entries = [
      changed({ at: at('2026-11-17 09:00') }),
      changed({ at: at('2026-11-18 09:00'), turn: 't9', change: 'reinstate' }),
    ] as const;
    expect(story(task({}, ...entries), 4).slice(1)).toEqual(['changed cancelled', 'changed changed', 'due open']);
  });

  it('that is only a reminder is none', () => {
    expect(story(task({}, changed({ at: at('2026-11-17 09:00'), change: 'remind' })), 2)).toEqual(['new open', 'upcoming open']);
  });

  it('that only presses brings back what was let go, and nothing that the reader has done', () => {
    const soon = aDeadline({ at: at('2026-11-17 12:00'), day: '2026-11-17' });
    const pressed = changed({ at: at('2026-11-22 09:00'), turn: 't9', change: 'remind' });
    const done = answered({ at: at('2026-11-17 09:00'), state: 'done' });
    expect(story(task({ deadline: soon }, pressed), 7).slice(4)).toEqual(['-', '-', 'due overdue']);
    expect(story(task({ deadline: soon }, done, pressed), 7).slice(4)).toEqual(['-', '-', '-']);
  });

  it('takes precedence over what is due', () => {
    const soon = aDeadline({ at: at('2026-11-17 12:00'), day: '2026-11-17' });
    expect(story(task({ deadline: soon }, changed({ at: OPENED + 1, change: 'amend' })), 1)).toEqual(['changed changed']);
  });
});

describe('who has done it', () => {
  const done = task({}, answered({ at: at('2026-11-17 09:00'), state: 'done' }));

  it('is not reminded any more', () => {
    expect(story(done, 3)).toEqual(['new open', '-', '-']);
  });

  it('still hears of a change', () => {
    const moved = task({}, answered({ at: OPENED + 1, state: 'done' }), changed({ at: at('2026-11-18 09:00'), change: 'amend' }));
    expect(story(moved, 4)).toEqual(['new done', '-', 'changed changed', '-']);
  });

  it('by another’s doing, or by saying that it was read, is nobody', () => {
    expect(story(task({}, answered({ at: OPENED + 1, state: 'done', person: 'zhao-min' })), 2)).toEqual(['new open', 'upcoming open']);
    expect(story(task({}, answered({ at: OPENED + 1, state: 'acknowledged' })), 2)).toEqual(['new open', 'upcoming open']);
  });

  it('this time has the next time before him', () => {
    const daily = aDeadline({ recurrence: 'daily', at: at('2026-11-16 17:00'), day: '2026-11-16' });
    const item = select(task({ deadline: daily }, answered({ at: OPENED + 1, state: 'done' })), '2026-11-17');
    expect(item).toMatchObject({ section: 'due', status: 'open', deadline: { day: '2026-11-18' } });
    const pressed = changed({ at: at('2026-11-17 09:00'), turn: 't9', change: 'remind' });
    expect(select(task({ deadline: daily }, answered({ at: OPENED + 1, state: 'done' }), pressed), '2026-11-17')).toMatchObject({
      section: 'due',
      status: 'open',
    });
  });
});

describe('a recurring task', () => {
  it('shows its next occurrence until it ends', () => {
    const weekly = task({
      deadline: aDeadline({ recurrence: 'weekly', at: at('2026-11-17 17:30'), day: '2026-11-17', until: '2026-11-24' }),
    });
    expect(select(weekly, '2026-11-16')?.deadline?.day).toBe('2026-11-17');
    expect(select(weekly, '2026-11-17')?.deadline?.day).toBe('2026-11-24');
    expect(select(weekly, '2026-11-24')).toBeNull();
  });

  it('on working days asks the calendar', () => {
    const workday = task({ deadline: aDeadline({ recurrence: 'workday', at: at('2026-11-16 17:30'), day: '2026-11-16' }) });
    const item = selectItem(folded(workday), READER, ORG, { ...windowOf('2026-11-16'), isWorkday: (day) => day === '2026-11-21' });
    expect(item?.deadline?.day).toBe('2026-11-21');
  });
});

describe('each kind', () => {
  it.each<readonly [kind: ItemKind, section: string]>([
    ['directive', 'new'],
    ['meeting', 'new'],
    ['hazard', 'hazards'],
    ['appeal', 'appeals'],
    ['notice', 'notices'],
    ['opaque', 'unsure'],
    ['traffic', 'traffic'],
  ])('%s has its section: %s', (kind, section) => {
    expect(select(task({ kind }), '2026-11-16')?.section).toBe(section);
  });

  it('that is unsure stands in unsure, but for traffic', () => {
    expect(select(task({ unsure: true }), '2026-11-16')?.section).toBe('unsure');
    expect(select(task({ unsure: true, kind: 'hazard' }), '2026-11-16')?.section).toBe('unsure');
    expect(select(task({ unsure: true, kind: 'traffic' }), '2026-11-16')?.section).toBe('traffic');
  });

  it('that only tells stands once', () => {
    for (const kind of ['notice', 'opaque'] as const) expect(select(task({ kind }), '2026-11-17')).toBeNull();
  });

  it('that is a meeting stands until it begins, one of traffic until it ends', () => {
    for (const kind of ['meeting', 'traffic'] as const)
      expect(story(task({ kind }), 5).map((one) => one !== '-')).toEqual([true, true, true, true, false]);
  });
});

describe('what is one’s own', () => {
  const issuer = { id: '1001', name: '顾燕', person: 'gu-yan' };

  it('is not told to oneself', () => {
    expect(select([opened({ at: OPENED, issuer })], '2026-11-16')).toBeNull();
  });

  it('is told when it is a danger that comes back as an order', () => {
    const told = opened({ at: OPENED, issuer, ask: anAsk({ kind: 'hazard', audience: { people: ['zhao-min'], unclear: false } }) });
    expect(select([told], '2026-11-16')).toBeNull();
    const order = copied({ at: OPENED + 1, ask: anAsk({ audience: { people: ['gu-yan'], unclear: false } }) });
    expect(select([told, order], '2026-11-16')?.section).toBe('hazards');
  });
});

describe('walls', () => {
  const copies = task(
    { evidence: [evidence('g01', 'm1', '报核验表')] },
    copied({ at: OPENED + 1, ask: anAsk({ evidence: [evidence('g04', 'm2', '小群里的话')] }) }),
  );

  it('words are quoted only to members of their group; the source is named to all', () => {
    expect(select(copies, '2026-11-16')?.evidence).toEqual([
      evidence('g01', 'm1', '报核验表'),
      { ...evidence('g04', 'm2'), quote: null, span: null },
    ]);
    expect(select(copies, '2026-11-16', aPerson({ id: 'nobody' }))?.evidence.map(({ quote }) => quote)).toEqual([null, null]);
  });

  it('who reads everything is in all groups', () => {
    expect(select(copies, '2026-11-16', EVERYTHING)?.evidence.map(({ quote }) => quote)).toEqual(['报核验表', '小群里的话']);
  });
});

describe('a bare order to nobody by name', () => {
  const bare = (words: string, ...answers: readonly string[]): readonly Entry[] =>
    task(
      { deadline: null, audience: { people: ['gu-yan', 'zhao-min', 'lu-he'], unclear: true }, evidence: [evidence('g01', 'm1', words)] },
      ...answers.map((person, place) => answered({ at: OPENED + 1 + place, person, state: 'acknowledged' })),
    );

  it('is everybody’s as long as nobody takes it on', () => expect(story(bare('闸落下来'), 2)).toEqual(['new open', 'upcoming open']));

  it('may be that of others once one of them has taken it on', () => {
    expect(story(bare('闸落下来', 'zhao-min'), 2)).toEqual(['unsure open', '-']);
    expect(story(bare('闸落下来', 'gu-yan'), 2)).toEqual(['new open', 'upcoming open']);
  });

  it('is everybody’s where many answer it, or where it says more', () => {
    expect(story(bare('各点个人头', 'zhao-min', 'lu-he', 'mo-li'), 1)).toEqual(['new open']);
    expect(story(bare('把今年的台账都理一遍再装盒送来', 'zhao-min'), 1)).toEqual(['new open']);
  });
});

describe('who comes in later', () => {
  it('has it as new then, and from then on as everybody', () => {
    const issuer = { id: 'x', name: '别人', person: null };
    const copy = copied({ at: at('2026-11-18 09:00'), ask: anAsk({ audience: { people: ['zhao-min'], unclear: false } }) });
    const late = [opened({ at: OPENED, issuer, ask: anAsk({ deadline: FRIDAY }) }), copy];
    const newcomer = aPerson({ id: 'zhao-min' });
    expect(story(late, 4, newcomer).slice(2)).toEqual(['new open', 'due open']);
    expect(story(late, 4)).toEqual(['new open', 'upcoming open', 'upcoming open', 'due open']);
  });
});

it('an outsider is one only where there is a roster', () => {
  const stranger = [opened({ at: OPENED, issuer: { id: 'x', name: '老马', person: null } })];
  expect(select(stranger, '2026-11-16')?.outsider).toBe(true);
  expect(selectItem(folded(stranger), EVERYTHING, anOrganisation({ people: [] }), windowOf('2026-11-16'))?.outsider).toBe(false);
  expect(select(task(), '2026-11-16')?.outsider).toBe(false);
});
