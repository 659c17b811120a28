/**
 * What every adapter must do, proved on a real peer of its protocol. A platform brings a bench: the peer with people on it, and what can
 * be made to happen there. What a platform doesn't have its bench leaves out, and then the adapter's traits must say so too.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ADAPTERS } from '../../adapters/registry.ts';
import type {
  ChatAdapter,
  ChatEvent,
  ChatSink,
  ChatSurroundings,
  DirectMessage,
  Envelope,
  SendResult,
  Target,
} from '../../src/adapter-kit.ts';
import { isWordCode } from '../../src/cli/words.ts';
import { PATIENCE } from '../kit/patience.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import type { LoneOrder } from './kit/lone-process.ts';
import { type RecordedSurroundings, type RecordingSink, recordedSurroundings, recordingSink } from './kit/surroundings.ts';

export interface Conformance {
  /** The adapter's name in the registry. */
  readonly kind: string;
  /** Whether the platform keeps what was not acknowledged, and gives it again after a crash. */
  readonly givesAgain: boolean;
  /** @param hasty whether it gives up waiting for an answer soon; else only after so long that a busy machine has given it */
  open(hasty?: boolean): Promise<Bench>;
}

/** A peer with a group in which the bot and a member sit; the member may write to the bot and the bot to the member. */
export interface Bench {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Ids as the adapter must give them. */
  readonly group: { readonly id: string; readonly name: string };
  readonly member: { readonly account: string; readonly name: string };
  /** Resolves when the adapter is connected to the peer. */
  connected(): Promise<void>;
  /** The member says it in the group; answers with the id that the envelope must have. */
  say(text: string): Promise<string>;
  /** The platform gives the message once more. */
  again(id: string): Promise<void>;
  edit?(id: string, text: string): Promise<void>;
  recall?(id: string): Promise<void>;
  reply?(to: string, text: string): Promise<string>;
  /** Says something that names this account; `*` everyone. */
  mention?(account: string): Promise<string>;
  /** Photos sent together; ids of all. */
  album?(photos: number): Promise<readonly string[]>;
  /** Forwards words of somebody of this name. */
  forward?(from: string, text: string): Promise<string>;
  file?(name: string, size: number): Promise<string>;
  /** The member writes to the bot alone. */
  direct?(text: string): Promise<void>;
  /** The member presses the button of the bot's message. */
  press?(message: string, words: string): Promise<void>;
  /** Something that the adapter can't know yet, or that is broken. */
  nonsense?(): Promise<void>;
  /** The bot is put out of the group. */
  putOut?(): Promise<void>;
  disconnect(): Promise<void>;
  reconnect(): Promise<void>;
  /** What the next send meets. */
  readonly send?: {
    /** The texts that the platform has taken, whether or not it could answer. */
    taken(): readonly { readonly text: string; readonly target: Target }[];
    tooFast?(ms: number): Promise<void>;
    closed?(target: Target): Promise<void>;
    refused?(): Promise<void>;
    /** Taken, and the answer is lost. */
    lost(): Promise<void>;
  };
  close(): Promise<void>;
}

