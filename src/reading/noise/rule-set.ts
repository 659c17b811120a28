/** What judging starts from: the rules, and the trained model where there is one. */
import type { AudienceModels } from '../../model/audience-models.ts';
import type { ChangeModel } from '../../model/change-model.ts';
import type { MergeModel } from '../../model/merge-weights.ts';
import type { Verdict } from '../../model/reading.ts';
import type { MessageView } from '../view.ts';
import type { NoiseModel } from './model/weights.ts';
import type { Rule } from './rule.ts';

/** From a view to its verdict; made once from a rule set. */
export type Judge = (view: MessageView) => Verdict;

/** Whether noise, which is most of a chat, comes with its reasons too: who stores verdicts needs only those of what is kept. */
export type Telling = 'all' | 'kept';

/** An immutable version of the rules; every verdict tells which one made it. */
export interface RuleSet extends AudienceModels {
  readonly id: string;
  readonly rules: readonly Rule[];
  /** Without one the rules judge alone. */
  readonly model?: NoiseModel;
  /** By what copies are told; without one by the shipped one. */
  readonly merging?: MergeModel;
  /** By what it is told what updates do; without one by the shipped one. */
  readonly changing?: ChangeModel;
}
