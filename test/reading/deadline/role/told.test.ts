/** Times with a limit that are told and not set, and the same times where they are set. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt, readingAt } from '../reading-at.ts';

function rulesOf(text: string): readonly (string | undefined)[] {
  return readingAt(text).otherTimes.map(({ steps }) => steps.at(-1));
}

describe('told, not set', () => {
  it.each<[string, string]>([
    ['谢谢老周,雨那么大还半小时内就赶到卫生院', 'role/told'],
    ['维修师傅一小时内上门,态度也好', 'role/praised'],
    ['投诉大多一天内有回音', 'role/told'],
    ['8分钟内到场,20分钟内控制火势,无人员伤亡', 'role/told'],
    ['三小时内雷雨大风将影响我镇,请注意防范', 'role/told'],
    ['早上八点前这条路不堵', 'role/told'],
    ['这窗口十点之前基本没人', 'role/told'],
    ['3月底前进度已过九成', 'role/told'],
    ['下午四点前太阳太毒,没人下地', 'role/told'],
    ['清明前下的种都出苗了', 'role/told'],
    ['国庆节前廉洁提醒函已发各支部', 'role/told'],
    ['往年都是腊月二十前发年货', 'role/other-years'],
    ['上届是腊月初八前换的届', 'role/other-years'],
    ['以往这个表月底前才催', 'role/other-years'],
    ['房东让她月底前搬走', 'role/hearsay'],
    ['隔壁工地被责令三天内整改', 'role/hearsay'],
    ['挖机是租的,租到月底', 'role/lasting'],
    ['取号到下午四点半为止', 'role/lasting'],
    ['他俩是五一前领的证', 'role/told'],
    ['每天八点前是买菜高峰', 'role/told'],
    ['月底前的计划我列好了', 'role/told'],
    ['这趟高铁两小时内到省城', 'role/told'],
    ['二十分钟之内给我答复的就这一家', 'role/told'],
    ['昨天16点一刻发现的泄漏,17点处置完毕', 'role/went-on'],
    ['出院时间改成明天下午', 'role/corrected'],
    ['上午刚交完,下午又要', 'role/past'],
    ['合同期限为2026年7月1日至2027年6月30日', 'role/lasting'],
    ['有效期到下个月8号', 'role/lasting'],
    ['明天下午在二楼办老年卡', 'role/at-counter'],
    ['周一至周五上午办理', 'role/at-counter'],
    ['关于开展“五一”节前安全检查的通知在群文件', 'role/named-after-holiday'],
    ['县里的节前督查组到了', 'role/named-after-holiday'],
    ['15号发工资', 'role/verb'],
    ['零点自动清零', 'role/verb'],
  ])('%s: %s', (text, rule) => {
    expect(deadlinesAt(text)).toEqual([]);
    expect(rulesOf(text)).toContain(rule);
  });

  it('the frame closes on a day, and the thing is asked for before it', () => {
    expect(deadlinesAt('25号封账,发票24号前给到会计')).toEqual(['2026-03-25T00:00 day']);
    expect(deadlinesAt('25号封账,没交发票的抓紧')).toEqual(['2026-03-26T00:00 day']);
    expect(deadlinesAt('20号截止报名,22号前交照片')).toEqual(['2026-03-21T00:00 day', '2026-03-23T00:00 day']);
  });
});

describe('set all the same', () => {
  it.each<[string, readonly string[]]>([
    ['谢谢大家配合,还没交的两小时内交齐', ['2026-03-04T12:20 minute']],
    ['点赞的同时别忘了正事:周四前交学习笔记', ['2026-03-06T00:00 day']],
    ['节前值班表请今天报齐', ['2026-03-05T00:00 day']],
    ['今天就得把名单定下来,下班前给我', ['2026-03-04T17:30 hour end_of_work']],
    ['6月2日16:00-6月4日12:00登录系统确认学籍', ['2026-06-04T12:00 minute']],
    ['下午开会前把签到表打印好,会是三点', ['2026-03-04T15:00 hour']],
    ['半年总结6月25日前,别抄去年的', ['2026-06-26T00:00 day']],
    ['请在两天之内,也就是6号前,把隐患销号', ['2026-03-07T00:00 day']],
    ['三天内交齐,谢谢', ['2026-03-08T00:00 day']],
    ['半小时内必须赶到现场', ['2026-03-04T10:50 minute']],
    ['周五前不交的通报', ['2026-03-07T00:00 day']],
    ['合同请在3月20日前签回', ['2026-03-21T00:00 day']],
    ['整改期限至3月15日', ['2026-03-16T00:00 day']],
    ['车证务必周五前去一楼办好', ['2026-03-07T00:00 day']],
    ['节前把安全检查做完', ['2026-04-04T00:00 day']],
    ['节前安全检查要全部完成', ['2026-04-04T00:00 day']],
    ['本月底要达到60%', ['2026-04-01T00:00 day']],
    ['到年底覆盖率不得低于90%', ['2027-01-01T00:00 day']],
    ['15号发工资表给各村核对', ['2026-03-16T00:00 day']],
    ['去年没交的今年3月底前补交', ['2026-04-01T00:00 day']],
  ])('%s', (text, expected) => {
    expect(deadlinesAt(text)).toEqual(expected);
  });
});

it('what one asks about is no case that may arise', () => {
  expect(deadlinesAt('影响几家企业、哪家在赶订单,一小时内给我个数')).toEqual(['2026-03-04T11:20 minute']);
  expect(deadlinesAt('哪家收购点收了好多斤,三个工作日内发我')).toEqual(['2026-03-10T00:00 day']);
  expect(rulesOf('哪家着火,半小时内必须到')).toEqual(['role/condition']);
});
