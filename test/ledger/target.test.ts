import { describe, expect, it } from 'vitest';
import { LedgerState } from '../../src/ledger/state.ts';
import { targetOfAnswer, targetsOfChange } from '../../src/ledger/target.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAnswer, anAsk, aReading, changed, opened } from '../kit/ledger-builders.ts';

const TABLE = opened({ at: at('2026-11-16 09:00'), directive: 'd-table', turn: 't1' });
const DITCH = opened({
  at: at('2026-11-16 09:30'),
  directive: 'd-ditch',
  turn: 't2',
  ask: anAsk({ topics: ['防汛', '清淤', '进度'], evidence: [evidence('g01', 'm2')] }),
});
const VOTE = opened({
  at: at('2026-11-16 09:40'),
  directive: 'd-vote',
  turn: 't3',
  ask: anAsk({ kind: 'traffic', topics: ['投票', '河堤'], evidence: [evidence('g02', 'm2')] }),
});

function ledger(...entries: readonly Parameters<LedgerState['append']>[0][]): LedgerState {
  const state = new LedgerState();
  for (const entry of entries.length === 0 ? [TABLE, DITCH, VOTE] : entries) state.append(entry);
  return state;
}

function answers(given: Parameters<typeof anAnswer>[0], wallClock: string, state = ledger(), group = 'g01'): string | undefined {
  const reading = aReading('m3', wallClock, {}, group);
  return targetOfAnswer(state, reading, anAnswer({ ...reading.turn, ...given }), reading.at)?.id;
}

describe('an answer', () => {
  it('is to what it replies to', () => {
    expect(answers({ targets: ['m1'] }, '2026-11-16 09:50')).toBe('d-table');
    expect(answers({ targets: ['m2'] }, '2026-11-16 09:50')).toBe('d-ditch');
  });

  it('is to what was last asked in its group when it says no more', () => {
    expect(answers({}, '2026-11-16 09:10', ledger(TABLE))).toBe('d-table');
    expect(answers({}, '2026-11-16 09:35')).toBe('d-ditch');
    expect(answers({ clicked: true }, '2026-11-16 09:45', ledger(), 'g02')).toBe('d-vote');
  });

  it('is to what it speaks of', () => {
    expect(answers({ state: 'done', topics: ['农机', '购置', '补贴', '核验'] }, '2026-11-16 15:00')).toBe('d-table');
    expect(answers({ state: 'reported', topics: ['清淤', '进度'] }, '2026-11-16 15:00')).toBe('d-ditch');
  });

  it('is to nothing that does not ask this person', () => {
    expect(answers({ person: 'zhao-min' }, '2026-11-16 09:50')).toBeUndefined();
    expect(answers({ person: 'zhao-min', targets: ['m1'] }, '2026-11-16 09:50')).toBeUndefined();
  });

  it('comes within hours; a report within days', () => {
    expect(answers({}, '2026-11-16 20:00')).toBeUndefined();
    expect(answers({ state: 'done', topics: ['清淤', '进度', '防汛'] }, '2026-11-19 20:00')).toBe('d-ditch');
    expect(answers({ state: 'done', topics: ['清淤', '进度', '防汛'] }, '2026-11-29 20:00')).toBeUndefined();
  });

  it('is to nothing that is only told, and to nothing that came later', () => {
    const notice = opened({ at: at('2026-11-16 09:00'), ask: anAsk({ kind: 'notice' }) });
    expect(answers({}, '2026-11-16 09:10', ledger(notice))).toBeUndefined();
    expect(answers({}, '2026-11-16 08:50', ledger(TABLE))).toBeUndefined();
  });

  it('the second time goes rather to what has none yet', () => {
    const state = ledger();
    const message = { platform: 'wechat', group: 'g01', id: 'm3' };
    state.append({
      kind: 'answered',
      directive: 'd-ditch',
      turn: 't9',
      at: at('2026-11-16 09:31'),
      order: 0,
      person: 'gu-yan',
      state: 'acknowledged',
      message,
    });
    expect(answers({}, '2026-11-16 09:50')).toBe('d-ditch');
    expect(answers({}, '2026-11-16 09:50', state)).toBe('d-table');
  });
});

function changes(given: Parameters<typeof aChange>[0], wallClock: string, state = ledger()): readonly (string | undefined)[] {
  const reading = aReading('m5', wallClock);
  return targetsOfChange(state, reading, aChange(given), reading.at).directives.map(({ id }) => id);
}

describe('a change', () => {
  it('is of what it replies to, whatever it says', () => {
    expect(changes({ targets: ['m1'], topics: ['清淤', '进度'] }, '2026-11-16 10:00')).toEqual(['d-table']);
  });

  it('of a recalled message that is no directive is of nothing', () => {
    expect(changes({ targets: ['m77'], topics: ['清淤', '进度', '防汛'] }, '2026-11-16 10:00')).toEqual([]);
  });

  it('is of what it shares words with', () => {
    expect(changes({ change: 'amend', topics: ['清淤', '进度', '防汛'], head: ['清淤'] }, '2026-11-16 10:00')).toEqual(['d-ditch']);
  });

  it('of what nobody has spoken of is of nothing', () => {
    expect(changes({ topics: ['低保', '名单'] }, '2026-11-18 10:00', ledger(TABLE))).toEqual([]);
  });

  it('is of a closed one only to say so again, or to take it up again', () => {
    const state = ledger(TABLE, changed({ at: at('2026-11-16 09:10'), directive: 'd-table', turn: 't4' }));
    const words = { topics: ['农机', '购置', '补贴', '核验'], head: ['农机', '购置'] };
    expect(changes({ ...words, change: 'deadline' }, '2026-11-16 10:00', state)).toEqual([]);
    expect(changes({ ...words, change: 'cancel' }, '2026-11-16 10:00', state)).toEqual(['d-table']);
    expect(changes({ ...words, change: 'reinstate' }, '2026-11-16 10:00', state)).toEqual(['d-table']);
    expect(changes({ ...words, change: 'cancel' }, '2026-11-19 10:00', state)).toEqual([]);
  });

  it('is told by the day that it replaces', () => {
    const words = { topics: ['表格'], head: [], fallback: anAsk() };
    const early = opened({ ...TABLE, ask: anAsk({ deadline: aDeadline(), topics: ['表格', '核验'] }) });
    const late = opened({
      ...DITCH,
      ask: anAsk({ ...DITCH.ask, deadline: aDeadline({ day: '2026-11-25', at: at('2026-11-25 17:30') }), topics: ['表格', '进度'] }),
    });
    expect(changes({ ...words, oldDay: '2026-11-25' }, '2026-11-16 10:00', ledger(early, late))).toEqual(['d-ditch']);
    expect(changes({ ...words, oldDay: '2026-11-18' }, '2026-11-16 10:00', ledger(early, late))).toEqual(['d-table']);
  });
});
