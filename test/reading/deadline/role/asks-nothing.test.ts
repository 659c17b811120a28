/** Times of deeds that are done, of aims, promises, services, rules and plans ask nothing of the reader; the same times in an order do. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt, othersAt, readingAt } from '../reading-at.ts';

describe('nothing is asked', () => {
  it.each<[string, string]>([
    ['那批化肥清明前就分下去了,户户签了字', 'role/past'],
    ['总算赶在下班前把数录上了', 'role/past'],
    ['今早7点前路上结冰摔了好几个', 'role/past'],
    ['今早6点铲雪队就上路了,10点前主干道全部清完', 'role/past'],
    ['去年文件写的是3月10日前报,今年的还没下来', 'role/past'],
    ['截至3月30日,缴费率91.2%', 'role/period-of-data'],
    ['3月上旬至4月中旬是病虫害高发期,请加强观察', 'role/end-of-range'],
    ['我们镇争取三年内摘帽', 'role/own-plan'],
    ['各位,我上午去医院复查,10点半前回来,急事打手机', 'role/own-plan'],
    ['项目计划6月底前建成投用', 'role/own-plan'],
    ['到2030年前实现碳达峰', 'role/before-word'],
    ['我局承诺:企业开办1个工作日内办结', 'role/duration-of-something'],
    ['往后凡是一个班24小时内出现5例的,2小时内派人到校', 'role/duration-of-something'],
    ['申请人应当自收到决定书之日起60日内申请复议', 'role/duration-of-something'],
    ['检测报告一周内出,出来我发群里', 'role/duration-of-something'],
    ['设计院回话,图纸下周三前给得出来', 'role/before-word'],
    ['图书室下班前都开着,大家随时去', 'role/before-word'],
    ['春节前走访的照片在群相册里', 'role/named-after-holiday'],
    ['月底前的账先放一放', 'role/before-word'],
    ['超市搞活动,上午11点前20名送遮阳帽', 'role/verb'],
    ['刚开完会,明天再跟大家传达', 'role/verb'],
    ['周四省电视台来拍片子', 'role/verb'],
    ['班车早上提前到6点50发', 'role/corrected'],
    ['不会又要今天下班前报吧', 'role/question'],
    ['那边社区要求三天内搬完,跟咱没关系', 'role/hearsay'],
    ['一般周五下班前系统自动备份', 'role/usual'],
    ['明天榜一贴,风一吹就成风筝了', 'role/condition'],
    ['哪天涨到11点7,各圩当晚就撤人', 'role/condition'],
    ['督查组现场抽签,抽到哪个村,半小时内书记站到门口', 'role/condition'],
    ['去年中秋前发过一次米', 'role/past'],
    ['合同到2027年6月30日止', 'role/lasting'],
    ['年末个体户增减核对,按片标出来', 'role/period-of-data'],
    ['年底关账,各村还没报的票据一次性交到财政所', 'role/attribute'],
    ['市安委会开年末安全生产视频会,各村书记参加', 'role/attribute'],
    ['人员以3月31日在岗为准', 'role/period-of-data'],
    ['药店晚上十点前都营业', 'role/before-word'],
    ['客服24小时内会联系您', 'role/duration-of-something'],
    ['高振把示范点的讲解词压到三分钟以内', 'role/corrected'],
    ['短片剪到一分钟以内', 'role/duration-of-something'],
    ['休渔期5月1日12时起至8月16日12时止,船网分离', 'role/before-word'],
    ['中考期间(6月20日至22日)工地停工,请互相转告', 'role/end-of-range'],
    ['节前别再换人', 'role/told'],
    ['2月20日前应报的三家还没报,请抓紧', 'role/past'],
    ['下个月3号交房', 'role/verb'],
    ['3月20日前将由第三方开展电话测评', 'role/before-word'],
    ['高考出分6月24日,志愿材料家长保管好', 'role/verb'],
    ['时间不变,还是3月10日17点,地点换到二楼', 'role/unchanged'],
    ['平台3月30日关闭升级', 'role/verb'],
    ['今天收缴高音喇叭6个,劝离摊贩14人', 'role/past'],
    ['省厅明察暗访14号到16号,各点位把台账摆桌上', 'role/end-of-range'],
    ['昨天群里说的明天交,作废', 'role/cancelled'],
    ['图书馆预约时间3月18日至20日,每天限200人', 'role/verb'],
    ['各位家长,幼儿园3月29日下午三点办文艺汇演,欢迎观看', 'role/verb'],
    ['校车第一趟6:50发车,第二趟7:25', 'role/verb'],
    ['班车十点一刻从桥头发,下午的两点四十', 'role/verb'],
    ['去县城的公交首班6:10,末班18:50', 'role/verb'],
    ['市考核组10号到12号在我们乡,不要搞特殊', 'role/end-of-range'],
    ['烈士陵园祭扫预约开放时间:4月1日至5日', 'role/end-of-range'],
    ['上次2月10日前要的那批台账,各村都交清了', 'role/past'],
    ['那年涨大水是七月初九', 'role/past'],
    ['今天录入19人,累计203人', 'role/past'],
    ['周末加班的餐补已发', 'role/past'],
    ['今天收了3户,明天接着收', 'role/own-plan'],
    ['周五不再收月报', 'role/verb'],
    ['明天下午2:30开会,会前5分钟没进会场的通报', 'role/relative-to-event'],
    ['押金三十天后原路退回', 'role/within-duration'],
    ['省里计划明年6月前出台细则', 'role/own-plan'],
    ['天黑前的霞光真好看', 'role/before-word'],
    ['端午三天,书记谁也不许离开', 'role/attribute'],
    ['各所从个体户、年底返乡两块摸底,报人数', 'role/attribute'],
    ['年底慰问名单报我', 'role/attribute'],
  ])('%s: %s', (text, rule) => {
    expect(deadlinesAt(text)).toEqual([]);
    expect(readingAt(text).otherTimes.map(({ steps }) => steps.at(-1))).toContain(rule);
  });

  it('by the days of a plan that is only announced', () => {
    expect(deadlinesAt('下周安排:周一学习,周二入户,周三迎检,周五整理资料')).toEqual([]);
    expect(othersAt('下周安排:周一学习,周二入户,周三迎检,周五整理资料').length).toBeGreaterThan(3);
    expect(deadlinesAt('安排如下:周一交名单,周二交台账,周四交总结')).toHaveLength(3);
  });
});

describe('an order stays one', () => {
  it.each<[string, readonly string[]]>([
    ['中秋节前慰问品都送到敬老院去', ['2026-09-25T00:00 day']],
    ['咱周五前把旧膜捡干净哈', ['2026-03-07T00:00 day']],
    ['大家听我说啊周五晚上六点前转给班长', ['2026-03-06T18:00 hour']],
    ['我明早来收表,放门卫就行', ['2026-03-05T12:00 half_day noon']],
    ['电表箱的锁后天上午换完', ['2026-03-06T12:00 half_day noon']],
    ['把昨天的会议记录中午前整理出来', ['2026-03-04T12:00 hour noon']],
    ['今天下午5点前断电挂牌的照片发我', ['2026-03-04T17:00 hour']],
    ['张书记指示:三天之内把路修通', ['2026-03-08T00:00 day']],
    ['统一月底前报', ['2026-04-01T00:00 day']],
    ['国庆收假后第一个工作日上班前报', ['2026-10-08T08:30 hour start_of_work']],
    ['9点半前报,12点前交现场照片', ['2026-03-04T21:30 minute', '2026-03-04T12:00 hour']],
  ])('%s', (text, deadlines) => {
    expect(deadlinesAt(text)).toEqual(deadlines);
  });
});

describe('one order, one time', () => {
  it.each<[string, readonly string[]]>([
    ['明天务必回复律师函,最晚不过下午4点', ['2026-03-05T16:00 hour']],
    ['今天务必关账!晚上十点前所有凭证过账', ['2026-03-04T22:00 hour']],
    ['这批动态一上午内汇总出来,中午前上报', ['2026-03-04T12:00 hour noon']],
    ['3月28日、29日两天抽查,抽查前一天各组自查完毕', ['2026-03-28T00:00 day']],
    ['庭审定在3月30日,庭审前三天把证据目录给承办人', ['2026-03-28T00:00 day']],
    ['即日起至3月20日,各小区完成消火栓放水试验', ['2026-03-21T00:00 day']],
    ['评审会挪到线上了,材料提交时间不变,还是周四下午五点', ['2026-03-05T17:00 hour']],
    ['3月15日前(遇周末不顺延)缴清物业费', ['2026-03-16T00:00 day']],
    ['今天先不交,等新模板下来再填', []],
    ['3月11日(三)下班前交表', ['2026-03-11T17:30 hour end_of_work']],
  ])('%s', (text, deadlines) => {
    expect(deadlinesAt(text)).toEqual(deadlines);
  });
});

describe('an hour in the sentence after an occasion', () => {
  it.each<[string, readonly string[]]>([
    ['周日上午在花坛摆办证点。钟书记早上8点前把条桌弄到位', ['2026-03-08T08:00 hour']],
    ['3月8日晚按禁放区管控执行。各社区出3人,18:40前到岗', ['2026-03-08T18:40 minute']],
    ['周日上午开会。今天的表下午3点前交', ['2026-03-04T15:00 hour']],
  ])('%s', (text, deadlines) => {
    expect(deadlinesAt(text).slice(-1)).toEqual(deadlines);
  });
});

it('whatever smile ends it, what is wanted by then is wanted', () => {
  expect(deadlinesAt('明天下班前给我。去年有个开小车的也来报[捂脸]')).toEqual(['2026-03-05T17:30 hour end_of_work']);
  expect(deadlinesAt('明天上班前我要在共享表里看到最终版')).toEqual(['2026-03-05T08:30 hour start_of_work']);
});
