/** Which stored message somebody means who forwards it, quotes it, or writes down some of its words. */
import { isMember } from '../../digest/select.ts';
import { DAY } from '../../model/instant.ts';
import type { Message } from '../../model/message.ts';
import type { LiveStore } from '../../ports/live-store.ts';
import type { Asked } from './context.ts';

export const SEARCHED_DAYS = 7;
/** Fewer characters than this are in everything. */
const SHORTEST = 4;
/** So much of the words must stand in the message. */
const ENOUGH = 0.6;

/** The words by which it is looked for; empty where nothing tells. */
export function missedWords({ message, text }: Pick<Asked, 'message' | 'text'>): string {
  return (message.quoted ?? text).trim();
}

/** @param everywhere also in groups that the person isn't in */
export async function findMissed(asked: Asked, store: LiveStore, everywhere = false): Promise<Message | null> {
  const { message, person, org, at } = asked;
  const mayRead = (one: { readonly platform: string; readonly group: string }): boolean => everywhere || isMember(org, person, one);
  const origin = message.forwardedFrom;
  if (origin?.group !== undefined && origin.id !== undefined) {
    const key = { platform: message.platform, group: origin.group };
    const [found] = mayRead(key) ? await store.findMessages(origin.id, key) : [];
    if (found !== undefined) return found;
  }
  const wanted = lettersOf(missedWords(asked));
  if (wanted.length < SHORTEST) return null;
  for (let days = 0; days < SEARCHED_DAYS; days++) {
    const said = await store.messagesBetween(at - (days + 1) * DAY, at - days * DAY);
    const found = likest(wanted, said.filter(mayRead));
    if (found !== null) return found;
  }
  return null;
}

function likest(wanted: string, messages: readonly Message[]): Message | null {
  const pairs = pairsOf(wanted);
  let best: Message | null = null;
  let most = ENOUGH;
  for (const message of messages) {
    const letters = lettersOf(message.text);
    const likeness = letters.includes(wanted) ? 1 + wanted.length / letters.length : shareOf(pairs, letters);
    // Of two that fit as well the later one is meant.
    if (likeness >= most) [best, most] = [message, likeness];
  }
  return best;
}

function shareOf(pairs: ReadonlySet<string>, letters: string): number {
  if (pairs.size === 0 || letters.length < SHORTEST) return 0;
  let found = 0;
  for (const pair of pairs) if (letters.includes(pair)) found++;
  return found / pairs.size;
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set([...text].slice(1).map((letter, index) => `${[...text][index] ?? ''}${letter}`));
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
