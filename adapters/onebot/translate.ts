/** One event to what it tells. Pure: the same event gives the same, however often it comes. */
import type { ChatEvent, Envelope, ForwardedPart } from '../../src/adapter-kit.ts';
import { contentOf } from './content.ts';
import { segmentsOf } from './cq.ts';
import { WireEvent, WireForwarded, WireMessage, WireNotice, type WireNumbers, type WireSegment } from './wire.ts';

export const PLATFORM = 'qq';

export interface Hearing {
  /** The account's own id. */
  readonly self: string;
  nameOf(group: string, account: string): string | null;
  /** Our id of a message that the implementation knows by this number. */
  idOf(message: string): string | null;
  partsOf(record: string): readonly ForwardedPart[] | null;
}

export interface Translation {
  readonly events: readonly ChatEvent[];
  /** Our id of the message, by which it is known when it comes again. */
  readonly key?: { readonly group: string; readonly message: string; readonly id: string };
  readonly seen: readonly { readonly group: string; readonly account: string; readonly name: string }[];
  /** Why it tells nothing: its kind, never its words. */
  readonly skipped?: { readonly kind: string; readonly why: 'unknown' | 'malformed' };
}

const NOTHING: Translation = { events: [], seen: [] };

export function translate(raw: unknown, hearing: Hearing): Translation {
  const event = WireEvent.safeParse(raw);
  if (!event.success) return skip('event', 'malformed');
  switch (event.data.post_type) {
    case 'message':
    case 'message_sent': {
      const message = WireMessage.safeParse(raw);
      return message.success
        ? said(message.data, hearing, event.data.post_type === 'message_sent')
        : skip(event.data.post_type, 'malformed');
    }
    case 'notice': {
      const notice = WireNotice.safeParse(raw);
      return notice.success ? noticed(notice.data, hearing) : skip('notice', 'malformed');
    }
    case 'meta_event':
    case 'request':
      return NOTHING;
    default:
      return skip('event', 'unknown');
  }
}

function skip(kind: string, why: 'unknown' | 'malformed'): Translation {
  return { ...NOTHING, skipped: { kind, why } };
}

/**
 * Message ids are short hashes on some implementations and may come again in a group; its running number, where it is told as something
 * else, makes one that doesn't.
 */
export function keyOf({ message_id: id, message_seq: seq, real_seq: realSeq }: WireNumbers): string {
  const number = realSeq ?? seq ?? id;
  return number === id ? id : `${id}.${number}`;
}

export function said(message: WireMessage, hearing: Hearing, sent = false): Translation {
  const own = sent || message.user_id === hearing.self;
  if (message.message_type === 'private') return own ? echoed(message, message.target_id ?? null, 'person') : toldAlone(message, hearing);
  const group = message.group_id ?? null;
  if (group === null) return skip('message', 'malformed');
  const key = { group, message: message.message_id, id: idOf(message, hearing) };
  if (own) return { ...echoed(message, group, 'group'), key };
  const name = nameOf(message);
  const envelope = envelopeOf(message, group, key.id, hearing);
  const named: readonly ChatEvent[] = message.group_name ? [{ kind: 'group', id: group, name: message.group_name }] : [];
  return { events: [...named, { kind: 'message', envelope }], key, seen: [{ group, account: message.user_id, name }] };
}

/** Without a running number of its own it may be one that was told with it before. */
function idOf(message: WireMessage, hearing: Hearing): string {
  const key = keyOf(message);
  return key === message.message_id ? (hearing.idOf(key) ?? key) : key;
}

function envelopeOf(message: WireMessage, group: string, id: string, hearing: Hearing): Envelope {
  const { answers, ...content } = contentOf(segmentsOf(message.message), {
    nameOf: (account) => hearing.nameOf(group, account),
    partsOf: hearing.partsOf,
  });
  return {
    platform: PLATFORM,
    group,
    id,
    sentAt: message.time * 1000,
    sender: { id: message.user_id, name: nameOf(message) },
    ...content,
    ...(message.sub_type === 'notice' ? { kind: 'system' } : {}),
    ...(answers === undefined ? {} : { replyTo: hearing.idOf(answers) ?? answers }),
  };
}

function nameOf({ sender, user_id: account }: WireMessage): string {
  return sender?.card || sender?.nickname || account;
}

function toldAlone(message: WireMessage, hearing: Hearing): Translation {
  const { answers, text, forwarded } = contentOf(segmentsOf(message.message), { nameOf: () => null, partsOf: hearing.partsOf });
  const quoted = forwarded?.map((part) => part.text).join('\n');
  return {
    ...NOTHING,
    events: [
      {
        kind: 'direct',
        message: {
          id: keyOf(message),
          account: message.user_id,
          name: nameOf(message),
          sentAt: message.time * 1000,
          text,
          ...(answers === undefined ? {} : { replyTo: answers }),
          ...(quoted === undefined || quoted === '' ? {} : { quoted }),
        },
      },
    ],
  };
}

