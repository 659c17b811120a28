/** Ranges of time: their end is a deadline for a task, not for hours, power cuts, meetings or reports. */

import type { DayTime } from '../atoms/atom.ts';
import { daysBetween } from '../compose/day.ts';
import type { Phrase } from '../compose/phrase.ts';
import { firstVerb } from '../verbs.ts';
import { ORDER } from '../words.ts';
import { isLongGone } from './long-gone.ts';
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

const STANDING_HOURS =
  /(?:[考会节假赛演展]|比赛|会议)期间[(]?$|(?<!逾期)停工(?!报告|令)|(?:营业|办公|开放|上班|作息|服务|接待|坐诊|门诊|值班|开门|领取|办理)时间|停电|停水|闭馆|停伙|停诊|歇业|停办|作业(?!本)|消毒|洒水|喷药|放水|泄洪|爆破|管制|鸣笛|停运|绕行|禁止通行|停气|断电|封路|封闭|升级|维护|暂停|[一-龥]火期|[防禁休]\S{0,2}期|检修|施工(?!安全|单位|现场|企业|队|方|图|许可|日志|合同)|放假|调休|休息|值班|公示期?(?:为|从|:|自)?$|有效期|公示时间|统计时间|(?<![名报送办])时间(?:为|是|从|自|:)?\s?$|执行期|合同|会期|会议时间|活动时间|培训时间|考试时间|集市|展期|天气|多云|[晴阴](?=[,。转到]|$)|[小中大]雨|[小中大]雪|[雨雪]停|[雨雪风]势|大雾|降雨|阴雨|气温|预警|雨量/;

/** A period in which the reader must hand in or take part. */
const SUBMISSION_PERIOD =
  /(?:报名|征订|订购|征缴|交费|收费|选课|申报|征求意见|提交|填报|缴费|上报|反馈|采集|征集|认证|参保|受理|申请|报送|填写|缴纳|登记|预约|换领|领取补贴)(?:工作)?(?:窗口|通道|系统|入口|平台)?(?:开放)?(?:时间|期限|日期|期)?(?:为|是|定于|从|自|:|在)?\s?$/;

/** 祭扫预约开放时间: what is booked is a visit. */
const VISIT =
  /(?:祭扫|扫墓|参观|观展|入[园馆场]|游览|就诊|门诊|借阅|看房|探视|登山|[图博展书纪念]馆|公园|景区|陵园)(?:的)?预约(?:开放)?(?:时间|日期|时段)?(?:为|是|从|自|:)?\s?$/;

/** 报告期为1月1日至6月30日. */
const PERIOD_OF_DATA = /(?:报告|统计|核算|所属|考核|结算|评价|会计|数据)(?:期间?|时段|周期)(?:为|是|:)?\s?$/;

/** 23至27号是照片补拍期; 9月1日至5日为资助申请期. */
const OF_SUBMISSION =
  /^(?:是|为|属于?)[^,。]{0,14}(?:报名|申报|申请|补[拍录报交登]|征集|缴费|认证|填报|登记|受理|征求意见|整改|自查|排查|征缴|提交)(?:期|阶段|时段)/;

/** 5月1日到5日共上岗142人次: what is summed up over it. */
const SUMMED = /^[,]?(?:我[^,。]{1,4})?(?:总共|一共|共计|累计|合计|共)(?!同|需|要|应)[^,。]{0,8}\d/;

/** 即日起至12月5日,各村开展…: the end of a range is a deadline, but not of hours, power cuts or meetings. */
export const range: RoleRule = {
  id: 'role/end-of-range',
  role(scene) {
    const { phrase, left, right } = scene;
    if (phrase.from === null) return null;
    if (phrase.slots.repeat !== null) return isMonthlyTask(scene) || isHandInWindow(scene) ? 'deadline' : 'event';
    if (/^的(?!时间|时候)/.test(right) || PERIOD_OF_DATA.test(left)) return 'period';
    if (VISIT.test(left)) return 'period';
    if (SUBMISSION_PERIOD.test(left) || OF_SUBMISSION.test(right)) return 'deadline';
    if (/^(?:是|为|属|处于)[^,。]{1,16}(?:期|月|周|季|季节|阶段|时段|时候|关口|窗口)(?:$|[,。])/.test(right)) return 'period';
    if (CAMPAIGN.test(left)) return 'period';
    if (INSPECTED.test(left)) return 'event';
    if (isHandedIn(scene)) return 'deadline';
    if (isAway(scene) || isStay(scene)) return 'other';
    if (STANDING_HOURS.test(left) || STANDING_HOURS.test(right.slice(0, 24))) return phrase.slots.clock === null ? 'period' : 'event';
    if (isHandInWindow(scene)) return 'deadline';
    if (isOfHours(phrase) && (!isOrder(scene) || firstVerb(scene.clauseRight) !== 'deed')) return 'event';
    if (isCourse(scene)) return 'event';
    if (isLongGone(scene) || SUMMED.test(scene.rest)) return 'period';
    if (/我(?:宣布|发誓)|戒/.test(left + right)) return 'other';
    const isFromNow = /即日|今天|今日/.test(scene.text.slice(phrase.start, phrase.start + 3)) || phrase.from.day?.form === 'offset';
    const verb = firstVerb(right);
    if (isFromNow && verb !== 'happening') return 'deadline';
    return verb === 'deed' || (verb === null && isOrder(scene)) || (/开展/.test(right) && verb !== 'happening')
      ? 'deadline'
      : verb === 'happening'
        ? 'event'
        : 'period';
  },
};

/** 每月20号到25号集中报销: of a month's turn; the days of a week on which something is open are hours. */
function isMonthlyTask({ phrase, clauseRight }: Scene): boolean {
  return phrase.slots.repeat?.recurrence === 'monthly' && phrase.slots.clock === null && firstVerb(clauseRight) === 'deed';
}

/** 即日起至11月20日,各小区完成消火栓放水试验: what all are to have done is no power cut, whatever it names. */
function isHandedIn({ right, phrase }: Scene): boolean {
  if (
    phrase.slots.clock === null &&
    /^[,]?(?:在|对)?全[县市区镇乡街域系校局][^,。]{0,4}开展[^,。]{2,20}(?:排查|整治|清查|核查|摸排|攻坚|整改)/.test(right)
  )
    return true;
  return (
    phrase.slots.clock === null &&
    /^[,]?(?:请|由)?(?:各|全体|所有)[^,。]{1,8}(?:完成|报送|上报|提交|开展|组织|更新|填报|录入|核对|清理|采集|走访|张贴)/.test(right)
  );
}

/** 省厅明察暗访14号到16号,各点位…: when they come. */
const INSPECTED = /(?:暗访|督查|巡察|调研|飞检|视察|验收组|评估组|考核组|审计组)$/;

/** 学雷锋月从3月1日到3月31日. */
const CAMPAIGN = /[一-龥]{2}(?<![本上下这当每个整])[月周](?:活动)?[从自是为:]\s?$/;

/** 我请了年假,8月2日到6日; 3号到5号我不在. */
function isAway({ left, right }: Scene): boolean {
  return (
    /我[^。;!]{0,4}(?:[请休][^,。]{0,4}假|出差|外出|住院)[^。;!]{0,3}$/.test(left) ||
    /^我(?:就|都|要|得)?(?:不在|[请休][^,。]{0,3}假|出差|外出|住院)/.test(right)
  );
}

/** 检查组15号到17号在我们片区: where people are is asked of nobody. */
const STAYS = /^(?:都|一直|会|将|要)?(?:在|住|驻|[待呆]在)[^,。]{1,10}$/;

function isStay({ clauseLeft, clauseRight }: Scene): boolean {
  return clauseLeft.trim() !== '' && !ADDRESSED.test(clauseLeft) && STAYS.test(clauseRight) && firstVerb(clauseRight) === null;
}

/** 党校班11月10日至13日在市里办. */
const COURSE_LEFT = /(?:党校|培训|研修|集训|轮训|进修|学习|提高|示范)[班营]$/;
const HELD_AT = /^在[^,。]{1,10}(?:办|举办|开|举行|上课|培训|集训|封闭)(?=$|[,。])/;

function isCourse({ left, right }: Scene): boolean {
  return COURSE_LEFT.test(left) || HELD_AT.test(right);
}

/** 明天8点到9点报水位: an hour set for handing in, of one day or of each. */
const HANDED_IN =
  /^(?:之间|期间|内|这段时间|集中|统一|现场|准时|当面|各[一-龥]{1,3}|大家|必须|务必|请|要|到[^,。]{1,8}?|在[^,。]{1,8}?){0,3}(?:报(?!名|到|警|销|刊|纸|告)|交(?!费|款|警|通|流|班|接|物|电|水)|递交|提交|上[交报传]|报送|填报|送(?:到|至|交|来)|回传|发(?:到|给|来|我|群))/;
const COUNTER = /办公|营业|门诊|值班|开放|受理|窗口|大厅|收费|缴费|每周/;

function isHandInWindow({ phrase, left, clauseRight }: Scene): boolean {
  return isOfHours(phrase) && isShort(phrase) && HANDED_IN.test(clauseRight) && !COUNTER.test(left);
}

/** Whoever takes things in for longer than this keeps hours. */
const LONGEST_WINDOW = 4;

function isShort({ from, slots }: Phrase): boolean {
  const hours = ((slots.clock?.hour ?? 0) - (from?.clock?.hour ?? 0) + 12) % 12;
  return hours <= LONGEST_WINDOW;
}

/** From one clock to another, such as 8:00至17:00: hours in which something is on. */
export function isOfHours({ from, slots }: Phrase): boolean {
  return from?.clock != null && slots.clock !== null && (from.day === null || isOneDay(from.day, slots.day));
}

/** 今晚10点到明早5点 is a night; 6月2日16:00-6月4日12:00 lasts for days. */
function isOneDay(first: DayTime, last: DayTime | null): boolean {
  if (last === null || last === first) return true;
  const [from, to] = [first.pattern, last.pattern];
  if (from.every === 'once' && to.every === 'once') return daysBetween(from.day, to.day) <= 1;
  return JSON.stringify(from) === JSON.stringify(to);
}

function isOrder({ left, right }: Scene): boolean {
  return ORDER.test(left) || ORDER.test(right);
}
