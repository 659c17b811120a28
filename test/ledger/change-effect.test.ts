import { describe, expect, it } from 'vitest';
import { mayChange, whatFor } from '../../src/ledger/change-effect.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { DAY } from '../../src/model/instant.ts';
import { NO_PARTICULARS } from '../../src/model/reading.ts';
import { aDeadline, at } from '../kit/digest-builders.ts';
import { aChange, anAsk, aReading, changed, folded, opened } from '../kit/ledger-builders.ts';

const DUE = aDeadline({ basis: 'said', at: at('2026-11-20 17:30'), day: '2026-11-20' });
const KNOWN = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ deadline: DUE }) })]);
const reading = aReading('m5', '2026-11-17 10:00');
const BY_ANOTHER = { ...reading, sender: { id: 'wei-jia', name: '魏佳', person: 'wei-jia' } };

describe('a cancellation that was judged an ask', () => {
  const off = aChange({ change: 'cancel', asks: true });
  const named = { ...off, particulars: { ...NO_PARTICULARS, persons: ['zhao-min'] } };

  it('needs the word of who asked, or of somebody who speaks for that one', () => {
    expect(mayChange(KNOWN, off, reading)).toBe(true);
    expect(mayChange(KNOWN, off, BY_ANOTHER)).toBe(false);
    expect(mayChange(KNOWN, named, BY_ANOTHER)).toBe(true);
  });

  it('is not the word of one of those who were asked', () => {
    const { sender } = BY_ANOTHER;
    expect(mayChange(KNOWN, named, { ...BY_ANOTHER, sender: { ...sender, id: 'gu-yan', person: 'gu-yan' } })).toBe(false);
  });
});

it('keeps the hour that it has where it is only put on another day', () => {
  const evening = aDeadline({ basis: 'assumed', precision: 'half_day', at: at('2026-11-22 00:00'), day: '2026-11-21', phrase: '明晚' });
  const moved = (given: object) =>
    whatFor(new LedgerState(), reading, aChange({ change: 'deadline', deadline: evening, moves: true, ...given }), KNOWN, reading.at);
  expect(moved({ keepsClock: true }).deadline?.at).toBe(at('2026-11-21 17:30'));
  expect(moved({}).deadline?.at).toBe(evening.at);
});

