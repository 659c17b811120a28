import { describe, expect, it } from 'vitest';
import { settleReading } from '../../src/ledger/decide.ts';
import { foldEntries } from '../../src/ledger/fold.ts';
import { JOIN_SIGNS, joinedBy, likeliestUnasked } from '../../src/ledger/joined-by-answer.ts';
import { SHIPPED_MERGE } from '../../src/ledger/merge-score.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import type { MergeModel } from '../../src/model/merge-weights.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { Answer, Audience } from '../../src/model/reading.ts';
import { anOrganisation, aPerson, at } from '../kit/digest-builders.ts';
import { anAnswer, anAsk, aReading, ISSUER, opened, timeIn } from '../kit/ledger-builders.ts';

const VILLAGES = ['南渡村', '北渡村', '沙窝村', '柳湾村', '石桥村', '东圩村'];

/** Six village secretaries, the clerk who asks, and a police officer, all of one group. */
function sixVillages(): Organisation {
  const heads = VILLAGES.map((area, place) =>
    aPerson({ id: `head-${place}`, name: `村书${place}`, title: `${area}党支部书记`, areas: [area] }),
  );
  const clerk = aPerson({ id: ISSUER.person ?? '', name: '王伟', title: '农服中心主任', areas: [] });
  const officer = aPerson({ id: 'officer', name: '霍刚', title: '派出所副所长', areas: [] });
  const boss = aPerson({ id: 'boss', name: '彭绍', title: '镇长', areas: [], roles: ['leader'] });
  const people = [...heads, clerk, officer, boss];
  const groups = [{ platform: 'wechat', id: 'g01', name: '农机群', department: '农服中心', members: people.map(({ id }) => id) }];
  return anOrganisation({ people, groups });
}

const ASKED = ['head-0', 'head-1', 'head-2', 'head-3', 'head-4'];
const ORG = sixVillages();

function ledgerAsking(
  people: readonly string[],
  merging: MergeModel = SHIPPED_MERGE,
  org: Organisation | null = ORG,
  given: Partial<Audience> = {},
): LedgerState {
  const state = new LedgerState(merging, org);
  state.append(
    opened({
      at: at('2026-11-16 09:00'),
      directive: 'd-table',
      turn: 't1',
      ask: anAsk({ audience: { people, unclear: false, ...given } }),
    }),
  );
  return state;
}

const follows = { id: 'm1', at: at('2026-11-16 09:00') };

function word(person: string, wallClock = '2026-11-16 09:02', given: Partial<Answer> = { follows }) {
  const reading = aReading('m3', wallClock);
  return { reading, answer: anAnswer({ ...reading.turn, person, ...given }) };
}

function joins(person: string, state = ledgerAsking(ASKED), wallClock?: string, given?: Partial<Answer>): string | undefined {
  const { reading, answer } = word(person, wallClock, given);
  return joinedBy(state, reading, answer, reading.at)?.id;
}

