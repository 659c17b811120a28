/**
 * Telegram by its Bot API. Listening: poll.ts asks for updates, intake.ts translates them (translate.ts, pure) and hands them in, and only
 * then cursor.ts moves on. Sending: message.ts shapes a text, outcome.ts says what became of it. The rest: check.ts for `doctor`,
 * health.ts, people.ts and groups.ts for what is learned on the way.
 */
import type {
  ChatAdapter,
  ChatAdapterKind,
  ChatSink,
  ChatSurroundings,
  ChatTraits,
  OutgoingText,
  SendResult,
} from '../../src/adapter-kit.ts';
import { atMost } from '../../src/adapter-kit.ts';
import { makeApi, problemOf } from './api.ts';
import { checkBot } from './check.ts';
import { type Groups, openGroups } from './groups.ts';
import { makeHealth } from './health.ts';
import { LONGEST_TEXT, type Mention, sendParameters } from './message.ts';
import { outcomeOf } from './outcome.ts';
import { makePeople } from './people.ts';
import { poll } from './poll.ts';
import { isToken, readSettings, type Settings } from './settings.ts';
import { PLATFORM } from './translate.ts';

/**
 * Telegram tells about 30 texts a second to all, one a second to a chat and 20 a minute to a group. Each a little less: what the line
 * bunches up must still pass, as each refusal costs a second of silence.
 */
const TRAITS: ChatTraits = {
  readsAll: true,
  sendsDirect: true,
  tellsEdits: true,
  tellsRecalls: false,
  hasButtons: true,
  longest: { unit: 'characters', most: LONGEST_TEXT },
  proof: 'none',
  pace: {
    account: { burst: 1, everyMs: 1000 / 28 },
    person: { burst: 1, everyMs: 1000 },
    group: { burst: 3, everyMs: 4000 },
  },
};

const RETRY_MS = 5_000;
/** So long texts on their way are waited for when the bot stops; after that nobody will know what became of them. */
const LAST_SENDS_MS = 5_000;

export const kind: ChatAdapterKind = {
  platform: PLATFORM,
  secrets: [{ name: 'TOKEN', needed: true }],
  make(name, raw, secrets, around) {
    const read = readSettings(raw);
    const token = secrets['TOKEN'] ?? '';
    const badToken = isToken(token) ? [] : [{ at: 'TOKEN', code: 'chat.telegram.token-malformed', facts: {} }];
    if ('mistakes' in read) return { mistakes: [...read.mistakes, ...badToken] };
    return badToken.length > 0 ? { mistakes: badToken } : makeAdapter(name, read.settings, token, around);
  },
};

function makeAdapter(name: string, settings: Settings, token: string, around: ChatSurroundings): ChatAdapter {
  const health = makeHealth(around);
  // Another token is another bot, with updates of its own. The number before the colon is no secret.
  const prefix = `${PLATFORM}.${name}.${token.split(':')[0]}`;
  const people = makePeople(prefix, around);
  const stopping = new AbortController();
  const api = makeApi(token, settings, stopping.signal);
  const sending = new Set<Promise<SendResult>>();
  let listening: Promise<void> = Promise.resolve();
  let opened: Promise<Groups> | null = null;

  function groups(): Promise<Groups> {
    opened ??= openGroups(prefix, around);
    return opened.catch((error: unknown) => {
      opened = null;
      throw error;
    });
  }

  async function named(text: OutgoingText, place: string): Promise<readonly Mention[]> {
    if (text.target.to !== 'group') return [];
    const mentions: Mention[] = [];
    for (const account of text.mentions ?? []) {
      const name = people.nameOf(account) ?? (await nameInGroup(place, account));
      if (name !== null) mentions.push({ account, name });
    }
    return mentions;
  }

  /** Of somebody who hasn't spoken since the start; null where it isn't told, and then the text goes out without the name. */
  async function nameInGroup(group: string, account: string): Promise<string | null> {
    const id = Number(account);
    if (!Number.isSafeInteger(id)) return null;
    try {
      const { user } = await api.methods.getChatMember({ chat_id: group, user_id: id });
      await people.see([{ user, direct: false }]);
      return people.nameOf(account);
    } catch {
      return null;
    }
  }

  async function send(text: OutgoingText): Promise<SendResult> {
    const known = await groups();
    const place = known.placeOf(text.target.id);
    try {
      const sent = await api.methods.sendMessage(sendParameters(text, place, await named(text, place)));
      return { outcome: 'sent', id: String(sent.message_id) };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.kind === 'refused' && problem.movedTo !== null) await known.move(place, problem.movedTo);
      return outcomeOf(problem);
    }
  }

  return {
    name,
    platform: PLATFORM,
    traits: TRAITS,
    async start(sink: ChatSink) {
      const known = await groups();
      listening = poll({ settings, api, prefix, people, groups: known, health, around, stopped: stopping.signal }, sink);
    },
    async send(text) {
      const attempt = send(text).catch((): SendResult => ({ outcome: 'retry', afterMs: RETRY_MS, pause: false, why: 'the store refused' }));
      sending.add(attempt);
      return await attempt.finally(() => sending.delete(attempt));
    },
    health: () => health.now(),
    check: async () => await checkBot(api, (await groups()).all()),
    async membersAmong(group, accounts) {
      const place = (await groups()).placeOf(group);
      const members: string[] = [];
      for (const account of accounts) {
        const inside = await isMember(place, account);
        if (inside === null) return null;
        if (inside) members.push(account);
      }
      return members;
    },
    async stop() {
      stopping.abort();
      await Promise.all([listening, atMost(LAST_SENDS_MS, Promise.all(sending))]);
      api.close();
      health.stopped();
    },
  };

  /** Null where Telegram doesn't tell. */
  async function isMember(group: string, account: string): Promise<boolean | null> {
    const id = Number(account);
    if (!Number.isSafeInteger(id)) return false;
    try {
      const { status, ...rest } = await api.methods.getChatMember({ chat_id: group, user_id: id });
      if (status === 'restricted') return 'is_member' in rest && rest.is_member;
      return status !== 'left' && status !== 'kicked';
    } catch (error) {
      const problem = problemOf(error);
      return problem.kind === 'refused' && problem.code === 400 && !/chat not found/iu.test(problem.description) ? false : null;
    }
  }
}
