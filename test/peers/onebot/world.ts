/** The groups, people and messages behind the peer, and what it answers to each call. */

export interface OneBotAnswer {
  readonly status: 'ok' | 'failed' | 'async';
  readonly retcode: number;
  readonly data: unknown;
  readonly message?: string;
  readonly wording?: string;
}

/** What the next call of this action meets; `taken` where it was carried out all the same. */
export interface OneBotFault {
  readonly action: string;
  readonly as: OneBotAnswer | 'silence' | 'cut';
  readonly taken?: boolean;
}

interface Group {
  readonly name: string;
  readonly members: Map<string, { nickname: string; card: string }>;
  readonly history: OneBotEvent[];
}

export type OneBotEvent = Readonly<Record<string, unknown>>;

export interface OneBotSent {
  readonly to: 'group' | 'person';
  readonly id: string;
  readonly text: string;
  readonly segments: readonly unknown[];
}

export type OneBotWorld = ReturnType<typeof makeOneBotWorld>;

export function makeOneBotWorld(selfId = '10001', clock: () => number = Date.now) {
  const self = Number(selfId);
  const groups = new Map<string, Group>();
  const messages = new Map<string, OneBotEvent>();
  const records = new Map<string, readonly unknown[]>();
  const faults: OneBotFault[] = [];
  const sent: OneBotSent[] = [];
  const calls: string[] = [];
  const options = { history: true, reportsSelf: true, asStrings: false, runningNumbers: false };
  let emit: (event: OneBotEvent | string) => void = () => undefined;
  let onDeaf: () => void = () => undefined;
  let number = 0;

  function now(): number {
    return Math.floor(clock() / 1000);
  }

  /** Message ids look as the real ones do: 32 bits, and often negative. */
  function nextId(): number {
    return (++number * 2_654_435_761) | 0 || 1;
  }

  function event(type: string, facts: OneBotEvent): OneBotEvent {
    return { time: now(), self_id: self, post_type: type, ...facts };
  }

  function keep(group: string, message: OneBotEvent): void {
    messages.set(String(message['message_id']), message);
    groups.get(group)?.history.push(message);
  }

  function said(group: string, account: string, segments: readonly unknown[]): string {
    const { name, members } = groups.get(group) ?? { name: '', members: new Map<string, { nickname: string; card: string }>() };
    const id = nextId();
    const message = event('message', {
      message_type: 'group',
      sub_type: 'normal',
      message_id: id,
      message_seq: options.runningNumbers ? 70_000 + number : id,
      group_id: Number(group),
      group_name: name,
      user_id: Number(account),
      message: options.asStrings ? segments.map(asCode).join('') : segments,
      message_format: options.asStrings ? 'string' : 'array',
      sender: { user_id: Number(account), ...members.get(account), role: 'member' },
    });
    keep(group, message);
    emit(message);
    return String(id);
  }

  const ok = (data: unknown): OneBotAnswer => ({ status: 'ok', retcode: 0, data });
  const failed = (retcode: number, wording: string): OneBotAnswer => ({ status: 'failed', retcode, data: null, message: wording, wording });

  const actions: Readonly<Record<string, (params: OneBotEvent) => OneBotAnswer>> = {
    get_login_info: () => ok({ user_id: self, nickname: '群要' }),
    get_status: () => ok({ online: true, good: true }),
    get_group_list: () => ok([...groups].map(([id, { name }]) => ({ group_id: Number(id), group_name: name }))),
    get_group_member_list: ({ group_id: id }) => {
      const members = groups.get(String(id))?.members;
      return members ? ok([...members].map(([account, member]) => ({ user_id: Number(account), ...member }))) : failed(1200, '群不存在');
    },
    get_msg: ({ message_id: id }) => {
      const message = messages.get(String(id));
      return message ? ok(message) : failed(1200, '消息不存在');
    },
    get_forward_msg: ({ id }) => {
      const record = records.get(String(id));
      return record ? ok({ messages: record }) : failed(1200, '消息已过期');
    },
    get_group_msg_history: ({ group_id: id, count, message_seq: before }) => {
      const group = groups.get(String(id));
      if (!options.history) return failed(1404, '不支持的 API');
      if (!group) return failed(1200, '群不存在');
      const at = group.history.findIndex((message) => message['message_seq'] === before);
      const end = before === undefined || at < 0 ? group.history.length : at + 1;
      return ok({ messages: group.history.slice(Math.max(0, end - Number(count ?? 20)), end) });
    },
    send_group_msg: ({ group_id: id, message }) =>
      groups.has(String(id)) ? taken('group', String(id), message) : failed(1200, '群不存在'),
    send_private_msg: ({ user_id: id, message }) => taken('person', String(id), message),
  };

  function taken(to: OneBotSent['to'], id: string, message: unknown): OneBotAnswer {
    const segments = Array.isArray(message) ? (message as { type: string; data: Record<string, string> }[]) : [];
    const text = segments
      .map(({ type, data }) => (type === 'text' ? data['text'] : ''))
      .join('')
      .trim();
    sent.push({ to, id, text, segments });
    const own = event('message_sent', {
      message_type: to === 'group' ? 'group' : 'private',
      message_id: nextId(),
      user_id: self,
      ...(to === 'group' ? { group_id: Number(id) } : { target_id: Number(id) }),
      message: segments,
      sender: { user_id: self, nickname: '群要' },
    });
    if (to === 'group') keep(id, own);
    if (options.reportsSelf) emit(own);
    return ok({ message_id: own['message_id'] });
  }

  return {
    self: selfId,
    options,
    /** Texts that were taken, whether or not that could be answered. */
    sent: sent as readonly OneBotSent[],
    calls: calls as readonly string[],
    onEvent(listener: (event: OneBotEvent | string) => void): void {
      emit = listener;
    },
    call(action: string, params: OneBotEvent): OneBotAnswer | 'silence' | 'cut' {
      calls.push(action);
      const at = faults.findIndex((fault) => fault.action === action);
      const [fault] = at < 0 ? [] : faults.splice(at, 1);
      const carryOut = (): OneBotAnswer => actions[action]?.(params) ?? failed(1404, `不支持的 API ${action}`);
      if (fault === undefined) return carryOut();
      if (fault.taken === true) carryOut();
      return fault.as;
    },
    fault: (fault: OneBotFault) => void faults.push(fault),
    meta: (type: string, facts: OneBotEvent) => event('meta_event', { meta_event_type: type, ...facts }),
    /** The line stays open and nobody is at the other end. */
    deaf: () => onDeaf(),
    onDeaf(listener: () => void): void {
      onDeaf = listener;
    },
    raw: (frame: OneBotEvent | string) => emit(frame),
    notice: (type: string, facts: OneBotEvent) => emit(event('notice', { notice_type: type, ...facts })),
    heartbeat: (online: boolean) =>
      emit(event('meta_event', { meta_event_type: 'heartbeat', status: { online, good: online }, interval: 5000 })),
    group(id: string, name: string, members: Readonly<Record<string, string>>): void {
      const all = Object.entries({ ...members, [selfId]: '群要' });
      groups.set(id, { name, members: new Map(all.map(([account, card]) => [account, { nickname: card, card }])), history: [] });
    },
    said,
    say: (group: string, account: string, text: string) => said(group, account, [{ type: 'text', data: { text } }]),
    again: (id: string) => emit(messages.get(id) ?? {}),
    record(id: string, parts: readonly { readonly sender: string; readonly text: string }[]): void {
      const part = ({ sender, text }: { sender: string; text: string }) => ({
        sender: { nickname: sender },
        message: [{ type: 'text', data: { text } }],
      });
      records.set(id, parts.map(part));
    },
    direct(account: string, name: string, text: string): void {
      const message = [{ type: 'text', data: { text } }];
      const sender = { user_id: Number(account), nickname: name };
      emit(
        event('message', { message_type: 'private', sub_type: 'friend', message_id: nextId(), user_id: Number(account), message, sender }),
      );
    },
  };
}

function asCode(segment: unknown): string {
  const { type, data } = segment as { type: string; data: Record<string, unknown> };
  const plain = (value: unknown) => String(value).replaceAll('&', '&amp;').replaceAll('[', '&#91;').replaceAll(']', '&#93;');
  if (type === 'text') return plain(data['text']);
  const pairs = Object.entries(data).map(([key, value]) => `,${key}=${plain(value).replaceAll(',', '&#44;')}`);
  return `[CQ:${type}${pairs.join('')}]`;
}