describe('what is to count again', () => {
  it('may be passed on as the word of who asked for it, by those who were asked', () => {
    const again = aChange({ change: 'reinstate', asks: true });
    const named = { ...again, particulars: { ...NO_PARTICULARS, persons: ['zhao-min'] } };
    const byAsked = { ...reading, sender: { id: 'gu-yan', name: '顾燕', person: 'gu-yan' } };
    const off = { ...KNOWN, status: 'cancelled' } as const;
    expect([mayChange(off, named, byAsked), mayChange(off, again, byAsked), mayChange(KNOWN, named, byAsked)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a slip', () => {
  it('takes back only the copy that its sender has posted', () => {
    const slip = aChange({ change: 'cancel', asks: true, slip: true, targets: ['m1'] });
    expect(mayChange(KNOWN, slip, reading)).toBe(true);
    expect(mayChange(KNOWN, { ...slip, targets: ['m77'] }, reading)).toBe(false);
    expect(mayChange({ ...KNOWN, status: 'cancelled', copies: [] }, slip, reading)).toBe(true);
  });
});

describe('a bare clock', () => {
  it('is of the day that is said to have been its own', () => {
    const clock = aDeadline({ basis: 'said', at: at('2026-11-17 15:30'), day: '2026-11-17', phrase: '下午3点半' });
    const moved = (oldDay: string | null) =>
      whatFor(new LedgerState(), reading, aChange({ moves: true, deadline: clock, oldDay }), KNOWN, reading.at).deadline?.day;
    expect(moved('2026-11-20')).toBe('2026-11-20');
    expect(moved(null)).toBe('2026-11-17');
  });
});

describe('what is off already', () => {
  it('may be said to be off by anybody of the organisation, and changes nothing', () => {
    const off = aChange({ change: 'cancel', asks: true });
    expect(mayChange({ ...KNOWN, status: 'cancelled' }, off, BY_ANOTHER)).toBe(true);
    expect(mayChange(KNOWN, off, BY_ANOTHER)).toBe(false);
  });
});

describe('what somebody takes in that another has asked for', () => {
  it('is called off by who takes it in', () => {
    const off = aChange({ change: 'cancel', asks: true });
    const handedIn = { ...KNOWN, particulars: { ...KNOWN.particulars, recipients: [BY_ANOTHER.sender.person ?? ''] } };
    expect(mayChange(handedIn, off, BY_ANOTHER)).toBe(true);
    expect(mayChange(handedIn, { ...off, change: 'reinstate' }, BY_ANOTHER)).toBe(false);
  });
});

describe('a time that an order names', () => {
  it('moves nothing that others were asked for', () => {
    const order = aChange({ asks: true, deadline: DUE, audience: { people: ['ji-lan'], unclear: false } });
    const known = { ...KNOWN, audience: { people: ['gu-yan'], unclear: false } };
    expect(mayChange(known, order, reading)).toBe(false);
    expect(mayChange(known, { ...order, audience: { people: ['gu-yan', 'ji-lan'], unclear: false } }, reading)).toBe(true);
    expect(mayChange(known, { ...order, audience: { people: ['ji-lan'], unclear: true } }, reading)).toBe(true);
  });
});

describe('by how much a time is moved', () => {
  it('counts from the time that is named as the old one', () => {
    const change = aChange({ shift: 2 * DAY, moves: true, deadline: DUE });
    expect(whatFor(new LedgerState(), reading, change, KNOWN, reading.at).deadline?.day).toBe('2026-11-22');
  });

  it('counts once, however often it is passed on', () => {
    const now = aDeadline({ basis: 'said', at: at('2026-11-21 17:30'), day: '2026-11-21' });
    const moved = folded([
      opened({ at: at('2026-11-16 09:00'), ask: anAsk({ deadline: DUE }) }),
      changed({ at: at('2026-11-17 09:30'), change: 'deadline', deadline: now }),
    ]);
    const effect = (given: Parameters<typeof aChange>[0]) =>
      whatFor(new LedgerState(), reading, aChange({ shift: DAY, moves: true, ...given }), moved, reading.at).deadline?.day;
    expect(effect({ deadline: now })).toBe('2026-11-21');
    expect(effect({ evidence: aChange().evidence.map((one) => ({ ...one, group: 'g02' })) })).not.toBe('2026-11-22');
    expect(effect({})).toBe('2026-11-22');
    expect(effect({ shift: 2 * DAY, deadline: now })).toBe('2026-11-23');
  });
});

describe('what a stranger says', () => {
  it('changes nothing that is not his own, whatever name he bears', () => {
    const stranger = { ...reading, sender: { id: 'x-1', name: '赵敏', person: null } };
    const off = aChange({ change: 'cancel', fallback: anAsk() });
    expect(mayChange(KNOWN, off, stranger)).toBe(false);
    expect(mayChange({ ...KNOWN, issuer: stranger.sender }, off, stranger)).toBe(true);
  });
});

describe('the time that something has', () => {
  const friday = { ...DUE, phrase: '周五' };
  const thursday = aDeadline({ basis: 'said', at: at('2026-11-19 17:00'), day: '2026-11-19', phrase: '19号下午5点' });
  const effect = (known: typeof KNOWN, given: Parameters<typeof aChange>[0]) =>
    whatFor(new LedgerState(), reading, aChange({ moves: true, deadline: friday, ...given }), known, reading.at);
  const moved = folded([
    opened({ at: at('2026-11-16 09:00'), ask: anAsk({ deadline: thursday }) }),
    changed({ at: at('2026-11-16 16:00'), change: 'deadline', deadline: DUE }),
  ]);

  it('is not its new one, where another is named beside it', () => {
    expect(effect(KNOWN, { otherwise: [thursday] })).toEqual({ change: 'deadline', deadline: thursday });
  });

  it('is told again where it was moved there, unless the one before is named', () => {
    const saturday = { ...thursday, at: at('2026-11-21 17:00'), day: '2026-11-21' };
    expect(effect(moved, { otherwise: [saturday] })).toEqual({ change: 'deadline', deadline: friday });
    expect(effect(moved, { otherwise: [thursday] })).toEqual({ change: 'deadline', deadline: thursday });
  });

  it('is told again where only its day is named', () => {
    const day = aDeadline({
      basis: 'assumed',
      anchor: null,
      precision: 'day',
      at: at('2026-11-21 00:00'),
      day: '2026-11-20',
      phrase: '20号前',
    });
    expect(effect(moved, { deadline: day })).toEqual({ change: 'deadline', deadline: DUE });
    expect(effect(KNOWN, { deadline: day }).change).toBe('remind');
  });
});
