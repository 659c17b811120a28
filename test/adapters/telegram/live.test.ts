/** What is particular to Telegram, on the peer: moves, conflicts, tokens, names, the week without updates, ways through a proxy. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { kind } from '../../../adapters/telegram/index.ts';
import type { ChatAdapter, Envelope, OutgoingText } from '../../../src/adapter-kit.ts';
import { PATIENCE } from '../../kit/patience.ts';
import { startTelegramPeer, type TelegramPeer } from '../../peers/telegram.ts';
import { recordedSurroundings, recordingSink } from '../kit/surroundings.ts';
import { GROUP, MEMBER, peopledPeer, polling, quickSettings } from './bench.ts';

function adapterOn(peer: TelegramPeer, settings: object = {}, around = recordedSurroundings(), token = peer.token): ChatAdapter {
  const made = kind.make('main', { ...quickSettings(peer), ...settings }, { TOKEN: token }, around);
  if ('mistakes' in made) throw new Error(JSON.stringify(made.mistakes));
  onTestFinished(() => made.stop());
  return made;
}

async function running(settings: object = {}) {
  const peer = await peopledPeer();
  onTestFinished(() => peer.close());
  const around = recordedSurroundings();
  const adapter = adapterOn(peer, settings, around);
  const sink = recordingSink();
  await adapter.start(sink);
  await polling(peer);
  const heard = (): readonly Envelope[] => sink.events.flatMap((event) => (event.kind === 'message' ? [event.envelope] : []));
  return { peer, adapter, sink, around, heard };
}

function text(to: 'group' | 'person', id: number, more: Partial<OutgoingText> = {}): OutgoingText {
  return { key: 'k', target: { to, id: String(id) }, text: '日要', ...more };
}

describe('a group that moves', () => {
  const OLD = -45;
  const NEW = -1_000_000_000_045;

  it('is told once, before what is said under the new id, and is not left by it', async () => {
    const { peer, sink, heard } = await running();
    peer.script.group({ id: OLD, title: '村级群', type: 'group', members: [MEMBER] });
    peer.script.say(OLD, MEMBER, '搬家前');
    await vi.waitFor(() => expect(heard().length).toBe(1), PATIENCE);
    const release = sink.hold();
    peer.script.migrate(OLD, NEW);
    peer.script.botIs(OLD, 'left');
    peer.script.say(NEW, MEMBER, '搬家后');
    release();
    await vi.waitFor(() => expect(heard().at(-1)).toMatchObject({ group: String(NEW), text: '搬家后' }), PATIENCE);
    const moves = sink.events.flatMap((event, index) => (event.kind === 'group' && event.was !== undefined ? [{ ...event, index }] : []));
    expect(moves).toMatchObject([{ id: String(NEW), was: String(OLD), name: '村级群' }]);
    expect(sink.events.findIndex((event) => event.kind === 'message' && event.envelope.group === String(NEW))).toBeGreaterThan(
      moves[0]?.index ?? 99,
    );
    expect(sink.events.some((event) => event.kind === 'left')).toBe(false);
  });

  it('gets the texts for its old id at the new one, and hears of the move all the same', async () => {
    const { peer, adapter, around, sink } = await running();
    peer.script.group({ id: OLD, title: '村级群', type: 'group', members: [MEMBER] });
    const release = sink.hold();
    peer.script.migrate(OLD, NEW);
    expect(await adapter.send(text('group', OLD))).toMatchObject({ outcome: 'retry', pause: false });
    expect(await adapter.send(text('group', OLD))).toMatchObject({ outcome: 'sent' });
    expect(peer.sent).toMatchObject([{ chat: NEW }]);
    release();
    await vi.waitFor(
      () => expect(sink.events).toContainEqual({ kind: 'group', id: String(NEW), was: String(OLD), name: '村级群' }),
      PATIENCE,
    );
    await adapter.stop();
    expect(await adapterOn(peer, {}, recordedSurroundings(around.memory)).send(text('group', OLD))).toMatchObject({ outcome: 'sent' });
  });
});

describe('what keeps it from hearing', () => {
  it('another program with the token: told, and heard again when that one ends', async () => {
    const { peer, adapter, heard } = await running();
    peer.script.fault({ method: 'getUpdates', times: 4, as: { kind: 'refuse', code: 409, description: 'Conflict' } });
    peer.script.say(GROUP, MEMBER, '一');
    await vi.waitFor(() => expect(adapter.health()).toMatchObject({ state: 'down', why: { code: 'chat.telegram.conflict' } }), PATIENCE);
    peer.script.say(GROUP, MEMBER, '二');
    await vi.waitFor(() => expect(heard().map((envelope) => envelope.text)).toEqual(['一', '二']), PATIENCE);
    await vi.waitFor(() => expect(adapter.health().state).toBe('up'), PATIENCE);
  });

  it('a token that is refused', async () => {
    const peer = await peopledPeer();
    onTestFinished(() => peer.close());
    const adapter = adapterOn(peer, {}, recordedSurroundings(), '424242:some-other-token');
    await adapter.start(recordingSink());
    await vi.waitFor(
      () => expect(adapter.health()).toMatchObject({ state: 'down', why: { code: 'chat.telegram.token-refused' } }),
      PATIENCE,
    );
    expect(await adapter.check()).toMatchObject([{ good: false, code: 'chat.telegram.token-refused' }]);
    expect(await adapter.send(text('person', MEMBER))).toMatchObject({ outcome: 'retry', pause: true });
  });

  it('a webhook that was left behind is taken away, with nothing lost', async () => {
    const peer = await peopledPeer();
    onTestFinished(() => peer.close());
    peer.script.webhook('https://old.example/hook');
    peer.script.say(GROUP, MEMBER, '早先');
    const sink = recordingSink();
    await adapterOn(peer).start(sink);
    await vi.waitFor(
      () => expect(sink.events).toMatchObject([{ kind: 'group' }, { kind: 'message', envelope: { text: '早先' } }]),
      PATIENCE,
    );
  });

  it('update ids that go on from below after a week of silence', async () => {
    const peer = await peopledPeer();
    onTestFinished(() => peer.close());
    const around = { ...recordedSurroundings(), time: Date.now(), now: () => around.time };
    const adapter = adapterOn(peer, { pollSeconds: 1 }, around);
    const sink = recordingSink();
    await adapter.start(sink);
    await polling(peer);
    peer.script.say(GROUP, MEMBER, '放假前');
    await vi.waitFor(() => expect(sink.events.length).toBe(2), PATIENCE);
    await polling(peer);
    around.time += 8 * 24 * 3600 * 1000;
    const asked = peer.calls.get('getUpdates') ?? 0;
    await vi.waitFor(() => expect(peer.calls.get('getUpdates')).toBeGreaterThan(asked), PATIENCE);
    peer.script.jumpUpdateIds(17);
    peer.script.say(GROUP, MEMBER, '放假后');
    await vi.waitFor(() => expect(sink.events.at(-1)).toMatchObject({ envelope: { text: '放假后' } }), PATIENCE);
    await vi.waitFor(() => expect(peer.script.waiting()).toBe(0), PATIENCE);
  });

  it('a store that refuses: the name of a group is told when it can be', async () => {
    const { peer, adapter, sink } = await running();
    sink.refuse(4);
    peer.script.say(GROUP, MEMBER, '一');
    await vi.waitFor(
      () => expect(adapter.health()).toMatchObject({ state: 'degraded', why: { code: 'chat.telegram.not-kept' } }),
      PATIENCE,
    );
    await vi.waitFor(() => expect(sink.events.map((event) => event.kind)).toEqual(['group', 'message']), PATIENCE);
    expect(peer.script.waiting()).toBeLessThanOrEqual(1);
  });
});

describe('names', () => {
  it('of those who wrote to the bot are known after a restart, of others only while it runs', async () => {
    const { peer, adapter, around, heard } = await running();
    peer.script.user({ id: 2002, first_name: '王磊', username: 'Wang_Lei' });
    peer.script.start(MEMBER);
    peer.script.say(GROUP, 2002, '在');
    const naming = {
      entities: [
        { type: 'mention', offset: 0, length: 7 },
        { type: 'mention', offset: 8, length: 9 },
        { type: 'mention', offset: 18, length: 11 },
      ],
    };
    peer.script.say(GROUP, 2002, '@gu_yan @WANG_LEI @qunyao_bot', naming);
    await vi.waitFor(() => expect(heard().at(-1)?.mentions).toEqual([String(MEMBER), '2002', String(peer.bot)]), PATIENCE);
    await adapter.stop();
    const next = recordingSink();
    await adapterOn(peer, {}, recordedSurroundings(around.memory)).start(next);
    peer.script.say(GROUP, MEMBER, '@gu_yan @WANG_LEI @qunyao_bot', naming);
    await vi.waitFor(
      () => expect(next.events.at(-1)).toMatchObject({ envelope: { mentions: [String(MEMBER), String(peer.bot)] } }),
      PATIENCE,
    );
    expect([...around.memory.keys()].filter((key) => key.includes('.user.'))).toEqual(['telegram.main.424242.user.gu_yan']);
  });

  it('of people to be notified stand in a line behind the text', async () => {
    const { peer, adapter } = await running();
    peer.script.user({ id: 2002, first_name: '王磊' });
    peer.script.membership(GROUP, 2002, { status: 'member' });
    await adapter.send(text('group', GROUP, { text: '请报表', mentions: [String(MEMBER), '2002', '31337'] }));
    expect(peer.sent).toMatchObject([
      {
        text: '请报表\n@顾燕 @王磊',
        entities: [
          { offset: 4, length: 3, user: { id: MEMBER } },
          { offset: 8, length: 3, user: { id: 2002 } },
        ],
      },
    ]);
  });
});

describe('what goes out', () => {
  it('answers a message, with buttons, as plain text', async () => {
    const { peer, adapter } = await running();
    const asked = peer.script.start(MEMBER);
    await adapter.send(
      text('person', MEMBER, { text: '*不是* <b>', replyTo: String(asked.message_id), buttons: [['全部', '完成 1'], ['x'.repeat(65)]] }),
    );
    expect(peer.sent).toMatchObject([
      {
        text: '*不是* <b>',
        replyTo: asked.message_id,
        buttons: [
          [
            { text: '全部', callback_data: '全部' },
            { text: '完成 1', callback_data: '完成 1' },
          ],
        ],
      },
    ]);
    peer.script.press(MEMBER, MEMBER, peer.sent[0]?.id ?? 0, '全部');
    await vi.waitFor(() => expect(peer.pressed.length).toBe(1), PATIENCE);
  });

  it.each([
    ['5xx after it was taken', { taken: true, as: { kind: 'refuse', code: 500 } }, 1],
    ["a gateway's page", { as: { kind: 'page', code: 502 } }, 0],
    ['silence', { as: { kind: 'silence' } }, 0],
    ['cut before it was taken', { as: { kind: 'cut' } }, 0],
  ] as const)('is unknown: %s', async (_, fault, taken) => {
    const { peer, adapter } = await running(fault.as.kind === 'silence' ? { timeoutSeconds: 2 } : {});
    peer.script.start(MEMBER);
    peer.script.fault({ method: 'sendMessage', ...fault });
    expect(await adapter.send(text('person', MEMBER))).toMatchObject({ outcome: 'unknown' });
    expect(peer.calls.get('sendMessage')).toBe(1);
    expect(peer.sent.length).toBe(taken);
  });

  it('has surely not gone where TLS does not come up', async () => {
    const { peer } = await running();
    const adapter = adapterOn(peer, { apiRoot: peer.url.replace('http:', 'https:') });
    expect(await adapter.send(text('person', MEMBER))).toMatchObject({ outcome: 'retry', pause: true });
    expect(await adapter.check()).toMatchObject([{ code: 'chat.telegram.unreachable' }]);
  });

  it('finds its way through a proxy', async () => {
    const { peer } = await running();
    peer.script.start(MEMBER);
    const passed: string[] = [];
    const proxy = createServer((incoming, outgoing) => {
      passed.push(incoming.url ?? '');
      const onward = request(incoming.url ?? '', { method: 'POST', headers: incoming.headers }, (answer) => answer.pipe(outgoing));
      incoming.pipe(onward);
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    onTestFinished(() => void proxy.close());
    const adapter = adapterOn(peer, { proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
    expect(await adapter.send(text('person', MEMBER))).toMatchObject({ outcome: 'sent' });
    expect(passed).toEqual([`${peer.url}/bot${peer.token}/sendMessage`]);
  });

  it('waits for a text that is on its way before it stops', async () => {
    const { peer, adapter } = await running();
    peer.script.start(MEMBER);
    peer.script.fault({ method: 'sendMessage', as: { kind: 'delay', ms: 150 } });
    const sending = adapter.send(text('person', MEMBER));
    await vi.waitFor(() => expect(peer.calls.get('sendMessage')).toBe(1), PATIENCE);
    await adapter.stop();
    expect(await sending).toMatchObject({ outcome: 'sent' });
  });
});

describe('the check', () => {
  it('tells of privacy mode, and of each group what the bot may do there', async () => {
    const { peer, adapter, heard } = await running();
    expect(await adapter.check()).toMatchObject([{ good: true }, { good: true }, { good: false, code: 'chat.telegram.no-groups' }]);
    for (const id of [-1, -2, -3]) peer.script.group({ id, title: `群${-id}`, members: [MEMBER] });
    for (const id of [-1, -2, -3]) peer.script.say(id, MEMBER, '在');
    await vi.waitFor(() => expect(heard().length).toBe(3), PATIENCE);
    peer.script.privacy(true);
    peer.script.membership(-1, peer.bot, { status: 'administrator' });
    peer.script.membership(-2, peer.bot, { status: 'restricted', is_member: true, can_send_messages: false });
    expect((await adapter.check()).map(({ good, code, facts }) => [good, code, facts['group']])).toEqual([
      [true, 'chat.telegram.token-good', undefined],
      [false, 'chat.telegram.privacy-on', undefined],
      [true, 'chat.telegram.group-good', '群1'],
      [false, 'chat.telegram.group-mute', '群2'],
      [false, 'chat.telegram.group-blind', '群3'],
    ]);
  });

  it('knows members from those who left, and does not guess when it is not told', async () => {
    const { peer, adapter } = await running();
    peer.script.user({ id: 2002, first_name: '王磊' });
    peer.script.membership(GROUP, 2002, { status: 'left' });
    expect(await adapter.membersAmong(String(GROUP), [String(MEMBER), '2002', '31337', 'wxid_a'])).toEqual([String(MEMBER)]);
    expect(await adapter.membersAmong('-99', [String(MEMBER)])).toBeNull();
  });

  it('refuses a token that is none, and settings that are wrong', async () => {
    const around = recordedSurroundings();
    expect(kind.make('main', { apiRoot: 'ftp://x', pollSeconds: 0 }, { TOKEN: 'abc' }, around)).toMatchObject({
      mistakes: [{ at: 'apiRoot' }, { at: 'pollSeconds' }, { at: 'TOKEN', code: 'chat.telegram.token-malformed' }],
    });
  });

  it('its pace never meets the limits of the platform', async () => {
    const peer = await startTelegramPeer();
    onTestFinished(() => peer.close());
    const { pace } = adapterOn(peer).traits;
    expect(pace.account.burst + 1000 / pace.account.everyMs).toBeLessThanOrEqual(30);
    expect(1000 / pace.account.everyMs).toBeGreaterThanOrEqual(30 / 1.1);
    expect(pace.person).toEqual({ burst: 1, everyMs: 1000 });
    expect(pace.group.burst + 60_000 / pace.group.everyMs).toBe(18);
  });
});
