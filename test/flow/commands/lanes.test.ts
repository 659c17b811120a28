import { describe, expect, it } from 'vitest';
import { commandDesk } from '../../../src/flow/commands/desk.ts';
import { lanesOf } from '../../../src/flow/commands/lanes.ts';
import type { InboxMessage } from '../../../src/ports/live-store.ts';
import { aDesk } from '../../kit/desk-builders.ts';

function told(account: string, id: string, text: string): InboxMessage {
  return { platform: 'wechat', account, id, name: account, sentAt: 0, text };
}

const ids = (messages: readonly InboxMessage[]) => messages.map(({ id }) => id);

describe('lanes', () => {
  it('let nobody wait for a slow command but the one who gave it', async () => {
    const waiting = [
      told('a', '1', '慢'),
      told('b', '2', '快'),
      told('a', '3', '快'),
      told('c', '4', '慢'),
      told('c', '5', '慢'),
      told('b', '6', '快'),
    ];
    const { quick, slow } = await lanesOf(waiting, async ({ text }) => text === '慢');
    expect([ids(quick), ids(slow)]).toEqual([
      ['2', '6'],
      ['1', '4'],
    ]);
  });
});

describe('a slow command', () => {
  async function asked(account: string, text: string) {
    const desk = await aDesk();
    const answers = commandDesk(desk.settings);
    const said = async (id: string, kind: 'answer' | 'working' = 'answer') =>
      (await desk.store.outgoing(`${kind} wechat ${account} ${id}`))?.blocks.join('\n') ?? null;
    await desk.store.putDirect([told(account, 't1', text), told(account, 't2', '状态'), told('a-lin', 't3', '帮助')]);
    await answers.answerWaiting();
    return { desk, answers, said };
  }

  it('is told to take its time, at once and once, and answered later, and then what was said after it', async () => {
    const { desk, answers, said } = await asked('a-guan', '试跑 no.such');
    expect([await said('t1', 'working'), await said('t1'), await said('t2')]).toEqual(['正在重读最近的群消息，算好就回您。', null, null]);
    expect((await desk.store.outgoing('answer wechat a-lin t3'))?.blocks.join('')).toContain('您可以这样说');
    await answers.answerWaiting();
    expect(await answers.answerSlow()).toBe(1);
    expect([await said('t1'), await said('t2')]).toEqual(['没有叫“no.such”的规则。回复“规则”看有哪些。', null]);
    await answers.answerWaiting();
    expect(await said('t2')).toContain('待发');
    expect(await answers.answerSlow()).toBe(0);
  });

  it('is refused at once to whom it is not for', async () => {
    const { said } = await asked('a-bo', '试跑 no.such');
    expect([await said('t1', 'working'), await said('t1')]).toEqual([null, '“规则试跑”只有管理员能用，这个账号不是。']);
  });
});
