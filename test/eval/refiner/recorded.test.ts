import { describe, expect, it } from 'vitest';
import type { RefineQuestion } from '../../../src/model/refinement.ts';
import { CONTROLS, provenAnswers, withControls } from '../../../src/policy/refine/control.ts';
import { PROGRAM } from '../../kit/scenarios.ts';
import { readAnswers, recordedRefiner } from './recorded.ts';

const PAIR: RefineQuestion = { doubts: ['same'], title: '', otherTitle: '', messages: [] };

describe('recorded answers', () => {
  it('have the questions with known answers right, and none for what was never asked', async () => {
    const unknown: RefineQuestion[] = [];
    const refiner = recordedRefiner(readAnswers(), PROGRAM.codes.hash, (_key, question) => unknown.push(question));
    const { proposals } = await refiner.ask(withControls([PAIR]));
    expect(proposals).toHaveLength(CONTROLS.length + 1);
    expect(provenAnswers([PAIR], proposals)).toEqual([null]);
    expect(unknown).toEqual([PAIR]);
  });

  it('are found by the words that are asked about, not by what the program makes of them', async () => {
    const [control] = CONTROLS;
    if (control === undefined) throw new Error('no control');
    const refiner = recordedRefiner(readAnswers(), PROGRAM.codes.hash, () => {});
    const { proposals } = await refiner.ask([{ ...control.question, title: '别的标题', doubts: ['title'] }]);
    expect(proposals[0]?.verdict).toBe('asks');
  });
});
