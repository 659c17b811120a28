import { describe, expect, it } from 'vitest';
import type { Directive } from '../../../src/model/directive.ts';
import { said } from '../../kit/chat-builders.ts';
import { aDesk, type DeskUnderTest } from '../../kit/desk-builders.ts';

const ORDER = '下发 请各村11月18日17:30前把秸秆离田面积统计表报镇农办';

async function directives(desk: DeskUnderTest): Promise<readonly Directive[]> {
  return [...(await desk.ledger()).directives.values()];
}

async function posted(): Promise<DeskUnderTest> {
  const desk = await aDesk();
  await desk.tell('a-bo', ORDER);
  await desk.tell('a-bo', '确认');
  return desk;
}

describe('下发', () => {
  it('shows what it understood, and posts nothing before 确认', async () => {
    const desk = await aDesk();
    const preview = await desk.tell('a-bo', ORDER);
    expect(preview).toContain('秸秆离田面积统计表');
    expect(preview).toContain('⏰ 周三 18日 17:30');
    expect(preview).toContain('林芳、梅英');
    expect(preview).toContain('发到：工作群');
    expect(preview).toContain('够不着（没有绑定账号）：南山');
    expect([await desk.sent(), await directives(desk)]).toEqual([[], []]);
  });

  it('is posted once to the groups that reach its people, and stands in the ledger at once', async () => {
    const desk = await posted();
    const sent = await desk.sent();
    expect(sent.map(({ kind, to, blocks }) => [kind, to?.id, blocks[0]])).toEqual([
      ['post', 'g1', '【柏松】请各村11月18日17:30前把秸秆离田面积统计表报镇农办'],
    ]);
    const [directive, ...more] = await directives(desk);
    expect([directive?.issuer.person, directive?.audience.people, more]).toEqual(['bo', ['lin', 'mei', 'nan'], []]);
  });

  it('stays one thing when its text is copied in a group', async () => {
    const desk = await posted();
    await desk.hear(
      said('c1', 'somebody', '2026-11-16 12:10', '【柏松】请各村11月18日17:30前把秸秆离田面积统计表报镇农办', { group: 'g2' }),
    );
    expect(await directives(desk)).toHaveLength(1);
  });

  it('is answered by 收到 in the group', async () => {
    const desk = await posted();
    await desk.hear(said('r1', 'a-lin', '2026-11-16 12:05', '收到'));
    expect((await directives(desk))[0]?.answers.map(({ person }) => person)).toEqual(['lin']);
  });

  it('is forgotten by 取消, replaced by another one, and done once by 确认', async () => {
    const desk = await aDesk();
    await desk.tell('a-bo', ORDER);
    expect(await desk.tell('a-bo', '取消')).toContain('没有发');
    expect(await desk.tell('a-bo', '确认')).toContain('没有等您确认的事');
    await desk.tell('a-bo', ORDER);
    await desk.tell('a-bo', '下发 请东村今天15:00前把防汛沙袋清点数量发给我');
    await desk.tell('a-bo', '确认');
    expect(await desk.tell('a-bo', '确认')).toContain('没有等您确认的事');
    expect((await directives(desk)).map(({ audience }) => audience.people)).toEqual([['lin']]);
  });

  it('is not taken back by 撤销, which would reach behind it', async () => {
    const desk = await posted();
    expect(await desk.tell('a-bo', '撤销')).toContain('更正”或“作废');
    expect(await directives(desk)).toHaveLength(1);
  });

  it('needs somebody and something', async () => {
    const desk = await aDesk();
    expect(await desk.tell('a-bo', '下发 今天天气不错')).toContain('没有读出');
    expect(await desk.tell('a-bo', '下发')).toContain('后面要带内容');
    expect(await desk.tell('a-bo', '下发 【机密】请各村今天17:00前报名单')).toContain('涉密内容不上网');
    expect(await desk.tell('a-lin', ORDER)).toContain('只有领导能用');
  });
});

describe("a leader's own directives", () => {
  it('show who is missing, by the numbers of the list', async () => {
    const desk = await posted();
    await desk.hear(said('r1', 'a-lin', '2026-11-16 12:05', '收到'));
    const list = await desk.tell('a-bo', '回执');
    expect(list).toContain('已回应 1/3，还差：梅英（西村）、南山（北村）');
    expect(list).not.toMatch(/12:05/u);
    expect(await desk.tell('a-bo', '回执1')).toContain('还差：梅英');
    expect(await desk.tell('a-bo', '回执2')).toContain('没有第 2 件');
  });

  it('are brought to the mind of those who are missing, once a day', async () => {
    const desk = await posted();
    await desk.sent();
    await desk.hear(said('r1', 'a-lin', '2026-11-16 12:05', '收到'));
    expect(await desk.tell('a-bo', '催1')).toContain('已提醒：梅英');
    expect((await desk.sent()).map(({ kind, person }) => [kind, person])).toEqual([['reminder', 'mei']]);
    expect(await desk.tell('a-bo', '催1')).toContain('今天已经提醒过：梅英');
    expect(await desk.sent()).toEqual([]);
    desk.setClock('2026-11-17 09:00');
    expect(await desk.tell('a-bo', '催1')).toContain('已提醒：梅英');
  });

  it('are moved to another time, in the same groups', async () => {
    const desk = await posted();
    await desk.sent();
    desk.setClock('2026-11-16 13:00');
    const preview = await desk.tell('a-bo', '更正1 改到周五12:00前');
    expect(preview).toContain('⏰ 周五 20日 12:00');
    expect((await directives(desk))[0]?.changes).toEqual([]);
    expect(await desk.tell('a-bo', '确认')).toContain('已更正');
    expect((await desk.sent()).map(({ to, blocks }) => [to?.id, blocks[0]])).toEqual([
      ['g1', expect.stringMatching(/^【柏松 更正】.*秸秆.*：改到周五12:00前$/u)],
    ]);
    expect((await directives(desk))[0]).toMatchObject({ deadline: { day: '2026-11-20' }, changes: [{ change: 'deadline' }] });
  });

  it('are called off, in the same groups', async () => {
    const desk = await posted();
    await desk.sent();
    desk.setClock('2026-11-16 13:00');
    await desk.tell('a-bo', '作废1');
    expect(await desk.tell('a-bo', '确认')).toContain('已作废');
    expect((await desk.sent()).map(({ to }) => to?.id)).toEqual(['g1']);
    expect((await directives(desk)).map(({ status }) => status)).toEqual(['cancelled']);
    expect(await desk.tell('a-bo', '回执')).toContain('没有还开着的');
  });

  it('are theirs alone', async () => {
    const desk = await posted();
    expect(await desk.tell('a-lin', '作废1')).toContain('只有领导能用');
    expect(await desk.tell('a-guan', '回执')).toContain('只有领导能用');
  });
});
