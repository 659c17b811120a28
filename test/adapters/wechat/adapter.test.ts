/** What only WeChat has: a child process that may throw, codes to scan, packages that aren't there, proof by the own message. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { kind } from '../../../adapters/wechat/index.ts';
import { PATIENCE } from '../../kit/patience.ts';
import { recordedSurroundings } from '../kit/surroundings.ts';
import { GROUP, MEMBER } from './bench.ts';
import { begun, ended, heard, type Running, running, say, started } from './running.ts';

const PERSON = { to: 'person', id: MEMBER } as const;

/** One child for all that leave it as it was: it takes seconds to come up. */
const folder = mkdtempSync(join(tmpdir(), 'qunyao-test-'));
let line: Running;
beforeAll(async () => {
  line = await begun(folder);
});
afterAll(async () => {
  await ended(line);
  rmSync(folder, { recursive: true, force: true });
});

describe('the child process', () => {
  it('survives what its library throws about, and tells only that it did', async () => {
    const { peer, sink, around } = line;
    peer.give({ do: 'throw' });
    peer.give({ do: 'reject' });
    say(peer, '还在');
    await heard(sink, '还在');
    expect(peer.lines()).toBe(1);
    await vi.waitFor(() => expect(around.lines.filter((line) => line.includes('chat.trouble')).length).toBeGreaterThan(1), PATIENCE);
    expect(around.lines.join()).not.toContain('谁也不许');
  });

  it('without the package there is none, and nothing else minds', async () => {
    const { adapter } = await started({ puppet: 'wechaty-puppet-nowhere' });
    onTestFinished(() => adapter.stop());
    await vi.waitFor(
      () => expect(adapter.health()).toMatchObject({ state: 'not-installed', why: { facts: { package: 'wechaty-puppet-nowhere' } } }),
      PATIENCE,
    );
    expect(await adapter.send({ key: 'k', target: PERSON, text: '日要' })).toMatchObject({ outcome: 'retry' });
  });

  it('is asked by doctor only whether the packages are there', async () => {
    const check = async (puppet: string) => {
      const adapter = kind.make('main', { puppet }, {}, recordedSurroundings());
      return 'mistakes' in adapter ? [] : (await adapter.check()).map(({ good, code }) => [good, code]);
    };
    expect(await check('wechaty-puppet-mock')).toEqual([[true, 'chat.wechat.installed']]);
    expect(await check('wechaty-puppet-nowhere')).toEqual([[false, 'chat.wechat.not-installed']]);
    expect(await check('wechaty-puppet-wechat4u')).toContainEqual([false, 'chat.wechat.unstable']);
  });
});

describe('logging in', () => {
  it('shows the code once at the terminal, as a picture and as its link, and in no log', async () => {
    const { peer, adapter, around } = line;
    const code = 'https://login.weixin.qq.com/l/4d0sdkfj3A==';
    peer.scan(code);
    peer.scan(code);
    await vi.waitFor(() => expect(adapter.health()).toMatchObject({ state: 'needs-login', why: { code: 'chat.wechat.scan' } }), PATIENCE);
    const shown = around.lines.filter((line) => line.includes(code));
    expect(shown).toHaveLength(1);
    expect(shown[0]?.startsWith('█████')).toBe(true);
    peer.login();
    await vi.waitFor(() => expect(adapter.health().state).toBe('up'), PATIENCE);
  });
});

describe('sending', () => {
  it('is proved by the own message, in groups with the names that are notified', async () => {
    const { peer, adapter, sink } = line;
    const target = { to: 'group', id: GROUP } as const;
    const sent = await adapter.send({ key: 'k', target, text: '请核对三户', mentions: [MEMBER] });
    expect(sent).toEqual({ outcome: 'sent', id: expect.stringMatching(/^msg-/u) });
    expect(peer.sent.at(-1)).toMatchObject({ to: 'group', id: GROUP, mentions: [MEMBER], text: expect.stringContaining('@顾燕') });
    const id = sent.outcome === 'sent' ? sent.id : '';
    await vi.waitFor(
      () => expect(sink.events).toContainEqual({ kind: 'echo', target, id, text: '请核对三户', sentAt: expect.any(Number) }),
      PATIENCE,
    );
  });

  it('is unknown where it isn’t seen or the puppet throws, and surely not sent to nobody', async () => {
    const { peer, adapter } = await running({ echoSeconds: 1, timeoutSeconds: 1 });
    peer.showsSelf(false);
    expect(await adapter.send({ key: 'a', target: PERSON, text: '没看见' })).toMatchObject({ outcome: 'unknown' });
    peer.fault('refused');
    const refused = await adapter.send({ key: 'b', target: PERSON, text: '谁也不许看见的话' });
    expect(refused).toMatchObject({ outcome: 'unknown' });
    expect(JSON.stringify(refused)).not.toContain('谁也不许');
    expect(await adapter.send({ key: 'c', target: { to: 'person', id: 'wxid_gone' }, text: '日要' })).toMatchObject({
      outcome: 'failed',
      closed: true,
    });
  });

  it('is believed where the puppet shows no own messages, and that is set', async () => {
    const { peer, adapter } = await running({ reportsSelf: false });
    peer.showsSelf(false);
    expect(adapter.traits.proof).toBe('none');
    expect(await adapter.send({ key: 'a', target: PERSON, text: '日要' })).toEqual({ outcome: 'sent' });
  });
});

describe('hearing', () => {
  it('a quote by what was quoted, a file by its name, a link by its address, a new name of the group', async () => {
    const { peer, sink } = line;
    say(peer, '请报表');
    const asked = await heard(sink, '请报表');
    say(peer, '「顾燕:请报表」\n- - - - - - - - - - - - - - -\n报了');
    expect(await heard(sink, '报了')).toMatchObject({ replyTo: asked.id });
    peer.said({ talkerId: MEMBER, roomId: GROUP, type: 1, text: '', filename: '台账.xlsx' });
    await vi.waitFor(
      () =>
        expect(sink.events).toContainEqual({
          kind: 'message',
          envelope: expect.objectContaining({ kind: 'file', file: { name: '台账.xlsx' } }),
        }),
      PATIENCE,
    );
    peer.said(
      { talkerId: MEMBER, roomId: GROUP, type: 14, text: '' },
      { url: 'https://a.example/', title: '补贴申报', description: '月底前' },
    );
    expect(await heard(sink, '补贴申报\n月底前')).toMatchObject({ kind: 'link', url: 'https://a.example/' });
    peer.topic(GROUP, '东岭镇农机工作群', '农机群(新)');
    await vi.waitFor(() => expect(sink.events).toContainEqual({ kind: 'group', id: GROUP, name: '农机群(新)' }), PATIENCE);
  });
});
