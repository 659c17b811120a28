/** What was said in a group while nobody listened: pages of its history, backwards, until something is known. */
import { z } from 'zod';
import { insist, type Link } from './link.ts';
import { numeric } from './outcome.ts';
import { WireMany, WireNumbers } from './wire.ts';

const PAGE = 50;
const MOST_PAGES = 20;

const Timed = WireNumbers.extend({ time: z.number() });

export interface Missed {
  /** Oldest first. */
  readonly messages: readonly unknown[];
  /** The history was longer than anybody asks for: there is a gap. */
  readonly cutShort: boolean;
}

/** Null where the implementation has no history to tell; fails where it does not answer. `isKnown` says of a message that it, and so all before it, was handed in. */
export async function missedIn(
  link: Pick<Link, 'call'>,
  group: string,
  since: number,
  isKnown: (numbers: WireNumbers) => Promise<boolean>,
): Promise<Missed | null> {
  let messages: readonly unknown[] = [];
  let before: string | undefined;
  const read = new Set<string>();
  for (let page = 0; page < MOST_PAGES; page++) {
    const asked = { group_id: numeric(group), count: PAGE, ...(before === undefined ? {} : { message_seq: numeric(before) }) };
    const answer = await insist(link, 'get_group_msg_history', asked);
    const many = WireMany.safeParse(answer.data);
    if (answer.retcode !== 0 || !many.success) return page === 0 ? null : { messages, cutShort: true };
    const found: unknown[] = [];
    let reached = false;
    let oldest: z.infer<typeof Timed> | null = null;
    for (const raw of many.data.messages) {
      const timed = Timed.safeParse(raw);
      if (!timed.success || read.has(timed.data.message_id)) continue;
      read.add(timed.data.message_id);
      if (oldest === null || timed.data.time < oldest.time) oldest = timed.data;
      if (timed.data.time < since || (await isKnown(timed.data))) reached = true;
      else found.push(raw);
    }
    messages = [...found, ...messages];
    if (reached || oldest === null || many.data.messages.length < 2) return { messages, cutShort: false };
    before = oldest.message_seq ?? oldest.message_id;
  }
  return { messages, cutShort: true };
}
