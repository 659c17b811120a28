/** Counted back from what the clause before tells of in other words, or from the day of it. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt } from '../reading-at.ts';

describe('counted back from what was told in other words', () => {
  it.each<[string, readonly string[]]>([
    ['3月18日开始插秧,开插前三天把秧盘数报农技站', ['2026-03-16T00:00 day']],
    ['25号上午9:00听公开课,听课前半小时把学生座次表贴门口', ['2026-03-25T08:30 minute']],
    ['19号上午10点媒体来拍,拍之前一小时把操场清空', ['2026-03-19T09:00 minute']],
    ['罗县长13号上午来看冷库,他来的前一天把冷库门口打扫干净', ['2026-03-13T00:00 day']],
    ['专家组12号到,他们到的头一天把台账摆齐', ['2026-03-12T00:00 day']],
    ['3月16日换届选举,选举日的前两天把选票封好', ['2026-03-15T00:00 day']],
    ['验收组下周三进场,进场的头两天把资料装订好', ['2026-03-10T00:00 day']],
    ['15号庙会开场,开场头天晚上八点前把摊位线画好', ['2026-03-14T20:00 hour']],
    ['书记12号来调研,来的前一晚把汇报稿定死', ['2026-03-12T00:00 day']],
    ['演练15号上午9点,正式开始前40分钟人员装备到位', ['2026-03-15T08:20 minute']],
    ['3月20号上午吊装,吊装那天前一周办好占道手续', ['2026-03-14T00:00 day']],
    ['省厅专家25号进村,他们进村的前一天,资料室钥匙交村会计', ['2026-03-25T00:00 day']],
    ['选举3月9日举行,头一天把票箱贴好封条', ['2026-03-09T00:00 day']],
    ['周五下午三点开大会,头天下班前把席卡摆好', ['2026-03-05T17:30 hour end_of_work']],
  ])('%s', (text, deadlines) => {
    expect(deadlinesAt(text)).toEqual(deadlines);
  });
});

describe('no time to be counted back to', () => {
  it.each([
    '3月10日开庭,庭前三天下的雨,路还没干',
    '8号赶场,赶场前一天人少,路好走',
    '上周五下雪,头一天还热得很',
    '3月12日开业,头一天人最多',
    '9号体检,抽血前8小时空腹',
    '人来前三天就打过招呼了',
    '17号下午2点家长会,开家长会前半天把教室扫完',
    '12号比赛,前三名有奖',
  ])('%s', (text) => {
    expect(deadlinesAt(text)).toEqual([]);
  });
});
