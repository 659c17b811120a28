/** For whom a digest is laid out, and what the layout may look up. */

import type { Instant } from '../../model/instant.ts';
import { groupKey, type MessageKey } from '../../model/message.ts';
import type { Organisation, Person } from '../../model/organisation.ts';
import { isMember } from '../select.ts';
import { LONGEST_NAME, oneLine, shortLine } from './line.ts';

/** About a screen of a phone. */
export const SCREEN_LINES = 26;

export interface DigestView {
  readonly org: Organisation;
  readonly person: Person;
  /** How many lines sections and items may take; infinite for “全部”. */
  readonly maxLines?: number;
  /** When the reader's next digest comes, where the caller's calendar knows better than plain weekdays. */
  readonly next?: Instant;
  /** When a message was sent, where the caller has it at hand; without it no times of messages are shown. */
  readonly sentAt?: (message: MessageKey) => Instant | undefined;
}

export function isReadersGroup(view: DigestView, key: Pick<MessageKey, 'platform' | 'group'>): boolean {
  return isMember(view.org, view.person, key);
}

/** A group's name without the organisation's own in front: `东岭镇农机工作群` is `农机工作群` to those of 东岭镇. */
export function groupName(view: DigestView, key: Pick<MessageKey, 'platform' | 'group'>): string {
  const name = oneLine(view.org.groupNames.get(groupKey(key)) ?? key.group);
  const short = view.org.org !== '' && name.startsWith(view.org.org) ? name.slice(view.org.org.length) : name;
  return shortLine([...short].length >= 3 ? short : name, LONGEST_NAME);
}
