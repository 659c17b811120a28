/** One message of a QQ export to an envelope, under a key that the next export of the same chat gives it again. */
import { hash } from 'node:crypto';
import type { Envelope, MessageKind } from '../../../src/adapter-kit.ts';
import type { Header } from './header.ts';

/** QQ's own senders of grey system lines. */
const SYSTEM_ACCOUNTS: ReadonlySet<string> = new Set(['10000', '1000000']);

/** A body that is nothing but these stands for what can't be shown as text. */
const PLACEHOLDERS = new Map<string, MessageKind>([
  ['图片', 'image'],
  ['表情', 'sticker'],
  ['动画表情', 'sticker'],
  ['文件', 'file'],
  ['语音', 'voice'],
  ['视频', 'video'],
  ['短视频', 'video'],
  ['红包', 'redpacket'],
  ['QQ红包', 'redpacket'],
  ['位置', 'location'],
]);

export type Numbering = (key: string, sentAt: number) => number;

/** Counts equal messages of one second, so that two of them stay two. A second copy of the same stretch gets the same numbers again. */
export function numbering(): Numbering {
  let second = Number.NaN;
  let counts = new Map<string, number>();
  return (key, sentAt) => {
    if (sentAt !== second) counts = new Map();
    second = sentAt;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return number;
  };
}

export function toEnvelope(group: string, header: Header, body: string, next: Numbering): Envelope {
  // An account is a number or a mail address; a bare name must not pass for one, or for a person of the roster.
  const sender = header.account ?? `name:${header.name}`;
  const key = `${header.sentAt / 1000}-${sender}-${hash('sha256', body).slice(0, 16)}`;
  const number = next(key, header.sentAt);
  const kind = SYSTEM_ACCOUNTS.has(header.account ?? '') ? 'system' : kindOf(body);
  return {
    platform: 'qq',
    group,
    id: number === 1 ? key : `${key}-${number}`,
    sentAt: header.sentAt,
    sender: { id: sender, name: header.name || (header.account ?? '') },
    kind,
    text: kind === 'text' || kind === 'system' ? body : '',
    ...(body.includes('@全体成员') ? { mentions: ['*'] } : {}),
  };
}

/** The kind of the first placeholder, if the body holds nothing else. */
function kindOf(body: string): MessageKind {
  if (!body.trimStart().startsWith('[')) return 'text';
  const match = /^\s*\[(?<first>[^[\]]{1,6})\](?:\s*\[[^[\]]{1,6}\])*\s*$/u.exec(body);
  const names = [...body.matchAll(/\[([^[\]]{1,6})\]/gu)].map(([, name = '']) => name);
  if (match === null || !names.every((name) => PLACEHOLDERS.has(name))) return 'text';
  return PLACEHOLDERS.get(match.groups?.['first'] ?? '') ?? 'text';
}
