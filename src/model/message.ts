/** Envelopes as adapters hand them in, and messages as the store gives them back. */
import type { Instant } from './instant.ts';

export const MESSAGE_KINDS = [
  'text',
  'image',
  'video',
  'voice',
  'file',
  'sticker',
  'link',
  'location',
  'redpacket',
  'chain',
  'recall',
  'system',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Identity of a message across all chat systems. */
export interface MessageKey {
  readonly platform: string;
  readonly group: string;
  readonly id: string;
}

export interface FileInfo {
  readonly name: string;
  readonly mime?: string;
  readonly size?: number;
  readonly path?: string;
}

/** One part of a forwarded chat record. */
export interface ForwardedPart {
  readonly sender?: string;
  readonly text: string;
}

export interface Envelope extends MessageKey {
  readonly sentAt: Instant;
  /** Account id on the platform, or a person's id of the roster; the name is what the group shows. */
  readonly sender: { readonly id: string; readonly name: string };
  readonly kind: MessageKind;
  readonly text: string;
  /** Sender ids; `*` is everyone. */
  readonly mentions?: readonly string[];
  readonly replyTo?: string;
  readonly file?: FileInfo;
  readonly url?: string;
  readonly durationSec?: number;
  /** The id that a `recall` takes back. */
  readonly recalls?: string;
  /** The id whose text this message replaces. */
  readonly edits?: string;
  readonly forwarded?: readonly ForwardedPart[];
  /** When it reached us, where that was more than a minute after it was sent: a digest made in between didn't know it. */
  readonly heardAt?: Instant;
}

const LONGEST_VOICE = 24 * 60 * 60;

/** How long one has to listen; null where that isn't told, or can't be. */
export function wholeSeconds({ durationSec }: Pick<Envelope, 'durationSec'>): number | null {
  return durationSec === undefined || durationSec > LONGEST_VOICE ? null : Math.round(durationSec);
}

/** What stands for a record of which no line was told. */
const RECORD = '[聊天记录]';

type Forwarding = Pick<Envelope, 'kind' | 'text'> & { readonly [K in 'url' | 'forwarded']?: Envelope[K] | undefined };

/**
 * A record that is forwarded without a word of one's own, as the reading takes it: its lines are the words of the message, from which
 * evidence is quoted. Who said them first is told beside them.
 */
export function withForwardedWords<Said extends Forwarding>(said: Said): Said {
  const { kind, text, url, forwarded = [] } = said;
  const isRecord = kind === 'text' || (kind === 'link' && (url ?? '') === '');
  if (!isRecord || text.trim() !== '' || forwarded.length === 0) return said;
  const lines = forwarded.map((part) => part.text.trim()).filter((line) => line !== '');
  return { ...said, kind: 'text', text: lines.join('\n') || RECORD };
}

/** A stored envelope. `seq` is the store's own number, in order of arrival. */
export interface Message extends Envelope {
  readonly seq: number;
}

/** Keys are asked for many times a message; the same one again needn't be put together and hashed anew. */
const groupKeys = new Map<string, Map<string, string>>();
const MOST_KEYS = 10_000;
let keyCount = 0;

export function groupKey({ platform, group }: { readonly platform: string; readonly group: string }): string {
  const known = groupKeys.get(platform)?.get(group);
  if (known !== undefined) return known;
  if (keyCount >= MOST_KEYS) {
    groupKeys.clear();
    keyCount = 0;
  }
  const key = `${platform}\u0000${group}`;
  const keys = groupKeys.get(platform);
  if (keys === undefined) groupKeys.set(platform, new Map([[group, key]]));
  else keys.set(group, key);
  keyCount++;
  return key;
}

export function messageKey(key: MessageKey): string {
  return `${key.platform}\u0000${key.group}\u0000${key.id}`;
}

/** As much of a message as puts it in order. */
type SentMessage = Pick<Envelope, keyof MessageKey | 'sentAt'>;

/** The order in which messages are read: by time, ties by group and id, so that arrival can't matter. */
export function byTime(a: SentMessage, b: SentMessage): number {
  return a.sentAt - b.sentAt || compare(a.platform, b.platform) || compare(a.group, b.group) || compareIds(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Shorter ids first, so that m9 stands before m10. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || compare(a, b);
}
