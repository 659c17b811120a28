/** What only OneBot has: histories, running numbers, two directions, tokens refused inside, heartbeats of a dead account. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { kind } from '../../../adapters/onebot/index.ts';
import type { ChatAdapter, Envelope } from '../../../src/adapter-kit.ts';
import { PATIENCE } from '../../kit/patience.ts';
import { type OneBotPeer, startOneBotClient, startOneBotServer } from '../../peers/onebot.ts';
import { type RecordingSink, recordedSurroundings, recordingSink } from '../kit/surroundings.ts';
import { freePort, GROUP, greeted, HASTY, MEMBER, type Opened, openForward, openReverse, TOKEN } from './bench.ts';

interface Listening {
  readonly adapter: ChatAdapter;
  readonly sink: RecordingSink;
  readonly memory: Map<string, string>;
}

async function listening({ settings }: Pick<Opened, 'settings'>, memory = new Map<string, string>(), token = TOKEN): Promise<Listening> {
  const adapter = kind.make('main', settings, { TOKEN: token }, recordedSurroundings(memory));
  if ('mistakes' in adapter) throw new Error(JSON.stringify(adapter.mistakes));
  const sink = recordingSink();
  await adapter.start(sink);
  onTestFinished(() => adapter.stop());
  return { adapter, sink, memory };
}

async function opened(open: () => Promise<Opened>): Promise<Opened> {
  const both = await open();
  onTestFinished(() => both.peer.close());
  return both;
}

function envelopes({ events }: RecordingSink): readonly Envelope[] {
  return events.flatMap((event) => (event.kind === 'message' ? [event.envelope] : []));
}

async function heard(sink: RecordingSink, texts: readonly string[]): Promise<void> {
  await vi.waitFor(() => expect(envelopes(sink).map(({ text }) => text)).toEqual(texts), PATIENCE);
}

function said(count: number, peer: OneBotPeer): readonly string[] {
  const texts = Array.from({ length: count }, (_, index) => `第${index}条`);
  for (const text of texts) peer.world.say(GROUP, MEMBER, text);
  return texts;
}

/** Something is heard, the line breaks, and more than a page is said meanwhile. */
async function cutOff(peer: OneBotPeer, sink: RecordingSink): Promise<readonly string[]> {
  await greeted(peer);
  peer.world.say(GROUP, MEMBER, '断线前');
  await heard(sink, ['断线前']);
  await peer.offline();
  return said(130, peer);
}

describe('what was missed', () => {
  it('is read from the history, page by page, in order and once', async () => {
    const both = await opened(openForward);
    const { sink } = await listening(both);
    const missed = await cutOff(both.peer, sink);
    await both.peer.online();
    await heard(sink, ['断线前', ...missed]);
  });

  it.each(['get_login_info', 'get_group_list', 'get_group_msg_history'])(
    'is read though a busy implementation left %s unanswered',
    async (action) => {
      const both = await opened(openForward);
      const { sink } = await listening({ settings: { ...both.settings, ...HASTY } });
      const missed = await cutOff(both.peer, sink);
      both.peer.world.fault({ action, as: 'silence' });
      both.peer.world.fault({ action, as: 'silence' });
      await both.peer.online();
      await heard(sink, ['断线前', ...missed]);
    },
  );

  it('is read on the next line where nobody says on this one who we are', async () => {
    const both = await opened(openForward);
    const { sink } = await listening({ settings: { ...both.settings, ...HASTY } });
    const missed = await cutOff(both.peer, sink);
    for (let times = 0; times < 5; times++) both.peer.world.fault({ action: 'get_login_info', as: 'silence' });
    await both.peer.online();
    await heard(sink, ['断线前', ...missed]);
    expect(both.peer.lines()).toBeGreaterThanOrEqual(3);
  });

  it('stays missing where the implementation has no history, and everything else goes on', async () => {
    const both = await opened(openForward);
    both.peer.world.options.history = false;
    const { adapter, sink } = await listening(both);
    await greeted(both.peer);
    both.peer.world.say(GROUP, MEMBER, '在');
    await heard(sink, ['在']);
    expect(await adapter.check()).toContainEqual({ good: false, code: 'chat.onebot.no-history', facts: {} });
  });

  it('what was said before the account was first connected is nobody’s', async () => {
    const both = await opened(openForward);
    both.peer.world.say(GROUP, MEMBER, '从前');
    await new Promise((done) => setTimeout(done, 1_100));
    const { sink } = await listening(both);
    await greeted(both.peer);
    both.peer.world.say(GROUP, MEMBER, '现在');
    await heard(sink, ['现在']);
  });
});

