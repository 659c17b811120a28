/** Listening: each event translated in its turn, with what has to be asked for first; and what was missed while the line was down. */
import type { ChatEvent, ChatSink, ChatSurroundings, ForwardedPart } from '../../src/adapter-kit.ts';
import { type Heard, makeIntake } from '../../src/adapter-kit.ts';
import type { Health } from './health.ts';
import { missedIn } from './history.ts';
import { insist, type Link } from './link.ts';
import { numeric } from './outcome.ts';
import { openSeen, type Seen } from './seen.ts';
import type { Settings } from './settings.ts';
import { answeredIn, type Hearing, keyOf, partsOf, recordsIn, translate } from './translate.ts';
import { WireEvent, WireGroups, WireLogin, WireMany, WireMembers, WireMessage, WireMeta, WireNotice, WireNumbers } from './wire.ts';

export interface Ears {
  /** A line is open by which questions can be asked: who are we, where do we sit, what was missed. */
  greet(link: Link): void;
  event(raw: unknown, link: Link | null): void;
  account(): string | null;
  /** More waits than is reasonable: better to be cut off now, and to ask for what was missed later. */
  overflows(): boolean;
  idle(): Promise<void>;
}

interface EarsSettings {
  readonly prefix: string;
  readonly settings: Settings;
  readonly sink: ChatSink;
  readonly around: ChatSurroundings;
  readonly health: Health;
  readonly stopped: AbortSignal;
}

const MOST_WAITING = 5_000;
const MOST_NUMBERS = 20_000;
/** A file is told as a message and as an upload within so long. */
const SAME_FILE_MS = 120_000;

