/**
 * Numbers as handles: the item of the digest that is quoted, of the alert that is quoted, else of the list that the person saw last –
 * the last digest that was really delivered, or a 今日 that came after it.
 */
import { oneLine } from '../../digest/render/line.ts';
import type { LedgerState } from '../../ledger/state.ts';
import type { DigestItem } from '../../model/digest.ts';
import type { Directive } from '../../model/directive.ts';
import type { Instant } from '../../model/instant.ts';
import type { Evidence } from '../../model/reading.ts';
import type { LiveStore } from '../../ports/live-store.ts';
import { type Asked, told } from './context.ts';
import { keptOf } from './kept.ts';

/** An item as it was shown, and the directive as it stands; null where reading has made something else of it since. */
export interface Handle {
  readonly number: number | null;
  readonly id: string;
  readonly title: string;
  readonly evidence: readonly Evidence[];
  readonly directive: Directive | null;
}

export interface ShownList {
  /** Key of the answer that showed it. */
  readonly key: string;
  readonly at: Instant;
  readonly items: readonly Pick<DigestItem, 'number' | 'id' | 'title' | 'together'>[];
}

export interface Handles {
  readonly found: readonly Handle[];
  /** Numbers that the list doesn't have. */
  readonly missing: readonly number[];
  /** How many the list has; null where there is no list. */
  readonly count: number | null;
}

type Listed = Pick<DigestItem, 'number' | 'id' | 'title' | 'together'> & Partial<Pick<DigestItem, 'evidence'>>;

export async function handlesOf({ message, person, numbers }: Asked, store: LiveStore, ledger: LedgerState): Promise<Handles> {
  const quoted = message.replyTo === undefined ? null : await quotedItems(store, message, person.id);
  if (quoted !== null && 'alerted' in quoted) {
    const directive = ledger.directives.get(quoted.alerted) ?? null;
    return directive === null
      ? { found: [], missing: [1], count: 0 }
      : { found: [handleOf({ number: 1, id: directive.id, title: directive.title }, ledger, null)], missing: [], count: 1 };
  }
  const items = quoted?.items ?? (await lastSeen(store, person.id));
  if (items === null) return { found: [], missing: numbers, count: null };
  const found = numbers.flatMap((number) => items.find((item) => item.number === number) ?? []);
  const missing = numbers.filter((number) => !items.some((item) => item.number === number));
  return { found: found.flatMap((item) => handlesOfItem(item, ledger)), missing, count: items.length };
}

/** What is shown as one is answered as one: its number means each of them. */
function handlesOfItem(item: Listed, ledger: LedgerState): readonly Handle[] {
  const { number, together = [] } = item;
  return [handleOf(item, ledger, number), ...together.map((one) => handleOf({ number, ...one }, ledger, number))];
}

/** `3. 报农机购置补贴核验表`: every answer says again what it is about. */
export function named({ number, title, directive }: Handle): string {
  const words = oneLine(directive?.title ?? title);
  return number === null ? words : `${number}. ${words}`;
}

/** What is said where numbers lead nowhere; null where they do. */
export function noSuchItem({
  found,
  missing,
  count,
}: Handles): { readonly template: string; readonly facts: Record<string, string | number> } | null {
  if (count === null) return { template: told.nothingShown, facts: {} };
  if (found.length > 0) return null;
  return missing.length === 0
    ? { template: told.whichOne, facts: {} }
    : { template: told.noSuchNumber, facts: { numbers: missing.join('、'), count } };
}

function handleOf(item: Listed, ledger: LedgerState, number: number | null): Handle {
  const directive = ledger.directives.get(item.id) ?? null;
  return { number, id: item.id, title: item.title, evidence: directive?.evidence ?? item.evidence ?? [], directive };
}

/** What the quoted message of the bot listed; it must have been this person's own. */
async function quotedItems(
  store: LiveStore,
  { platform, account, replyTo = '' }: Asked['message'],
  person: string,
): Promise<{ readonly items: readonly Listed[] } | { readonly alerted: string } | null> {
  const part = await store.partByMessage(platform, account, replyTo);
  const row = part === null ? null : await store.outgoing(part.key);
  if (row === null) return null;
  if (row.digest !== undefined && row.digest.person === person) {
    const digest = await store.digestOf(person, row.digest.date);
    return digest === null ? null : { items: digest.items };
  }
  // `alert PERSON DIRECTIVE REASON`, `reminder DIRECTIVE DAY PERSON`: each is about one thing.
  if (row.kind === 'alert' && row.person === person) return { alerted: row.key.split(' ').at(-2) ?? '' };
  if (row.kind === 'reminder' && row.person === person) return { alerted: row.key.split(' ')[1] ?? '' };
  const shown = await keptOf<ShownList>(store, 'shown', person);
  return shown?.key === row.key ? { items: shown.items } : null;
}

async function lastSeen(store: LiveStore, person: string): Promise<readonly Listed[] | null> {
  const [delivered, shown] = [await store.lastDelivered(person), await keptOf<ShownList>(store, 'shown', person)];
  if (shown !== null && shown.at > (delivered?.at ?? 0)) return shown.items;
  const digest = delivered === null ? null : await store.digestOf(person, delivered.date);
  return digest?.items ?? null;
}
