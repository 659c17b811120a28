/** Where an item comes from: the reader's own groups by name, all others as a number only. */
import type { DigestItem } from '../../model/digest.ts';
import { groupKey, type MessageKey } from '../../model/message.ts';
import { severalLines } from './line.ts';
import { type DigestView, groupName, isReadersGroup } from './view.ts';
import { sentWords } from './when.ts';
import { say, words } from './words.ts';

/** Verbatim words of a message, for renderings with room for them. */
export interface Quote {
  readonly from: string;
  readonly text: string;
}

const NAMED = 2;

/** `农机群、村级群 2处`, `农机群，另有 1 群`; empty without evidence. */
export function sourceWords(item: DigestItem, view: DigestView): string {
  const groups = [...new Map(item.evidence.map((one) => [groupKey(one), one])).values()];
  const own = groups.filter((group) => isReadersGroup(view, group));
  const names = own
    .slice(0, NAMED)
    .map((group) => groupName(view, group))
    .join('、');
  const template = own.length > NAMED ? words.sources.many : words.sources.places;
  const named = own.length > 1 ? say(template, { groups: names, count: own.length }) : names;
  const others = groups.length - own.length;
  return [named, others === 0 ? '' : say(words.sources.others, { count: others })].filter((part) => part !== '').join('，');
}

/** Quotes of the reader's own groups; the wall is checked here again, whatever the digest carries. */
export function quotesOf(item: DigestItem, view: DigestView, today: string): readonly Quote[] {
  return item.evidence.flatMap((one) => {
    if (one.quote === null || !isReadersGroup(view, one)) return [];
    const sent = sentTime(one, view, today);
    return [{ from: sent === '' ? groupName(view, one) : `${groupName(view, one)} ${sent}`, text: severalLines(one.quote) }];
  });
}

export function sentTime(message: MessageKey, view: DigestView, today: string): string {
  const at = view.sentAt?.(message);
  return at === undefined ? '' : sentWords(at, today, view.org.timezone);
}
