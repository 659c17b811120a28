/** Times without a mark take their role from the words and the verb around them. */

import { firstVerb, isCompletion } from '../verbs.ts';
import { DEED, HAPPENING } from '../words.ts';
import { FILLED_UNTIL, isShutting } from './closing.ts';
import { isAtHome, isRelief } from './daily-life.ts';
import { isHeld, isVote } from './held.ts';
import { isLongGone } from './long-gone.ts';
import { isOfOthers, isOutsider, isRingingMe } from './outsiders.ts';
import { isPaidOut } from './payouts.ts';
import type { Role, RoleRule, Scene } from './scene.ts';
import { isSeenTo, isSelfRun } from './services.ts';
import { ADDRESSED } from './speaker.ts';
import { isTimetable } from './timetable.ts';

/** A bare time takes the role of the verb that stands nearest. */
export const verb: RoleRule = {
  id: 'role/verb',
  role(scene) {
    const { text, phrase, clauseRight, clauseLeft, left } = scene;
    if (isLongGone(scene)) return 'past';
    if (phrase.slots.repeat !== null && phrase.slots.clock === null && phrase.slots.anchor === null && phrase.slots.day === null)
      return 'other';
    if (/^[^,]{0,6}(?:照常|照旧)|^前[\d一二三四五六七八九十百]+名/.test(clauseRight)) return 'event';
    if (
      phrase.edge === null &&
      phrase.slots.clock === null &&
      (HANDED.test(clauseLeft) || (phrase.slots.day?.anaphoric !== undefined && /(?:完成|做好|录入)$/.test(clauseLeft))) &&
      /^[一-龥]{2,8}(?:$|[,。])/.test(clauseRight) &&
      !isCompletion(clauseRight)
    )
      return 'period';
    if (REASON.test(clauseLeft) || isVote(scene)) return 'event';
    if (/^(?:为|属于?)[^,。]{1,10}(?:期|月|周)(?:$|[,。])/.test(scene.right)) return 'period';
    if (TELLS_LATER.test(clauseRight)) return 'other';
    if (phrase.edge === null && phrase.from === null && NOT_TAKEN.test(clauseRight)) return isToTheHour(scene) ? 'deadline' : 'other';
    if (phrase.edge === null && /[由从]$/.test(clauseLeft) && SHIFTED.test(clauseRight)) return 'old';
    // 食堂下午5点下班: when somebody leaves, not by when.
    if (isGoingHome(scene)) return 'event';
    if (isSeenTo(scene)) return 'deadline';
    if (isSelfRun(scene) || isAtHome(scene) || isRelief(scene) || isRingingMe(scene)) return 'event';
    if (isOutsider(clauseLeft, clauseRight) || isDeparture(clauseLeft, clauseRight) || isTimetable(scene)) return 'event';
    if (CROP.test(clauseLeft) && /^(?:开)?[收割打种](?![齐到完上])/.test(clauseRight)) return 'event';
    if (isPaidOut(scene)) return 'event';
    if (/^就[锁截封收]$/.test(clauseRight) || (phrase.slots.day !== null && /^就[锁截封收关停]了$/.test(clauseRight))) return 'deadline';
    if (isShutting(scene)) return 'deadline';
    if (phrase.edge === null && isOfOthers(clauseLeft) && isCompletion(clauseRight)) return 'event';
    if (/^到期?[,](?:到期|逾期|(?:还没|没|未|不)[^,。]{1,4}的)|^[,]\s?(?:逾期|过期不|过时不|逾时|超时)/.test(scene.right))
      return 'deadline';
    if (/^(?:系统|平台|网站|服务器|设备|关闭|停机|暂停)(?:维护|升级|检修|更新|迁移)/.test(clauseRight)) return 'event';
    if (/^也(?:能|可以?|照常)?(?:办|开|上班|营业|受理)(?=$|[,。])/.test(clauseRight)) return 'event';
    if (/^(?:也|就|都)?可以?(?:[在到去来][^,。]{0,4})?(?:住|睡|歇|休息|吃[饭早晚]|借住|留宿|搭)/.test(clauseRight)) return 'other';
    if (/^(?:会|将|就)?自动(?!上报)/.test(clauseRight)) return 'event';
    // …每晚8点前报,报到3月5号: the end of what recurs.
    if (/报到$/.test(clauseLeft) && RECURS.test(text)) return 'period';
    if (FILLED_UNTIL.test(clauseLeft)) return 'deadline';
    if (/(?:^|[,。])(?:离|距离?)$/.test(clauseLeft)) return 'other';
    if (isStillToGo(scene)) return 'other';
    const near = nearestVerb(scene);
    if (near === 'deed') return deedRole(scene);
    if (near === 'happening') return 'event';
    if (PAPER_ALONE.test(left) && (isFinal(scene) || NOT_FORGOTTEN.test(scene.right))) return 'deadline';
    if (REPORT_TIME.test(left)) return 'deadline';
    if (/(?:会议|开会|会|活动|培训|集合|考试|演练|开始|直播|检查|体检|比赛)?时间[:为是定在]{0,3}\s?$/.test(left)) return 'event';
    if (HAPPENING.test(phrase.slots.clock === null ? clauseLeft : left)) return 'event';
    if (phrase.slots.repeat !== null && phrase.slots.day !== null && isFinal(scene) && firstVerb(left) === 'deed') return 'deadline';
    if (LABEL.test(clauseLeft.trimStart())) return isFinal(scene) ? 'deadline' : 'other';
    if (THING.test(clauseLeft) && (phrase.slots.clock !== null || isFinal(scene))) return 'deadline';
    return /(?:交|报|发|送|完成|提交|上报|要|弄完|办结|反馈|回复|[填写签盖弄改补]好|[填写签弄改补]完)[^,。]{0,10}(?:,[一每][天日周月][一两二]次)?[,:]?\s?(?:[^,。、]{1,8}[、和])?$/.test(
      left,
    ) &&
      DEED.test(left.slice(-20)) &&
      isFinal(scene)
      ? 'deadline'
      : 'other';
  },
};

