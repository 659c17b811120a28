/** Times that lie behind, by the calendar or by the words: 昨天, 已完成, 4点过了, 根据6月10日会议. */
import { instantAt } from '../../../model/instant.ts';
import { ORDER } from '../words.ts';
import { isLongGone } from './long-gone.ts';
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';
import { isThreat, ONCE_OVER } from './threat.ts';

/** The year, the day or the words say that it is gone. */
export const gone: RoleRule = {
  id: 'role/past',
  role(scene) {
    const { phrase, text, right, clauseLeft, ahead, frame } = scene;
    if (ONCE_OVER.test(right) || isThreat(scene)) return null;
    // 五点了还没报的三个村.
    const isOver = phrase.edge === null && phrase.slots.clock !== null && /^了(?=[还没谁怎咋都啊呀,。!]|$)/.test(right);
    if (phrase.edge === 'gone' || (isOver && !isMovedThere(scene))) return 'past';
    if (phrase.slots.duration?.edge === 'before') return 'past';
    if (isTimeOfSaying(scene)) return 'past';
    if (phrase.from?.day?.fixed === true && ahead !== null && ahead.value.day <= frame.today && /^[昨前]/.test(text.slice(phrase.start)))
      return 'past';
    if (
      phrase.edge === null &&
      phrase.slots.day?.form === 'dayOfMonth' &&
      /^(?:那天|我|俺){1,2}就/.test(right) &&
      /过|了/.test(right.slice(0, 12))
    )
      return 'past';
    if (isBehind(scene) || isGoneToday(scene) || isOfMinutes(scene) || isToldAsDone(scene)) return 'past';
    if (phrase.edge === 'from' && phrase.from === null) return null;
    if (
      /去年(?:是)?(?:[交报收办]到)?$|(?:去年|往年|上回|上一?轮)[^,。]{0,6}(?:写|定|说|要求|规定|通知)(?:的|着)?(?:是|在)?$/.test(
        clauseLeft,
      ) &&
      phrase.slots.day?.fixed !== true
    )
      return 'past';
    if (
      /(?:去年|前年|往年|历年)$|(?:去年|前年|往年|上回|上次)(?:就|还|都)?有(?:[人家村个些单][^,。;]{0,4})(?<!的)$/.test(clauseLeft) ||
      (phrase.slots.stretch === null && /^[去前]年/.test(text.slice(phrase.start, phrase.start + 2)))
    )
      return 'past';
    if (
      phrase.edge === 'before' ? LAST_TURN.test(clauseLeft) && /^[^,。把请将]{0,5}的/.test(scene.clauseRight) : THAT_YEAR.test(clauseLeft)
    )
      return 'past';
    if (isLongGone(scene) && phrase.edge === 'before' && /^应[报交完][^,。]{0,2}的/.test(scene.clauseRight)) return 'past';
    if (isLongGone(scene) && phrase.edge === 'before' && isToldAsPast(scene)) return 'past';
    // 年前光顾搬办公室了; 节前交过了,不用再交.
    if (phrase.edge === 'before' && /^(?:[光只净]顾着?|(?:就|都|已经?)?[交报填送做办发弄]过了)/.test(scene.clauseRight)) return 'past';
    if (isFigureOfToday(scene)) return 'past';
    if (DONE_RIGHT.test(right) || (DONE_LEFT.test(clauseLeft) && !/^(?:务必|必须|一定要|得|要)/.test(right)) || isCited(scene))
      return 'past';
    if (phrase.edge === null && HANDED_OVER.test(scene.clauseRight)) return 'past';
    if (phrase.edge === null && HAS_BEEN.test(scene.clauseRight)) return 'past';
    if (phrase.edge === null && PRAISED.test(clauseLeft)) return 'past';
    return isReported(scene) ? 'past' : null;
  },
};

/** 下午的会三点半了啊: said of a gathering of the day it is its new hour, as long as that is still to come. */
function isMovedThere({ clauseLeft, ahead, frame }: Scene): boolean {
  return OF_A_GATHERING.test(clauseLeft) && ahead !== null && ahead.value.at > frame.sentAt;
}

const OF_A_GATHERING = /(?:的会|会议|例会|培训|演练)(?:就|改|是|变成?)?$/;

/** 上午说五点交: when it was said. */
function isTimeOfSaying({ phrase, clauseRight, frame, ahead }: Scene): boolean {
  const { day, clock, anchor } = phrase.slots;
  const isBare = phrase.edge === null && clock === null && anchor === null && phrase.from === null && phrase.slots.duration === null;
  return (
    isBare &&
    (day === null || (ahead !== null && ahead.value.day <= frame.today)) &&
    /^(?:刚|才)?(?:说|讲)(?!明|课|话|一[声下])/.test(clauseRight)
  );
}

