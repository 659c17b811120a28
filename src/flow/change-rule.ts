/** Changing the rules: the request is checked, rehearsed on the last days, refused where it would hide a directive, and else kept as a new version. */
import { DAY, type Instant } from '../model/instant.ts';
import { messageKey } from '../model/message.ts';
import { type LocalRule, NO_OVERLAY, type RuleOverlay } from '../model/tuning.ts';
import { type Changed, changeOverlay, isRefusal, type RuleRequest } from '../policy/change-overlay.ts';
import { checkRule, type TextForms } from '../policy/check-rule.ts';
import { hostileTexts } from '../policy/pattern/hostile.ts';
import { type Refusal, refusal } from '../policy/refusal.ts';
import { type Hidden, unnamed } from '../policy/rehearsal.ts';
import type { Store } from '../ports/store.ts';
import { DRAFT } from '../reading/noise/overlay.ts';
import type { RuleSet } from '../reading/noise/rule-set.ts';
import { normalise } from '../reading/text/normalise.ts';
import { surfaceOf } from '../reading/text/surface.ts';
import { type Rehearsal, type RehearsalSettings, rehearse } from './rehearse.ts';
import { bareRules, rulesUnder } from './rule-book.ts';

/** Runs a pattern on texts and answers with the longest that one of them took, in milliseconds. It must end by itself. */
export type PatternTimer = (pattern: string, texts: readonly string[]) => number;

export interface ChangeSettings extends RehearsalSettings {
  readonly shipped: RuleSet;
  /** What may be hidden: ids of messages and items. */
  readonly evenIf: readonly string[];
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
  readonly timePattern: PatternTimer;
}

export type ChangeOutcome =
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** Nothing was saved: it would hide what nobody has named. */
  | { readonly kind: 'hides'; readonly rehearsal: Rehearsal; readonly unnamed: readonly Hidden[] }
  | { readonly kind: 'rehearsed'; readonly rehearsal: Rehearsal }
  | { readonly kind: 'saved'; readonly rehearsal: Rehearsal; readonly version: number }
  /** Somebody else has changed the rules meanwhile. */
  | { readonly kind: 'overtaken' };

const LONGEST_MATCH = 100;

/** @param save false = only tells what would happen */
export async function changeRule(store: Store, request: RuleRequest, settings: ChangeSettings, save: boolean): Promise<ChangeOutcome> {
  const versions = await store.ruleVersions();
  const overlay = versions.at(-1)?.overlay ?? NO_OVERLAY;
  const shipped = new Set(settings.shipped.rules.map((rule) => rule.id));
  const changed = changeOverlay(request, { shipped, versions, overlay });
  if (isRefusal(changed)) return { kind: 'refused', refusals: [changed] };
  const refusals = request.kind === 'add' || request.kind === 'edit' ? await refusalsOf(store, request.rule, settings) : [];
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const rehearsal = await rehearseOverlay(store, changed.overlay, settings);
  const hidden = unnamed(rehearsal.hidden, settings.evenIf);
  if (hidden.length > 0) return { kind: 'hides', rehearsal, unnamed: hidden };
  return save ? commit(store, versions.at(-1)?.number ?? 0, changed, rehearsal, settings) : { kind: 'rehearsed', rehearsal };
}

export async function rehearseOverlay(store: Store, overlay: RuleOverlay, settings: ChangeSettings): Promise<Rehearsal> {
  const running = await bareRules(store, settings.shipped);
  return rehearse(store, running, await rulesUnder(store, settings.shipped, overlay, DRAFT), settings);
}

async function commit(
  store: Store,
  after: number,
  { overlay, restores }: Changed,
  rehearsal: Rehearsal,
  { at, by, reason }: ChangeSettings,
): Promise<ChangeOutcome> {
  const version = await store.addRuleVersion(after, { at, by, reason, restores, overlay: withConfirmed(overlay, rehearsal) });
  return version === null ? { kind: 'overtaken' } : { kind: 'saved', rehearsal, version };
}

/** All that the change hides has been named. */
export function withConfirmed(overlay: RuleOverlay, { hidden }: Rehearsal): RuleOverlay {
  if (hidden.length === 0) return overlay;
  return { ...overlay, confirmed: [...new Set([...(overlay.confirmed ?? []), ...hidden.map(messageKey)])] };
}

async function refusalsOf(store: Store, rule: LocalRule, { days, timePattern }: ChangeSettings): Promise<readonly Refusal[]> {
  const refusals = checkRule(rule, { recent: await recentWords(store, days), formsOf });
  if (refusals.length > 0) return refusals;
  const longest = timePattern(rule.pattern, hostileTexts(rule));
  return longest > LONGEST_MATCH ? [refusal('rules.refused.pattern-time', { ms: Math.round(longest), most: LONGEST_MATCH })] : [];
}

async function recentWords(store: Store, days: number): Promise<readonly TextForms[]> {
  const last = (await store.timeRange())?.last ?? 0;
  return (await store.messagesBetween(last - days * DAY, last)).flatMap(({ text }) => (text === '' ? [] : [formsOf(text)]));
}

function formsOf(text: string): TextForms {
  const normal = normalise(text);
  const { ownStart, bare } = surfaceOf(normal);
  return { own: normal.text.slice(ownStart), bare };
}
