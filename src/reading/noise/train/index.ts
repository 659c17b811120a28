/**
 * Training, in this order: examples (flow reads labelled chats into them) → vocabulary → logistic regression → one byte a weight.
 * Temperature and guard come from chats that the judging model never saw (calibrate.ts, guard.ts). All pure: same examples, same bytes.
 */
import type { NoiseModel } from '../model/weights.ts';
import type { Example } from './example.ts';
import { type LogisticSettings, learn } from './logistic.ts';
import { type ModelSettings, quantise } from './quantise.ts';
import { vocabularyOf } from './vocabulary.ts';

export const SETTINGS: LogisticSettings = { epochs: 8, rate: 0.3, decay: 1e-5, ruleShare: 0.4, signalShare: 0.3 };

/** Before anything is known of unseen chats. */
export const UNTUNED: Pick<ModelSettings, 'temperature' | 'guard'> = {
  temperature: 1,
  guard: { must: 0.07, talk: 0.15, should: 0.07, alone: { must: 0.2, should: 0.1 } },
};

export function trainModel(
  examples: readonly Example[],
  given: Omit<ModelSettings, 'ruleShare'>,
  settings: LogisticSettings = SETTINGS,
): NoiseModel {
  const vocabulary = vocabularyOf(examples);
  return quantise(learn(examples, vocabulary, settings), vocabulary, settings.signalShare, { ...given, ruleShare: settings.ruleShare });
}
