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

describe('days that are named beside the deadline', () => {
  const naming = (days: readonly string[]) => anAsk({ deadline: aDeadline(), days });

  it('are those of all copies', () => {
    const first = opened({ at: NINE, ask: naming(['2026-11-23']) });
    expect(folded([first, copied({ at: TEN, ask: naming(['2026-11-24', '2026-11-23']) })]).days).toEqual(['2026-11-23', '2026-11-24']);
    expect(folded([first, copied({ at: TEN })]).days).toEqual(['2026-11-23']);
    expect(folded([OPEN]).days).toBeUndefined();
  });
});

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
  it('that is passed on to some in their own group leaves it to all who read it where it was said', () => {
    const all = { people: ['gu-yan', 'li-na', 'zhao-min'], unclear: true };
    const some = anAsk({ audience: { people: ['li-na'], unclear: false }, evidence: [evidence('g03', 'm7')], handedOn: true });
    const directive = folded([
      opened({ at: NINE, ask: anAsk({ audience: all }) }),
      copied({ at: TEN, turn: 'wechat\0g03\0m7', ask: some }),
    ]);
    expect(directive.audience).toMatchObject(all);
    const { handedOn: _, ...own } = some;
    expect(folded([opened({ at: NINE, ask: anAsk({ audience: all }) }), copied({ at: TEN, ask: own })]).audience.unclear).toBe(false);
  });

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

  it('keeps of whom it can’t be told whether they are meant, by the greater chance, until a copy is sure of them', () => {
    const asking = (people: readonly string[], perhaps: Readonly<Record<string, number>>) =>
      anAsk({ audience: { people, unclear: false, perhaps } });
    const opening = opened({ at: NINE, ask: asking(['gu-yan'], { 'a-li': 0.2, 'zhao-min': 0.3 }) });
    const first = copied({ at: TEN, ask: asking(['gu-yan'], { 'a-li': 0.4, 'lin-fang': 0.1 }) });
    const sure = copied({ at: ELEVEN, turn: 'wechat\0g03\0m7', ask: asking(['zhao-min'], {}) });
    expect(folded([opening, first]).audience).toEqual({
      people: ['gu-yan'],
      unclear: false,
      perhaps: { 'a-li': 0.4, 'lin-fang': 0.1, 'zhao-min': 0.3 },
    });
    const directive = folded([opening, first, sure]);
    expect(directive.audience).toEqual({ people: ['gu-yan', 'zhao-min'], unclear: false, perhaps: { 'a-li': 0.4, 'lin-fang': 0.1 } });
    expect([...directive.joined]).toEqual([['lin-fang', TEN]]);
  });

  it('leaves out who has said that it isn’t theirs, though it may have been', () => {
    const opening = opened({ at: NINE, ask: anAsk({ audience: { people: ['gu-yan'], unclear: false, perhaps: { 'a-li': 0.2 } } }) });
    const message = { platform: 'wechat', group: '', id: 'c1' };
    const declined: Entry = { kind: 'declined', directive: 'd-1', person: 'a-li', message, turn: 'command 1', at: TEN, order: 0 };
    expect(folded([opening, declined]).audience).toEqual({ people: ['gu-yan'], unclear: false });
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
  it('is for those whom its new words name, where the same hand sends it a moment later', () => {
    const named = (...people: readonly string[]) => ({ audience: { people, unclear: false } });
    const issuer = { id: 'zhao-min', name: '赵敏', person: 'zhao-min' };
    const first = opened({ at: NINE, issuer, ask: anAsk(named('gu-yan', 'lu-he')) });
    const back = changed({ at: NINE + 60_000 });
    const again = copied({ at: NINE + 120_000, voice: 'zhao-min', ask: anAsk(named('lu-he', 'mo-li')) });
    expect(folded([first, back, again]).audience.people).toEqual(['lu-he', 'mo-li']);
    expect(folded([first, back, { ...again, voice: 'mo-li' }]).audience.people).toEqual(['gu-yan', 'lu-he', 'mo-li']);
  });

  it('has the time of its new words', () => {
    const directive = folded([OPEN, changed({ at: TEN }), copied({ at: ELEVEN, ask: anAsk({ deadline: LATER }) })]);
    expect([directive.status, directive.deadline]).toEqual(['open', LATER]);
    expect(directive.changes.map(({ field, from, to }) => [field, from?.slice(0, 10), to?.slice(0, 10)]).slice(1)).toEqual([
      ['status', 'cancelled', 'open'],
      ['deadline', new Date(OPEN.ask.deadline?.at ?? 0).toISOString().slice(0, 10), '2026-11-20'],
    ]);
  });
});
