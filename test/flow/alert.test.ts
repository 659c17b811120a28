import { describe, expect, it } from 'vitest';
import { digestDays } from '../../src/digest/schedule.ts';
import { alertBook } from '../../src/flow/alert.ts';
import { alertKey } from '../../src/flow/given-alerts.ts';
import type { Entry } from '../../src/ledger/entry.ts';
import type { Alert } from '../../src/model/digest.ts';
import { MINUTE } from '../../src/model/instant.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { Ask } from '../../src/model/reading.ts';
import { aDeadline, anOrganisation, at, evidence } from '../kit/digest-builders.ts';
import { anAsk, answered, changed, copied, folded, opened } from '../kit/ledger-builders.ts';

const NOW = at('2026-11-16 10:00');
const TONIGHT = aDeadline({ at: at('2026-11-16 17:00'), day: '2026-11-16' });

function bookOf(org: Organisation = anOrganisation(), given: readonly string[] = []) {
  const book = alertBook(org, digestDays(org), given);
  return (entries: readonly Entry[], now = NOW): readonly string[] =>
    book.alertsFor(folded(entries), now).map(({ cadre, reason }) => `${cadre} ${reason}`);
}

function task(given: Partial<Ask> = {}, directive = 'd-1', when = NOW): readonly Entry[] {
  return [opened({ at: when, directive, ask: anAsk({ deadline: TONIGHT, ...given }) })];
}

