/** Segments to the words of a message and what it carries besides. Pure. */
import type { Envelope, ForwardedPart, MessageKind } from '../../src/adapter-kit.ts';
import { type Card, cardOfJson, cardOfXml } from './card.ts';
import type { WireSegment } from './wire.ts';

export type Content = Pick<Envelope, 'kind' | 'text' | 'mentions' | 'file' | 'url' | 'durationSec' | 'forwarded'> & {
  /** The message that is answered, as the implementation numbers it. */
  readonly answers?: string;
};

export interface Known {
  /** How an account is called in the group, as far as is known. */
  nameOf(account: string): string | null;
  /** The parts of a forwarded record, where they could be asked for. */
  partsOf(record: string): readonly ForwardedPart[] | null;
}

const EVERYONE = '全体成员';

interface Draft {
  words: string[];
  mentions: string[];
  kinds: MessageKind[];
  faces: number;
  rest: { -readonly [Key in keyof Content]?: Content[Key] };
}

export function contentOf(segments: readonly WireSegment[], known: Known): Content {
  const draft: Draft = { words: [], mentions: [], kinds: [], faces: 0, rest: {} };
  for (const segment of segments) (READERS[segment.type] ?? unheardOf)(draft, segment.data ?? {}, known, segment.type);
  const text = draft.words.join('').trim();
  const onlyFaces = draft.faces > 0 && draft.words.length === draft.faces && draft.kinds.length === 0;
  return {
    kind:
      draft.kinds.find((kind) => kind !== 'sticker') ??
      (onlyFaces || text === '' ? (draft.kinds[0] ?? (onlyFaces ? 'sticker' : 'text')) : 'text'),
    text: onlyFaces ? '' : text,
    ...(draft.mentions.length > 0 ? { mentions: [...new Set(draft.mentions)] } : {}),
    ...draft.rest,
  };
}

type Data = Readonly<Record<string, unknown>>;
type Reader = (draft: Draft, data: Data, known: Known, type: string) => void;

const READERS: Readonly<Record<string, Reader>> = {
  text: (draft, data) => void draft.words.push(wordOf(data, 'text')),
  markdown: (draft, data) => void draft.words.push(wordOf(data, 'content', 'markdown')),
  at: mention,
  reply: (draft, data) => {
    const id = wordOf(data, 'id');
    if (id !== '') draft.rest.answers ??= id;
  },
  face: (draft, data) => {
    const raw = data['raw'];
    const named = typeof raw === 'object' && raw !== null && 'faceText' in raw ? String(raw.faceText) : wordOf(data, 'summary');
    draft.faces++;
    draft.words.push(`[${named.replaceAll(/[[\]/]/gu, '') || '表情'}]`);
  },
  mface: carries('sticker'),
  dice: carries('sticker'),
  rps: carries('sticker'),
  image: (draft, data) => void draft.kinds.push(isSticker(data) ? 'sticker' : 'image'),
  record: carries('voice'),
  video: (draft, data) => {
    draft.kinds.push('video');
    takeFile(draft, data);
  },
  file: (draft, data) => {
    draft.kinds.push('file');
    takeFile(draft, data);
  },
  location: (draft, data) => {
    draft.kinds.push('location');
    draft.words.push([wordOf(data, 'title'), wordOf(data, 'content')].filter(Boolean).join(' '));
  },
  json: (draft, data) => takeCard(draft, cardOfJson(data['data'])),
  xml: (draft, data) => takeCard(draft, cardOfXml(data['data'])),
  miniapp: (draft, data) => takeCard(draft, cardOfJson(data['data'])),
  share: (draft, data) =>
    takeCard(draft, { text: [wordOf(data, 'title'), wordOf(data, 'content')].filter(Boolean).join('\n'), url: wordOf(data, 'url') }),
  music: (draft, data) => takeCard(draft, { text: wordOf(data, 'title'), url: wordOf(data, 'url') }),
  forward: (draft, data, known) => takeRecord(draft, known.partsOf(wordOf(data, 'id')) ?? []),
  poke: () => undefined,
  contact: (draft) => void draft.words.push('[名片]'),
  redbag: carries('redpacket'),
};

/** Something that no version of the standard had when this was written: named, so that a reader looks there. */
function unheardOf(draft: Draft, _data: Data, _known: Known, type: string): void {
  draft.words.push(`[${type.slice(0, 24)}]`);
}

function mention(draft: Draft, data: Data, known: Known): void {
  const account = wordOf(data, 'qq');
  const all = account === 'all';
  const name = all ? EVERYONE : wordOf(data, 'name').replace(/^@/u, '') || known.nameOf(account) || account;
  draft.mentions.push(all ? '*' : account);
  draft.words.push(`@${name} `);
}

function carries(kind: MessageKind): Reader {
  return (draft) => void draft.kinds.push(kind);
}

/** Pictures from a collection of stickers say so in one of three ways. */
function isSticker(data: Data): boolean {
  return Number(data['sub_type'] ?? data['subType'] ?? 0) === 1 || /表情/u.test(wordOf(data, 'summary'));
}

function takeFile(draft: Draft, data: Data): void {
  const name = wordOf(data, 'name', 'file_name', 'file');
  const size = Number(data['file_size'] ?? data['size']);
  if (name === '' || /^(?:https?|file|base64):/u.test(name)) return;
  draft.rest.file ??= { name, ...(Number.isFinite(size) && size >= 0 ? { size } : {}) };
}

function takeCard(draft: Draft, card: Card): void {
  draft.words.push(card.text);
  if (card.forwarded !== undefined) takeRecord(draft, card.forwarded);
  else if (card.isNotice !== true) draft.kinds.push('link');
  if (card.url !== undefined && card.url !== '') draft.rest.url ??= card.url;
}

function takeRecord(draft: Draft, parts: readonly ForwardedPart[]): void {
  if (parts.length > 0) draft.rest.forwarded = [...(draft.rest.forwarded ?? []), ...parts];
  // What is forwarded is read as the message's own words; who said it first is told beside them.
  draft.words.push(parts.length === 0 ? '[聊天记录]' : `\n${parts.map(({ text }) => text).join('\n')}`);
}

/** The first of these that is there, as words. */
function wordOf(data: Data, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = data[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return '';
}
