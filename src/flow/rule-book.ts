/** The rule book of a store: the shipped rules under the newest version of what admins have put over them. */
import { NO_OVERLAY, type RuleOverlay } from '../model/tuning.ts';
import type { Store } from '../ports/store.ts';
import { DRAFT, type TunedRuleSet, tunedRules } from '../reading/noise/overlay.ts';
import type { RuleSet } from '../reading/noise/rule-set.ts';

/** The rule set that runs. */
export async function runningRules(store: Store, shipped: RuleSet): Promise<TunedRuleSet> {
  const newest = (await store.ruleVersions()).at(-1);
  return rulesUnder(store, shipped, newest?.overlay ?? NO_OVERLAY, newest === undefined ? null : String(newest.number));
}

/** The same as a change is rehearsed on: without the protection, so that all is told that the change itself would hide. */
export async function bareRules(store: Store, shipped: RuleSet): Promise<TunedRuleSet> {
  return rulesUnder(store, shipped, (await store.ruleVersions()).at(-1)?.overlay ?? NO_OVERLAY, DRAFT);
}

/** The rule set as another overlay would make it, with the corrections that the store has. */
export async function rulesUnder(store: Store, shipped: RuleSet, overlay: RuleOverlay, version: string | null): Promise<TunedRuleSet> {
  const model = overlay.model === null ? null : await store.localModel(overlay.model);
  return tunedRules(shipped, { overlay, version, corrections: await store.corrections(), model });
}
