/**
 * Training, in this order: examples (flow reads labelled chats into them) → vocabulary → logistic regression → one byte a weight; once for
 * messages of a chat, once for what stands alone. Temperatures and guard come from chats that the judging model never saw (calibrate.ts,
 * guard.ts). All pure: same examples, same bytes.
 */
import type { NoiseModel, NoiseWeights } from '../model/weights.ts';
import type { Examples } from './example.ts';
import { type LogisticSettings, learn } from './logistic.ts';
import { type PackedExamples, packed, seenWithout } from './packed.ts';
import { quantise } from './quantise.ts';
import { vocabularyOf } from './vocabulary.ts';

export const SETTINGS: LogisticSettings = { epochs: 5, rate: 0.3, decay: 1e-5, ruleShare: 0.4, signalShare: 0.3 };
/** Without a chat the words have to say nearly everything. */
const ALONE: Partial<LogisticSettings> = { epochs: 8, signalShare: 0.15 };

/** Before anything is known of unseen chats. */
const UNTUNED: NoiseModel['guard'] = { must: 0.07, talk: 0.15, should: 0.07, alone: { must: 0.2, should: 0.1 } };
const UNTEMPERED = 1;

export type ExampleSet = keyof Examples;

export function trainModel({ chat, alone }: Examples, id: string, settings: LogisticSettings = SETTINGS): NoiseModel {
  const examples: PackedExamples = { chat: packed(chat), alone: packed(alone) };
  const weights = { chat: trainWeights(examples, 'chat', [], settings), alone: trainWeights(examples, 'alone', [], settings) };
  return untuned(weights, id, settings);
}

/** @param unseen parts of the examples that the weights are not to learn from */
export function trainWeights(
  examples: PackedExamples,
  set: ExampleSet,
  unseen: readonly number[],
  settings: LogisticSettings = SETTINGS,
): NoiseWeights {
  const seen = seenWithout(examples[set], unseen);
  const vocabulary = vocabularyOf(examples[set], seen);
  const used = set === 'chat' ? settings : { ...settings, ...ALONE };
  const learned = learn(examples[set], seen, vocabulary, used);
  return { ...quantise(learned, vocabulary, used.signalShare), temperature: UNTEMPERED };
}

/** A model whose temperatures and thresholds are still to be fitted. */
export function untuned(
  weights: { readonly [Set in ExampleSet]: NoiseWeights },
  id: string,
  { ruleShare }: Pick<LogisticSettings, 'ruleShare'> = SETTINGS,
): NoiseModel {
  return { id, ruleShare, guard: UNTUNED, ...weights };
}