const RECURS = /每[天日晚周早月]|日报|逐日|天天|日日/;

/** 上传当月走访记录: the time is of the thing that is handed in. */
const HANDED = /(?:上传|报送|上报|提交|填报|汇总|核对|公示|整理)(?:好|完)?$/;

/** 因为下周三要迎检, 鉴于明天有大风: what moves the speaker. */
const REASON = /(?:因为?|由于|鉴于|考虑到|既然|正值|恰逢)$/;

/** 周五不再收: the day comes after the last one. */
const NOT_TAKEN = /^(?:起|就|一律|概|都|准时)?(?:不再|不|停止?)(?:收[件表单]?|受理|接收|接件|补收|候)(?=$|[,。了])/;
/** 25日16:00停止受理: until then it is taken; not from a day on. */
const isToTheHour = ({ phrase, clauseRight }: Scene): boolean => phrase.slots.clock !== null && !/^起/.test(clauseRight);
/** 报送时间由每周五提前. */
const SHIFTED = /^(?:改为|改成|往后)?(?:提前|提早|推迟|推后|延后|顺延)/;

/** 明天再跟大家传达: what the speaker will say. */
const TELLS_LATER =
  /^(?:我)?(?:再|会)(?:另行|单独|一并)?(?:[跟给向和同](?:大家|各位|你们?|诸位))(?:说|讲|传达|通报|汇报|解释|商量|沟通|细说|交代|交流)/;

/** 食堂下午5点下班, 到点下班. */
function isGoingHome({ phrase: { edge, slots }, clauseLeft }: Scene): boolean {
  if (edge !== null || slots.anchor?.anchor !== 'end_of_work') return false;
  return slots.clock !== null || /(?:到点|准时|按时|正常|照常)$/.test(clauseLeft);
}

/** 今天送不完,要到明天: how long it takes. */
function isStillToGo({ left, right }: Scene): boolean {
  return right === '' && /不(?:完|了|好|来|上),(?:估计|恐怕|可能|怕是?)?[得要]{0,2}(?:拖|等|推)?[到等]$/.test(left);
}

/** 末班车18:20发. */
function isDeparture(clauseLeft: string, clauseRight: string): boolean {
  if (/^发(?:第[一二]|头|末|首|[班校专客]?车(?:$|[,。]))/.test(clauseRight)) return true;
  return (
    /(?:[班客公火轿专便校货]车|高铁|动车|轮渡|航班|飞机|[班渡客]船)(?:是|在|都)?$/.test(clauseLeft) && /^(?:发|开|走|到)/.test(clauseRight)
  );
}

/** Where people meet: what follows it belongs to the time before it. */
const PLACE = /^[^,到去来]{0,14}(?:室|楼|厅|(?<![出住转])院|场|村|镇|办|部|中心|礼堂|学校|小学|广场|门口|闸|桥|头|处|所|馆|站)$/;

