import { expect, it } from 'vitest';
import type { RefineCall, Refinement } from '../../../src/model/refinement.ts';
import { aProposal } from '../../kit/refine-builders.ts';
import type { CurrentStore } from '../store-spec.ts';

const CALL: RefineCall = {
  at: 5_000,
  host: 'one',
  model: 'm',
  questions: 2,
  inputTokens: 500,
  outputTokens: 40,
  yuan: 0.0015,
  outcome: 'answered',
};
const ACCEPTED: Refinement = {
  directive: 'd-1',
  key: 'k1',
  at: 5_000,
  message: { platform: 'one', group: 'g', id: 'm1' },
  quote: '报表',
  span: [2, 4],
  asks: true,
  title: null,
  deadline: null,
  people: ['lin'],
};

export function refiningSpec(store: CurrentStore): void {
  it('keeps a refining step as one: the call, the answers, what was accepted', async () => {
    await store().saveRefining({
      call: CALL,
      answers: [
        { key: 'k1', proposal: aProposal() },
        { key: 'k2', proposal: null },
      ],
      accepted: [ACCEPTED],
    });
    expect(await store().refineAnswers(['k1', 'k2', 'k3'])).toEqual(
      new Map([
        ['k1', aProposal()],
        ['k2', null],
      ]),
    );
    expect(await store().refinements(0)).toEqual([ACCEPTED]);
    expect(await store().refineCalls(0)).toEqual([CALL]);
  });

  it('forgets answers along with the messages of their time, and keeps what was accepted', async () => {
    await store().saveRefining({ call: CALL, answers: [{ key: 'k1', proposal: aProposal() }], accepted: [ACCEPTED] });
    await store().forget(5_000, 0);
    expect((await store().refineAnswers(['k1'])).size).toBe(1);
    await store().forget(5_001, 0);
    expect((await store().refineAnswers(['k1'])).size).toBe(0);
    expect([await store().refinements(0), await store().refineCalls(0)]).toEqual([[ACCEPTED], [CALL]]);
  });

  it('replaces no answer and no acceptance, and tells only what is new enough', async () => {
    await store().saveRefining({ call: CALL, answers: [{ key: 'k1', proposal: null }], accepted: [ACCEPTED] });
    const later = { ...CALL, at: 9_000, outcome: 'late' as const };
    await store().saveRefining({
      call: later,
      answers: [{ key: 'k1', proposal: aProposal() }],
      accepted: [{ ...ACCEPTED, at: 9_000, asks: false }],
    });
    expect(await store().refineAnswers(['k1'])).toEqual(new Map([['k1', null]]));
    expect([await store().refinements(0), await store().refinements(6_000)]).toEqual([[ACCEPTED], []]);
    expect(await store().refineCalls(6_000)).toEqual([later]);
  });
}