describe('an alert', () => {
  it.each<readonly [what: string, given: Partial<Ask>, reason: string | null]>([
    ['a task due before the next digest', {}, 'due'],
    ['a task due later', { deadline: aDeadline() }, null],
    ['a task that was due before it was sent', { deadline: aDeadline({ at: at('2026-11-16 09:00') }) }, null],
    ['an urgent task without a deadline', { deadline: null, urgency: 'immediate' }, 'urgent'],
    ['a task to be done soon', { deadline: null, urgency: 'soon' }, null],
    ['a danger', { kind: 'hazard', deadline: null }, 'hazard'],
    ['a demand that is due', { kind: 'appeal' }, 'due'],
    ['a demand', { kind: 'appeal', deadline: null }, null],
    ['a notice', { kind: 'notice' }, null],
    ['traffic', { kind: 'traffic', urgency: 'immediate' }, null],
    ['what surely asks, though it can’t be told what has become of it', { unsure: true, confidence: 0.8 }, 'due'],
    ['what is unsure', { unsure: true, confidence: 0.79 }, null],
    [
      'what may be a danger to nobody in particular',
      { kind: 'hazard', unsure: true, confidence: 0.3, audience: { people: ['gu-yan'], unclear: true } },
      'hazard',
    ],
    ['what may well be a danger', { kind: 'hazard', unsure: true, confidence: 0.3 }, 'hazard'],
    ['what is hardly a danger', { kind: 'hazard', unsure: true, confidence: 0.1 }, null],
    ['what is hardly an order', { confidence: 0.3 }, null],
    ['a likely order to nobody in particular', { audience: { people: ['gu-yan'], unclear: true }, confidence: 0.4 }, 'due'],
  ])('for %s: %s', (_what, given, reason) => {
    expect(bookOf()(task(given))).toEqual(reason === null ? [] : [`gu-yan ${reason}`]);
  });

  it('is for whom it may well mean, not for whom it hardly does', () => {
    const asking = (chance: number, given: Partial<Ask> = {}) =>
      task({ audience: { people: ['zhao-min'], unclear: false, perhaps: { 'gu-yan': chance } }, ...given });
    const pressing: Partial<Ask> = { deadline: null, urgency: 'immediate' };
    expect(bookOf()(asking(0.3, pressing))).toEqual(['gu-yan urgent']);
    expect(bookOf()(asking(0.29, pressing))).toEqual([]);
    expect(bookOf()(asking(0.3, { unsure: true, confidence: 0.5 }))).toEqual([]);
  });

  it('is also for whom it may mean, where it is due before a digest would tell them', () => {
    const asking = (chance: number) => task({ audience: { people: ['zhao-min'], unclear: false, perhaps: { 'gu-yan': chance } } });
    expect(bookOf()(asking(0.15))).toEqual(['gu-yan due']);
    expect(bookOf()(asking(0.14))).toEqual([]);
  });

  it('is given once, also after a restart', () => {
    const alerts = bookOf();
    expect([alerts(task()), alerts(task())]).toEqual([['gu-yan due'], []]);
    expect(bookOf(anOrganisation(), [alertKey('gu-yan', 'd-1', 'due')])(task())).toEqual([]);
  });

  it('goes to nobody who asks it, has done it, or gets no digest', () => {
    const all = { people: ['gu-yan', 'zhao-min', 'ghost'], unclear: false };
    expect(bookOf()(task({ audience: all }))).toEqual(['gu-yan due']);
    expect(bookOf()([...task(), answered({ at: NOW, state: 'done' })])).toEqual([]);
    expect(bookOf()([...task(), answered({ at: NOW, state: 'acknowledged' })])).toEqual(['gu-yan due']);
  });

  it('goes to nobody whom their own answer has brought in', () => {
    const others = task({ audience: { people: ['zhao-min'], unclear: false } });
    const { platform, group, id } = evidence('g01', 'm3');
    const joined = {
      kind: 'joined',
      directive: 'd-1',
      person: 'gu-yan',
      message: { platform, group, id },
      turn: 't3',
      at: NOW,
      order: 0,
    } as const;
    expect(bookOf()([...others, joined, answered({ at: NOW, order: 1, turn: 't3' })])).toEqual([]);
    expect(bookOf()([...others, joined])).toEqual(['gu-yan due']);
  });

  it('tells who told of a danger of their own place that it has arrived, and again what they are ordered to do about it', () => {
    const own = { id: 'gu-yan', name: '顾燕', person: 'gu-yan' };
    const alerts = bookOf();
    const hazard = [opened({ at: NOW, issuer: own, ask: anAsk({ kind: 'hazard' }) })];
    const order = (given: Partial<Ask>, voice: string) => [...hazard, copied({ at: NOW + MINUTE, voice, ask: anAsk(given) })];
    expect([alerts(hazard), alerts(hazard)]).toEqual([['gu-yan hazard'], []]);
    expect(alerts(order({ deadline: TONIGHT }, 'gu-yan'), NOW + MINUTE)).toEqual([]);
    expect(alerts(order({}, 'zhao-min'), NOW + MINUTE)).toEqual([]);
    expect(alerts(order({ deadline: TONIGHT }, 'zhao-min'), NOW + MINUTE)).toEqual(['gu-yan due']);
    expect(alerts(order({ deadline: TONIGHT }, 'zhao-min'), NOW + MINUTE)).toEqual([]);
    const late = bookOf();
    expect([
      late(order({ deadline: TONIGHT }, 'zhao-min'), NOW + MINUTE),
      late(order({ deadline: TONIGHT }, 'zhao-min'), NOW + MINUTE),
    ]).toEqual([['gu-yan due'], []]);
    const retold = bookOf();
    retold(hazard);
    expect(retold(order({ kind: 'hazard', deadline: null, urgency: 'immediate' }, 'zhao-min'), NOW + MINUTE)).toEqual([]);
    const others = bookOf();
    others([opened({ at: NOW, ask: anAsk({ kind: 'hazard' }) })]);
    expect(
      others([
        opened({ at: NOW, ask: anAsk({ kind: 'hazard' }) }),
        copied({ at: NOW + MINUTE, voice: 'zhao-min', ask: anAsk({ deadline: TONIGHT }) }),
      ]),
    ).toEqual([]);
  });

  it('is none for what a digest has shown', () => {
    const due = aDeadline({ at: at('2026-11-18 12:00') });
    const later = at('2026-11-17 19:00');
    expect(bookOf()(task({ deadline: due }), later)).toEqual([]);
    expect(bookOf()(task({ deadline: due }, 'd-1', later), later)).toEqual(['gu-yan due']);
  });

  it('quotes only from the reader’s own groups', () => {
    const org = anOrganisation();
    const [alert] = alertBook(org, digestDays(org)).alertsFor(folded(task({ evidence: [evidence('g04', 'm1', '小群里的话')] })), NOW);
    expect(alert?.item.evidence).toEqual([{ ...evidence('g04', 'm1'), quote: null, span: null }]);
  });
});

