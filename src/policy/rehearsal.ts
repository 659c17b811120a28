/** What a change would have done to the last days: two readings of the same messages, compared. */
import { type Label, MUST_KEEP, TALK } from '../model/label.ts';
import { type MessageKey, messageKey } from '../model/message.ts';
import type { ItemKind } from '../model/reading.ts';

export interface SeenVerdict extends MessageKey {
  readonly label: Label;
  readonly keep: boolean;
  readonly text: string;
}

/** An item with everybody in whose digests it stood. */
export interface SeenItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** Its first message. */
  readonly evidence: MessageKey;
  readonly people: ReadonlySet<string>;
}

export interface SeenDays {
  readonly verdicts: ReadonlyMap<string, SeenVerdict>;
  readonly items: ReadonlyMap<string, SeenItem>;
}

export interface VerdictChange extends MessageKey {
  readonly text: string;
  readonly was: { readonly label: Label; readonly keep: boolean };
  readonly is: { readonly label: Label; readonly keep: boolean };
}

export interface ItemChange {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly evidence: MessageKey;
  /** In how many people's digests it would come or go. */
  readonly people: number;
}

/** What must not be hidden, and would be. */
export interface Hidden extends MessageKey {
  /** The message's words or the item's title. */
  readonly words: string;
  readonly was: Label | ItemKind;
  readonly item: string | null;
}

export interface Comparison {
  readonly messages: number;
  readonly changed: readonly VerdictChange[];
  readonly appearing: readonly ItemChange[];
  readonly vanishing: readonly ItemChange[];
  readonly hidden: readonly Hidden[];
}

const MUST_SHOW: ReadonlySet<ItemKind> = new Set<ItemKind>(['directive', 'meeting', 'hazard', 'appeal', 'opaque']);
const NOBODY: ReadonlySet<string> = new Set();

export function compareDays(before: SeenDays, after: SeenDays): Comparison {
  const changed = changedVerdicts(before, after);
  const successors = pairItems(before.items, after.items);
  const predecessors = new Map([...successors].map(([from, to]) => [to, from]));
  const vanishing = itemChanges(before.items, (item) => after.items.get(successors.get(item.id) ?? item.id)?.people);
  const appearing = itemChanges(after.items, (item) => before.items.get(predecessors.get(item.id) ?? item.id)?.people);
  return { messages: after.verdicts.size, changed, appearing, vanishing, hidden: hiddenBy(changed, vanishing) };
}

/** What of the hidden is not named: by the message's id where only one of them has it, by group/id, or by the item's id. */
export function unnamed(hidden: readonly Hidden[], named: readonly string[]): readonly Hidden[] {
  const names = new Set(named);
  const isAlone = (one: Hidden): boolean => hidden.every((other) => other.id !== one.id || messageKey(other) === messageKey(one));
  return hidden.filter(
    (one) => !(names.has(`${one.group}/${one.id}`) || (one.item !== null && names.has(one.item)) || (names.has(one.id) && isAlone(one))),
  );
}

function changedVerdicts(before: SeenDays, after: SeenDays): readonly VerdictChange[] {
  return [...after.verdicts].flatMap(([key, { label, keep, text, platform, group, id }]) => {
    const was = before.verdicts.get(key);
    if (was === undefined || (was.label === label && was.keep === keep)) return [];
    return [{ platform, group, id, text, was: { label: was.label, keep: was.keep }, is: { label, keep } }];
  });
}

/** Items that are the same under another id: a message that is read otherwise gives its items other numbers. */
function pairItems(before: SeenDays['items'], after: SeenDays['items']): ReadonlyMap<string, string> {
  const free = [...after.values()].filter((item) => !before.has(item.id));
  const pairs = new Map<string, string>();
  for (const item of before.values()) {
    if (after.has(item.id)) continue;
    const at = free.findIndex((other) => messageKey(other.evidence) === messageKey(item.evidence));
    const [successor] = at < 0 ? [] : free.splice(at, 1);
    if (successor !== undefined) pairs.set(item.id, successor.id);
  }
  return pairs;
}

function itemChanges(items: SeenDays['items'], others: (item: SeenItem) => ReadonlySet<string> | undefined): readonly ItemChange[] {
  return [...items.values()].flatMap((item) => {
    const there = others(item) ?? NOBODY;
    const people = [...item.people].filter((person) => !there.has(person)).length;
    return people === 0 ? [] : [{ id: item.id, kind: item.kind, title: item.title, evidence: item.evidence, people }];
  });
}

/** Messages first; an item only where none of them is its source. */
function hiddenBy(changed: readonly VerdictChange[], vanishing: readonly ItemChange[]): readonly Hidden[] {
  const lost = vanishing.filter((item) => MUST_SHOW.has(item.kind));
  const itemOf = new Map(lost.map((item) => [messageKey(item.evidence), item]));
  const messages = changed
    .filter(({ was, is }) => was.keep && MUST_KEEP.has(was.label) && (!is.keep || TALK.has(is.label)))
    .map(
      (one): Hidden => ({
        platform: one.platform,
        group: one.group,
        id: one.id,
        words: one.text,
        was: one.was.label,
        item: itemOf.get(messageKey(one))?.id ?? null,
      }),
    );
  const told = new Set(messages.map(messageKey));
  const items = lost
    .filter((item) => !told.has(messageKey(item.evidence)))
    .map((item): Hidden => ({ ...item.evidence, words: item.title, was: item.kind, item: item.id }));
  return [...messages, ...items];
}
