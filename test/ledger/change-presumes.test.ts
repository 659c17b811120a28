import { describe, expect, it } from 'vitest';
import { absentees, askedFit, namesAsked, owed, stateFit } from '../../src/ledger/change-presumes.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAsk, answered, changed, folded, opened } from '../kit/ledger-builders.ts';

const NOW = at('2026-11-16 16:00');
const VILLAGES = ['gu-yan', 'wang-wei', 'li-na', 'sun-bo'];
const TABLE = opened({ at: at('2026-11-16 09:00'), ask: anAsk({ audience: { people: VILLAGES, unclear: false } }) });

function reported(person: string) {
  return answered({ at: at('2026-11-16 15:00'), turn: `of ${person}`, person, state: 'reported', message: evidence('g01', person) });
}

describe('what a reminder takes for granted', () => {
  const press = (...people: readonly string[]) => aChange({ change: 'remind', audience: { people, unclear: false } });

  it('is that those whom it names still owe what the others have delivered', () => {
    const known = folded([TABLE, reported('li-na'), reported('sun-bo')]);
    expect(owed(press('gu-yan', 'wang-wei'), known)).toBe(1);
    expect(owed(press('gu-yan', 'li-na'), known)).toBe(0.25);
    expect(owed(press('li-na', 'sun-bo'), known)).toBe(0);
  });

  it('is nothing where nobody has delivered anything', () => {
    expect(owed(press('gu-yan'), folded([TABLE]))).toBe(0);
    expect(owed({ ...press('gu-yan'), change: 'deadline' }, folded([TABLE, reported('li-na')]))).toBe(0);
  });
});

describe('what a change takes for granted of who is there', () => {
  const known = folded([TABLE]);
  it('is that those whom it is about hear it', () => {
    expect(absentees(aChange({ present: ['gu-yan', 'wang-wei', 'li-na', 'sun-bo', 'zhao-min'] }), known)).toBe(0);
    expect(absentees(aChange({ present: ['gu-yan', 'zhao-min'] }), known)).toBe(0.75);
    expect(absentees(aChange({ present: ['zhao-min'] }), known)).toBe(1);
  });

  it('is nothing where it isn’t known who is there, or who is asked', () => {
    expect(absentees(aChange({ present: [] }), known)).toBe(0);
    const unclear = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ audience: { people: VILLAGES, unclear: true } }) })]);
    expect(absentees(aChange({ present: ['zhao-min'] }), unclear)).toBe(0);
  });
});

describe('who is named in a change', () => {
  it('is a share of those who are asked', () => {
    const named = (...persons: readonly string[]) => aChange({ particulars: { ...anAsk().particulars, persons } });
    expect(namesAsked(named('li-na', 'sun-bo'), folded([TABLE]))).toBe(0.5);
    expect(namesAsked(named('zhao-min'), folded([TABLE]))).toBe(0);
    const unclear = folded([opened({ at: NOW, ask: anAsk({ audience: { people: ['li-na'], unclear: true } }) })]);
    expect(namesAsked(named('li-na'), unclear)).toBe(0);
  });
});

describe('what a change takes for granted of how something stands', () => {
  it('is that it was taken back, where it is taken up again', () => {
    const again = aChange({ change: 'reinstate' });
    const off = folded([TABLE, changed({ at: at('2026-11-16 10:00'), change: 'cancel' })]);
    expect(stateFit(again, off, NOW)).toMatchObject({ revived: 1, standsYet: 0 });
    expect(stateFit(again, folded([TABLE]), NOW)).toMatchObject({ revived: 0, standsYet: 1 });
  });

  it('is that it is told again, where it was called off within the hour', () => {
    const off = folded([TABLE, changed({ at: at('2026-11-16 15:30'), change: 'cancel' })]);
    expect(stateFit(aChange({ change: 'cancel' }), off, NOW).offAgain).toBe(1);
    expect(stateFit(aChange({ change: 'cancel' }), off, at('2026-11-16 17:00')).offAgain).toBe(0);
    expect(stateFit(aChange({ change: 'deadline' }), off, NOW).offAgain).toBe(0);
  });

  it('is its month and its table', () => {
    const of = (period: string, form: string) => ({ ...anAsk().particulars, periods: [period], forms: [form] });
    const known = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ particulars: of('10月', '对账单') }) })]);
    expect(stateFit(aChange({ particulars: of('9月', '对账单') }), known, NOW)).toMatchObject({
      otherPeriod: 1,
      sameForm: 1,
      otherForm: 0,
    });
    expect(stateFit(aChange({ particulars: of('10月', '核对表') }), known, NOW)).toMatchObject({
      otherPeriod: 0,
      sameForm: 0,
      otherForm: 1,
    });
  });

  it('is that it comes again, where it is called a daily report', () => {
    const daily = folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ deadline: aDeadline({ recurrence: 'daily' }) }) })]);
    expect(stateFit(aChange({ topics: ['日报'] }), daily, NOW).series).toBe(1);
    expect(stateFit(aChange({ topics: ['日报'] }), folded([TABLE]), NOW).series).toBe(0);
  });
});

describe('what a change takes for granted of when it was asked, and by whom', () => {
  const known = folded([TABLE]);
  const day = (from: string, until: string): readonly [number, number] => [at(from), at(until)];
  const fit = (on: readonly (readonly [number, number])[], by: readonly string[] = []) => askedFit(aChange({ asked: { on, by } }), known);

  it('is that it was asked, or altered, then', () => {
    expect(fit([day('2026-11-16 00:00', '2026-11-17 00:00')]).askedThen).toBe(1);
    expect(fit([day('2026-11-14 00:00', '2026-11-15 00:00')]).askedThen).toBe(-1);
    expect(fit([day('2026-11-18 00:00', '2026-11-19 00:00')]).askedThen).toBe(0);
    expect(askedFit(aChange(), known)).toEqual({ askedThen: 0, asker: 0 });
  });

  it('is that those have asked it who are named', () => {
    expect(fit([], ['zhao-min']).asker).toBe(1);
    expect(fit([], ['he-min']).asker).toBe(-1);
    // Of those who are asked it tells whose it is to deliver.
    expect(fit([], ['sun-bo']).asker).toBe(0);
  });
});

describe('who is spoken to', () => {
  it('is one of those who are asked, in reply to them too', () => {
    expect(namesAsked(aChange({ repliesTo: 'gu-yan' }), folded([TABLE]))).toBe(0.25);
    expect(namesAsked(aChange(), folded([TABLE]))).toBe(0);
  });
});
