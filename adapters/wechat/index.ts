/**
 * WeChat by wechaty and any of its puppets, in a child process. supervisor.ts keeps the child (worker.ts) alive; what it tells is
 * translated (translate.ts, pure) and handed in (intake.ts); proof.ts knows own messages again; qr.ts draws the code to scan.
 */
import { once } from 'node:events';
import { resolve } from 'node:path';
import type {
  ChatAdapter,
  ChatAdapterKind,
  ChatEvent,
  ChatFinding,
  ChatSink,
  ChatSurroundings,
  ChatTraits,
  OutgoingText,
  SendResult,
} from '../../src/adapter-kit.ts';
import { atMost, type Intake, makeIntake } from '../../src/adapter-kit.ts';
import { makeHealth, problem } from './health.ts';
import { makeProofs } from './proof.ts';
import { drawQr } from './qr.ts';
import { makeLately } from './quote.ts';
import { readSettings, type Settings } from './settings.ts';
import { type Asked, type Supervisor, startChild, supervise } from './supervisor.ts';
import { PLATFORM, translate } from './translate.ts';
import { Told, type WireMessage } from './wire.ts';

/** At most twelve a minute, five to eight seconds apart, whoever they are for. */
const PACE = { burst: 1, everyMs: 5_000, jitterMs: 3_000 };
const TRAITS: Omit<ChatTraits, 'proof'> = {
  readsAll: true,
  sendsDirect: true,
  tellsEdits: false,
  tellsRecalls: true,
  hasButtons: false,
  longest: { unit: 'characters', most: 1_800 },
  pace: { account: PACE, person: PACE, group: PACE },
};

const RETRY_MS = 10_000;
const LAST_SENDS_MS = 3_000;
/** To load the packages, also on a busy or small machine. */
const PROBE_MS = 120_000;
/** Its accounts and groups have other ids after each login. */
const UNSTABLE = /wechat4u|puppet-wechat$/u;

export const kind: ChatAdapterKind = {
  platform: PLATFORM,
  secrets: [{ name: 'TOKEN', needed: false }],
  make(name, raw, secrets, around) {
    const read = readSettings(raw);
    return 'mistakes' in read ? read : makeAdapter(name, read.settings, secrets['TOKEN'] ?? '', around);
  },
};

