/** The line above each message: when, and who. */
import type { Instant } from '../../../src/adapter-kit.ts';
import { wallClock } from '../wall-clock.ts';

export interface Header {
  readonly sentAt: Instant;
  /** QQ number or mail address; null where the line shows a name alone, or nothing. */
  readonly account: string | null;
  readonly name: string;
}

/** Longer lines are no header, whatever they look like: a name has 60 characters at most. */
const MAX_HEADER = 300;
const SHAPE = /^(?<day>\d{4}-\d{2}-\d{2}) (?<time>\d{1,2}:\d{2}:\d{2})(?: (?<who>.*))?$/u;
/** The last pair of brackets holds the account; brackets before it belong to the name. */
const ACCOUNT = /^(?<name>.*?)(?:\((?<number>\d{1,20})\)|<(?<mail>[^<>\s]+@[^<>\s]+)>)\s*$/u;
const TITLES = /^(?:【[^】]*】)+/u;

/** `invalid`: looks like a header, but its day or time doesn't exist. */
export function readHeader(line: string, timezone: string): Header | 'invalid' | null {
  const parts = line.length > MAX_HEADER ? undefined : SHAPE.exec(line)?.groups;
  if (parts === undefined) return null;
  const sentAt = wallClock(parts['day'] ?? '', parts['time'] ?? '', timezone);
  if (sentAt === null) return 'invalid';
  const who = parts['who'] ?? '';
  const account = ACCOUNT.exec(who)?.groups;
  const shown = account === undefined ? who : (account['name'] ?? '');
  return { sentAt, account: account?.['number'] ?? account?.['mail'] ?? null, name: withoutTitles(shown.trim()) };
}

/** 【管理员】张三 → 张三; a name that is nothing but brackets stays as it is. */
function withoutTitles(name: string): string {
  return name.replace(TITLES, '').trim() || name;
}
