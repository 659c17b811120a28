/** The rule set that runs: the shipped one with what admins have put over it, and their corrections before everything. */

import { NOISE } from '../../model/label.ts';
import type { Message, MessageKind } from '../../model/message.ts';
import { messageKey } from '../../model/message.ts';
import type { Reason, Verdict } from '../../model/reading.ts';
import type { Correction, LocalModel, RuleOverlay } from '../../model/tuning.ts';
import { normalise } from '../text/normalise.ts';
import type { MessageView } from '../view.ts';
import { withDeltas } from './model/deltas.ts';
import { protectedJudge } from './protection.ts';
import type { Rule } from './rule.ts';
import type { Judge, RuleSet, Telling } from './rule-set.ts';
import { lexicalRules } from './rules/lexical.ts';

export interface TunedRuleSet extends RuleSet {
  /** Absent where no admin has ever corrected anything. */
  readonly corrections?: readonly Correction[];
  /** What has made it of the shipped rule set; absent where nothing has. */
  readonly tuning?: Tuning;
  /** The shipped rules, where saved changes of rules stand over them: see protection.ts. */
  readonly shippedRules?: readonly Rule[];
}

/** Names an overlay that isn't saved, or is read as if it weren't: its rules do whatever they would. */
export const DRAFT = 'draft';

/** What a store holds over the shipped rule set. */
export interface Tuning {
  readonly overlay: RuleOverlay;
  /** Names the overlay: the number of its version; null = the store has none. */
  readonly version: string | null;
  readonly corrections: readonly Correction[];
  /** The model that the overlay names. */
  readonly model: LocalModel | null;
}

/** The whole rule set; its id tells which of everything it is made of. */
export function tunedRules(shipped: RuleSet, tuning: Tuning): TunedRuleSet {
  const { overlay, version, corrections, model } = tuning;
  const names = [
    shipped.id,
    ...(version === null ? [] : [`r${version}`]),
    ...(corrections.length === 0 ? [] : [`c${corrections.at(-1)?.number ?? 0}`]),
  ];
  return {
    ...shipped,
    id: names.join('+'),
    rules: overlaidRules(shipped, overlay),
    ...(shipped.model === undefined || model === null ? {} : { model: withDeltas(shipped.model, model) }),
    ...(corrections.length === 0 ? {} : { corrections }),
    tuning,
    ...(version === null || version === DRAFT || !changesRules(overlay) ? {} : { shippedRules: shipped.rules }),
  };
}

function changesRules({ rules, muted, weights }: RuleOverlay): boolean {
  return rules.length + muted.length + Object.keys(weights).length > 0;
}

/**
 * The shipped rules without what is muted, with other weights, and with the local rules at the end. The model has learned to take a share
 * of the shipped rules' own weights and knows nothing of local ones: those count in full.
 */
function overlaidRules({ rules: shipped, model }: RuleSet, { rules, muted, weights }: RuleOverlay): readonly Rule[] {
  const silent = new Set(muted);
  const all = [
    ...shipped.map((rule) => ({ ...rule, weight: weights[rule.id] ?? rule.weight })),
    ...lexicalRules(rules.map((rule) => ({ ...rule, weight: rule.weight / (model?.ruleShare ?? 1) }))),
  ];
  return all.filter((rule) => !silent.has(rule.id));
}

/** An admin's word on a message and its exact copies holds; all else is judged. Make it once. */
export function tunedJudge(set: TunedRuleSet, telling?: Telling): Judge {
  const judge = protectedJudge(set, set.shippedRules, set.tuning?.overlay.confirmed ?? [], telling);
  const correctionOf = correctionFinder(set.corrections ?? []);
  if (correctionOf === null) return judge;
  return (view) => {
    const correction = correctionOf(view);
    return correction === null ? judge(view) : correctedVerdict(view, correction);
  };
}

/** What makes a message an exact copy of another: its kind and its normal text. Null for one without words: it is like no other. */
export function copyKey({ kind, text }: Pick<Message, 'kind' | 'text'>): string | null {
  return keyOf(kind, normalise(text).text);
}

function keyOf(kind: MessageKind, normalText: string): string | null {
  const words = normalText.trim();
  return words === '' ? null : `${kind} ${words}`;
}

/** The corrections that hold: the last one of each message, without those taken back. */
export function holding(corrections: readonly Correction[]): readonly Correction[] {
  const last = new Map<string, Correction>();
  for (const correction of corrections) {
    last.delete(messageKey(correction));
    last.set(messageKey(correction), correction);
  }
  return [...last.values()].filter((one) => one.label !== null);
}

function correctionFinder(corrections: readonly Correction[]): ((view: MessageView) => Correction | null) | null {
  const held = holding(corrections);
  if (held.length === 0) return null;
  const byMessage = new Map(held.map((one) => [messageKey(one), one]));
  const byText = new Map(held.flatMap((one) => (copyKey(one) === null ? [] : [[copyKey(one), one] as const])));
  return ({ message, normal }) => byMessage.get(messageKey(message)) ?? byText.get(keyOf(message.kind, normal.text)) ?? null;
}

const CORRECTED = 'correction.';

/** Does a verdict rest on an admin's word? Then nothing may take another label for it. */
export function isCorrected({ reasons }: Verdict): boolean {
  return reasons[0]?.id.startsWith(CORRECTED) === true;
}

function correctedVerdict({ message }: MessageView, { label, id, group, platform, by, number }: Correction): Verdict {
  const key = { platform: message.platform, group: message.group, id: message.id };
  const itself = messageKey(message) === messageKey({ platform, group, id });
  const says = itself ? `${by}更正为这一类` : `与${by}更正过的消息 ${id} 一字不差`;
  const reason: Reason = { source: 'context', id: `${CORRECTED}${number}`, weight: 0, says };
  const given = label ?? 'other';
  return { ...key, label: given, keep: !NOISE.has(given), unsure: false, confidence: 1, reasons: [reason] };
}
