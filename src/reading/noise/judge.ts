/** The judge: what the rules, the model and the context say of one message, as one verdict with its reasons. */

import { LABELS, type Label } from '../../model/label.ts';
import type { Reason, Verdict } from '../../model/reading.ts';
import type { MessageView } from '../view.ts';
import { judgeByRules } from './by-rules.ts';
import { circumstancesOf } from './circumstances.ts';
import { type Circumstances, type Decision, decide } from './decide.ts';
import { type FeatureReader, featureReader } from './model/features.ts';
import { type Scorer, scorer } from './model/scorer.ts';
import { chancesOf, LABEL_COUNT, type NoiseModel, type NoiseWeights } from './model/weights.ts';
import { reasonsOf } from './reasons.ts';
import type { Rule } from './rule.ts';
import type { Judge, RuleSet, Telling } from './rule-set.ts';

/** The judge of a rule set. Make it once: it prepares the model for its rules. */
export function noiseJudge({ rules, model }: RuleSet, telling: Telling = 'all'): Judge {
  return model === undefined ? (view) => judgeByRules(view, rules) : modelJudge(model, rules, telling);
}

const UNTOLD: readonly Reason[] = [];

function modelJudge(model: NoiseModel, rules: readonly Rule[], telling: Telling): Judge {
  const { ruleShare } = model;
  const { read, weighed } = modelReader(model, rules);
  return (view) => {
    const circumstances = circumstancesOf(view);
    const { weights, score, rows, pairs, chancesFrom } = weighed(circumstances);
    const features = read(view);
    const scores = score(features);
    const decision = heldTo(view, decide(chancesFrom(scores), model.guard, circumstances));
    if (!decision.keep && telling === 'kept') return verdictOf(view, decision, UNTOLD);
    const own = scores[LABELS.indexOf(decision.label)] ?? 0;
    return verdictOf(
      view,
      decision,
      reasonsOf({ view, features, rows, pairs, weights, ruleShare, rules }, decision.label, own, decision.keep),
    );
  };
}

/** What has nothing to be read, to be looked at or to be listened to is no item, however seldom its like was seen. */
function heldTo(view: MessageView, decision: Decision): Decision {
  if (!decision.keep || !saysNothing(view, decision.label)) return decision;
  return { label: 'system', keep: false, unsure: false, confidence: 1, guard: null, risk: 0 };
}

function saysNothing(view: MessageView, label: Label): boolean {
  const { kind, forwarded = [] } = view.message;
  if (kind === 'system') return true;
  // What was taken back is called off; of what nobody knows there is nothing to tell.
  if (kind === 'recall') return label !== 'update';
  return (kind === 'text' || kind === 'chain') && view.normal.text.trim() === '' && forwarded.length === 0;
}

interface Weighed extends Scorer {
  readonly weights: NoiseWeights;
  chancesFrom(scores: Float64Array): Float64Array;
}

interface ModelReader {
  readonly read: FeatureReader;
  /** By the weights for a chat, or for what stands alone. */
  weighed(circumstances: Pick<Circumstances, 'alone'>): Weighed;
}

function modelReader({ chat, alone, ruleShare }: NoiseModel, rules: readonly Rule[]): ModelReader {
  const by = (weights: NoiseWeights): Weighed => {
    const chances = new Float64Array(LABEL_COUNT);
    return { weights, ...scorer(weights, ruleShare, rules), chancesFrom: (scores) => chancesOf(scores, weights.temperature, chances) };
  };
  const [inChat, byWords] = [by(chat), by(alone)];
  return { read: featureReader(rules), weighed: (circumstances) => (circumstances.alone ? byWords : inChat) };
}

/** The chances of all labels, before any decision; the array is reused. */
export function chanceReader(model: NoiseModel, rules: readonly Rule[]): (view: MessageView) => Float64Array {
  const { read, weighed } = modelReader(model, rules);
  return (view) => {
    const { score, chancesFrom } = weighed(circumstancesOf(view));
    return chancesFrom(score(read(view)));
  };
}

function verdictOf({ message: { platform, group, id } }: MessageView, decision: Decision, reasons: readonly Reason[]): Verdict {
  const { label, keep, unsure } = decision;
  const confidence = Math.round(decision.confidence * 1000) / 1000;
  return {
    platform,
    group,
    id,
    label,
    keep,
    unsure,
    confidence,
    reasons: decision.guard === null ? reasons : [guardReason(decision), ...reasons],
  };
}

/** Has no weight: it tells why the likeliest label did not win. */
function guardReason({ guard, risk }: Decision): Reason {
  const chance = `${Math.max(1, Math.round(risk * 100))}%`;
  const says =
    guard === 'must' ? `看着像闲话,但有${chance}的可能是布置、变更、隐患或诉求,留下请看一眼` : `看着像闲话,但有${chance}的可能有用,先留下`;
  return { source: 'context', id: `guard.${guard}`, weight: 0, says };
}