export function provesConformance(conformance: Conformance): void {
  const shared = sharedLine(conformance);

  describe('listening', () => {
    it('is well as soon as it is connected, before anybody speaks', async () => {
      const { adapter } = await shared();
      await vi.waitFor(() => expect(adapter.health()).toMatchObject({ state: 'up', lastHeardAt: expect.any(Number) }), PATIENCE);
    });

    it('hands in what is said, under the keys of the platform', async () => {
      const { bench, sink } = await shared();
      const id = await bench.say('请各村今天报送清淤台账');
      const [envelope] = await messages(sink, 1);
      expect(envelope).toMatchObject({ group: bench.group.id, id, kind: 'text', text: '请各村今天报送清淤台账' });
      expect(envelope?.platform).toBe((await loaded(conformance)).platform);
      expect(envelope?.sender).toEqual({ id: bench.member.account, name: bench.member.name });
      expect(Math.abs((envelope?.sentAt ?? 0) - Date.now())).toBeLessThan(60_000);
    });

    it('tells the group by its name', async () => {
      const { bench, sink, heard } = await shared();
      await bench.say('收到');
      await messages(sink, 1);
      expect(heard()).toContainEqual({ kind: 'group', ...bench.group });
    });

    it('gives a message that comes again the same key and the same words', async () => {
      const { bench, sink } = await shared();
      const id = await bench.say('下午三点开会');
      await bench.again(id);
      await bench.say('完');
      const heard = (await messages(sink, 2)).filter((envelope) => envelope.text === '下午三点开会');
      await messagesUntil(sink, '完');
      expect(new Set(heard.map((envelope) => JSON.stringify(envelope))).size).toBe(1);
    });

    it('hands in again what could not be kept, and loses nothing', async () => {
      const { bench, sink, adapter } = await shared();
      sink.refuse(3);
      await bench.say('一');
      await vi.waitFor(() => expect(sink.asked()).toBeGreaterThan(0), PATIENCE);
      for (const text of ['二', '三']) await bench.say(text);
      await messagesUntil(sink, '三');
      expect([...new Set(texts(sink))]).toEqual(['一', '二', '三']);
      await vi.waitFor(() => expect(adapter.health().state).toBe('up'), PATIENCE);
    });

    it('goes on behind what it does not know', async () => {
      const { bench, sink } = await shared();
      await bench.nonsense?.();
      await bench.say('在');
      await messagesUntil(sink, '在');
    });

    it('lets what is being kept come to its end before it stops', async () => {
      const { bench, sink, adapter } = await listening(conformance);
      await bench.say('先说一句');
      await messagesUntil(sink, '先说一句');
      const before = sink.asked();
      const release = sink.hold();
      await bench.say('最后一句');
      await vi.waitFor(() => expect(sink.asked()).toBeGreaterThan(before), PATIENCE);
      const stopped = adapter.stop();
      release();
      await stopped;
      expect(texts(sink)).toEqual(['先说一句', '最后一句']);
      const asked = sink.asked();
      await pause(50);
      expect(sink.asked()).toBe(asked);
    });
  });

  describe('what a message is', () => {
    it('an edit names what it replaces, under an id of its own', async () => {
      const { bench, sink, adapter } = await shared();
      expect(bench.edit !== undefined).toBe(adapter.traits.tellsEdits);
      if (bench.edit === undefined) return;
      const id = await bench.say('周三前报');
      await bench.edit(id, '周四前报');
      const edit = (await messages(sink, 2)).at(-1);
      expect(edit).toMatchObject({ edits: id, text: '周四前报', group: bench.group.id });
      expect(edit?.id).not.toBe(id);
    });

    it('a recall names what it takes back', async () => {
      const { bench, sink, adapter } = await shared();
      expect(bench.recall !== undefined).toBe(adapter.traits.tellsRecalls);
      if (bench.recall === undefined) return;
      const id = await bench.say('发错了');
      await bench.recall(id);
      expect((await messages(sink, 2)).at(-1)).toMatchObject({ kind: 'recall', recalls: id, group: bench.group.id });
    });

    it('a reply, a mention, everyone, a file, a forward and each photo of an album', async () => {
      const { bench, sink } = await shared();
      const wanted: Partial<Envelope>[] = [];
      const first = await bench.say('请报表');
      if (bench.reply) wanted.push({ id: await bench.reply(first, '报了'), replyTo: first, text: '报了' });
      if (bench.mention) wanted.push({ id: await bench.mention(bench.member.account), mentions: [bench.member.account] });
      if (bench.mention) wanted.push({ id: await bench.mention('*'), mentions: ['*'] });
      if (bench.file) {
        const id = await bench.file('清淤台账.xlsx', 20_480);
        wanted.push({ id, kind: 'file', file: expect.objectContaining({ name: '清淤台账.xlsx', size: 20_480 }) });
      }
      if (bench.forward) {
        const id = await bench.forward('何书记', '明早八点集合');
        wanted.push({ id, forwarded: [expect.objectContaining({ sender: '何书记' })] });
      }
      for (const id of (await bench.album?.(3)) ?? []) wanted.push({ id, kind: 'image' });
      await messages(sink, wanted.length + 1);
      for (const envelope of wanted) expect(envelopes(sink).find(({ id }) => id === envelope.id)).toMatchObject(envelope);
      const forwarded = envelopes(sink).find((envelope) => envelope.forwarded !== undefined);
      if (bench.forward) expect(`${forwarded?.text}${forwarded?.forwarded?.map(({ text }) => text).join('')}`).toContain('明早八点集合');
    });

    it('what is said to the bot alone, and a button that is pressed', async () => {
      const { bench, sink, adapter } = await shared();
      expect(bench.press !== undefined).toBe(adapter.traits.hasButtons);
      await bench.direct?.('完成 3');
      if (bench.direct) await directs(sink, 1);
      if (bench.direct) expect((await directs(sink, 1))[0]).toMatchObject({ account: bench.member.account, text: '完成 3' });
      if (bench.press === undefined) return;
      const sent = await adapter.send({ key: 'd', target: person(bench), text: '日要', buttons: [['全部', '完成 1']] });
      const id = sent.outcome === 'sent' ? (sent.id ?? '') : '';
      await bench.press(id, '完成 1');
      const all = await directs(sink, 2);
      expect(all[1]).toMatchObject({ account: bench.member.account, text: '完成 1', replyTo: id });
      expect(new Set(all.map((message) => message.id)).size).toBe(all.length);
    });
  });

  describe('lasting', () => {
    it('tells that it is cut off, comes back by itself, and hears what is said then', async () => {
      const { bench, sink, adapter } = await shared();
      await bench.say('断线前');
      await messagesUntil(sink, '断线前');
      await vi.waitFor(() => expect(adapter.health()).toMatchObject({ state: 'up', lastHeardAt: expect.any(Number) }), PATIENCE);
      for (const text of ['第一次', '第二次']) {
        await bench.disconnect();
        await vi.waitFor(() => expect(adapter.health().state).not.toBe('up'), PATIENCE);
        const { why } = adapter.health();
        expect(why !== undefined && isWordCode(why.code), why?.code).toBe(true);
        await pause(100);
        await bench.reconnect();
        await bench.connected();
        await bench.say(text);
        await messagesUntil(sink, text);
        await vi.waitFor(() => expect(adapter.health().state).toBe('up'), PATIENCE);
      }
    });

    it('goes on after a restart, and takes nothing for new that it has handed in', async () => {
      const { bench, sink, adapter, around } = await listening(conformance);
      await bench.say('重启前');
      await messagesUntil(sink, '重启前');
      await adapter.stop();
      const next = await listening(conformance, { bench, memory: around.memory });
      await bench.say('重启后');
      await messagesUntil(next.sink, '重启后');
      expect(texts(next.sink)).toEqual(['重启后']);
    });

    it('leaves no handle when it has stopped', async () => {
      const bench = await opened(conformance);
      const lone = loneProcess(conformance, bench, 'stop');
      await lone.started;
      await bench.connected();
      await bench.say('收到');
      expect(await lone.ended).toBe(0);
      expect(lone.heard()).toEqual(['收到']);
    });

    if (conformance.givesAgain)
      it('killed before it was kept, it hears it again', async () => {
        const bench = await opened(conformance);
        const first = loneProcess(conformance, bench, 'die');
        await first.started;
        await bench.connected();
        await bench.say('刚说就断电');
        expect(await first.ended).toBe('SIGKILL');
        expect(first.heard()).toEqual([]);
        const second = loneProcess(conformance, bench, 'stop', first.folder);
        expect(await second.ended).toBe(0);
        expect(second.heard()).toEqual(['刚说就断电']);
      });
  });

  describe('sending', () => {
    it('a text to a person and to a group, once', async () => {
      const { bench, adapter } = await shared();
      if (bench.send === undefined) return;
      for (const target of targets(bench, adapter)) {
        expect(await adapter.send({ key: target.to, target, text: `给${target.to}` })).toMatchObject({ outcome: 'sent' });
        expect(bench.send.taken().filter(({ text }) => text === `给${target.to}`)).toEqual([{ text: `给${target.to}`, target }]);
      }
    });

    it('says what became of it, and never tries again by itself', async () => {
      const { bench, adapter } = await listening(conformance, { hasty: true });
      if (bench.send === undefined) return;
      const { tooFast, closed, refused, lost, taken } = bench.send;
      const [target] = targets(bench, adapter);
      if (target === undefined) throw new Error('a bench that sends has somebody to send to');
      const attempt = (key: string): Promise<SendResult> => adapter.send({ key, target, text: key });
      await tooFast?.(3000);
      if (tooFast) expect(await attempt('太快')).toMatchObject({ outcome: 'retry', pause: true, afterMs: expect.any(Number) });
      await refused?.();
      if (refused) expect(await attempt('不收')).toMatchObject({ outcome: 'failed', closed: false });
      await lost();
      expect(await attempt('不知')).toMatchObject({ outcome: 'unknown' });
      await closed?.(target);
      if (closed) expect(await attempt('拉黑')).toMatchObject({ outcome: 'failed', closed: true });
      expect(taken().map(({ text }) => text)).toEqual(['不知']);
    });

    it('what meets no platform at all has surely not been sent', async () => {
      const { bench, adapter } = await shared();
      if (bench.send === undefined) return;
      await bench.disconnect();
      await vi.waitFor(() => expect(adapter.health().state).not.toBe('up'), PATIENCE);
      for (const target of targets(bench, adapter))
        expect(await adapter.send({ key: 'k', target, text: '断线' })).toMatchObject({ outcome: 'retry' });
      await bench.reconnect();
      await bench.connected();
      await vi.waitFor(() => expect(adapter.health().state).toBe('up'), PATIENCE);
      expect(bench.send.taken().filter(({ text }) => text === '断线')).toEqual([]);
    });
  });

  describe('telling', () => {
    it('finds nothing wrong where nothing is, in words of both languages', async () => {
      const { bench, sink, adapter } = await shared();
      await bench.say('收到');
      await messages(sink, 1);
      const findings = await adapter.check();
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.filter(({ good }) => !good)).toEqual([]);
      expect(findings.filter(({ code }) => !isWordCode(code))).toEqual([]);
    });

    it('who sits in a group, or that it is not told', async () => {
      const { bench, sink, adapter } = await shared();
      await bench.say('收到');
      await messages(sink, 1);
      const members = await adapter.membersAmong(bench.group.id, [bench.member.account, '99999999']);
      expect([null, [bench.member.account]]).toContainEqual(members);
    });

    it('a mistake in the settings, with its place', async () => {
      const bench = await opened(conformance);
      const made = (await loaded(conformance)).make(
        'main',
        { ...bench.settings, 'no-such-setting': 1 },
        bench.secrets,
        recordedSurroundings(),
      );
      expect(made).toMatchObject({ mistakes: [{ at: 'no-such-setting' }] });
      if ('mistakes' in made) expect(made.mistakes.filter(({ code }) => !isWordCode(code))).toEqual([]);
    });

    it('no secret and no word of a chat in logs, health, findings and outcomes', async () => {
      const { bench, sink, adapter, around } = await listening(conformance, { hasty: true });
      const told: unknown[] = [];
      const words = '谁也不许看见的话';
      await bench.say(words);
      await messagesUntil(sink, words);
      await bench.nonsense?.();
      sink.refuse(1);
      await bench.direct?.(words);
      told.push(await adapter.check());
      const [target] = targets(bench, adapter);
      const send = async (): Promise<void> => {
        if (target !== undefined) told.push(await adapter.send({ key: 'k', target, text: words }));
      };
      await bench.send?.refused?.();
      await send();
      await bench.send?.lost();
      await send();
      await bench.disconnect();
      await vi.waitFor(() => expect(adapter.health().state).not.toBe('up'), PATIENCE);
      await send();
      told.push(adapter.health(), await adapter.check(), around.lines, [...around.memory]);
      const all = JSON.stringify(told);
      for (const secret of [...Object.values(bench.secrets), words]) expect(all.includes(secret), secret).toBe(false);
    });
  });

  describe('at last', () => {
    it('the bot is put out', async () => {
      const { bench, sink } = await shared();
      if (bench.putOut === undefined) return;
      await bench.putOut();
      await vi.waitFor(() => expect(sink.events).toContainEqual({ kind: 'left', id: bench.group.id }), PATIENCE);
    });
  });
}