/** What a book that has alerted of the first story, or not, says of the second at once, and when the change has been left alone for a while. */
function told(before: readonly Entry[] | null, after: readonly Entry[], when: number, meanwhile: readonly Entry[] = []) {
  const org = anOrganisation();
  const book = alertBook(org, digestDays(org));
  if (before !== null) book.alertsFor(folded(before), NOW);
  const reasons = (alerts: readonly Alert[]): readonly string[] => alerts.map(({ cadre, reason }) => `${cadre} ${reason}`);
  const atOnce = reasons(book.alertsFor(folded(after), when));
  const known = folded([...after, ...meanwhile]);
  const again = meanwhile.flatMap((entry) => reasons(book.alertsFor(folded([...after, ...meanwhile]), entry.at)));
  const held = book.nextRelease();
  const later = held === null ? [] : reasons(book.release(held, new Map([[known.id, known]])));
  return { atOnce: [...atOnce, ...again], later, after: held === null ? null : (held - when) / MINUTE };
}

const CHANGED = ['gu-yan changed'];

describe('a change', () => {
  const later = at('2026-11-16 12:00');
  const off = changed({ at: later, change: 'cancel' });

  it('of what was alerted is an alert when the old would still be acted on, once it has been left alone for a while', () => {
    expect(told(task(), [...task(), off], later)).toEqual({ atOnce: [], later: CHANGED, after: 180 });
    const shortly = at('2026-11-16 15:45');
    expect(told(task(), [...task(), changed({ at: shortly, change: 'cancel' })], shortly)).toMatchObject({ later: CHANGED, after: 10 });
  });

  it('is none for who has said something since where it was told', () => {
    const org = anOrganisation();
    const spoken = (sentAt: number, group: string): readonly Alert[] => {
      const book = alertBook(org, digestDays(org));
      book.alertsFor(folded(task()), NOW);
      const known = folded([...task(), off]);
      expect(book.alertsFor(known, later)).toEqual([]);
      book.note({ platform: off.message.platform, group, sender: { id: 'gu-yan', name: '顾燕' }, sentAt });
      return book.release(book.nextRelease() ?? 0, new Map([[known.id, known]]));
    };
    expect(spoken(later + 1, off.message.group)).toEqual([]);
    expect(spoken(later - 1, off.message.group)).toHaveLength(1);
    expect(spoken(later + 1, 'elsewhere')).toHaveLength(1);
  });

  it('is an alert at once where no time is left', () => {
    const soon = at('2026-11-16 16:30');
    expect(told(task(), [...task(), changed({ at: soon, change: 'cancel' })], soon)).toMatchObject({ atOnce: CHANGED, later: [] });
  });

  it('is none for who has answered it, or where it was taken back', () => {
    const heard = answered({ at: later + 60_000, state: 'acknowledged' });
    const again = changed({ at: later + 60_000, change: 'reinstate' });
    expect(told(task(), [...task(), off], later, [heard])).toMatchObject({ atOnce: [], later: [] });
    expect(told(task(), [...task(), off], later, [again])).toMatchObject({ atOnce: [], later: [] });
    const early = answered({ at: later - 60_000, state: 'acknowledged' });
    expect(told(task(), [...task(), early, off], later)).toMatchObject({ atOnce: [], later: CHANGED });
  });

  it('of what nobody has seen yet is none', () => {
    expect(told(null, [...task(), off], later)).toMatchObject({ atOnce: [], later: [] });
  });

  it('of what a digest has shown is one, where people would gather for nothing', () => {
    const tomorrow = at('2026-11-17 09:00');
    const cancelled = (kind: Ask['kind'], day: string): readonly Entry[] => {
      const deadline = aDeadline({ at: at(`${day} 15:00`), day });
      return [...task({ kind, deadline }), changed({ at: tomorrow, change: 'cancel' })];
    };
    expect(told(null, cancelled('meeting', '2026-11-17'), tomorrow).later).toEqual(CHANGED);
    expect(told(null, cancelled('meeting', '2026-11-19'), tomorrow).later).toEqual([]);
    expect(told(null, cancelled('directive', '2026-11-17'), tomorrow).later).toEqual([]);
  });
});