const ADDRESSEE = /^\s?(?:你|你们|恁|您)(?![^,]{0,8}(?:吗|不))/;
/** 一上班就要看到小结. */
const SEEN =
  /^就?(?:要|得)(?:看到|见到|收到|拿到|听到|(?:看|审|拿|收|核|汇总|调阅|过目)(?=$|[,。]))|^(?:就|再)?(?:过|上门)?来(?:拿|取|收)走?(?=$|[,。])/;
/** 明天上午带车带章到植保站仓库领. */
const FETCHED = /^[^,。]{0,10}到[^,。]{2,12}(?:领取?|取|拉|拿)(?=[,。;]|$)/;
/** 授权书周五公证, 施工图纸周五晒图: what is done with a paper on a day is asked for, whatever the verb. */
const PAPER_IS =
  /(?:材料|台账|名单|名册|(?<![课代息刻])表|[总小]结|方案|预案|清单|承诺书|授权书|申请书|合同|协议|花名册|档案|图纸)(?:都|就)?$/;
const SHORT_VERB = /^(?:统一|一并|先|全部)?(?!.*[了是在有没不会能可才也还说到开用见生效公揭讨研查议评宣过后等])[一-龥]{2,3}(?=$|[,。;])/;

/** 周末两天不休,把录入做完. */
const NO_REST = /^(?:这?[两二]天)?(?:都|也)?(?:不休息?|加班|加个班|辛苦一下|克服一下)$/;
/** 明天上午带挖机去,把泥挪走. */
const GOES = /^(?:带|拿|叫|喊|去|到|来)[^,。]{0,8}$/;
/** 明天上午来,带村公章和花名册. */
const COMES = /^(?:再|都|全)?[来去]$/;
const BRINGS = /^,(?:都|要|记得|记住)?(?:把[^,。;]{1,10})?带(?![头队班动着娃孩])(?:上|好|齐)?[^,。;]{1,14}/;
const OWN_STEPS = /[我俺咱他她它]们?[^,。;]{0,4}$/;
/** 29日17:30系统关门,务必赶在之前报完. */
const CLOSES = /^(?:系统|通道|窗口|平台|端口|入口|链接)(?:就|自动|准时)?(?:关[门闸站]?|关闭|锁定?|封|停)(?:了)?$/;
const LAST_CALL = /最后(?:提醒|一次|机会)|抓紧|务必/;
const IN_TIME = /赶在|之前|以前|抓紧|务必|逾期|过期|尽快/;

function nearestVerb(scene: Scene): 'deed' | 'happening' | null {
  const { phrase, left, clauseLeft, clauseRight, right, rest: all } = scene;
  const near = firstVerb(clauseRight);
  const { day, clock, anchor, part } = phrase.slots;
  if (
    /^就?要(?:数|表|东西|结果|材料|名单)?了?(?:[啊哈呀哦噢]+|$)/.test(clauseRight) ||
    /^(?:就|得|要|必须)*见(?:稿|人|东西|面交|真章|数|账|单|表|结果|报告|成果)/.test(clauseRight)
  )
    return 'deed';
  if (FETCHED.test(clauseRight) && !/我$/.test(clauseLeft)) return 'deed';
  if (SEEN.test(clauseRight) || (clauseRight === '补' && right.length === all.length && !/停课|放假|调休|上课/.test(left))) return 'deed';
  if (near !== 'deed' && day?.anaphoric === undefined && !isOfOthers(clauseLeft) && isCompletion(clauseRight)) return 'deed';
  if (near !== null || (day === null && clock === null && anchor === null && part === null)) return near;
  if (/^[^,。]{0,8}(?:必须|务必|一定要)/.test(clauseRight)) return 'deed';
  if (day === null && clock === null && anchor === null) return near;
  const rest = right.slice(clauseRight.length);
  const next = firstVerb(rest);
  if (clauseRight.trim() === '' && next === 'deed' && isHeld(scene)) return 'happening';
  if (next === 'happening' || clauseRight.trim() === '') return next;
  // What an order in the next clause asks for has no part in this time: 周五霜冻,请做好防范.
  if (ADDRESSEE.test(clauseRight)) return next ?? 'deed';
  if (next === 'deed' && GOES.test(clauseRight) && /^,(?:就|先|再)?[把将]/.test(rest)) return 'deed';
  if (COMES.test(clauseRight) && BRINGS.test(rest) && !OWN_STEPS.test(clauseLeft)) return 'deed';
  if ((NO_REST.test(clauseRight) && next === 'deed') || (CLOSES.test(clauseRight) && (IN_TIME.test(rest) || LAST_CALL.test(left))))
    return 'deed';
  if (ADDRESSED.test(clauseLeft) && /^(?:都|全)?来(?:拉|取|领|拿|换|搬)(?=$|[,。])/.test(clauseRight)) return 'deed';
  if (PAPER_IS.test(clauseLeft) && !isOfOthers(clauseLeft) && SHORT_VERB.test(clauseRight) && clock === null) return 'deed';
  return PLACE.test(clauseRight) || (next === 'deed' && THING.test(clauseRight)) ? next : null;
}