interface Listening {
  readonly bench: Bench;
  readonly adapter: ChatAdapter;
  readonly sink: RecordingSink;
  readonly around: RecordedSurroundings;
}

async function loaded({ kind }: Conformance) {
  const load = ADAPTERS[kind];
  if (load === undefined) throw new Error(`${kind} isn't in the registry`);
  return await load();
}

async function opened(conformance: Conformance, hasty = false): Promise<Bench> {
  const bench = await conformance.open(hasty);
  onTestFinished(() => bench.close());
  return bench;
}

interface Given {
  readonly bench?: Bench;
  readonly memory?: Map<string, string>;
  readonly hasty?: boolean;
}

async function listening(conformance: Conformance, { bench: open, memory, hasty }: Given = {}): Promise<Listening> {
  const bench = open ?? (await opened(conformance, hasty));
  const around = recordedSurroundings(memory);
  const sink = recordingSink();
  const adapter = await started(conformance, bench, around, sink);
  onTestFinished(() => adapter.stop());
  await bench.connected();
  return { bench, adapter, sink, around };
}

async function started(conformance: Conformance, bench: Bench, around: ChatSurroundings, sink: ChatSink): Promise<ChatAdapter> {
  const adapter = (await loaded(conformance)).make('main', bench.settings, bench.secrets, around);
  if ('mistakes' in adapter) throw new Error(JSON.stringify(adapter.mistakes));
  await adapter.start(sink);
  return adapter;
}