describe('what is said of a meeting that a digest has shown', () => {
  const morning = at('2026-11-17 09:00');
  const said = (quote: string): readonly string[] => {
    const meeting = task({ kind: 'meeting', deadline: aDeadline({ at: at('2026-11-17 15:00'), day: '2026-11-17' }) });
    const amended = changed({ at: morning, change: 'amend', evidence: [evidence('g01', 'm5', quote)] });
    return told(null, [...meeting, amended], morning).later;
  };

  it('is none where it only goes to another room of the house', () => {
    expect(said('三楼漏水,会场换到一楼')).toEqual([]);
    expect(said('三楼投影坏了,下午的会改二楼党员活动室')).toEqual([]);
  });

  it('is an alert where it will be held elsewhere', () => {
    expect(said('三楼漏水,会场换到河湾村村部二楼')).toEqual(CHANGED);
    expect(said('下午的会大家直接去老礼堂')).toEqual(CHANGED);
  });

  it('is none where it is only said once more', () => {
    expect(said('下午3点二楼开调度会,谁还没接龙讲一声')).toEqual([]);
    expect(said('下午3点整改推进会,谁还没接龙')).toEqual([]);
    expect(said('下午3点移民搬迁会,都准时')).toEqual([]);
  });
});

it('of a change that a digest has told none is given where it is told once more', () => {
  const deadline = aDeadline({ at: at('2026-11-17 15:00'), day: '2026-11-17' });
  const move = (when: string) => changed({ at: at(when), change: 'deadline', deadline });
  const meeting = task({ kind: 'meeting', deadline: aDeadline({ at: at('2026-11-17 09:00'), day: '2026-11-17' }) });
  const again = (first: string): readonly string[] => {
    const { atOnce, later } = told(null, [...meeting, move(first), move('2026-11-17 08:30')], at('2026-11-17 08:30'));
    return [...atOnce, ...later];
  };
  expect(again('2026-11-16 16:00')).toEqual([]);
  expect(again('2026-11-17 08:00')).toEqual(CHANGED);
});

describe('a deadline that moves', () => {
  const later = at('2026-11-16 12:00');
  const moved = (given: Partial<Ask>, to: string): readonly string[] => {
    const deadline = aDeadline({ at: at(to), day: to.slice(0, 10) });
    return told(task(given), [...task(given), changed({ at: later, change: 'deadline', deadline })], later).later;
  };

  it('is an alert where it comes sooner, or people would gather at the wrong time', () => {
    expect(moved({}, '2026-11-16 15:00')).toEqual(CHANGED);
    expect(moved({ kind: 'meeting' }, '2026-11-17 09:00')).toEqual(CHANGED);
  });

  it('is none for a meeting that only begins within the hour after', () => {
    const shown = at('2026-11-17 09:00');
    const put = (to: string): readonly string[] => {
      const meeting = task({ kind: 'meeting', deadline: aDeadline({ at: at('2026-11-17 15:00'), day: '2026-11-17' }) });
      const deadline = aDeadline({ at: at(to), day: '2026-11-17' });
      return told(null, [...meeting, changed({ at: shown, change: 'deadline', deadline })], shown).later;
    };
    expect(put('2026-11-17 15:30')).toEqual([]);
    expect(put('2026-11-17 17:00')).toEqual(CHANGED);
    expect(put('2026-11-17 14:30')).toEqual(CHANGED);
  });

  it('is none where it only gives more time', () => {
    expect(moved({}, '2026-11-20 17:30')).toEqual([]);
  });
});