const DONE_RIGHT = /^(?:就|便|均|都|全部)?已(?:经)?(?!报名的?请)|^(?:才)?刚刚?[^,。好要]{1,3}(?:完|过|好|上)(?=$|[,。])/;
const DONE_LEFT = /(?:此前|(?:^|[,:])之前|原先|截至目前|曾|上次|前期)[^,]{0,6}$/;
/** 表扬三组周末把路清出来了: what was done. */
const PRAISED = /(?:^|[,。:])(?:感谢|表扬|祝贺|恭喜|致敬|点赞|谢谢)[^,。]{1,10}$/;
/** 上回2月27日前要收的那批; 那年涨大水是七月初九. */
const LAST_TURN = /(?:上[回次]|上一?[轮批]|前一?[回次批轮]|(?:去年|前年|往年)的?那[个条份次批张])(?:在|于|说的?|要求的?)?$/;
const THAT_YEAR = /那一?年[^,。]{0,12}$/;
/** 周末加班的餐补已发. */
const HAS_BEEN = /^[^,。把请将]{1,5}的[^,。把请将]{1,8}已(?:经)?[^,。]{1,4}$/;
const BASIS_LEFT = /(?:根据|按照|依据|遵照|落实|按|贯彻|结合)[^,。]{0,8}$/;
const BASIS_RIGHT = /^[^,。]{0,14}(?:会议|通知|文件|要求|部署|精神|批示|反馈|督查|讲话|调度)/;

/** 根据6月10日会议要求, 按4月20日前完成的要求, 6月10日召开的会: named as a basis. */
function isCited(scene: Scene): boolean {
  const { phrase, clauseLeft, clauseRight, right } = scene;
  if (phrase.edge === 'before') return /^按照?$/.test(clauseLeft) && /^[^,。]{0,4}的(?:要求|部署|规定|时限)/.test(clauseRight);
  if (phrase.edge !== null) return false;
  if (phrase.slots.duration === null && BASIS_LEFT.test(clauseLeft) && BASIS_RIGHT.test(right)) return true;
  return /^(?:召开|开|印发|下发|发|举行)的(?!时候|话)/.test(clauseRight) && !isSoonAhead(scene);
}

/** The day itself lies behind: 昨天, 上周五, 2025年10月28日; 今早 with the hour gone only if nothing asks for it. */
function isBehind({ phrase, frame, ahead }: Scene): boolean {
  if (ahead === null || phrase.slots.repeat !== null || (phrase.slots.stretch !== null && phrase.edge === null)) return false;
  return ahead.value.day < frame.today;
}

/** A clock of today that is gone, no edge asking for it; in the evening a morning's clock is tomorrow's. */
function isGoneToday({ phrase, ahead, frame, right }: Scene): boolean {
  if (phrase.edge === 'before' && ahead?.steps.includes('compose/gone-today-so-tomorrow') === true)
    return /[^,。]了|已|的[人村户都]|没[报交来到]/.test(right) && !/^[把将]/.test(right) && !ADDRESSED.test(right);
  if (phrase.edge !== null || phrase.slots.anchor !== null || ahead === null) return false;
  if (phrase.slots.part !== null && phrase.slots.day?.fixed === true && phrase.from === null && ahead.value.at < frame.sentAt) return true;
  if (phrase.slots.clock !== null && phrase.slots.day?.fixed === true && phrase.from === null && ahead.value.at < frame.sentAt) return true;
  if (!ahead.steps.includes('compose/gone-today-so-tomorrow')) return false;
  const isMorning = ahead.value.at <= instantAt(ahead.value.day, 12 * 60, frame.timezone);
  return !(isMorning && frame.minute >= EVENING);
}

/** 清明前就分下去了, 总算赶在下班前录上了, 今早七点前摔了好几个: a deed that is over, and nothing is asked. */
const HANDED_OVER = /^(?:就|早就|早|已经?)把[^,。]{1,10}了(?:$|[,。])/;
const OVER = /^(?:就|便|早就)(?!要|得|该|必须|应|把|能|会|不|没|别)[^,。把请将]{1,10}[^为除极罢算不]了(?:$|[,。])/;
const AT_LAST = /(?:总算|终于|好容易|好歹|已经?|刚刚?|果然|如期|提前)[^,。]{0,4}(?:赶?在|于|到)?\s?$/;

function isToldAsDone({ phrase, left, rest, clauseLeft, clauseRight, ahead, frame, text }: Scene): boolean {
  if (phrase.edge !== 'before' || ADDRESSED.test(left) || ADDRESSED.test(rest) || FIRM.test(clauseRight)) return false;
  // 国庆前三天景区接待了1830人.
  if (OVER.test(clauseRight) || /^[^,。把请将要须得]{1,8}[^为除极罢算]了\d/.test(clauseRight)) return true;
  const isDone = /[^,。]了(?:$|[^解吗么没结不])/.test(clauseRight);
  if (isDone && AT_LAST.test(clauseLeft)) return true;
  if (ahead === null || ADDRESSED.test(text)) return false;
  if (isDone && phrase.slots.day?.fixed === true && ahead.value.at < frame.sentAt) return true;
  const isOfToday = phrase.slots.day === null && phrase.slots.clock !== null;
  return isOfToday && /(?:今[早天晨]|凌晨|一?大早|早上|上午)[^。]{0,12}(?:就|已经?|都)[^,。]{1,8}了,/.test(left);
}

