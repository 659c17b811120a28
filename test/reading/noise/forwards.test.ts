import { describe, expect, it } from 'vitest';
import { circumstancesOf } from '../../../src/reading/noise/circumstances.ts';
import { noiseJudge } from '../../../src/reading/noise/judge.ts';
import { PROGRAM } from '../../kit/scenarios.ts';
import { field, leader, office, outsider, type Said, viewOfSaid } from './kit.ts';

const judge = noiseJudge(PROGRAM.rules);
const RECORD = '群聊的聊天记录\n';
const ORDER = '「县局小高:请各镇今天17点前把排查表报过来」\n- - - - - -\n';

describe('a forwarded chat record', () => {
  it.each<readonly [what: string, said: Said]>([
    ['a leader forwards an order', leader(`${RECORD}何书记: 明早8点各村到镇里集合\n老周: 收到`)],
    [
      'an office forwards an order among confirmations',
      office(`${RECORD}县局小高: 请各镇今天17点前把排查表报过来\n东岭: 收到\n西岭: 收到`),
    ],
    ['a village forwards a danger', field(`${RECORD}一组老何: 河坝那边垮了一截,水在往外冒\n二组: 我去看看`)],
    ['a leader forwards what did not come through', leader('[聊天记录]')],
    ['an office forwards what did not come through', office('[合并转发]')],
  ])('is kept where %s', (_what, said) => {
    expect(judge(viewOfSaid(said))).toMatchObject({ keep: true });
  });

  it.each<readonly [what: string, said: Said]>([
    ['market talk', field(`${RECORD}二嫂: 今天猪肉便宜\n三姨: 多少一斤`)],
    ['nothing but confirmations', field(`${RECORD}王强: 收到\n李明: 收到`)],
    ['an advert', outsider(`${RECORD}小梅: 店庆八折,扫码进群领券\n阿福: 在哪`)],
    ['what did not come through, by somebody who gives no tasks', field('[聊天记录]')],
  ])('is dropped where it holds %s', (_what, said) => {
    expect(judge(viewOfSaid(said))).toMatchObject({ keep: false });
  });
});

describe('a record of which only the name stands in the text', () => {
  const hides = (said: Said, ...lines: readonly string[]) => {
    const view = viewOfSaid(said);
    const forwarded = lines.map((text) => ({ sender: '县局小谷', text }));
    return circumstancesOf({ ...view, message: { ...view.message, forwarded } }).hidden;
  };
  it.each<readonly [said: Said, line: string, hidden: boolean]>([
    [office('[聊天记录] 县局业务群'), '请各乡镇于10月20日前报送参保核对表', true],
    [field('[聊天记录] 县局业务群'), '请各乡镇于10月20日前报送参保核对表', false],
    [office('[聊天记录] 广场舞群'), '今天的视频拍得真好', false],
    [office('[聊天记录] 县局业务群,大家看看笑话'), '请各乡镇于10月20日前报送参保核对表', false],
  ])('%o, %s: may hide a task: %s', (said, line, hidden) => expect(hides(said, '收到', line)).toBe(hidden));
});

describe('a forward that is cut off', () => {
  it.each<readonly [what: string, said: Said]>([
    ['before the deed', leader('各位书记,昨天县里开了会,要求我们这周内把…')],
    ['by the chat system', office('转县里:请各镇于今日16时前将…[内容过长,已截断]')],
    ['behind its title', office('关于做好冬季森林防火工作的紧急通知:各村要立即组织人员对辖区内…')],
    ['before its end', office('各村:请于11月20日前完成环境整治“回头看”,重点查看以下几个方面:一是…(展开全文)')],
  ])('is kept where it stops %s', (_what, said) => {
    expect(judge(viewOfSaid(said))).toMatchObject({ keep: true });
  });

  it('is dropped where it is a teaser for everybody', () => {
    expect(judge(viewOfSaid(field('转:震惊!这几种菜千万别…点击查看全文')))).toMatchObject({ keep: false });
  });
});

describe('a quoted order', () => {
  it('is kept where its quoter tells others to follow it', () => {
    expect(judge(viewOfSaid(office(`${ORDER}各村照办`)))).toMatchObject({ label: 'directive', keep: true });
  });

  it('is dropped where its quoter confirms it', () => {
    expect(judge(viewOfSaid(field(`${ORDER}收到`)))).toMatchObject({ label: 'ack', keep: false });
  });
});

describe('essentials that are only in a picture', () => {
  it.each([office('名单见图'), office('时间地点见图片,请按时参加'), leader('按图上的办')])('are pointed to: $text', (said) => {
    expect(judge(viewOfSaid(said))).toMatchObject({ keep: true });
  });
});