export function makeEars({ prefix, settings, sink, around, health, stopped }: EarsSettings): Ears {
  const startedAt = around.now();
  let account: string | null = null;
  let seen: Seen | null = null;
  const names = new Map<string, string>();
  const groups = new Map<string, string>();
  const numbers = new Map<string, string>();
  const files = new Map<string, number>();
  /** Keys of what waits to be kept: the history and the line may both tell it. */
  const pending = new Set<string>();
  let learning: Promise<void> = Promise.resolve();
  const intake = makeIntake({
    sink,
    stopped,
    retryMs: settings.retrySeconds * 1000,
    retryMsMost: settings.retrySecondsMost * 1000,
    kept: (is) => health.kept(is),
    rest: async () => await seen?.flushNowAndThen(),
    failed: (error) => around.log('warn', 'chat.event-failed', { error: error instanceof Error ? error.name : 'unknown' }),
  });

  /** Without its memory an adapter hands in more than it must, and loses nothing. */
  async function knownAs(id: string): Promise<Seen | null> {
    if (seen !== null && account === id) return seen;
    account = id;
    seen = await openSeen(`${prefix}.${id}`, startedAt, around).catch(() => null);
    return seen;
  }

  async function greeted(link: Link): Promise<readonly Heard[]> {
    const login = WireLogin.safeParse((await insist(link, 'get_login_info', {})).data);
    if (!login.success) return [];
    const handed = await knownAs(login.data.user_id);
    const list = WireGroups.safeParse((await insist(link, 'get_group_list', {})).data);
    if (!list.success) return [];
    const named = list.data.map((group) => ({ kind: 'group', id: group.group_id, name: group.group_name || group.group_id }) as const);
    const heard: Heard[] = [{ events: named.filter(isNews) }];
    for (const { id } of handed === null ? [] : named) {
      const missed = await missedIn(link, id, handed?.since ?? 0, async (one) => (await handed?.has(id, keyOf(one))) === true).catch(
        () => 'unanswered' as const,
      );
      if (missed === 'unanswered') around.log('warn', 'chat.history-unanswered', { group: id });
      if (missed === null || missed === 'unanswered') break;
      if (missed.cutShort) around.log('warn', 'chat.history-cut-short', { group: id });
      if (missed.messages.length > 0) around.log('info', 'chat.history-read', { group: id, messages: missed.messages.length });
      for (const raw of missed.messages) heard.push(...(await read(asMessage(raw, id), link)));
    }
    learning = learning.then(() =>
      learn(
        link,
        named.map(({ id }) => id),
      ),
    );
    return heard;
  }

  /** Names for those who are only mentioned. */
  async function learn(link: Link, all: readonly string[]): Promise<void> {
    for (const group of all) {
      const answer = await link.call('get_group_member_list', { group_id: numeric(group) }).catch(() => null);
      if (answer === null) return;
      const members = WireMembers.safeParse(answer.data);
      for (const member of members.data ?? []) names.set(`${group} ${member.user_id}`, member.card || member.nickname || member.user_id);
    }
  }

  async function read(raw: unknown, link: Link | null): Promise<readonly Heard[]> {
    const self = WireEvent.safeParse(raw).data?.['self_id'];
    const handed = await knownAs(account ?? String(self ?? 'unknown'));
    const records = await ask(raw, link);
    const translation = translate(raw, hearing(records));
    if (translation.skipped !== undefined) around.log('info', 'chat.event-skipped', translation.skipped);
    for (const { group, account: who, name } of translation.seen) names.set(`${group} ${who}`, name);
    const { key } = translation;
    if (key !== undefined) {
      if (pending.has(`${key.group} ${key.id}`) || (await handed?.has(key.group, key.id).catch(() => false)) === true) return [];
      pending.add(`${key.group} ${key.id}`);
      if (key.id !== key.message) number(key.message, key.id);
    }
    const events = translation.events.filter((event) => isNews(event) && !isSameFile(event));
    if (key === undefined) return [{ events }];
    return [
      {
        events,
        kept() {
          pending.delete(`${key.group} ${key.id}`);
          handed?.add(key.group, key.id);
        },
      },
    ];
  }

  /** Forwarded records come without their parts, and answered messages under another number: both must be asked for. */
  async function ask(raw: unknown, link: Link | null): Promise<ReadonlyMap<string, readonly ForwardedPart[]>> {
    const records = new Map<string, readonly ForwardedPart[]>();
    const message = WireMessage.safeParse(raw);
    const answered = message.success ? answeredIn(message.data.message) : (WireNotice.safeParse(raw).data?.message_id ?? null);
    if (link === null) return records;
    if (answered !== null && numbers.size > 0 && !numbers.has(answered)) {
      const asked = await link.call('get_msg', { message_id: numeric(answered) }).catch(() => null);
      const found = WireNumbers.safeParse(asked?.data);
      if (found.success) number(answered, keyOf(found.data));
    }
    for (const id of message.success ? recordsIn(message.data.message) : []) {
      const asked = await link.call('get_forward_msg', { id, message_id: id }).catch(() => null);
      records.set(id, partsOf(WireMany.safeParse(asked?.data).data?.messages ?? []));
    }
    return records;
  }

  function hearing(records: ReadonlyMap<string, readonly ForwardedPart[]>): Hearing {
    return {
      self: account ?? '',
      nameOf: (group, who) => names.get(`${group} ${who}`) ?? null,
      idOf: (message) => numbers.get(message) ?? null,
      partsOf: (record) => records.get(record) ?? null,
    };
  }

  function number(message: string, id: string): void {
    numbers.set(message, id);
    const [oldest] = numbers.keys();
    if (numbers.size > MOST_NUMBERS && oldest !== undefined) numbers.delete(oldest);
  }

  /** The name of a group is told once, and again when it is another. */
  function isNews(event: ChatEvent): boolean {
    if (event.kind === 'left') groups.delete(event.id);
    if (event.kind !== 'group') return true;
    const isNew = groups.get(event.id) !== event.name;
    groups.set(event.id, event.name);
    return isNew;
  }

  function isSameFile(event: ChatEvent): boolean {
    if (event.kind !== 'message' || event.envelope.kind !== 'file') return false;
    const { group, sender, file, sentAt, id } = event.envelope;
    const what = `${group} ${sender.id} ${file?.name}`;
    if (id.startsWith('upload ')) return Math.abs((files.get(what) ?? 0) - sentAt) < SAME_FILE_MS;
    files.set(what, sentAt);
    for (const [other, at] of files) if (sentAt - at > SAME_FILE_MS) files.delete(other);
    return false;
  }

  return {
    // A line on which nobody says who we are is cut: the next one asks anew, and for what was missed.
    greet: (link) =>
      intake.push(() =>
        greeted(link).catch((error: unknown) => {
          link.drop();
          throw error;
        }),
      ),
    event(raw, link) {
      const meta = WireMeta.safeParse(raw);
      if (meta.success) {
        if (meta.data.meta_event_type === 'heartbeat') health.online(meta.data.status?.online !== false);
        return;
      }
      intake.push(() => read(raw, link));
    },
    account: () => account,
    overflows: () => intake.waiting() > MOST_WAITING,
    async idle() {
      await Promise.all([intake.idle(), learning]);
      await seen?.flush().catch(() => around.log('warn', 'chat.not-remembered'));
    },
  };
}

/** Histories leave out what every event has. */
function asMessage(raw: unknown, group: string): unknown {
  return typeof raw === 'object' && raw !== null ? { post_type: 'message', ...raw, group_id: group, message_type: 'group' } : raw;
}