describe('running numbers', () => {
  it('are part of ids, and answers and recalls find them, even those of messages from before a restart', async () => {
    const both = await opened(openForward);
    const { world } = both.peer;
    world.options.runningNumbers = true;
    const first = await listening(both);
    await greeted(both.peer);
    const old = world.say(GROUP, MEMBER, '请报表');
    await heard(first.sink, ['请报表']);
    const [before] = envelopes(first.sink);
    expect(before?.id).toMatch(new RegExp(`^${old}\\.\\d+$`, 'u'));
    await first.adapter.stop();

    const { sink } = await listening(both, first.memory);
    await greeted(both.peer);
    world.say(GROUP, MEMBER, '新的');
    await heard(sink, ['新的']);
    world.said(GROUP, MEMBER, [
      { type: 'reply', data: { id: old } },
      { type: 'text', data: { text: '报了' } },
    ]);
    world.notice('group_recall', { group_id: Number(GROUP), user_id: 1, operator_id: 1, message_id: Number(old) });
    await heard(sink, ['新的', '报了', '']);
    expect(envelopes(sink)[1]?.replyTo).toBe(before?.id);
    expect(envelopes(sink)[2]?.recalls).toBe(before?.id);
  });
});

describe('a line', () => {
  it('with strings for messages is read the same', async () => {
    const both = await opened(openForward);
    both.peer.world.options.asStrings = true;
    const { sink } = await listening(both);
    await greeted(both.peer);
    both.peer.world.said(GROUP, MEMBER, [
      { type: 'at', data: { qq: 'all' } },
      { type: 'text', data: { text: '三点[准时]开会,A&B' } },
    ]);
    await heard(sink, ['@全体成员 三点[准时]开会,A&B']);
  });

  it('its own message comes back as proof', async () => {
    const both = await opened(openForward);
    const { adapter, sink } = await listening(both);
    await greeted(both.peer);
    const target = { to: 'person', id: MEMBER } as const;
    const sent = await adapter.send({ key: 'k', target, text: '日要' });
    const id = sent.outcome === 'sent' ? sent.id : null;
    await vi.waitFor(
      () => expect(sink.events).toContainEqual({ kind: 'echo', target, id, text: '日要', sentAt: expect.any(Number) }),
      PATIENCE,
    );
    expect(adapter.traits.proof).toBe('echo');
  });

  it('a file that is told as a message and as an upload is one', async () => {
    const both = await opened(openForward);
    const { sink } = await listening(both);
    await greeted(both.peer);
    both.peer.world.said(GROUP, MEMBER, [{ type: 'file', data: { file: '台账.xlsx' } }]);
    const upload = (name: string) => ({ group_id: Number(GROUP), user_id: Number(MEMBER), file: { id: name, name, size: 1 } });
    both.peer.world.notice('group_upload', upload('台账.xlsx'));
    both.peer.world.notice('group_upload', upload('别的.xlsx'));
    await vi.waitFor(() => expect(envelopes(sink).map(({ file }) => file?.name)).toEqual(['台账.xlsx', '别的.xlsx']), PATIENCE);
  });

  it('tells that the account is offline though the line is open', async () => {
    const both = await opened(openForward);
    const { adapter } = await listening(both);
    await greeted(both.peer);
    both.peer.world.heartbeat(false);
    await vi.waitFor(
      () => expect(adapter.health()).toMatchObject({ state: 'needs-login', why: { code: 'chat.onebot.offline' } }),
      PATIENCE,
    );
    both.peer.world.heartbeat(true);
    await vi.waitFor(() => expect(adapter.health().state).toBe('up'), PATIENCE);
  });

  it.each(['outside', 'inside'] as const)('refused for its token %s, it says so', async (refuses) => {
    const peer = await startOneBotServer({ token: TOKEN, refuses });
    onTestFinished(() => peer.close());
    const settings = { url: peer.url, retrySeconds: 0.02, retrySecondsMost: 0.05 };
    const { adapter } = await listening({ settings }, new Map(), 'another');
    await vi.waitFor(() => expect(adapter.health()).toMatchObject({ state: 'down', why: { code: 'chat.onebot.token-refused' } }), PATIENCE);
    const codes = async () => (await adapter.check()).map(({ code }) => code);
    await vi.waitFor(async () => expect(await codes()).toEqual(['chat.onebot.token-refused']), PATIENCE);
  });

  it('on which nothing is heard any more is taken for dead, and another is made', async () => {
    const both = await opened(openForward);
    const { sink } = await listening({ settings: { ...both.settings, silenceSeconds: 1 } });
    await greeted(both.peer);
    both.peer.world.deaf();
    await vi.waitFor(() => expect(both.peer.lines()).toBeGreaterThan(1), PATIENCE);
    await greeted(both.peer);
    both.peer.world.say(GROUP, MEMBER, '又听见了');
    await heard(sink, ['又听见了']);
  });
});

