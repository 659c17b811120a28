/** What a version of the rules changed, in words: which rules, not how many. */
import type { RuleOverlay } from '../../model/tuning.ts';
import type { Say, WordCode } from '../words.ts';

/** Nothing where both say the same. */
export function overlayChanges(before: RuleOverlay, after: RuleOverlay, say: Say): readonly string[] {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  const told: readonly (readonly [WordCode, readonly string[]])[] = [
    ['rules.changed.added', [...now.keys()].filter((id) => !old.has(id))],
    ['rules.changed.edited', [...now].flatMap(([id, text]) => (old.has(id) && old.get(id) !== text ? [id] : []))],
    ['rules.changed.removed', [...old.keys()].filter((id) => !now.has(id))],
    ['rules.changed.muted', after.muted.filter((id) => !before.muted.includes(id))],
    ['rules.changed.heard', before.muted.filter((id) => !after.muted.includes(id))],
    ['rules.changed.weighed', weighed(before, after)],
    ['rules.changed.hidden', (after.confirmed ?? []).filter((key) => !before.confirmed?.includes(key)).map(idOf)],
  ];
  return told.flatMap(([code, ids]) => (ids.length === 0 ? [] : [say(code, { ids: ids.join(' ') })]));
}

function rulesOf({ rules }: RuleOverlay): ReadonlyMap<string, string> {
  return new Map(rules.map((rule) => [rule.id, JSON.stringify(rule)]));
}

function weighed({ weights: old }: RuleOverlay, { weights: now }: RuleOverlay): readonly string[] {
  const ids = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return ids.filter((id) => old[id] !== now[id]).map((id) => (now[id] === undefined ? id : `${id}=${now[id]}`));
}

/** A message's key ends with its id. */
function idOf(key: string): string {
  return key.split('\u0000').at(-1) ?? key;
}