/** The account's own message: what was sent are the text segments; names behind them were put there for the platform. */
function echoed(message: WireMessage, to: string | null, what: 'person' | 'group'): Translation {
  if (to === null || to === '') return NOTHING;
  const text = segmentsOf(message.message)
    .map(({ type, data }) => (type === 'text' && typeof data?.['text'] === 'string' ? data['text'] : ''))
    .join('')
    .trim();
  const target = { to: what, id: to } as const;
  return { ...NOTHING, events: [{ kind: 'echo', target, id: message.message_id, text, sentAt: message.time * 1000 }] };
}

function noticed(notice: WireNotice, hearing: Hearing): Translation {
  const group = notice.group_id ?? null;
  if (group === null) return NOTHING;
  switch (notice.notice_type) {
    case 'group_recall':
      return notice.message_id ? recalled(notice, group, notice.message_id, hearing) : skip('group_recall', 'malformed');
    case 'group_upload':
      return notice.file ? uploaded(notice, group, hearing) : skip('group_upload', 'malformed');
    case 'group_decrease': {
      const self = notice.sub_type === 'kick_me' || notice.user_id === hearing.self;
      return self ? { ...NOTHING, events: [{ kind: 'left', id: group }] } : NOTHING;
    }
    case 'group_card':
      return notice.user_id && notice.card_new
        ? { ...NOTHING, seen: [{ group, account: notice.user_id, name: notice.card_new }] }
        : NOTHING;
    case 'notify':
      return notice.sub_type === 'group_name' && notice.name_new
        ? { ...NOTHING, events: [{ kind: 'group', id: group, name: notice.name_new }] }
        : NOTHING;
    default:
      return NOTHING;
  }
}

function recalled(notice: WireNotice, group: string, message: string, hearing: Hearing): Translation {
  const by = notice.operator_id ?? notice.user_id ?? group;
  const recalls = hearing.idOf(message) ?? message;
  const envelope: Envelope = { ...base(notice, group, by, hearing), id: `recall ${recalls}`, kind: 'recall', text: '', recalls };
  return { ...NOTHING, events: [{ kind: 'message', envelope }] };
}

/** A file that was put into the group; some implementations tell it as a message too, and then that one counts. */
function uploaded(notice: WireNotice, group: string, hearing: Hearing): Translation {
  const { name, id, size } = notice.file ?? { name: '' };
  const by = notice.user_id ?? group;
  const file = { name, ...(size === null || size === undefined ? {} : { size }) };
  const key = `upload ${id ?? `${notice.time} ${by} ${name}`}`;
  const envelope: Envelope = { ...base(notice, group, by, hearing), id: key, kind: 'file', text: '', file };
  return { ...NOTHING, events: [{ kind: 'message', envelope }] };
}

function base(
  { time }: WireNotice,
  group: string,
  by: string,
  hearing: Hearing,
): Pick<Envelope, 'platform' | 'group' | 'sentAt' | 'sender'> {
  return { platform: PLATFORM, group, sentAt: time * 1000, sender: { id: by, name: hearing.nameOf(group, by) ?? by } };
}

/** What get_forward_msg answers, as parts; null where it is nothing of the kind. */
export function partsOf(messages: readonly unknown[]): readonly ForwardedPart[] {
  return messages.flatMap((raw) => {
    const part = WireForwarded.safeParse(raw);
    if (!part.success) return [];
    const body = segmentsOf(part.data.message ?? part.data.content ?? '');
    const { text, kind } = contentOf(body, { nameOf: () => null, partsOf: () => null });
    const sender = part.data.sender?.card || part.data.sender?.nickname;
    return [{ ...(sender ? { sender } : {}), text: text || PLACEHOLDER[kind] || '' }];
  });
}

const PLACEHOLDER: Readonly<Record<string, string>> = {
  image: '[图片]',
  video: '[视频]',
  voice: '[语音]',
  file: '[文件]',
  sticker: '[表情]',
};

/** Records that a message forwards without telling their parts. */
export function recordsIn(body: string | readonly WireSegment[]): readonly string[] {
  return segmentsOf(body).flatMap(({ type, data }) => (type === 'forward' && data?.['id'] ? [String(data['id'])] : []));
}

/** The message that is answered, as the implementation numbers it. */
export function answeredIn(body: string | readonly WireSegment[]): string | null {
  const id = segmentsOf(body).find(({ type }) => type === 'reply')?.data?.['id'];
  return id === undefined || id === null || id === '' ? null : String(id);
}