describe('what is held back', () => {
  const night = at('2026-11-16 22:00');
  const deadline = aDeadline({ at: at('2026-11-17 08:00'), day: '2026-11-17' });
  const quiet = anOrganisation({ quietHours: { from: 21 * 60 + 30, to: 7 * 60 + 30 } });

  it('is everything in quiet hours, but for dangers and what is due before they end', () => {
    expect(bookOf()(task({ deadline }, 'd-1', night), night)).toEqual(['gu-yan due']);
    expect(bookOf(quiet)(task({ deadline }, 'd-1', night), night)).toEqual([]);
    expect(bookOf(quiet)(task({ deadline }, 'd-1', night), at('2026-11-17 07:30'))).toEqual(['gu-yan due']);
    expect(bookOf(quiet)(task({ kind: 'hazard' }, 'd-1', night), night)).toEqual(['gu-yan hazard']);
    const early = aDeadline({ at: at('2026-11-17 07:00') });
    expect(bookOf(quiet)(task({ deadline: early }, 'd-1', night), night)).toEqual(['gu-yan due']);
  });

  describe('until quiet hours end', () => {
    const morning = at('2026-11-17 07:30');
    const noon = aDeadline({ at: at('2026-11-17 12:00'), day: '2026-11-17' });
    /** Alerts when the quiet hours end, of a book that has heard each of these stories at night. */
    function released(org: Organisation, stories: readonly (readonly Entry[])[], later: readonly Entry[] = []): readonly string[] {
      const book = alertBook(org, digestDays(org));
      for (const story of stories) expect(book.alertsFor(folded(story), night)).toEqual([]);
      expect(book.nextRelease()).toBe(morning);
      const known = stories.map((story) => folded([...story, ...later.filter(({ directive }) => directive === story[0]?.directive)]));
      const directives = new Map(known.map((one) => [one.id, one]));
      const alerts: Alert[] = [];
      for (let next = book.nextRelease(); next !== null; next = book.nextRelease()) alerts.push(...book.release(next, directives));
      expect(book.release(morning, directives)).toEqual([]);
      return alerts.map(({ at: when, cadre, reason, item }) => `${when === morning} ${cadre} ${reason} ${item.id}`);
    }
    const story = task({ deadline: noon }, 'd-1', night);

    it('goes out then, once', () => {
      expect(released(quiet, [story, task({ deadline: noon }, 'd-2', night)])).toEqual(['true gu-yan due d-1', 'true gu-yan due d-2']);
    });

    it('stays back where it is off, put off or done by then', () => {
      const moved = changed({ at: night + 1, change: 'deadline', deadline: aDeadline({ at: at('2026-11-20 12:00') }) });
      expect(released(quiet, [story], [changed({ at: night + 1 })])).toEqual([]);
      expect(released(quiet, [story], [moved])).toEqual([]);
      expect(released(quiet, [story], [answered({ at: night + 1, state: 'done' })])).toEqual([]);
    });

    it('stays back where the reader’s digest came before, or comes just then', () => {
      const urgent = task({ deadline: null, urgency: 'immediate' }, 'd-1', night);
      expect(released(quiet, [urgent])).toEqual(['true gu-yan urgent d-1']);
      expect(released({ ...quiet, digestAt: 7 * 60 }, [urgent])).toEqual([]);
      expect(released({ ...quiet, digestAt: 7 * 60 + 30 }, [urgent])).toEqual([]);
    });

    it('counts against the day’s cap', () => {
      const both = [story, task({ deadline: noon }, 'd-2', night)];
      expect(released({ ...quiet, alertCap: 1 }, both)).toEqual(['true gu-yan due d-1']);
    });

    it('tells a change of what was shown, two hours before it matters', () => {
      const due = task({ kind: 'meeting', deadline: noon }, 'd-1', NOW);
      expect(released(quiet, [[...due, changed({ at: night, change: 'cancel' })]])).toEqual(['false gu-yan changed d-1']);
    });
  });

  it('is what goes beyond the day’s cap, but for dangers', () => {
    const alerts = bookOf(anOrganisation({ alertCap: 2 }));
    const told = [1, 2, 3].flatMap((number) => alerts(task({}, `d-${number}`)));
    expect(told).toEqual(['gu-yan due', 'gu-yan due']);
    expect(alerts(task({ kind: 'hazard' }, 'd-4'))).toEqual(['gu-yan hazard']);
    const tomorrow = at('2026-11-17 10:00');
    expect(alerts(task({ deadline: aDeadline({ at: at('2026-11-17 17:00') }) }, 'd-5', tomorrow), tomorrow)).toEqual(['gu-yan due']);
  });

  it('does not use the cap up', () => {
    const alerts = bookOf(anOrganisation({ alertCap: 1 }));
    const issuer = { id: 'gu-yan', name: '顾燕', person: 'gu-yan' };
    expect(alerts([opened({ at: NOW, directive: 'd-own', issuer, ask: anAsk({ deadline: TONIGHT }) })])).toEqual([]);
    expect(alerts(task())).toEqual(['gu-yan due']);
  });
});

