/** The verdict of the rules alone: each label's weights are added up and the highest sum wins. It stands where there is no model. */
import { LABELS, type Label, MUST_KEEP, NOISE } from '../../model/label.ts';
import type { Reason, Verdict } from '../../model/reading.ts';
import type { MessageView } from '../view.ts';
import type { Rule } from './rule.ts';

/** How near a must-keep label may come to a noise label before the verdict is unsure. */
const UNSURE_MARGIN = 1;

export function judgeByRules(view: MessageView, rules: readonly Rule[]): Verdict {
  const scores = new Map<Label, number>();
  const hits: { readonly rule: Rule; readonly reason: Reason }[] = [];
  for (const rule of rules) {
    const hit = rule.hits(view);
    if (hit === false) continue;
    scores.set(rule.label, (scores.get(rule.label) ?? 0) + rule.weight);
    const reason: Reason = { source: 'rule', id: rule.id, weight: rule.weight, says: rule.says, ...(hit === true ? {} : { span: hit }) };
    hits.push({ rule, reason });
  }
  const label = best(scores, LABELS);
  const rival = best(scores, [...MUST_KEEP]);
  const unsure = NOISE.has(label) && (scores.get(rival) ?? 0) > 2 && score(scores, label) - score(scores, rival) < UNSURE_MARGIN;
  const { platform, group, id } = view.message;
  const about = unsure ? new Set([label, rival]) : new Set([label]);
  const reasons = hits.filter(({ rule }) => about.has(rule.label)).map(({ reason }) => reason);
  return {
    platform,
    group,
    id,
    label: unsure ? rival : label,
    keep: !NOISE.has(label) || unsure,
    unsure,
    confidence: confidenceOf(scores, label),
    reasons: reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}

function score(scores: ReadonlyMap<Label, number>, label: Label): number {
  return scores.get(label) ?? 0;
}

function best(scores: ReadonlyMap<Label, number>, labels: readonly Label[]): Label {
  let winner: Label = 'chitchat';
  let top = Number.NEGATIVE_INFINITY;
  for (const label of labels) {
    if (score(scores, label) > top) {
      top = score(scores, label);
      winner = label;
    }
  }
  return winner;
}

function confidenceOf(scores: ReadonlyMap<Label, number>, label: Label): number {
  const top = score(scores, label);
  const sum = LABELS.reduce((total, other) => total + Math.exp(score(scores, other) - top), 0);
  return Math.round((1 / sum) * 1000) / 1000;
}
