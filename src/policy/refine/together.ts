/**
 * Items that a refiner's accepted words show to be one, shown as one: the earlier one stands for both, with all messages of both. Nothing
 * of it is in the ledger, so it is undone by itself where the ledger comes to disagree: one is closed, moved to another day, or gone.
 */

import { type DigestItem, SECTIONS } from '../../model/digest.ts';
import type { Directive } from '../../model/directive.ts';
import { messageKey } from '../../model/message.ts';
import { mayBeOne } from './one-task.ts';
import type { Refinements } from './overlay.ts';

export type Item = Omit<DigestItem, 'number'>;

/** @param directives those that the items are made of, as they are shown */
export function shownTogether(items: readonly Item[], directives: readonly Directive[], refinements: Refinements): readonly Item[] {
  const pairs = items.flatMap(({ id }) =>
    (refinements.get(id) ?? []).flatMap(({ same }) => (same === undefined ? [] : [[id, same.directive] as const])),
  );
  if (pairs.length === 0) return items;
  const byId = new Map(directives.map((directive) => [directive.id, directive]));
  const shown = new Map(items.map((item) => [item.id, item]));
  /** Item → the one that it is shown with. */
  const within = new Map<string, string>();
  const standing = (id: string): string => {
    const next = within.get(id);
    return next === undefined ? id : standing(next);
  };
  for (const [id, other] of pairs) {
    const [a, b] = [byId.get(standing(id)), byId.get(standing(other))];
    if (a === undefined || b === undefined || a === b) continue;
    const [first, second] = isEarlier(a, b) ? [a, b] : [b, a];
    const [kept, added] = [shown.get(first.id), shown.get(second.id)];
    if (kept === undefined || added === undefined || !mayBeOne(first, second) || !mayStandAsOne(kept, added)) continue;
    shown.delete(second.id);
    within.set(second.id, first.id);
    shown.set(first.id, joined(kept, added));
  }
  return items.flatMap(({ id }) => shown.get(id) ?? []);
}

function isEarlier(a: Directive, b: Directive): boolean {
  return a.openedAt < b.openedAt || (a.openedAt === b.openedAt && a.id < b.id);
}

const STANDING: ReadonlySet<string> = new Set(['open', 'changed', 'overdue']);

/** What the reader has done of the one is not done of the other; days that have moved apart are two. */
function mayStandAsOne(a: Item, b: Item): boolean {
  const sameDay = a.deadline === null || b.deadline === null || a.deadline.day === b.deadline.day;
  return STANDING.has(a.status) && STANDING.has(b.status) && sameDay;
}

function joined(first: Item, second: Item): Item {
  const known = new Set(first.evidence.map(messageKey));
  const evidence = [...first.evidence, ...second.evidence.filter((one) => !known.has(messageKey(one)))];
  const earlier = isDueBefore(second, first) ? second : first;
  const { letGo, selfHelp, perhaps, ...rest } = first;
  const ids = [first.id, second.id, ...(second.together ?? []).map(({ id }) => id)];
  return {
    ...rest,
    section: SECTIONS.indexOf(second.section) < SECTIONS.indexOf(first.section) ? second.section : first.section,
    deadline: earlier.deadline,
    status: first.status === 'changed' || second.status === 'changed' ? 'changed' : earlier.status,
    urgency: moreUrgent(first.urgency, second.urgency),
    confidence: Math.max(first.confidence, second.confidence),
    evidence,
    changes: [...first.changes, ...second.changes],
    audienceUnclear: first.audienceUnclear && second.audienceUnclear,
    conflict:
      first.conflict ||
      second.conflict ||
      (first.deadline !== null && second.deadline !== null && first.deadline.at !== second.deadline.at),
    similarTo: [...new Set([...first.similarTo, ...second.similarTo])].filter((id) => !ids.includes(id)),
    condition: first.condition ?? second.condition,
    outsider: first.outsider && second.outsider,
    ...(perhaps === true && second.perhaps === true ? { perhaps } : {}),
    ...(letGo === true && second.letGo === true ? { letGo } : {}),
    ...(selfHelp === true && second.selfHelp === true ? { selfHelp } : {}),
    together: [...(first.together ?? []), { id: second.id, title: second.title }, ...(second.together ?? [])],
  };
}

function isDueBefore({ deadline: a }: Item, { deadline: b }: Item): boolean {
  return a !== null && (b === null || a.at < b.at);
}

const URGENCIES: readonly Item['urgency'][] = ['none', 'soon', 'immediate'];

function moreUrgent(a: Item['urgency'], b: Item['urgency']): Item['urgency'] {
  return URGENCIES.indexOf(b) > URGENCIES.indexOf(a) ? b : a;
}
