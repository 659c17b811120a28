import { describe, expect, it } from 'vitest';
import { LedgerState } from '../../../src/ledger/state.ts';
import { ASK, said } from '../../kit/chat-builders.ts';
import { aDesk, type DeskUnderTest } from '../../kit/desk-builders.ts';
import { at } from '../../kit/digest-builders.ts';

const TABLE = '秸秆离田面积统计表';

/** One directive was told in the group, and stands as number 1 in lin's digest, which arrived as message `d1`. */
async function withDigest(): Promise<DeskUnderTest> {
  const desk = await aDesk();
  await desk.hear(said('m1', 'a-bo', '2026-11-16 09:00', ASK));
  desk.setClock('2026-11-16 18:00');
  await desk.deliver('lin', 'd1');
  desk.setClock('2026-11-16 18:30');
  return desk;
}

describe('a cadre who writes to the bot', () => {
  it('sees the original messages of an item with sender, time and group', async () => {
    const desk = await withDigest();
    const answer = await desk.tell('a-lin', '３');
    expect(answer).toBe('没有第 3 件，这份里一共 1 件。');
    expect(await desk.tell('a-lin', '第一条')).toContain(`—— 柏松 09:00 工作群\n${ASK}`);
  });

  it('sees no words of groups that they are not in', async () => {
    const desk = await withDigest();
    await desk.hear(said('w1', 'a-bo', '2026-11-16 18:20', `各位注意：${ASK}`, { group: 'g2' }));
    const [directive, ...more] = (await desk.ledger()).directives.values();
    expect([directive?.evidence.map(({ group }) => group), more]).toEqual([['g1', 'g2'], []]);
    const answer = await desk.tell('a-lin', '1');
    expect(answer).toContain('另有 1 条在您不在的群里');
    expect(answer).not.toContain('各位注意');
  });

  it('completes an item, which is then answered in the ledger', async () => {
    const desk = await withDigest();
    expect(await desk.tell('a-lin', '完成 1')).toMatch(new RegExp(`记下了，办完：1\\. .*${TABLE}`, 'u'));
    const [directive] = (await desk.ledger()).directives.values();
    expect(directive?.answers.map(({ person, state }) => [person, state])).toEqual([['lin', 'done']]);
  });

  it('completes both of two items that are shown as one', async () => {
    const desk = await aDesk();
    await desk.hear(said('m1', 'a-bo', '2026-11-16 09:00', '请各村把秸秆离田面积统计表报镇农办'));
    await desk.hear(said('m2', 'a-bo', '2026-11-16 09:40', '请各村把防汛沙袋清点数量报镇应急办'));
    const [first, second] = [...(await desk.ledger()).directives.values()];
    if (first === undefined || second === undefined) throw new Error('two are told');
    const words = { message: { platform: 'wechat', group: 'g1', id: 'm2' }, quote: '清点', span: [8, 10] as const };
    const claims = { asks: false, title: null, deadline: null, people: [], same: { ...words, directive: first.id } };
    const asked = at('2026-11-16 10:00');
    const call = { at: asked, host: 'h', model: 'm', questions: 1, inputTokens: 1, outputTokens: 1, yuan: 0, outcome: 'answered' as const };
    await desk.store.saveRefining({ call, answers: [], accepted: [{ ...claims, ...words, directive: second.id, key: 'k', at: asked }] });
    desk.setClock('2026-11-16 12:00');
    expect(await desk.tell('a-lin', '今日')).toMatch(/1\. .*秸秆.*并入“.*沙袋/u);
    expect(await desk.tell('a-lin', '完成1')).toMatch(/1\. .*秸秆[\s\S]*1\. .*沙袋/u);
    expect([...(await desk.ledger()).directives.values()].map(({ answers }) => answers.length)).toEqual([1, 1]);
  });

  it.each([
    ['', false],
    [', though they have answered it among others', true],
  ])('takes on what may be theirs by a word%s', async (_what, hasAnswered) => {
    const { store } = await withDigest();
    const ledger = async (): Promise<LedgerState> => {
      const state = new LedgerState();
      const audience = { people: ['mei'], unclear: false, perhaps: { lin: 0.2 } };
      const message = { platform: 'wechat', group: 'g1', id: 'm2' };
      for (const entry of await store.loadEntries()) {
        const opening = entry.kind === 'opened';
        state.append(opening ? { ...entry, ask: { ...entry.ask, audience } } : entry);
        const { directive, turn, at: opened } = entry;
        if (opening && hasAnswered)
          state.append({ kind: 'answered', directive, turn, at: opened + 1, order: 1, person: 'lin', state: 'acknowledged', message });
      }
      return state;
    };
    const desk = await aDesk({ store, reader: { refresh() {}, follow() {}, ledger, alone: (work) => work() } });
    desk.setClock('2026-11-16 18:30');
    expect(await desk.tell('a-lin', '收到1')).toContain('记下了，收到：1.');
    const said = (await store.loadEntries()).filter(({ turn }) => turn.startsWith('command'));
    expect(said.map(({ kind }) => kind)).toEqual(['joined', 'answered']);
    const [directive] = (await ledger()).directives.values();
    expect(directive?.audience).toEqual({ people: ['lin', 'mei'], unclear: false });
  });

  it('answers by quoting the digest, whatever came after it', async () => {
    const desk = await withDigest();
    expect(await desk.tell('a-lin', '收到1', { replyTo: 'd1' })).toContain('记下了，收到：1.');
  });

  it('cannot answer with the digest of somebody else', async () => {
    const desk = await withDigest();
    expect(await desk.tell('a-mei', '完成1', { replyTo: 'd1' })).toContain('还没有给您发过日要');
  });

  it('leaves the audience of what is not theirs, also when a copy comes later', async () => {
    const desk = await withDigest();
    expect(await desk.tell('a-lin', '不是我的1')).toContain('不是您的：1.');
    await desk.hear(said('m9', 'a-bo', '2026-11-16 18:40', ASK));
    const people = [...(await desk.ledger()).directives.values()].map(({ audience }) => audience.people);
    expect(people).toEqual([['mei']]);
  });

  it('takes the last word back', async () => {
    const desk = await withDigest();
    await desk.tell('a-lin', '完成1');
    expect(await desk.tell('a-lin', '撤销')).toContain(TABLE);
    expect([...(await desk.ledger()).directives.values()].flatMap(({ answers }) => answers)).toEqual([]);
    expect(await desk.tell('a-lin', '撤销')).toContain('没有可以撤销的');
  });

  it('cannot take back what was said more than a day ago', async () => {
    const desk = await withDigest();
    await desk.tell('a-lin', '完成1');
    desk.setClock('2026-11-17 18:31');
    expect(await desk.tell('a-lin', '撤销')).toContain('没有可以撤销的');
  });

  it('sees what the digest would hold by now, and its numbers count from then on', async () => {
    const desk = await withDigest();
    await desk.hear(said('m2', 'a-bo', '2026-11-17 08:00', '请东村今天12点前把防汛沙袋清点数量发给我'));
    desk.setClock('2026-11-17 10:00');
    const preview = await desk.tell('a-lin', '今日');
    expect(preview).toContain('今天的日要还没到点，到 10:00 为止是这样：');
    expect(preview).toMatch(/1\. .*沙袋/u);
    expect(await desk.tell('a-lin', '完成1')).toContain('沙袋');
    expect(await desk.tell('a-lin', '收到1', { replyTo: 'd1' })).toContain(TABLE);
    expect(await desk.tell('a-lin', '全部')).toContain(TABLE);
    expect(await desk.tell('a-lin', '收到1')).toContain(TABLE);
  });

  it('is told what to say', async () => {
    const desk = await withDigest();
    expect(await desk.tell('a-lin', '帮助')).toContain('完成 3');
    expect(await desk.tell('a-lin', '帮助')).not.toContain('下发');
    expect(await desk.tell('a-lin', '吃了吗')).toContain('没有看懂');
    expect(await desk.tell('a-lin', '收到')).toContain('请带上序号');
    expect(await desk.tell('a-lin', '下发 请各村报表')).toContain('只有领导能用');
  });

  it('is answered once, however often the same message comes', async () => {
    const desk = await withDigest();
    await desk.tell('a-lin', '完成1', { id: 'same' });
    const before = await desk.store.commandEntries();
    await desk.tell('a-lin', '完成1', { id: 'same' });
    expect(await desk.store.commandEntries()).toEqual(before);
  });
});