/** 预算:本周五. */
const LABEL = /^(?![^:]{0,10}(?:日期|时间|[阴阳农公]历|生日|地点|场次|会|集合|培训|活动|演|赛|考|班|课|停|休|值)[^:]{0,3}:)[一-龥]{2,10}:$/;

/** 麦子12号收. */
const CROP = /(?:麦子?|稻子?|谷子?|玉米|花生|豆子?|[的块]地|菜|瓜|苗|核桃|棉花)$/;
/** 自评表明儿中午12点: a thing to hand in, and the time. */
const THING =
  /(?:(?<!代)表|名单|材料|台账|总结|小结|报告|数据|照片|截图|作业|清单|方案|花名册|承诺书|回执|数字|底数|报表|简报|信息)(?:都|就|,)?$/;

/** 演练总结,下周一; 会议材料周五下午三点: a paper and a time are the whole sentence, whatever the paper is about. */
const PAPER_ALONE =
  /^(?:[^,。;:]{0,4}[,:])?[^,。;:]{0,12}(?:材料|台账|名单|(?<![课代息刻])表|[总小]结|心得|体会|报告|照片|截图|清单|方案|预案|花名册|承诺书|回执|数据|底数|简报|稿子?|课件|脚本|PPT|记录|合同|发票|图纸?)(?:呢|啊)?[,:]?\s?$/;
/** 你那个竣工图,十六号,别忘了. */
const NOT_FORGOTTEN = /^[,](?:可)?(?:别|莫|不要)(?:再)?(?:忘|误|拖|漏|迟|晚)/;
/** 每日零报告,时间17:30. */
const REPORT_TIME = /(?:报告?|上报|报送|填报|打卡|[报交]表|日报)[,](?:上报|报送)?时间[:为是定在]{0,3}\s?$/;

/** ①台账:18日 ②照片:19日. */
const NEXT_ITEM = /^\s?[,;]?\s?(?:[①-⑳]|[(（]?\d{1,2}[.、)）])[^,。;]{0,12}$/;

/** The time closes its sentence: 交表,周五. */
function isFinal({ right, rest }: Scene): boolean {
  if (right === '' && rest !== '') return false;
  return /^[,\s吧啊哈呀]*$/.test(right) || NEXT_ITEM.test(right);
}

const GIVEN =
  /^(?![把将])[一-龥]{2,6}[两三四五六七八九十百千万\d]+[余多]?(?:吨|车|户|亩|处|起|例|袋|人次)$|^(?![把将])[一-龥]{1,4}\s?\d[\d.]*(?:亩|户|吨|处|起|例|万|元|公里|米|人次|车|袋|斤)|^(?:共|又|新)?(?:上报|报|交|完成)\s?\d[\d.]+(?:人|$)/;

function deedRole({ clauseRight, phrase, ahead, frame }: Scene): Role {
  // 今天上报310亩, 今日清淤120米: figures given, not asked for; nor is 明天下午把5户名单发我 given. 夜里还在走访: told, not asked for.
  const isGiven = GIVEN.test(clauseRight) && !(ahead !== null && ahead.value.day > frame.today);
  if (phrase.edge === null && (isGiven || /^(?:还|正|都)在/.test(clauseRight))) return 'past';
  if (phrase.edge === null && /^(?![把将])[^,。]{0,8}(?:[过了后来]|完[^,。]{0,4})再/.test(clauseRight)) return 'other';
  if (phrase.edge === null && /^[^,。]{0,8}才(?:知道|晓得|发现|明白)/.test(clauseRight)) return 'other';
  // 儿子十点才交的作业.
  if (phrase.edge === null && /^才(?!能|可|算|准|许|给|收)[^,。]{1,4}[的了到]/.test(clauseRight)) return 'past';
  // 快递周五寄出来的: how it was.
  if (phrase.edge === null && /^(?![^,。]*[给把将成换])[^,。请要须必得]{1,5}的(?:吗|呢)?$/.test(clauseRight)) return 'past';
  return /^[^,。]{0,8}(?:不了|不完|不上|不出来|能[弄报交完]|能[^,。能]{1,2}[完好齐清上](?:$|[,。]))/.test(clauseRight) &&
    phrase.edge === null
    ? 'other'
    : 'deadline';
}
