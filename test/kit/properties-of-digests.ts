/** What must hold for any digest of any chat; each answers with what is wrong. */
import type { Digest, DigestItem } from '../../src/model/digest.ts';
import { DAY, dayAt, type Instant } from '../../src/model/instant.ts';
import { type Envelope, groupKey, messageKey } from '../../src/model/message.ts';
import { type Organisation, readers } from '../../src/model/organisation.ts';

export interface Chat {
  readonly org: Organisation;
  readonly envelopes: readonly Envelope[];
}

/** `day reader` of every digest that is due, worked out by walking through the hours. */
export function dueDigests({ org, envelopes }: Chat): readonly string[] {
  const times = envelopes.map((one) => one.sentAt);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const due: string[] = [];
  for (const reader of readers(org)) {
    for (let at = first - (first % 60_000); at <= last + DAY; at += 60_000) {
      const minutes = Math.floor((at / 60_000 + 8 * 60) % 1440);
      if (at >= first && minutes === (reader.digestAt ?? org.digestAt)) due.push(`${dayAt(at, org.timezone)} ${reader.id}`);
    }
  }
  return due.toSorted();
}

/** The messages of a digest's window, counted from the chat itself. */
export function messagesIn({ org, envelopes }: Chat, { cadre, window }: Digest): number {
  const groups = new Set(
    org.groups.filter((group) => group.members.includes(cadre)).map(({ platform, id }) => groupKey({ platform, group: id })),
  );
  return envelopes.filter((one) => one.sentAt > window.from && one.sentAt <= window.to && groups.has(groupKey(one))).length;
}

/** Evidence of what isn't in the chat or is later than `at`; words that aren't the message's; words from behind a wall. */
export function wrongEvidence({ org, envelopes }: Chat, reader: string, at: Instant, items: readonly DigestItem[]): readonly string[] {
  const texts = new Map(envelopes.map((one) => [messageKey(one), one]));
  const wrong: string[] = [];
  for (const item of items) {
    if (item.evidence.length === 0) wrong.push(`${item.id}: no evidence`);
    for (const one of item.evidence) {
      const message = texts.get(messageKey(one));
      const say = (what: string): number => wrong.push(`${item.id} ${one.group} ${one.id}: ${what}`);
      if (message === undefined) say('not in the chat');
      else if (message.sentAt > at) say('not yet sent');
      else if (one.quote !== null && !message.text.includes(one.quote)) say('not verbatim');
      else if (one.quote !== null && (one.span === null || message.text.slice(...one.span) !== one.quote)) say('span');
      if ((one.quote === null) !== (one.span === null)) say('quote and span');
      if (one.quote !== null && org.membersByGroup.get(groupKey(one))?.has(reader) !== true) say('behind a wall');
    }
  }
  return wrong;
}
