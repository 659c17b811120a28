/** The accounts of a digest: every message of the window in the reader's groups, counted exactly once. */
import type { Accounted, DigestItem } from '../model/digest.ts';
import type { Directive } from '../model/directive.ts';
import { type Label, TALK } from '../model/label.ts';
import { groupKey, type MessageKey, messageKey } from '../model/message.ts';

export interface AccountedMessage extends MessageKey {
  readonly label: Label;
  readonly keep: boolean;
}

/** What a window holds in one group, made once for all readers. */
export interface GroupWindow {
  readonly total: number;
  /** Filtered messages that belong to no directive. */
  readonly noise: ReadonlyMap<Label, number>;
  readonly rest: readonly AccountedMessage[];
}

export type WindowIndex = ReadonlyMap<string, GroupWindow>;

export function indexWindow(messages: readonly AccountedMessage[], isEvidence: (key: MessageKey) => boolean): WindowIndex {
  const index = new Map<string, { total: number; noise: Map<Label, number>; rest: AccountedMessage[] }>();
  for (const message of messages) {
    const key = groupKey(message);
    let group = index.get(key);
    if (group === undefined) {
      group = { total: 0, noise: new Map(), rest: [] };
      index.set(key, group);
    }
    group.total++;
    if (message.keep || isEvidence(message)) group.rest.push(message);
    else group.noise.set(message.label, (group.noise.get(message.label) ?? 0) + 1);
  }
  return index;
}

export interface Accounts {
  readonly accounted: Accounted;
  readonly filtered: { readonly total: number; readonly byLabel: Readonly<Partial<Record<Label, number>>> };
  readonly total: number;
}

/** @param concerns does a directive ask this reader? */
export function accountsOf(
  groups: Iterable<string>,
  index: WindowIndex,
  items: readonly DigestItem[],
  directivesOf: (key: MessageKey) => readonly Directive[],
  concerns: (directive: Directive) => boolean,
): Accounts {
  const shown = new Set(items.flatMap((item) => item.evidence.map(messageKey)));
  const byLabel: Partial<Record<Label, number>> = {};
  const accounted = { evidence: 0, filtered: 0, talk: 0, forOthers: 0, closed: 0 };
  let total = 0;
  const filter = (label: Label, count: number): void => {
    accounted.filtered += count;
    byLabel[label] = (byLabel[label] ?? 0) + count;
  };
  for (const group of groups) {
    const window = index.get(group);
    if (window === undefined) continue;
    total += window.total;
    for (const [label, count] of window.noise) filter(label, count);
    for (const message of window.rest) {
      if (shown.has(messageKey(message))) accounted.evidence++;
      else if (!message.keep) filter(message.label, 1);
      else if (TALK.has(message.label)) accounted.talk++;
      else accounted[placeOf(message, directivesOf(message), concerns)]++;
    }
  }
  return { accounted, filtered: { total: accounted.filtered, byLabel }, total };
}

/** Of what is kept: known and closed, for somebody else, or a notice too faint for an item. */
function placeOf(
  { label }: AccountedMessage,
  directives: readonly Directive[],
  concerns: (directive: Directive) => boolean,
): 'closed' | 'forOthers' | 'talk' {
  if (label === 'notice' && directives.length === 0) return 'talk';
  return directives.some(concerns) ? 'closed' : 'forOthers';
}