/** 今天走访困难户8户; 今天上门登记,李家没人,王家已签: what was done today, with its figures or its outcome. */
const FIGURE =
  /^[^,。把请将每各]{0,12}\d+(?:\.\d+)?余?(?:个(?:点位|问题|村|组|户)|户|份|车|处|起|例|人次|趟|次|条|亩|吨|公里|袋|件|只|头|棵|块|盏|名|人(?=[,](?:其中|累计|共|未|均|已|无))|$)|^[^,。把请将每各要须得]{1,12}\d+[一-龥]{1,2},[^,。把请将每各要须得]{1,10}\d+[一-龥]{1,2}(?=$|[,。])|^[^,。把请将每各再]{1,3}(?:回来|回|了|出)[两二三四五六七八九十几]|^[^。把请将每各]{0,24}(?:已|没人|未发现|到位(?=[,。]|$))/;

function isFigureOfToday({ phrase, ahead, frame, clauseLeft, right }: Scene): boolean {
  const { clock, anchor, day } = phrase.slots;
  if (phrase.edge !== null || phrase.from !== null || clock !== null || anchor !== null || day?.form !== 'offset') return false;
  if (phrase.slots.part !== null && ahead !== null && ahead.value.at > frame.sentAt) return false;
  if (ahead === null || ahead.value.day !== frame.today || !FIGURE.test(right)) return false;
  return !ORDER.test(clauseLeft) && !FIRM.test(right) && !ADDRESSED.test(right);
}

/** 上个月定的是6月30日前清完,咱村29号就清完了. */
function isToldAsPast({ left, rest, clauseLeft, clauseRight }: Scene): boolean {
  if (/去年[^,。]{0,6}$/.test(clauseLeft)) return true;
  if (/^[^,。要须必]{1,4}的(?:不|按|可|免|照|都|一律)/.test(clauseRight)) return true;
  return (
    /应[报交]未|未[报交]的|了|定的|当时|会上|去年|上个?[月周]|的那|已(?!批|同意|下达|下发|到位|到账|印发|通过|明确)|贴着/.test(
      `${left}…${rest}`,
    ) &&
    !ADDRESSED.test(left) &&
    !ADDRESSED.test(rest)
  );
}

const EVENING = 17 * 60;

/** 会议明确…10月18日前: of minutes that were taken long ago. */
function isOfMinutes(scene: Scene): boolean {
  return (
    isLongGone(scene) &&
    /(?:会议|纪要|研究|办公会)[^,。]{0,4}(?:明确|要求|决定|强调|指出|议定)/.test(scene.text.slice(0, scene.phrase.start))
  );
}

/** 表延到25号中午12点 再晚没有了. */
const TOO_LATE = /^\s?(?:再[晚迟]|过[期时后]|逾期)/;

/** 周三交了, 今天弄完了, 今天报了310亩. */
const FIRM = /务必|必须|请|抓紧/;

function isReported({ clauseRight, phrase, right, ahead, frame }: Scene): boolean {
  if (phrase.edge !== null && phrase.edge !== 'before' && phrase.edge !== 'from') return false;
  if (phrase.edge === 'before' ? FIRM.test(clauseRight) : ORDER.test(clauseRight)) return false;
  if (phrase.slots.day?.fixed === true && ahead !== null && ahead.value.day > frame.today) return false;
  if (
    phrase.slots.day !== null &&
    ahead !== null &&
    ahead.value.at > frame.sentAt &&
    /^[^,]{0,6}(?:截止?|到期|关[门闭]?|封|停|锁)了/.test(clauseRight)
  )
    return false;
  if (TOO_LATE.test(clauseRight)) return false;
  if (/(?:忘|丢|落|摔|弄[坏丢])[^,。]{0,6}了$/.test(clauseRight)) return true;
  const pattern =
    phrase.edge === 'before'
      ? /^(?:就|都|全部|全)?(?:完成|交|报|发|弄完|办结|做完|上报|提交)[^,。]{0,4}了(?![吗么没几多哪])/
      : /^[^,。:不别]{0,10}[^算为除极罢不:](?:了|(?<![经通超路错]|[从打][^,。]{1,8})过(?![去来目磅秤一期时后]))(?:$|[^解吗么没结不])/;
  return (
    pattern.test(clauseRight) && !/(?:算了|罢了|为了|除了|好了吗|受不了)/.test(clauseRight) && !/^[^,]{0,12}(?:把|请|别|报上来)/.test(right)
  );
}

function isSoonAhead({ ahead, frame }: Scene): boolean {
  return ahead !== null && ahead.value.at - frame.sentAt < 30 * 86_400_000;
}
