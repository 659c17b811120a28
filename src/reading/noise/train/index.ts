/**
 * Training, in this order: examples (flow reads labelled chats into them) → vocabulary → logistic regression → one byte a weight; once for
 * messages of a chat, once for what stands alone. Temperatures and guard come from chats that the judging model never saw (calibrate.ts,
 * guard.ts). All pure: same examples, same bytes.
 */
import type { NoiseModel, NoiseWeights } from '../model/weights.ts';
import type { Example, Examples } from './example.ts';
import { type LogisticSettings, learn } from './logistic.ts';
import { quantise } from './quantise.ts';
import { vocabularyOf } from './vocabulary.ts';

export const SETTINGS: LogisticSettings = { epochs: 5, rate: 0.3, decay: 1e-5, ruleShare: 0.4, signalShare: 0.3 };
/** Without a chat the words have to say nearly everything. */
const ALONE: Partial<LogisticSettings> = { epochs: 8, signalShare: 0.15 };

/** Before anything is known of unseen chats. */
const UNTUNED: NoiseModel['guard'] = { must: 0.07, talk: 0.15, should: 0.07, alone: { must: 0.2, should: 0.1 } };
const UNTEMPERED = 1;

export function trainModel(examples: Examples, id: string, settings: LogisticSettings = SETTINGS): NoiseModel {
  const { ruleShare } = settings;
  return {
    id,
    ruleShare,
    guard: UNTUNED,
    chat: weightsFor(examples.chat, settings),
    alone: weightsFor(examples.alone, { ...settings, ...ALONE }),
  };
}

function weightsFor(given: readonly Example[], settings: LogisticSettings): NoiseWeights {
  const examples = given.filter(({ weight }) => weight > 0);
  const vocabulary = vocabularyOf(examples);
  return { ...quantise(learn(examples, vocabulary, settings), vocabulary, settings.signalShare), temperature: UNTEMPERED };
}