interface Shared extends Omit<Listening, 'around'> {
  /** All that was ever handed in. */
  heard(): readonly ChatEvent[];
}

/**
 * One line for all tests that leave it as it was: for some platforms it takes seconds to come up. Each test has a sink of its own.
 */
function sharedLine(conformance: Conformance): () => Promise<Shared> {
  let line: Promise<Omit<Listening, 'around' | 'sink'>> | null = null;
  const sinks: RecordingSink[] = [];
  async function open(): Promise<Omit<Listening, 'around' | 'sink'>> {
    const bench = await conformance.open();
    const sink: ChatSink = { accept: async (events) => await sinks.at(-1)?.accept(events) };
    const adapter = await started(conformance, bench, recordedSurroundings(), sink);
    await bench.connected();
    return { bench, adapter };
  }
  afterAll(async () => {
    const opened = await line;
    await opened?.adapter.stop();
    await opened?.bench.close();
  });
  return async () => {
    const sink = recordingSink();
    sinks.push(sink);
    line ??= open();
    return { ...(await line), sink, heard: () => sinks.flatMap(({ events }) => events) };
  };
}

function envelopes({ events }: RecordingSink): readonly Envelope[] {
  return events.flatMap((event: ChatEvent) => (event.kind === 'message' && event.envelope.kind !== 'system' ? [event.envelope] : []));
}

