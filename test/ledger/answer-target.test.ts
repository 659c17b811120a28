import { describe, expect, it } from 'vitest';
import { answerCandidates, targetOfAnswer } from '../../src/ledger/answer-target.ts';
import { ANSWER_SIGNS } from '../../src/model/answer-weights.ts';
import type { Ask } from '../../src/model/reading.ts';
import { at, evidence } from '../kit/digest-builders.ts';
import { anAnswer, anAsk, aReading, DITCH, ledgerOf, opened, TABLE } from '../kit/ledger-builders.ts';

function answers(given: Parameters<typeof anAnswer>[0], wallClock: string, state = ledgerOf(), group = 'g01'): string | undefined {
  const reading = aReading('m3', wallClock, {}, group);
  return targetOfAnswer(state, reading, anAnswer({ ...reading.turn, ...given }), reading.at)?.id;
}

describe('an answer', () => {
  it('is to what it replies to', () => {
    expect(answers({ targets: ['m1'] }, '2026-11-16 09:50')).toBe('d-table');
    expect(answers({ targets: ['m2'] }, '2026-11-16 09:50')).toBe('d-ditch');
  });

  it('is to what was last asked in its group when it says no more', () => {
    expect(answers({}, '2026-11-16 09:10', ledgerOf(TABLE))).toBe('d-table');
    expect(answers({}, '2026-11-16 09:35')).toBe('d-ditch');
    expect(answers({ clicked: true }, '2026-11-16 09:45', ledgerOf(), 'g02')).toBe('d-vote');
  });

  it('is to what it speaks of', () => {
    expect(answers({ form: 'report', state: 'done', topics: ['农机', '购置', '补贴', '核验'] }, '2026-11-16 15:00')).toBe('d-table');
    expect(answers({ form: 'report', state: 'reported', topics: ['清淤', '进度', '防汛'] }, '2026-11-16 15:00')).toBe('d-ditch');
  });

  it('is to what it calls by its title, where nothing else is called so, whatever was asked since', () => {
    const known = (ask: Partial<Ask>, id: string, at0: string) =>
      opened({ at: at(at0), directive: id, turn: id, ask: anAsk({ evidence: [evidence('g01', id)], ...ask }) });
    const rota = known({ topics: ['报值', '值班', '班表'], object: ['报值', '值班', '班表'] }, 'rota', '2026-11-16 08:40');
    const bags = known({ topics: ['沙袋', '数量'], object: ['沙袋', '数量'] }, 'bags', '2026-11-16 10:40');
    const said = (topics: readonly string[]) =>
      answers({ form: 'report', state: 'done', topics }, '2026-11-16 11:40', ledgerOf(rota, bags));
    expect(said(['值班', '班表', '表已', '已报'])).toBe('rota');
    expect(said(['沙袋', '值班', '班表'])).toBe('bags');
  });

  it('is to nothing that does not ask this person', () => {
    expect(answers({ person: 'zhao-min' }, '2026-11-16 09:50')).toBeUndefined();
    expect(answers({ person: 'zhao-min', targets: ['m1'] }, '2026-11-16 09:50')).toBeUndefined();
  });

  it('comes within hours; a report within days', () => {
    expect(answers({}, '2026-11-16 12:00')).toBe('d-ditch');
    expect(answers({}, '2026-11-17 20:00')).toBeUndefined();
    expect(answers({ form: 'report', state: 'done', topics: ['清淤', '进度', '防汛'] }, '2026-11-19 20:00')).toBe('d-ditch');
    expect(answers({ form: 'report', state: 'done', topics: ['清淤', '进度', '防汛'] }, '2026-11-29 20:00')).toBeUndefined();
  });

  it('is to nothing that is only told, and to nothing that came later', () => {
    const notice = opened({ at: at('2026-11-16 09:00'), ask: anAsk({ kind: 'notice' }) });
    expect(answers({}, '2026-11-16 09:10', ledgerOf(notice))).toBeUndefined();
    expect(answers({}, '2026-11-16 08:50', ledgerOf(TABLE))).toBeUndefined();
  });

  it('sees what was said last: the directive itself, or a speech that stands between', () => {
    const reading = aReading('m3', '2026-11-16 09:45');
    const barrier = (id: string, wallClock: string): readonly [number | undefined, number | undefined] => {
      const answer = anAnswer({ ...reading.turn, follows: { id, at: at(wallClock) } });
      const signs = answerCandidates(ledgerOf(DITCH), reading, answer, reading.at)[0]?.signs;
      return [signs?.follows, signs?.barrier];
    };
    expect(barrier('m2', '2026-11-16 09:30')).toEqual([1, 0]);
    expect(barrier('m-speech', '2026-11-16 09:42')).toEqual([0, 1]);
  });

  it('weighs signs by their place: they stand in the order of their names', () => {
    const reading = aReading('m3', '2026-11-16 09:45');
    const [found] = answerCandidates(ledgerOf(DITCH), reading, anAnswer({ ...reading.turn }), reading.at);
    expect(Object.keys(found?.signs ?? {})).toEqual([...ANSWER_SIGNS]);
  });

  it('is to the work order whose number it names', () => {
    const order = (id: string, number: string) =>
      opened({
        at: at('2026-11-16 09:00'),
        directive: `d-${id}`,
        turn: `t-${id}`,
        ask: anAsk({ kind: 'appeal', topics: ['工单', number], evidence: [evidence('g01', id)] }),
      });
    const state = ledgerOf(order('a', 'dl1116-04'), order('b', 'dl1116-07'));
    const said = { form: 'report' as const, state: 'done' as const, topics: ['水管', '接头'] };
    expect(answers({ ...said, numbers: ['07'] }, '2026-11-16 15:00', state)).toBe('d-b');
    expect(answers({ ...said, numbers: ['04'] }, '2026-11-16 15:00', state)).toBe('d-a');
  });

  it('may be talk, where it says so much', () => {
    const talk = { form: 'talk' as const, state: 'reported' as const };
    expect(answers({ ...talk, topics: ['杀猪', '猪菜'] }, '2026-11-16 15:00')).toBeUndefined();
    expect(answers({ ...talk, topics: ['农机', '购置', '补贴', '核验'] }, '2026-11-16 09:20', ledgerOf(TABLE))).toBe('d-table');
  });
});
