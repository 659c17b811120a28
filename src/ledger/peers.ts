/** Whose office is like somebody's in a group: who has a place of the same kind, or a title with the same end ("村书记" and "村书记", "所长" and "所长"). */
import { groupKey, type MessageKey } from '../model/message.ts';
import type { Organisation, Person } from '../model/organisation.ts';

export interface Circle {
  /** All of the group but the person; person ids. */
  readonly others: readonly string[];
  /** Of them those of like office. */
  readonly peers: readonly string[];
}

/** Looked up for each answer: the same few answer one after the other. A county has as many circles as seats in its groups. */
const circles = new WeakMap<Organisation, Map<string, Circle>>();
const MOST = 1000;

export function circleOf(org: Organisation, where: MessageKey, person: string): Circle {
  const known = circles.get(org) ?? new Map<string, Circle>();
  circles.set(org, known);
  const key = `${groupKey(where)} ${person}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const circle = found(org, where, person);
  if (known.size >= MOST) known.clear();
  known.set(key, circle);
  return circle;
}

function found(org: Organisation, where: MessageKey, person: string): Circle {
  const self = org.personById.get(person);
  const others = [...(org.membersByGroup.get(groupKey(where)) ?? [])].filter((id) => id !== person);
  const peers = others.filter((id) => {
    const other = org.personById.get(id);
    return self !== undefined && other !== undefined && isOfLikeOffice(self, other);
  });
  return { others, peers };
}

export function isOfLikeOffice(one: Person, other: Person): boolean {
  const kind = kindOfPlace(one);
  return endOf(one.title) === endOf(other.title) || (kind !== undefined && kind === kindOfPlace(other));
}

function endOf(title: string): string {
  return title.slice(-2);
}

/** 村, 区, 镇, 所, 校 … */
function kindOfPlace({ areas: [first] }: Person): string | undefined {
  return first?.at(-1);
}