describe('an account that nobody knows', () => {
  it('hears one polite sentence, also when it is named like somebody of the roster', async () => {
    const desk = await withDigest();
    expect(await desk.tell('lin', '完成1')).toContain('还不认识这个账号');
    expect(await desk.store.commandEntries()).toEqual([]);
  });

  it('is bound by a code, once', async () => {
    const desk = await withDigest();
    await desk.store.addBindCode('#4711', 'lin', Number.MAX_SAFE_INTEGER);
    expect(await desk.tell('new', '/start 4711')).toContain('您是林芳');
    expect(await desk.tell('new', '1')).toContain(TABLE);
    expect(await desk.tell('other', '绑定 4711')).toContain('还可以试 4 次');
    expect(await desk.tell('new', '解绑')).toContain('不再是林芳');
    expect(await desk.tell('new', '1')).toContain('还不认识');
  });

  it('is heard no more where it goes on for long, like a bot that answers', async () => {
    const desk = await withDigest();
    for (let count = 0; count < 10; count++) expect(await desk.tell('machine', '您好，我是自动回复')).toContain('还不认识');
    expect(await desk.tell('machine', '您好，我是自动回复')).toBe('');
    expect(await desk.store.directWaiting(10)).toEqual([]);
    desk.setClock('2026-11-16 19:31');
    expect(await desk.tell('machine', '您好，我是自动回复')).toContain('还不认识');
  });

  it('that is bound to somebody is nobody else’s, whatever the roster says', async () => {
    const desk = await withDigest();
    await desk.store.addBindCode('#4711', 'nan', Number.MAX_SAFE_INTEGER);
    expect(await desk.tell('a-lin', '绑定 4711')).toContain('您是南山');
    expect(await desk.tell('a-lin', '1')).toContain('还没有给您发过日要');
    expect(await desk.tell('a-lin', '1', { replyTo: 'd1' })).not.toContain(TABLE);
  });

  it('may not guess codes', async () => {
    const desk = await withDigest();
    await desk.store.addBindCode('#4711', 'lin', Number.MAX_SAFE_INTEGER);
    for (const code of ['1', '2', '3', '4', '5']) await desk.tell('new', `绑定 ${code}`);
    expect(await desk.tell('new', '绑定 4711')).toContain('试错太多次');
    desk.setClock('2026-11-16 19:31');
    expect(await desk.tell('new', '绑定 4711')).toContain('您是林芳');
  });
});
