import { describe, expect, it } from 'vitest';
import { tasksOf } from '../../../src/reading/directive/tasks.ts';
import { viewOf } from '../../../src/reading/view.ts';
import { said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { CALENDAR } from '../../kit/tuning-builders.ts';

function tasksIn(text: string): readonly string[] {
  const message = said('m1', 'bo', '2026-11-16 12:00', text);
  const context = { org: TOWNSHIP, calendar: CALENDAR, group: TOWNSHIP.groupByKey.get('wechat\u0000g1'), recent: [] };
  const view = viewOf(message, context, TOWNSHIP.personById.get('bo'), []);
  return tasksOf(view).map(({ region: [start, end] }) => view.normal.text.slice(start, end));
}

describe('tasks of one message', () => {
  it('are the parts of a sentence that are due at different times', () => {
    expect(tasksIn('两件事:党员名册今天下午5点前交到组织办;冬训方案11月20日前报给我')).toHaveLength(2);
    expect(tasksIn('0417号单今天17:00前办结报我;0421号单明天12:00前办结报我')).toHaveLength(2);
    expect(tasksIn('做三样——各家敲一遍门,明天12点收尾;水管子今晚10点以前包好;值班表下午5点前给我')).toHaveLength(3);
  });

  it('are the items of a list with a limit, whatever verb says what is to be so by then', () => {
    const list =
      '各人认领:\n1、老鲁把烘房的火道掏通,周三上午12点前弄好;\n2、机耕路的垮口先码起,周四下班前能过三轮车;\n3、种姜的户数今天下午4点前报我。';
    expect(tasksIn(list)).toHaveLength(3);
  });

  it('are none of an item that says that nothing else is new', () => {
    const list = '归拢:\n一、各村16日12点前清通主干道,拍照报群里。\n二、东村村委会今晚8点前腾出来,备20个铺位。\n三、其余照旧,没有新表。';
    expect(tasksIn(list)).toHaveLength(2);
    expect(tasksIn('三件事:\n1. 各村17日17:00前报名册\n2. 各村18日12:00前报台账\n3. 其余照旧,名单周五报我')).toHaveLength(3);
  });

  it('are the rows of a table that says who comes when', () => {
    const table =
      '老人体检排班如下,请村上组织老人到卫生院:\n| 村 | 日期 | 时间 |\n| 东村 | 11月18日 | 上午8点 |\n| 西村 | 11月19日 | 上午8点 |';
    expect(tasksIn(table)).toHaveLength(2);
  });

  it('are the sentences that ask different places for different times', () => {
    expect(tasksIn('各位,说说盐场。东村的盐坨明天早上8点前苫好压实。西村的晾晒架今晚9点前全部收起。')).toEqual([
      '东村的盐坨明天早上8点前苫好压实。',
      '西村的晾晒架今晚9点前全部收起。',
    ]);
    expect(tasksIn('东村的盐坨明天早上8点前苫好压实。东村的晾晒架今晚9点前全部收起。')).toHaveLength(1);
    expect(tasksIn('东村的表明天8点前交上来。西村的表今晚9点前交上来。以上材料一律周五12点前送到镇政府。')).toHaveLength(1);
  });

  it('are the sentences that call others by other times, and not who has delivered already', () => {
    expect(tasksIn('那口井不顶事。林芳,今天下午5点前把盖子焊好装上。各村把机井都查一遍,19号下班前把位置报水利站。')).toEqual([
      '林芳,今天下午5点前把盖子焊好装上。',
      '各村把机井都查一遍,19号下班前把位置报水利站。',
    ]);
    expect(tasksIn('林芳,今天下午5点前把盖子焊好装上。各村把机井都查一遍报水利站。')).toHaveLength(1);
    expect(tasksIn('小结每家一份,明天下班前走OA发我;西村周一交过了,不用再交')).toHaveLength(1);
  });

  it('are what all are called to, and what somebody is asked for beside it', () => {
    const text = '请大家18日下午2点半前到三楼会议室参加调度会。另请林芳准备一份汇报,17日下班前交我。';
    expect(tasksIn(text)).toEqual(['请大家18日下午2点半前到三楼会议室参加调度会。', '另请林芳准备一份汇报,17日下班前交我。']);
    expect(tasksIn('请大家18日下午2点半前到三楼会议室参加调度会。另请林芳准备一份汇报。')).toHaveLength(1);
  });

  it('are none of how long before a gathering one is to be there', () => {
    expect(tasksIn('1.周三16:00开调度会。\n2.两个村书记上线。\n3.钉钉群会议,提前5分钟调好麦。')).toHaveLength(1);
  });

  it('are one of whoever numbers all that he says of it, and of a list that begins with when it starts', () => {
    const numbered =
      '1.今日起报苗情日报;2.报的单位:各烟村;3.每天16:30前在本群接着报,一村一行;4.内容:出苗多少池;5.不用表,不用照片;6.报到月底拆棚为止。';
    expect(tasksIn(numbered)).toHaveLength(1);
    const started =
      '各乡镇:\n1、集中排查今天正式开始,实行日报。\n2、每天17:00前在本群报三个数。\n3、没有也要报0。\n4、系统录入可以晚一天。';
    expect(tasksIn(started)).toHaveLength(1);
    const handedIn =
      '各村:\n一、灾情初报今天就要,请填《初报表》,没有填0。\n二、今晚22:00前发我微信,不用盖章。\n三、口径:进水没倒的不算损坏。';
    expect(tasksIn(handedIn)).toHaveLength(1);
    expect(tasksIn('各村:\n1、防火培训明天9点开始,护林员都来。\n2、花名册周五前报我。')).toHaveLength(2);
    expect(tasksIn('1.周五前把签约台账整理好;2.11月19日下班前报到我邮箱;3.分户、分村统计')).toHaveLength(3);
    expect(tasksIn('1.今天17点前水位报给我;2.明天中午前照片发给我;3.周五前台账交到办公室')).toHaveLength(3);
    expect(tasksIn('1.李才周三前补坐标;2.莫秀琴周四前清苗棚;3.其他村周五前报农机台账')).toHaveLength(3);
    expect(tasksIn('1.各村11月19日前报防火花名册;2.11月20日前交责任书;3.不许漏报')).toHaveLength(2);
  });

  it('are the items whose numbers stand before a month', () => {
    expect(tasksIn('两个月报分开说:\n1.10月排查月报,今天11点前补给我;\n2.11月的月报换新表,11月25日前交。')).toHaveLength(2);
  });

  it('are one of the last line where all before it only tells', () => {
    const rain = '【雨情】截至今早10时,过去24小时分别录得12.4、9.8、15.1毫米,水闸内水位1.02米,低于警戒0.58米,大家当演习打。';
    expect(tasksIn(`${rain}另,两个避护场所的钥匙在谁手里,下午3点前报我`)).toEqual(['两个避护场所的钥匙在谁手里,下午3点前报我']);
    expect(tasksIn(`${rain}另外两个避护场所的钥匙,下午3点前报我`)).toEqual(['两个避护场所的钥匙,下午3点前报我']);
    expect(tasksIn(`${rain}另,祝大家平安`)).toHaveLength(1);
    expect(tasksIn(`名册11月18日前报。${rain}另,照片下午3点前报我`)[0]).toMatch(/^名册/u);
    expect(tasksIn('各位书记好。另,照片下午3点前报我')[0]).toMatch(/^各位/u);
  });

  it('are what stands before the last line, too, where it calls people or has something handed in', () => {
    const call = '定于明天上午9点在镇政府三楼大会议室召开冬季森林防火工作部署会,请各村书记准时参加,带好本子。';
    expect(tasksIn(`${call}另,参会名单今天下午5点前报我`)).toHaveLength(2);
    const hand = '各村要立即组织力量对辖区内的养殖场、小作坊、出租房逐家排查,边查边改,台账报应急办。';
    expect(tasksIn(`${hand}另,值班表今天下午5点前报党政办`)).toHaveLength(2);
    const list = '几件事记一下:1、护林员上岗到位;2、卡口有人守,来往的人都要登记清楚;3、水桶灭火器都摆到路口备好。';
    expect(tasksIn(`${list}另外,值班表今天下午5点前报党政办`)).toHaveLength(1);
  });

  it('are the last sentence of a bulletin, where it calls somebody', () => {
    const rain =
      '【天气提示】气象台会商:今天白天到夜里有一轮过程,前期是阵性,傍晚以后转成片,局地一小时可到四十毫米。去年那场雨大家都记得,各家心里过一遍。';
    expect(tasksIn(`${rain}东村、西村今晚8点前把备用泵试转十分钟。`)).toEqual(['东村、西村今晚8点前把备用泵试转十分钟。']);
  });

  it('are the last line behind mere advice, though that names times, too', () => {
    const advice =
      '【育秧技术要点】1.浸种选在下午5点以后,早了水温高;2.秧板48小时内喷一次封闭药;3.盖膜要压实,风口多压两锹土;4.苗不到两叶莫追肥。';
    const last = '东村、西村明天上午10点前各带两盘病苗到农技站。';
    expect(tasksIn(`${advice}另外${last}`)).toEqual([last]);
  });

  it('no last line, however many blanks stand before it, keeps its reader waiting', () => {
    const start = performance.now();
    tasksIn(`${'\n \t'.repeat(20_000)}另,表今天下午5点前报我`);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('are the slots of a schedule, each for its own people and time', () => {
    const slots = '村账排一下,带票据来财政所:\n东村:明天上午9点\n西村:明天下午2点半\n别的村下月再排。';
    expect(tasksIn(slots)).toEqual(['东村:明天上午9点', '西村:明天下午2点半']);
    const due = '村账排一下,没录完的单子今天下午5点前先交财政所:\n东村:明天上午9点\n西村:明天下午2点半';
    expect(tasksIn(due)).toHaveLength(1);
    expect(tasksIn('县里检查组行程:\n东村:明天上午9点\n西村:明天下午2点半\n各村把道路打扫干净')).toHaveLength(1);
    expect(tasksIn('村账排一下,带票据来:\n东村:明天上午9点\n别的村下月再排。')).toHaveLength(1);
  });

  it.each([
    ['one time', '名册今天下午5点前交到组织办;照片今天下午5点前发到群里'],
    ['a forward and what is made of it here', '转:县局要求11月20日前报送名册;各村11月18日前把名册报给我'],
    ['a remark', '名册今天下午5点前交到组织办;辛苦大家了'],
  ])('are one with %s', (_what, text) => {
    expect(tasksIn(text)).toHaveLength(1);
  });

  it('stand in the list below a table that only shows what is wrong', () => {
    const text = '表|问题|条数\n台账|缺电话|41\n名册|重复|6\n1、台账:11月18日中午12点前改完;\n2、名册:11月19日下班前对一遍';
    expect(tasksIn(text).map((task) => task.slice(0, 2))).toEqual(['1、', '2、']);
  });

  it('are one where the numbers head the sections of a notice', () => {
    const text =
      '关于报送名册的通知\n一、报送内容。党员名册和花名册;二、数据口径。以11月10日系统数为准;三、报送要求。11月20日前盖章报组织办';
    expect(tasksIn(text)).toHaveLength(1);
    expect(tasksIn('本周两项\n一、党员名册11月18日前报组织办。二、冬训方案11月20日前报组织办')).toHaveLength(2);
  });
});
