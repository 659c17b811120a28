import { describe, expect, it } from 'vitest';
import { deadlinesAt } from '../reading-at.ts';

describe('a day with a deed that is done to its end, without 前', () => {
  it.each([
    '植树任务分到组，3月6日栽完',
    '宣传栏周五换上',
    '方案周五出',
    '第二轮排查，6日结束',
    '过了周五不再受理',
    '招生补录到周五，过了系统就锁',
    '系统开放到周五',
  ])('is a deadline: %s', (text) => {
    expect(deadlinesAt(text)).toEqual(['2026-03-07T00:00 day']);
  });

  it.each([
    '成绩周五出来',
    '演出周五结束',
    '快递周五寄出来的',
    '他们村的水管周五修好',
    '路灯周五就装好了',
    '过了周五就凉快了',
    '周五放学早',
  ])('is none where others do it or it comes by itself: %s', (text) => {
    expect(deadlinesAt(text)).toEqual([]);
  });
});

describe('an hour that is set for handing in', () => {
  it('ends with its last clock', () => {
    expect(deadlinesAt('水位表明天8:00-9:00报')).toEqual(['2026-03-05T09:00 minute']);
    expect(deadlinesAt('每天17点到18点报平安')).toEqual(['2026-03-04T18:00 hour daily']);
  });

  it('is none where something is only open', () => {
    expect(deadlinesAt('每天8:00-17:00收件')).toEqual([]);
    expect(deadlinesAt('明天8点到9点值班')).toEqual([]);
  });
});

describe('a count of time without 内', () => {
  it('is a deadline where it is asked for', () => {
    expect(deadlinesAt('三天改好，不许拖')).toEqual(['2026-03-08T00:00 day']);
    expect(deadlinesAt('五个工作日办完这批手续，别超')).toEqual(['2026-03-12T00:00 day']);
    expect(deadlinesAt('接令后半小时到岗')).toEqual(['2026-03-04T10:50 minute']);
  });

  it('is none where it only tells how long it took', () => {
    expect(deadlinesAt('三天走完14个村，鞋都磨破了')).toEqual([]);
    expect(deadlinesAt('五天装完32户，给施工队点赞')).toEqual([]);
  });
});

describe('days of periods', () => {
  it('counts from the first and from the last', () => {
    expect(deadlinesAt('四月第一个工作日报考勤')).toEqual(['2026-04-02T00:00 day']);
    expect(deadlinesAt('下周头一天把台账拿来')).toEqual(['2026-03-10T00:00 day']);
    expect(deadlinesAt('每月倒数第二个工作日交账')).toEqual(['2026-03-31T00:00 day monthly']);
    expect(deadlinesAt('每季度最后一月25日前更新台账')).toEqual(['2026-03-26T00:00 day quarterly']);
  });
});

describe('a limit told in other words', () => {
  it.each([
    '演练总结，周五',
    '会议名单周五',
    '周五以后不再受理',
    '系统周五拉数，录不进去的别怪我',
    '走访记录周五锁',
    '候选人材料，组织委员周五来拿',
    '我只收到周五',
    '县里周日前要，我们周五前收齐',
    '上级周日要数，大家周五给我',
    '原来周日，现在周五',
    '周五前覆盖率达到100%',
    '俺寻思着这周五前咋也得弄完',
    '党课讲稿周五给书记过目',
    '周日入户核查，周五前把名单打印好',
    '家长回执周五带回',
    '趸船跳板周五给我换成钢的',
    '植树点位表交期由原来的周四变更为周五',
    '投诉按T+2个工作日反馈',
    '至多到周五',
    '错过周五就补不了了',
    '两个工作日反馈',
    '旧版软件周五下线，请提前升级',
    '钥匙串周五还到门卫',
    '往来款先报后核，周五核',
    '不是周四，周五',
    '审核意见周五回话',
    '本系统周五停用，数据赶在那之前导出',
    '征询周五结束，没填的去填',
    '让他们周五前把车挪走',
    '超过周五的一律不认',
    '6日为准，9日的别管',
    '昨天群里说的周四请忽略，周五交',
    '周四来不及就周五吧',
    '申报书周五锁系统',
    '意见征询周五到期，没投的去投',
    '周五系统就关了，务必在此之前修满',
    '通知他们周五前到物业领走',
    '周五钱补签',
    '表推到周五，不再要求周四',
    '原通知“9日前”有误，正确为“6日前”',
    '新闻稿周五前审完',
    '周五前没补的课不算学时',
    '确认单周五交，昨天发的周六请忽略',
    '楼道周五一过就不收了',
    '医保缴费只到周五，抓紧',
    '周五（含）前报齐',
    '卡死周五',
    '底线是周五',
    '周五没交的取消资格',
    '周五不交，后果自负',
    '报名材料周五复印',
    '授权书周五盖讫',
  ])('is a deadline: %s', (text) => {
    expect(deadlinesAt(text)).toEqual(['2026-03-07T00:00 day']);
  });

  it.each([
    '今天五点了，谁还没走',
    '周五前他在村里',
    '周五前不要施工',
    '周五前报名的免费',
    '脚本周五验收',
    '优惠活动截止周五',
    '已收到，周五前上报',
    '好嘞，后天交',
    '他们单位周五前交',
    '3月1日至3日的流水账报上来',
  ])('is none: %s', (text) => {
    expect(deadlinesAt(text)).toEqual([]);
  });
});