function texts(sink: RecordingSink): readonly string[] {
  return envelopes(sink).map(({ text }) => text);
}

async function messages(sink: RecordingSink, atLeast: number): Promise<readonly Envelope[]> {
  await vi.waitFor(() => expect(envelopes(sink).length).toBeGreaterThanOrEqual(atLeast), PATIENCE);
  return envelopes(sink);
}

async function messagesUntil(sink: RecordingSink, text: string): Promise<void> {
  await vi.waitFor(() => expect(texts(sink)).toContain(text), PATIENCE);
}

async function directs(sink: RecordingSink, atLeast: number): Promise<readonly DirectMessage[]> {
  const all = () => sink.events.flatMap((event) => (event.kind === 'direct' ? [event.message] : []));
  await vi.waitFor(() => expect(all().length).toBeGreaterThanOrEqual(atLeast), PATIENCE);
  return all();
}

function person(bench: Bench): Target {
  return { to: 'person', id: bench.member.account };
}

function targets(bench: Bench, adapter: ChatAdapter): readonly Target[] {
  if (bench.send === undefined) return [];
  return [...(adapter.traits.sendsDirect ? [person(bench)] : []), { to: 'group', id: bench.group.id }];
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

function loneProcess({ kind }: Conformance, { settings, secrets }: Bench, mode: LoneOrder['mode'], folder = temporaryFolder()) {
  const order: LoneOrder = { kind, settings, secrets, mode, memory: join(folder, 'memory.json'), events: join(folder, 'events.jsonl') };
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'kit/lone-process.ts'), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const hanging = setTimeout(() => child.kill('SIGTERM'), PATIENCE.timeout);
  const ended = once(child, 'exit').then(([code, signal]: unknown[]) => {
    clearTimeout(hanging);
    return (code ?? signal) as number | string;
  });
  return {
    folder,
    ended,
    started: child.stdout === null ? Promise.resolve() : once(child.stdout, 'data'),
    heard(): readonly string[] {
      if (!existsSync(order.events)) return [];
      const events = readFileSync(order.events, 'utf8').trim().split('\n');
      return events
        .map((line) => JSON.parse(line) as ChatEvent)
        .flatMap((event) => (event.kind === 'message' ? [event.envelope.text] : []));
    },
  };
}