describe('whom a change itself has rung', () => {
  const org = anOrganisation();
  const moved = at('2026-11-16 10:30');
  const [startWas, startIs] = [at('2026-11-16 15:00'), at('2026-11-16 16:30')];
  const change = (id: string, when: number, group = 'g01') =>
    changed({
      at: when,
      change: 'deadline',
      deadline: aDeadline({ at: startIs, day: '2026-11-16' }),
      evidence: [evidence(group, id, '会改到四点半')],
    });
  const meeting = task({ kind: 'meeting', deadline: aDeadline({ at: startWas, day: '2026-11-16' }) });

  /** Reasons at once and at the end of the time that a change is left alone. */
  function toldOf(mentions: readonly string[], ...changes: readonly Entry[]): readonly string[] {
    const book = alertBook(org, digestDays(org));
    book.alertsFor(folded(meeting), NOW);
    const found: Alert[] = [];
    const entries = [...meeting];
    for (const [index, entry] of changes.entries()) {
      entries.push(entry);
      const sender = { id: 'zhao-min', name: '赵敏' };
      book.note({ platform: 'wechat', group: 'g01', sender, sentAt: entry.at, ...(index === 0 ? { mentions } : {}) });
      found.push(...book.alertsFor(folded(entries), entry.at));
    }
    const known = folded(entries);
    for (let held = book.nextRelease(); held !== null; held = book.nextRelease())
      found.push(...book.release(held, new Map([[known.id, known]])));
    return found.map(({ cadre, reason }) => `${cadre} ${reason}`);
  }

  it.each<readonly [what: string, mentions: readonly string[], told: readonly string[]]>([
    ['nobody', [], CHANGED],
    ['somebody else', ['zhao-min'], CHANGED],
    ['the reader', ['gu-yan'], []],
    ['everybody', ['*'], []],
  ])('%s', (_what, mentions, told) => expect(toldOf(mentions, change('m5', moved))).toEqual(told));

  it('needn’t be rung where it is told once more, but where it changes again', () => {
    expect(toldOf(['*'], change('m5', moved), change('m6', moved + MINUTE))).toEqual([]);
    const off = changed({ at: moved + MINUTE, change: 'cancel', evidence: [evidence('g01', 'm7', '会不开了')] });
    expect(toldOf(['*'], change('m5', moved), off)).toEqual(CHANGED);
  });
});