describe('who answers what names others of like office', () => {
  it('is meant by it', () => {
    expect(joins('head-5')).toBe('d-table');
  });

  it('isn’t, where those who are asked were counted', () => {
    expect(joins('head-5', ledgerAsking(ASKED, SHIPPED_MERGE, ORG, { closed: true }))).toBeUndefined();
  });

  it('takes up nothing by talk, nor by saying that it is not theirs', () => {
    expect(joins('head-5', ledgerAsking(ASKED), undefined, { follows, form: 'talk' })).toBeUndefined();
    expect(joins('head-5', ledgerAsking(ASKED), undefined, { follows, exempt: true })).toBeUndefined();
  });

  it('is meant by nothing more where it asks them already', () => {
    expect(joins('head-0')).toBeUndefined();
  });

  it('is not, where nobody like them is asked and the word comes much later, behind another', () => {
    const behind = { follows: { id: 'm2', at: at('2026-11-16 18:20') } };
    expect(joins('officer', ledgerAsking(['head-0']), '2026-11-16 18:30', behind)).toBeUndefined();
  });

  it('is not, where no task is ever theirs, or nobody knows whose office is like whose', () => {
    expect(joins('boss')).toBeUndefined();
    expect(joins('stranger')).toBeUndefined();
    expect(joins('head-5', ledgerAsking(ASKED, SHIPPED_MERGE, null))).toBeUndefined();
    const { joins: _, ...without } = SHIPPED_MERGE;
    expect(joins('head-5', ledgerAsking(ASKED, without))).toBeUndefined();
  });

  it('stays out of what they have said is not theirs', () => {
    const state = ledgerAsking(ASKED);
    const message = { platform: 'wechat', group: 'g01', id: 'm2' };
    state.append({
      kind: 'declined',
      directive: 'd-table',
      person: 'head-5',
      message,
      turn: 'command 1',
      at: at('2026-11-16 09:01'),
      order: 0,
    });
    expect(joins('head-5', state)).toBeUndefined();
  });

  it('may belong to its audience from the answer on, and has answered it', () => {
    const state = ledgerAsking(ASKED);
    const { reading, answer } = word('head-5');
    const entries = settleReading(state, { ...reading, answers: [answer] }, timeIn(reading));
    expect(entries.map(({ kind }) => kind)).toEqual(['joined', 'answered']);
    const [directive] = state.directives.values();
    expect(directive?.audience.people).toEqual(ASKED);
    expect(directive?.audience.perhaps).toEqual({ 'head-5': 0.5 });
    expect(directive?.joined.get('head-5')).toBe(reading.at);
    expect(directive?.answers.map(({ person }) => person)).toEqual(['head-5']);
    expect(foldEntries(state.entriesOf('d-table'))).toEqual(directive);
    state.removeTurn('wechat\0g01\0m3');
    expect(state.directives.get('d-table')?.audience.perhaps).toBeUndefined();
  });

  it('belongs to its audience where that was likely before, and may where it hardly was', () => {
    const { joins: _, ...merging } = SHIPPED_MERGE;
    const answered = (chance: number) => {
      const state = ledgerAsking(ASKED, merging, ORG, { perhaps: { officer: chance } });
      expect(state.ofPerson('officer').map(({ id }) => id)).toEqual(['d-table']);
      const { reading, answer } = word('officer');
      settleReading(state, { ...reading, answers: [answer] }, timeIn(reading));
      const [directive] = state.directives.values();
      expect(directive?.answers.map(({ person }) => person)).toEqual(['officer']);
      return directive?.audience;
    };
    expect(answered(0.3)?.people).toContain('officer');
    expect(answered(0.3)?.perhaps).toBeUndefined();
    expect(answered(0.1)?.people).toEqual(ASKED);
    expect(answered(0.1)?.perhaps).toEqual({ officer: 0.5 });
  });

  it('is weighed by signs that stand in the order of their names', () => {
    const { reading, answer } = word('head-5');
    const found = likeliestUnasked(ledgerAsking(ASKED), reading, answer, reading.at);
    const sign = (name: string): number | undefined => found?.signs[JOIN_SIGNS.indexOf(name)];
    expect(found?.signs).toHaveLength(JOIN_SIGNS.length);
    expect([sign('people'), sign('members'), sign('peers'), sign('peersAsked'), sign('shareOfPeers')]).toEqual([5, 8, 5, 5, 1]);
    expect([sign('follows'), sign('form'), sign('pointed'), sign('answered')]).toEqual([1, 0, 0, 0]);
  });

  it('can be learned from who is asked, as if they were not', () => {
    const state = ledgerAsking(ASKED);
    const [known] = state.directives.values();
    const { reading, answer } = word('head-4');
    expect(likeliestUnasked(state, reading, answer, reading.at)).toBeNull();
    const found = likeliestUnasked(state, reading, answer, reading.at, known);
    expect(found?.directive).toBe(known);
    expect(found?.signs[JOIN_SIGNS.indexOf('people')]).toBe(4);
  });
});
