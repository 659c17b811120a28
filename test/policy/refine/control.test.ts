import { describe, expect, it } from 'vitest';
import type { RefineQuestion } from '../../../src/model/refinement.ts';
import { CONTROLS, provenAnswers, withControls } from '../../../src/policy/refine/control.ts';
import { aProposal } from '../../kit/refine-builders.ts';

const RIGHT = [
  aProposal({ quote: '防火巡查记录', deadline: { quote: '11月19日12:00前', day: '2026-11-19' } }),
  aProposal({ verdict: 'nothing' }),
];
const OWN = aProposal({ quote: '报表' });
const PAIR: RefineQuestion = { doubts: ['same'], title: '报表', otherTitle: '报表', messages: [] };
const ONE = aProposal({ same: { quote: '高龄津贴花名册', other: '高龄津贴花名册' } });

describe('a call with controls', () => {
  it('is believed where both are answered right', () => {
    expect(provenAnswers([], [...RIGHT, OWN, null])).toEqual([OWN, null]);
    expect(withControls([])).toEqual(CONTROLS.slice(0, 2).map(({ question }) => question));
  });

  it('that asks whether two are one is believed where it knows two that are from two that are not', () => {
    expect(withControls([PAIR])).toEqual([...CONTROLS.map(({ question }) => question), PAIR]);
    expect(provenAnswers([PAIR], [...RIGHT, ONE, aProposal(), OWN])).toEqual([OWN]);
    for (const wrong of [
      [ONE, ONE],
      [aProposal(), aProposal()],
      [aProposal({ same: { quote: '临时救助', other: '高龄津贴花名册' } }), aProposal()],
    ])
      expect(provenAnswers([PAIR], [...RIGHT, ...wrong, OWN])).toBeNull();
  });

  it.each([
    ['takes an ask for talk', [aProposal({ verdict: 'nothing' }), RIGHT[1] ?? null]],
    ['has another day', [{ ...aProposal(RIGHT[0]), deadline: { quote: '11月19日', day: '2026-11-20' } }, RIGHT[1] ?? null]],
    ['invents the words', [{ ...aProposal(RIGHT[0]), quote: '马上报' }, RIGHT[1] ?? null]],
    ['takes talk for an ask', [RIGHT[0] ?? null, aProposal({ quote: '再来一碗' })]],
    ['leaves one out', [RIGHT[0] ?? null, null]],
  ])('is not believed where it %s', (_what, answers) => {
    expect(provenAnswers([], [...answers, OWN])).toBeNull();
  });
});