function makeAdapter(name: string, settings: Settings, token: string, around: ChatSurroundings): ChatAdapter {
  const stopping = new AbortController();
  const health = makeHealth(around);
  const lately = makeLately();
  const proofs = makeProofs();
  const sending = new Set<Promise<SendResult>>();
  const names = new Map<string, string>();
  let intake: Intake | null = null;
  let child: Supervisor | null = null;
  let [account, shown] = ['', ''];

  function told(what: Told): void {
    health.heard();
    switch (what.told) {
      case 'missing':
        health.become({ state: 'not-installed', why: problem('chat.wechat.not-installed', { package: what.name }) });
        break;
      case 'scan':
        scan(what.code);
        break;
      case 'login':
        account = what.account;
        health.become('up');
        break;
      case 'logout':
        account = '';
        health.become({ state: 'needs-login', why: problem('chat.wechat.logged-out') });
        break;
      case 'room':
        hear([{ kind: 'group', id: what.id, name: what.name }]);
        break;
      case 'left':
        hear([{ kind: 'left', id: what.id }]);
        break;
      case 'message':
        hear(eventsOf(what.message));
        break;
      case 'trouble':
        around.log('warn', 'chat.trouble', { error: what.name.slice(0, 60) });
        break;
    }
  }

  /** The code is for the person at the terminal; it is a key to the account, and in no log. */
  function scan(code: string): void {
    account = '';
    health.become({ state: 'needs-login', why: problem('chat.wechat.scan') });
    if (code === shown) return;
    shown = code;
    around.show([drawQr(code), code].filter((lines) => lines !== null).join('\n'));
  }

  function eventsOf(message: WireMessage): readonly ChatEvent[] {
    const conversation = message.room?.id ?? (message.isSelf ? (message.listener ?? '') : message.account);
    const events = translate(message, { quoted: (where, quote) => lately.find(where, quote) });
    lately.add(conversation, { id: message.id, name: message.name, text: message.text });
    return events.map((event) => (event.kind === 'echo' ? { ...event, text: proofs.saw(event.target, event.id, event.text) } : event));
  }

  function hear(events: readonly ChatEvent[]): void {
    const news = events.filter((event) => event.kind !== 'group' || names.get(event.id) !== event.name);
    for (const event of news) {
      if (event.kind === 'group') names.set(event.id, event.name);
      if (event.kind === 'left') names.delete(event.id);
    }
    if (news.length > 0) intake?.push(async () => [{ events: news }]);
  }

  async function send({ target, text, mentions = [] }: OutgoingText): Promise<SendResult> {
    if (child === null || account === '') return { outcome: 'retry', afterMs: RETRY_MS, pause: true, why: 'not logged in' };
    const expected = proofs.expect(target, text, (settings.timeoutSeconds + settings.echoSeconds) * 1000);
    const asked = await child.say({ to: target.to, id: target.id, text, mentions: target.to === 'group' ? mentions : [] });
    const known = surely(asked);
    if (known !== null) {
      expected.cancel();
      return known;
    }
    if (!settings.reportsSelf) expected.cancel();
    else await atMost(settings.echoSeconds * 1000, expected.proof);
    expected.cancel();
    const id = await expected.proof;
    if (id !== null) return { outcome: 'sent', id };
    if (!settings.reportsSelf && typeof asked === 'object' && asked.outcome === 'done') return { outcome: 'sent' };
    return { outcome: 'unknown', why: typeof asked === 'string' ? asked : `${asked.outcome}, and not seen` };
  }

  return {
    name,
    platform: PLATFORM,
    traits: { ...TRAITS, proof: settings.reportsSelf ? 'echo' : 'none' },
    async start(sink: ChatSink) {
      intake = makeIntake({
        sink,
        stopped: stopping.signal,
        retryMs: Math.min(1_000, settings.retrySeconds * 1000),
        retryMsMost: 60_000,
        kept: (is) => health.kept(is),
        rest: async () => undefined,
        failed: () => around.log('warn', 'chat.event-failed'),
      });
      const puppetOptions = { ...settings.puppetOptions, ...(token === '' ? {} : { token }) };
      child = supervise({
        first: { do: 'start', name: resolve(settings.folder, name), puppet: settings.puppet, puppetOptions },
        timeoutMs: settings.timeoutSeconds * 1000,
        silenceMs: settings.silenceSeconds * 1000,
        retryMs: settings.retrySeconds * 1000,
        retryMsMost: settings.retrySecondsMost * 1000,
        stopped: stopping.signal,
        told,
        died(how) {
          [account, shown] = ['', ''];
          health.become({ state: 'down', why: problem('chat.wechat.crashed', { how }) });
        },
      });
    },
    async send(text) {
      const attempt = send(text);
      sending.add(attempt);
      return await attempt.finally(() => sending.delete(attempt));
    },
    health: () => health.now(),
    async check() {
      const findings: ChatFinding[] = [child === null ? await probe(settings.puppet) : standing()];
      if (UNSTABLE.test(settings.puppet)) findings.push({ good: false, code: 'chat.wechat.unstable', facts: { puppet: settings.puppet } });
      return findings;
    },
    async membersAmong(group, accounts) {
      const asked = await child?.members(group);
      const members = typeof asked === 'object' ? asked.members : undefined;
      return members === undefined ? null : accounts.filter((one) => members.includes(one));
    },
    async stop() {
      await atMost(LAST_SENDS_MS, Promise.all(sending));
      stopping.abort();
      await child?.over;
      await intake?.idle();
      health.become({ state: 'down', why: problem('chat.wechat.stopped') });
    },
  };

  function standing(): ChatFinding {
    const { state, why } = health.now();
    if (state === 'up') return { good: true, code: 'chat.wechat.login-good', facts: { account } };
    return { good: false, ...(why ?? problem('chat.wechat.starting')) };
  }
}

/** What is known without a proof: surely sent, or surely not. */
function surely(asked: Asked): SendResult | null {
  if (asked === 'nobody') return { outcome: 'retry', afterMs: RETRY_MS, pause: true, why: 'not running' };
  if (typeof asked === 'string') return null;
  if (asked.outcome === 'logged-out') return { outcome: 'retry', afterMs: RETRY_MS, pause: true, why: 'not logged in' };
  if (asked.outcome === 'absent') return { outcome: 'failed', closed: true, why: 'no such contact or group' };
  return asked.outcome === 'done' && asked.id !== undefined ? { outcome: 'sent', id: asked.id } : null;
}

/** Whether the packages are there, without logging in. */
async function probe(puppet: string): Promise<ChatFinding> {
  const child = startChild();
  const { promise, resolve: found } = Promise.withResolvers<ChatFinding>();
  const broken = problem('chat.wechat.crashed', { how: 'start' });
  const timer = setTimeout(() => found({ good: false, ...broken }), PROBE_MS);
  child.on('message', (raw) => {
    const what = Told.safeParse(raw).data;
    if (what?.told === 'installed') found({ good: true, code: 'chat.wechat.installed', facts: { puppet } });
    if (what?.told === 'missing') found({ good: false, code: 'chat.wechat.not-installed', facts: { package: what.name } });
  });
  const ended = once(child, 'exit').then(() => found({ good: false, ...broken }));
  child.send({ do: 'probe', puppet });
  const finding = await promise.finally(() => clearTimeout(timer));
  child.kill('SIGKILL');
  await ended;
  return finding;
}
