/** What an admin asks for, and the overlay that comes of it. Nothing is saved here, and nothing is said about what it would do to the chat. */
import { type LocalRule, NO_OVERLAY, type RuleOverlay, type RuleVersion } from '../model/tuning.ts';
import { isWeight, MAX_WEIGHT } from './check-rule.ts';
import { type Refusal, refusal } from './refusal.ts';

export type RuleRequest =
  | { readonly kind: 'add'; readonly rule: LocalRule }
  | { readonly kind: 'edit'; readonly rule: LocalRule }
  | { readonly kind: 'mute'; readonly id: string }
  | { readonly kind: 'weigh'; readonly id: string; readonly weight: number }
  /** A local rule goes; a shipped one is again as it was shipped. */
  | { readonly kind: 'remove'; readonly id: string }
  /** Brings a version back; null = the one before the newest. 0 is the state before the first. */
  | { readonly kind: 'undo'; readonly version: number | null }
  | { readonly kind: 'model'; readonly model: number };

export interface Changed {
  readonly overlay: RuleOverlay;
  readonly restores: number | null;
}

export interface RuleStock {
  /** Ids of the shipped rules. */
  readonly shipped: ReadonlySet<string>;
  /** Oldest first. */
  readonly versions: readonly RuleVersion[];
  readonly overlay: RuleOverlay;
}

export function changeOverlay(request: RuleRequest, stock: RuleStock): Changed | Refusal {
  const { overlay } = stock;
  switch (request.kind) {
    case 'add':
      if (stock.shipped.has(request.rule.id)) return refusal('rules.refused.id', { id: request.rule.id });
      if (isLocal(request.rule.id, overlay)) return refusal('rules.refused.id-taken', { id: request.rule.id });
      return changed({ ...overlay, rules: [...overlay.rules, request.rule] });
    case 'edit':
      if (!isLocal(request.rule.id, overlay)) return refusal('rules.refused.not-local', { id: request.rule.id });
      return changed({ ...overlay, rules: overlay.rules.map((rule) => (rule.id === request.rule.id ? request.rule : rule)) });
    case 'mute':
      if (!isKnown(request.id, stock)) return refusal('rules.refused.unknown', { id: request.id });
      return overlay.muted.includes(request.id)
        ? refusal('rules.refused.nothing')
        : changed({ ...overlay, muted: [...overlay.muted, request.id] });
    case 'weigh':
      return weigh(request.id, request.weight, stock);
    case 'remove':
      return remove(request.id, stock);
    case 'undo':
      return restore(request.version, stock);
    case 'model':
      return changed({ ...overlay, model: request.model });
  }
}

export function isRefusal(given: Changed | Refusal): given is Refusal {
  return 'code' in given;
}

function changed(overlay: RuleOverlay): Changed {
  return { overlay, restores: null };
}

function weigh(id: string, weight: number, stock: RuleStock): Changed | Refusal {
  const { overlay } = stock;
  if (!isWeight(weight)) return refusal('rules.refused.weight', { weight, most: MAX_WEIGHT });
  if (isLocal(id, overlay))
    return changed({ ...overlay, rules: overlay.rules.map((rule) => (rule.id === id ? { ...rule, weight } : rule)) });
  return isKnown(id, stock)
    ? changed({ ...overlay, weights: { ...overlay.weights, [id]: weight } })
    : refusal('rules.refused.unknown', { id });
}

function remove(id: string, stock: RuleStock): Changed | Refusal {
  const { overlay } = stock;
  const { [id]: weight, ...weights } = overlay.weights;
  const muted = overlay.muted.filter((one) => one !== id);
  if (isLocal(id, overlay)) return changed({ ...overlay, rules: overlay.rules.filter((rule) => rule.id !== id), muted });
  if (!isKnown(id, stock)) return refusal('rules.refused.unknown', { id });
  return weight === undefined && muted.length === overlay.muted.length
    ? refusal('rules.refused.nothing')
    : changed({ ...overlay, weights, muted });
}

/** Undoing again and again walks back: what a version has brought back counts as the place where it stands. */
function restore(version: number | null, { versions }: RuleStock): Changed | Refusal {
  const newest = versions.at(-1);
  const wanted = version ?? (newest === undefined ? null : (newest.restores ?? newest.number) - 1);
  if (wanted === null || wanted < 0) return refusal('rules.refused.no-version', { version: version ?? '' });
  if (wanted === 0) return { overlay: NO_OVERLAY, restores: 0 };
  const found = versions.find((one) => one.number === wanted);
  return found === undefined ? refusal('rules.refused.no-version', { version: wanted }) : { overlay: found.overlay, restores: wanted };
}

function isLocal(id: string, { rules }: RuleOverlay): boolean {
  return rules.some((rule) => rule.id === id);
}

function isKnown(id: string, { shipped, overlay }: RuleStock): boolean {
  return shipped.has(id) || isLocal(id, overlay);
}
