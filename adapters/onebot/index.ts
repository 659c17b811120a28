/**
 * QQ by OneBot v11 over WebSocket, with whatever implementation the reader runs. Connecting: door.ts dials or listens, link.ts speaks on
 * one connection. Listening: ears.ts with translate.ts (pure), intake.ts, history.ts and seen.ts. Sending: outcome.ts.
 */
import type {
  ChatAdapter,
  ChatAdapterKind,
  ChatFinding,
  ChatProblem,
  ChatSurroundings,
  ChatTraits,
  OutgoingText,
  SendResult,
} from '../../src/adapter-kit.ts';
import { atMost } from '../../src/adapter-kit.ts';
import { checkAccount, finding } from './check.ts';
import { connect, type DoorKeeper, openDoor, type Role } from './door.ts';
import { type Ears, makeEars } from './ears.ts';
import { makeHealth } from './health.ts';
import { type Link, openLink, Unanswered } from './link.ts';
import { numeric, outcomeOf, outcomeOfProblem, sendCall } from './outcome.ts';
import { readSettings, type Settings } from './settings.ts';
import { PLATFORM } from './translate.ts';
import { WireMembers } from './wire.ts';

/** A person doesn't write faster; whoever does is looked at more closely. */
const PACE = { burst: 1, everyMs: 3_000, jitterMs: 3_000 };
const TRAITS: Omit<ChatTraits, 'proof'> = {
  readsAll: true,
  sendsDirect: true,
  tellsEdits: false,
  tellsRecalls: true,
  hasButtons: false,
  longest: { unit: 'characters', most: 2_000 },
  pace: { account: PACE, person: PACE, group: PACE },
};

/** So long texts on their way are waited for when the adapter stops; after that nobody will know what became of them. */
const LAST_SENDS_MS = 5_000;

export const kind: ChatAdapterKind = {
  platform: PLATFORM,
  secrets: [{ name: 'TOKEN', needed: false }],
  make(name, raw, secrets, around) {
    const token = secrets['TOKEN'] ?? '';
    const read = readSettings(raw, token);
    return 'mistakes' in read ? read : makeAdapter(name, read.settings, token, around);
  },
};

function makeAdapter(name: string, settings: Settings, token: string, around: ChatSurroundings): ChatAdapter {
  const stopping = new AbortController();
  const health = makeHealth(around);
  const links = new Map<Role, Link>();
  const sending = new Set<Promise<SendResult>>();
  let ears: Ears | null = null;
  let over: Promise<void> = Promise.resolve();

  const speaking = (): Link | null => links.get('universal') ?? links.get('api') ?? null;
  const timing = { timeoutMs: settings.timeoutSeconds * 1000, silenceMs: settings.silenceSeconds * 1000 };

  const keeper: DoorKeeper = {
    connected(socket, role) {
      // The same account on a second connection is the first one come back: the old line is dead, or will be told so.
      links.get(role)?.drop();
      let refusal: ChatProblem | null = null;
      const link = openLink(socket, {
        ...timing,
        heard: () => health.heard(),
        event(raw) {
          ears?.event(raw, speaking());
          if (ears?.overflows() === true) link.drop();
        },
        refused() {
          refusal = { code: 'chat.onebot.token-refused', facts: {} };
        },
      });
      links.set(role, link);
      health.connected();
      if (role !== 'event') ears?.greet(link);
      void link.over.then(() => {
        if (links.get(role) !== link) return;
        links.delete(role);
        if (links.size === 0 && !stopping.signal.aborted) health.cutOff(refusal ?? nobody());
      });
    },
    shut: (why) => health.cutOff(why),
    mayEnter(account) {
      const known = ears?.account() ?? null;
      return links.size === 0 || account === null || known === null || account === known;
    },
  };

  function nobody(): ChatProblem {
    if (settings.mode === 'reverse') return { code: 'chat.onebot.waiting', facts: { port: String(settings.port) } };
    return { code: 'chat.onebot.unreachable', facts: { reason: 'closed' } };
  }

  async function send(text: OutgoingText): Promise<SendResult> {
    const link = speaking();
    if (link === null) return outcomeOfProblem('not-connected');
    const { action, params } = sendCall(text);
    try {
      return outcomeOf(await link.call(action, params));
    } catch (error) {
      return outcomeOfProblem(error instanceof Unanswered ? error.problem : 'no-answer');
    }
  }

  /** A connection for one question, where the service itself is not running. */
  async function checkFromOutside(): Promise<readonly ChatFinding[]> {
    if (settings.mode === 'reverse') return [{ ...(health.now().why ?? nobody()), good: false }];
    let refused = false;
    let found: Promise<readonly ChatFinding[]> | null = null;
    const why = await connect(settings, token, stopping.signal, (socket) => {
      const link = openLink(socket, {
        ...timing,
        heard: () => undefined,
        event: () => undefined,
        refused: () => {
          refused = true;
        },
      });
      found = checkAccount(link, settings).finally(() => link.drop());
    });
    if (why !== null) return [{ ...why, good: false }];
    return refused || found === null ? [finding(false, 'chat.onebot.token-refused')] : await found;
  }

  return {
    name,
    platform: PLATFORM,
    traits: { ...TRAITS, proof: settings.reportsSelf ? 'echo' : 'none' },
    async start(sink) {
      ears = makeEars({ prefix: `onebot.${name}`, settings, sink, around, health, stopped: stopping.signal });
      over = openDoor(settings, token, keeper, stopping.signal).over;
    },
    async send(text) {
      const attempt = send(text);
      sending.add(attempt);
      return await attempt.finally(() => sending.delete(attempt));
    },
    health: () => health.now(),
    async check() {
      const link = speaking();
      return link === null ? await checkFromOutside() : await checkAccount(link, settings);
    },
    async membersAmong(group, accounts) {
      const answer = await speaking()
        ?.call('get_group_member_list', { group_id: numeric(group) })
        .catch(() => null);
      const members = WireMembers.safeParse(answer?.retcode === 0 ? answer.data : null);
      if (!members.success) return null;
      const inside = new Set(members.data.map(({ user_id: account }) => account));
      return accounts.filter((account) => inside.has(account));
    },
    async stop() {
      await atMost(LAST_SENDS_MS, Promise.all(sending));
      stopping.abort();
      for (const link of links.values()) link.drop();
      await over;
      await ears?.idle();
      health.cutOff({ code: 'chat.onebot.stopped', facts: {} });
    },
  };
}
