/** One message of the child to what it tells. Pure: what is remembered for quotes comes in. */
import type { ChatEvent, Envelope, FileInfo, MessageKind } from '../../src/adapter-kit.ts';
import { type Quote, quoteIn } from './quote.ts';
import { TYPES, type WireMessage } from './wire.ts';

export const PLATFORM = 'wechat';

export interface Hearing {
  /** Our id of a message that is quoted; null where it isn't known any more. */
  quoted(conversation: string, quote: Quote): string | null;
}

export function translate(message: WireMessage, hearing: Hearing): readonly ChatEvent[] {
  const { room, isSelf } = message;
  if (isSelf) return echoed(message);
  if (room === null) return message.isOfficial ? [] : [alone(message, hearing)];
  return [
    { kind: 'group', id: room.id, name: room.name },
    { kind: 'message', envelope: envelopeOf(message, room.id, hearing) },
  ];
}

function envelopeOf(message: WireMessage, group: string, hearing: Hearing): Envelope {
  const { id, at, account, name } = message;
  const base = { platform: PLATFORM, group, sentAt: at, sender: { id: account, name: name || account } };
  if (message.type === TYPES.recalled) {
    const recalls = recalledIn(message.text);
    return { ...base, id: `recall ${recalls}`, kind: 'recall', text: '', recalls };
  }
  const { text, ...answered } = answeredIn(message, group, hearing);
  const mentions = [...new Set([...message.mentions, ...(EVERYONE.test(text) ? ['*'] : [])])];
  return {
    ...base,
    id,
    kind: KINDS[message.type] ?? 'text',
    text,
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(message.file === null ? {} : { file: fileOf(message.file) }),
    ...(message.link === null || message.link.url === '' ? {} : { url: message.link.url }),
    ...answered,
  };
}

function fileOf({ name, size }: NonNullable<WireMessage['file']>): FileInfo {
  return { name, ...(size === undefined ? {} : { size }) };
}

const EVERYONE = /@(?:所有人|all(?![\w]))/iu;

const KINDS: Readonly<Record<number, MessageKind>> = {
  [TYPES.attachment]: 'file',
  [TYPES.audio]: 'voice',
  [TYPES.emoticon]: 'sticker',
  [TYPES.groupNote]: 'chain',
  [TYPES.image]: 'image',
  [TYPES.location]: 'location',
  [TYPES.miniProgram]: 'link',
  [TYPES.post]: 'link',
  [TYPES.redEnvelope]: 'redpacket',
  [TYPES.transfer]: 'redpacket',
  [TYPES.unknown]: 'system',
  [TYPES.url]: 'link',
  [TYPES.video]: 'video',
};

/** The text of a recall is the id of what is taken back; some puppets give the platform's own XML. */
function recalledIn(text: string): string {
  return /<(?:newmsgid|msgid)>\s*(?<id>\d+)\s*</iu.exec(text)?.groups?.['id'] ?? text.trim();
}

/** A quote that is remembered is a reply; of one that isn't the words are kept beside the answer, so that they aren't taken for it. */
function answeredIn(message: WireMessage, conversation: string, hearing: Hearing): Pick<Envelope, 'text' | 'replyTo' | 'forwarded'> {
  const text = wordsOf(message);
  const quote = message.type === TYPES.text ? quoteIn(text) : null;
  if (quote === null) return message.type === TYPES.chatHistory ? recordIn(text) : { text };
  const replyTo = hearing.quoted(conversation, quote);
  return { text: quote.answer, ...(replyTo === null ? { forwarded: [{ sender: quote.name, text: quote.words }] } : { replyTo }) };
}

/** Text is text; what the others carry as text is XML or a path, and only what a reader would see of it is told. */
function wordsOf({ type, text, link }: WireMessage): string {
  if (link !== null) return [link.title, link.description].filter((words) => words !== '').join('\n');
  if (type === TYPES.text || type === TYPES.unknown) return text.replaceAll('\u2005', ' ').trim();
  return /^\s*</u.test(text) ? titleIn(text) : READABLE.has(type) ? text.trim() : '';
}

const READABLE: ReadonlySet<number> = new Set([
  TYPES.chatHistory,
  TYPES.groupNote,
  TYPES.location,
  TYPES.url,
  TYPES.miniProgram,
  TYPES.post,
]);

function titleIn(xml: string): string {
  const lines = [...xml.matchAll(/<(?:title|des)>(?:<!\[CDATA\[)?(?<words>[\s\S]*?)(?:\]\]>)?<\/(?:title|des)>/gu)];
  return [...new Set(lines.map(({ groups }) => (groups?.['words'] ?? '').trim()))].filter((line) => line !== '').join('\n');
}

/** A forwarded record: a title, and lines of "name: words". */
function recordIn(text: string): Pick<Envelope, 'text' | 'forwarded'> {
  const lines = text.split('\n').flatMap((line) => {
    const match = /^(?<sender>[^::]{1,40})[::]\s*(?<words>\S.*)$/u.exec(line);
    return match === null ? [] : [{ sender: match.groups?.['sender'] ?? '', text: match.groups?.['words'] ?? '' }];
  });
  if (lines.length === 0) return { text: text || '[聊天记录]' };
  return { text: lines.map((line) => line.text).join('\n'), forwarded: lines };
}

function alone(message: WireMessage, hearing: Hearing): ChatEvent {
  const { id, account, name, at } = message;
  const { text, replyTo, forwarded } = answeredIn(message, account, hearing);
  const quoted = forwarded?.map((part) => part.text).join('\n');
  return {
    kind: 'direct',
    message: {
      id,
      account,
      name: name || account,
      sentAt: at,
      text,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(quoted === undefined ? {} : { quoted }),
    },
  };
}

function echoed({ id, at, text, room, listener }: WireMessage): readonly ChatEvent[] {
  const to = room?.id ?? listener;
  if (to === null || to === '') return [];
  return [{ kind: 'echo', target: { to: room === null ? 'person' : 'group', id: to }, id, text: text.trim(), sentAt: at }];
}
