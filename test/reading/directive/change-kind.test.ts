import { describe, expect, it } from 'vitest';
import { changeKindOf, stops, takesUpAgain } from '../../../src/reading/directive/change-kind.ts';

const NO_TIME = { hasNewTime: false, hasOldTime: false, hasTime: false };
const TIME = { ...NO_TIME, hasTime: true };

describe('an update', () => {
  it.each([
    ['这件事了结了', 'done'],
    ['牌子换了新的,这单办结', 'done'],
    ['八个社区都交齐了', 'done'],
    ['还差两家没交,这事还没完', 'remind'],
    ['就差石洼一家', 'remind'],
    ['演练先不搞了', 'cancel'],
    ['培训开不成了,哪天再开另说,各位莫跑', 'cancel'],
    ['慰问名单各社区先停手,总工会要统一口径', 'cancel'],
    ['那张表不用填了', 'cancel'],
    ['客流快报不用你们手工报了', 'cancel'],
    ['那张表撤回', 'cancel'],
    ['抵边几个支书,那个会不开咯,莫跑', 'cancel'],
    ['你这话撤回还来得及', 'remind'],
    ['横幅的事停了,没做的别做,做了的留着', 'cancel'],
    ['不用双面了,改成单面', 'amend'],
    ['那晚的篝火取消,柴不要拉了,晚上改成灯光打跳', 'cancel'],
    ['会场改在二楼,时间不变', 'amend'],
    ['培训照旧', 'reinstate'],
    ['因暴雨,明天的演练不得不取消了', 'cancel'],
    ['早市的摆台不取消了,照原来的办,辛苦赶一赶', 'reinstate'],
    ['高龄名单不用盖章了,电子版就行', 'amend'],
    ['交到窗口就行,不用送我办公室', 'amend'],
    ['那个名单先别弄,口径要变', 'cancel'],
    ['农机具那个不统计了', 'cancel'],
    ['表格有误,暂不填报', 'cancel'],
    ['停止一切动火作业,停了的在本群回一句,恢复时间另行通知', 'remind'],
    ['老师来不了,周五的活动另行通知', 'cancel'],
    ['明早清套这趟拉倒了,啥时候整再吱声', 'cancel'],
    ['原定的防汛演练不再举行', 'cancel'],
    ['还差两家,不急了', 'remind'],
    ['打捆机那张表不收了,填好的也不用交', 'cancel'],
    ['补贴那个宣传单别贴了,金额印错了', 'cancel'],
    ['表上照片不用贴了,电子版就行', 'amend'],
    ['投票停了吧,各单位不要再投', 'cancel'],
    ['上圈那个点不看了,换红柳湾', 'amend'],
    ['上圈那个点不看了', 'cancel'],
    ['区里解除响应了,灾情续报从今天起不用报了,后面走定损', 'cancel'],
    ['预警解除,日报到今天为止,明天起不用报了', 'done'],
  ])('“%s” → %s', (text, kind) => {
    expect(changeKindOf(text, NO_TIME)).toBe(kind);
  });

  it.each([
    ['明早清套这趟拉倒了', true],
    ['各村把名单报准,逾期不再上报', false],
    ['各村加把劲,别让低保考核泡汤', false],
    ['这事办不好大家一起泡汤', false],
    ['会场不再安排茶水', false],
    ['雨量一过80毫米,各乡镇不等通知,马上转人', false],
    ['报表的事先停一停,等通知', true],
    ['定于17日14:30召开视频会,发言乡镇另行通知', false],
    ['前期通知定于18日召开的经济工作会议因故延期', true],
  ])('says that something stops: %s', (text, is) => expect(stops(text)).toBe(is));

  it.each([
    ['雨过去了,后沟照去,改成明晚九点', true],
    ['大家拍照去现场核实一下', false],
    ['带营业执照来窗口登记', false],
  ])('says that something is taken up again: %s', (text, is) => expect(takesUpAgain(text)).toBe(is));

  it('that names a new time moves the deadline', () => {
    expect(changeKindOf('名册推到周五', { ...TIME, hasNewTime: true })).toBe('deadline');
    expect(changeKindOf('名册不用今天,周五给我', { ...TIME, hasNewTime: true })).toBe('deadline');
  });

  it('that says which earlier time holds moves it back, whatever else needn’t be done', () => {
    expect(changeKindOf('上面不来查了,大家不用熬夜,册子还照最早说的,29号12:00收', TIME)).toBe('deadline');
    expect(changeKindOf('照原先说的取消,29号12:00不收了', TIME)).toBe('cancel');
  });

  it('takes up again what is held at a time', () => {
    expect(changeKindOf('培训恢复了,还是今天14:00', TIME)).toBe('reinstate');
    expect(changeKindOf('供水恢复了', NO_TIME)).toBe('done');
  });

  it('that names a time is closed by its words all the same', () => {
    expect(changeKindOf('今天上午最后两家送到,这项收工', TIME)).toBe('done');
    expect(changeKindOf('4点了,还差两家', TIME)).toBe('remind');
  });
});