describe('being dialled', () => {
  it('lets nobody in with another token, nor another account beside the first', async () => {
    const both = await opened(openReverse);
    const { sink } = await listening(both);
    await greeted(both.peer);
    const thief = startOneBotClient({ url: both.peer.url, token: 'guessed' });
    const other = startOneBotClient({ url: both.peer.url, token: TOKEN, selfId: '30003' });
    onTestFinished(async () => void (await Promise.all([thief.close(), other.close()])));
    await vi.waitFor(() => expect(Math.min(thief.refused(), other.refused())).toBeGreaterThan(1), PATIENCE);
    both.peer.world.say(GROUP, MEMBER, '还在');
    await heard(sink, ['还在']);
  });

  it('the same account on a second line takes the place of the first', async () => {
    const both = await opened(openReverse);
    const { adapter, sink } = await listening(both);
    await greeted(both.peer);
    const second = startOneBotClient({ url: both.peer.url, token: TOKEN });
    second.world.group(GROUP, '东岭镇农机工作群', { [MEMBER]: '顾燕' });
    onTestFinished(() => second.close());
    await greeted(second);
    await both.peer.close();
    second.world.say(GROUP, MEMBER, '第二条线');
    await heard(sink, ['第二条线']);
    expect(adapter.health().state).toBe('up');
  });

  it('needs a token where other machines get in, and none where they don’t', async () => {
    const open = (host: string) => kind.make('main', { mode: 'reverse', host, port: 8792 }, {}, recordedSurroundings());
    expect(open('0.0.0.0')).toMatchObject({ mistakes: [{ at: 'TOKEN', code: 'chat.onebot.token-needed' }] });
    expect(open('127.0.0.1')).toMatchObject({ platform: 'qq', traits: { proof: 'none' } });
  });

  it('a port that is taken is told, and had as soon as it is free', async () => {
    const port = await freePort();
    const squatter = await startOneBotServer({ port });
    const { adapter } = await listening({ settings: { mode: 'reverse', port, retrySeconds: 0.02, retrySecondsMost: 0.05 } });
    await vi.waitFor(() => expect(adapter.health()).toMatchObject({ why: { code: 'chat.onebot.port-taken' } }), PATIENCE);
    await squatter.close();
    await vi.waitFor(() => expect(adapter.health()).toMatchObject({ why: { code: 'chat.onebot.waiting' } }), PATIENCE);
  });
});
