/** What a message does to something known: by the rules, by what is learned, or, where it was judged no update, by plain words alone. */
import type { ChangeModel } from '../../model/change-model.ts';
import type { Deadline } from '../../model/deadline.ts';
import { type ChangeKind, SURELY_ASKS, type Verdict } from '../../model/reading.ts';
import { once } from '../once.ts';
import { givesTasks } from '../standing.ts';
import type { MessageView } from '../view.ts';
import { chanceOfChange, likeliestChange } from './change-chances.ts';
import {
  callsOff,
  changeKindOf,
  comesToNothing,
  IN_ITS_STEAD,
  letsOffWhoeverCould,
  presses,
  stops,
  takesUpAgain,
  withoutParticles,
} from './change-kind.ts';
import { type ChangeSigns, changeSigns } from './change-signs.ts';
import { saysInCase } from './condition.ts';
import { misposted } from './misposted.ts';
import { likeliestTime, movedTime, saysMoved, timeThatHolds } from './moved-time.ts';
import { shiftIn } from './shift.ts';
import { offAfterRecall } from './taken-back.ts';

const HARDLY = 0.45;

/** "昨天说的取消不算数", "培训恢复了", "接着干", "更正重发": what was taken back counts again. */
const REVIVES =
  /恢复|照[常旧开办报来交搞做行]|(?<![拍护执证])照去|照原|按原|接着[干做填报办搞]|重新(?:启用|启动|开|报|填|办|搞|收|组织|召开)|(?<!时间|地点)还是(?:要|得)?(?:来|去|开|办|搞)(?=[,。;!\s了]|$)|又(?:要|有)了?|不算数|^(?:再)?更正|重发|以[这此][条个份]为准/u;

/** "检修放到年后,这个方案先不交了", "烘干机那张各镇别报了,另一张表里加了两列": the paper is off, whatever else is moved or filled in. */
const PAPER_OFF = /[那这](?:个|份|张)[^,。;!?]{0,6}(?:先不[交报填]了[。!]?$|(?:别|甭|不用再?|不必)[报填交]了(?=[,。;!]|$))/u;

/** "研学团改到11月了,2号不来,带队名单不用报了": it ends with the paper that nobody needs, whatever was moved. */
const PAPER_OFF_LAST =
  /(?:改[到期]|推迟|延期|不[来去开办搞]了?|取消)[^。!?]{0,20}[,。;!][^,。;!?]{0,8}(?:表|名单|清单|单子|材料|台账|报告|方案|总结|小结|数据?|稿子?)(?:就|也|都|先)?不(?:用|必|需要?)再?[报交填送写做]了[。!]?$/u;

/** Judged an update, but hardly. */
export function isHardlyUpdate({ label, confidence }: Verdict): boolean {
  return label === 'update' && confidence < HARDLY;
}

export function kindOf(view: MessageView, verdict: Verdict, model: ChangeModel): ChangeKind {
  const bare = withoutParticles(view.surface.bare);
  if (
    misposted(view) !== null ||
    offAfterRecall(view) !== null ||
    startsOff(bare) ||
    (DEED_OFF.test(bare) && leavesNothing(view)) ||
    (letsOffWhoeverCould(bare) && newTime(view) === null) ||
    (REPORTS_STOP.test(bare) && !LESS_OFTEN.test(bare)) ||
    (NEEDS_NONE.test(bare) && leavesNothing(view)) ||
    liftsOrder(bare) ||
    comesToNothing(bare) ||
    (PAPER_OFF.test(bare) && !IN_ITS_STEAD.test(bare)) ||
    (PAPER_OFF_LAST.test(bare) && !IN_ITS_STEAD.test(bare) && !isDueAhead(view) && !isInCase(bare)) ||
    STAYS_OFF.test(bare)
  )
    return 'cancel';
  const kind =
    verdict.label === 'update' && !isHardlyUpdate(verdict)
      ? likeliestKind(view, model)
      : soundsOff(view, verdict, model)
        ? 'cancel'
        : kindByRules(view);
  if (kind === 'done' && isStillDue(view)) return 'deadline';
  return kind === 'cancel' && (isInCase(bare) || isForSome(bare) || LESS_OFTEN.test(bare)) ? 'amend' : kind;
}

/** "腌着菜的先不硬搬", "已经报过的不用再报": some cases are let off, and nothing else is called off beside them. */
function isForSome(bare: string): boolean {
  const rest = IS_TASK.test(bare) ? bare : bare.replaceAll(SOME_CASES, '');
  return rest !== bare && !SAYS_SO.test(rest) && changeKindOf(rest, NO_TIME) !== 'cancel';
}

/** "8月那份纸质的不用送了": the task itself. */
const IS_TASK = /[那这][份张个本套条趟场][^,。;!?]{0,6}的(?:先|就|都)?(?:不|别|莫|甭)/u;
const NO_TIME = { hasNewTime: false, hasOldTime: false, hasTime: false };
const SOME_CASES =
  /(?<=^|[,。;:!?\s])[^,。;:!?\s]{0,8}(?:(?:着|过|没|未|已经?|有|在外|外地|住院)[^,。;:!?\s]{0,6}的(?:先|就|可以|暂时?|都)*(?:不|别|莫|甭)[^,。;:!?]*|的(?:一律|就|都|先)*不[\u4e00-\u9fff]{1,3}(?=[,。;!]|$))/gu;

/** "这个快的,明天下午五点前修好亮起来": what is to be done by a time to come isn't done, as nothing says that it is. */
function isStillDue(view: MessageView): boolean {
  return isDueAhead(view) && !IS_DONE.test(view.surface.bare);
}

function isDueAhead({ times, message: { sentAt } }: MessageView): boolean {
  return times.deadlines.some(({ at, certain }) => certain && at > sentAt);
}

const IS_DONE = /[了啦毕结销齐撤停]|已|完|为止|收工|通过|解除|恢复/u;

/** "哪天预警跳到红色,书记睡村部,不用再等我通知": what is asked for in case calls nothing off, unless it says so in so many words. */
function isInCase(bare: string): boolean {
  return saysInCase(bare) && !SAYS_SO.test(bare);
}

/** "每天18点报的那个从今晚起停报", "从现在起停投", "投票那个停了", "灾情不用天天报了": whatever time it was due at. */
const REPORTS_STOP =
  /不(?:用|必|需要?)(?:再)?(?:天天|日日|每[天日周])[报填]了|(?<![不没未别])停[报填投]了?(?=[,。;!]|$)|(?:投票|接龙|打卡|答题|点赞|转发)(?:那个|[的那]事)?(?:先|就|都)?停(?:了|掉)?(?=[,。;!]|$)|从?[今明即][天日晚]?起(?:就|先|暂|全部|一律)?停(?:了|止|报|填)?(?=[,。;!]|$)/u;

/** "不用天天报了,三天一报": it goes on. */
const LESS_OFTEN = /天天[^。!?]{1,6}[,。;][^,。;!?]{0,6}(?:[一两二三四五六七\d]天|周|隔[天日])[^,。;!?]{0,2}(?:一[报次]|报一)/u;

/** "回港令解除", "即日起解除停工令": an order that stood is lifted. */
export function liftsOrder(bare: string): boolean {
  return ORDER_LIFTED.test(bare);
}

const ORDER_LIFTED =
  /[\u4e00-\u9fff]{2}令(?:现|即|正式|全部)?(?:解除|取消|撤销)(?=[,。;!了]|$)|(?:解除|取消|撤销)[^,。;!?]{0,10}[\u4e00-\u9fff]{2}令(?=[,。;!]|$)/u;

const SAYS_SO = /取消|作废|撤销|[开办搞演弄]不成|撤[回了]|不算|停[办开报]|[不别]用?(?:报|交|填|来|开|搞|办|去)了/u;

/**
 * "狗的那张表先别动笔,区里系统里都有": judged an ask or something to know, but all its words are those by which things are called off. It
 * names no time to come by which anything else were due.
 */
export function soundsOff(view: MessageView, { label, confidence }: Verdict, model: ChangeModel): boolean {
  if (offAfterRecall(view) !== null) return true;
  if (label === 'directive' && confidence > SURELY_ASKS) return false;
  if ((label !== 'directive' && label !== 'notice') || !givesTasks(view.standing) || view.times.deadlines.length > 0) return false;
  if (liftsOrder(view.surface.bare)) return true;
  // "时间:10月14日上午9:00⏎地点:…": a notice of its own calls nothing off.
  if (TIME_LABELLED.test(view.normal.text)) return false;
  if (label === 'directive' && (saysInCase(view.surface.bare) || callsTogether(view.surface.bare) || isInvited(view))) return false;
  // With the rules' word for it the chance is the greatest: most words aren't near it, and the rules needn't be asked.
  if (chanceOfChange(signsOf(view), 'cancel', 'cancel', model) < SAYS_OFF) return false;
  const byRules = kindByRules(view);
  return byRules === 'cancel' || chanceOfChange(signsOf(view), byRules, 'cancel', model) >= SOUNDS_OFF;
}

const TIME_LABELLED = /(?:^|\n)\s*(?:会议)?时间[:：]/u;
/** "…召开约谈视频会,不用校长参加": who is called together anew, unless that is what is off. */
function callsTogether(bare: string): boolean {
  return CALLS_TOGETHER.test(bare) && !callsOff(bare) && !stops(bare);
}

/** "三位11号下午3点到我们公司碰头,别家不用来": somebody comes at an hour, whoever else needn't. */
function isInvited({ times, surface, message }: MessageView): boolean {
  const rest = surface.bare.replaceAll(OTHERS_OFF, '');
  const isTimed = times.otherTimes.some(({ role, value }) => role === 'event' && value !== null && value.at > message.sentAt);
  return isTimed && rest !== surface.bare && !callsOff(rest) && !stops(rest);
}

const OTHERS_OFF =
  /(?:别[家的个村处]|其[他它余][^,。;!?]{0,4}|旁人|无关人员)[^,。;!?]{0,4}(?:不用|不必|别|莫|不)[来去到管参报填][^,。;!?]*/gu;
const CALLS_TOGETHER = /召开|参[会加]人员|准时(?:参[会加]|上线|到[会场])|会议通知/u;
const SOUNDS_OFF = 0.9;
const SAYS_OFF = 0.5;

/** "我们园也一样要,报到大群,这边不用再报": it is handed in elsewhere. */
const NOT_HERE_TOO =
  /(?:这边|这里|这头|本群|我这[儿边里]?|咱群)(?:就|都|也)?(?:不用|不必|不需要?|别)(?:再|重复)[报交填发传送]一?[遍次份]?/gu;

function isOffHereAlone(bare: string): boolean {
  const rest = bare.replaceAll(NOT_HERE_TOO, '');
  return rest !== bare && !callsOff(rest) && !stops(rest);
}

/** What the rules read, for which a text is a row of words that say or say not. */
export function kindByRules(view: MessageView): ChangeKind {
  const hasOldTime = view.times.otherTimes.some((time) => time.role === 'old');
  const hasNewTime = newTime(view) !== null;
  return changeKindOf(view.surface.bare.replaceAll(NOT_HERE_TOO, ''), {
    hasNewTime,
    hasOldTime,
    hasTime: hasNewTime || mayMove(view),
  });
}

export function signsOf(view: MessageView): ChangeSigns {
  return changeSigns(view, { hasNewTime: newTime(view) !== null, hasShift: shiftIn(view.surface.bare) !== null });
}

/** "会换地方了,改在二楼,还是三点半": what is changed is another thing than the time. */
const TIME_STAYS = /还是|仍[旧然]?|(?<!照片|图片|人员|名单|表样|报法)照[旧常]|时间(?:不变|不动)/u;

/** "48处,已上报。明天部长去看": what has gone up is moved no more, whatever day is named. */
const HANDED_UP = /(?:已经?|都|全部?)(?:上报|汇总|报(?:上去|送|[省市县区])|交上去|发上去|传上去)/u;

/** "下午那个碰头会不开了,资料盒照旧下班前摆好就行": it begins with what is off, and what is told behind it puts it at no other time. */
function startsOff(bare: string): boolean {
  const match = GATHERING_OFF.exec(bare);
  return match !== null && !PUT_ELSEWHERE.test(bare.slice(match.index + match[0].length));
}

const GATHERING_OFF =
  /^[^,。;!?]{0,24}(?:会议?|演练|培训|活动|座谈|比赛|讲座|宣讲)(?:先|就|都|暂时?)?(?:不[开搞办]了|取消了?|没了|作罢)(?=[,。;!]|$)/u;
const PUT_ELSEWHERE = /改|挪|移到|推[到迟]|延|往[前后]|另|重新|补|再[定约找议开]|放[到在]|恢复|不算|[按照]原|[还仍]按|还是/u;

/** "云太低,航飞取消,飞机收箱": the deed that the text begins with, or has a reason in front of, and no part of a thing. */
const DEED_OFF =
  /^(?:[^,。;!?]{1,8},)?(?![^,。;!?]*(?:说|会|模板|版|格式|表样|[栏列项]|环节|签|讲话|发言|合影|参观|餐|双休|休假|放假|[调轮]休|休息|补贴|标准|评优|接送|车|名单|地点|名额|时间|链接|资格|宽限|管制|封控|限行|预警|响应|警戒|[不没未别]))[\u4e00-\u9fff]{2,8}取消了?(?=[,。;!]|$)/u;
/** "承诺书并到周报附件里了,不用另交", "热线已收回工单,不用办了", "旧电脑先别送,哪天收我另外喊". */
const NEEDS_NONE =
  /(?:并到|并入|并进|合并到|合到)[^,。;!?]{1,14},?(?:就)?不(?:用|必|需)再?(?:另外?|单独)[报交填送办做]了?(?=[,。;!]|$)|(?:(?:收回|撤回|撤销|撤)了?[这那该]?[张个条份]?工单|工单[^,。;!?\d]{0,4}(?:收回|撤回|撤销|撤))了?(?:,?不用再?(?:办|回|管|答复|处理)|[。!]?$)|先别[报交送填发弄做搞办来去派拉](?:过来|来(?:[县镇乡村]里?)?)?了?,[^。;!?]{0,8}(?:哪天|几时|什么时候|何时|啥时候)[^。;!?]{0,8}(?:另|再)/u;
/** "双休取消,值班表明天照报": what is done all the same, or by a time to come. */
const GOES_ON = /照[旧常样报交填开发去办做]|还是?[得要]|不变|抓紧|其[余他它]|用新|用[^,。]{0,4}版|直接|重[新填派]/u;

function leavesNothing(view: MessageView): boolean {
  return newTime(view) === null && !isDueAhead(view) && !GOES_ON.test(view.surface.bare);
}

/** 早市的摆台不取消了. */
const UNCANCELLED = /(?<![要得])不(?:取消|撤销|作废)(?:了|[,。;!]|$)/u;

/** It names a time that something known may have moved to, though it doesn't say so. */
function mayMove(view: MessageView): boolean {
  const time = likeliestTime(view);
  return time !== null && !(PART_OF_DAY.test(time.phrase) && !view.times.deadlines.includes(time)) && !HANDED_UP.test(view.surface.bare);
}

/** "老者没大事,下午就回": says roughly when something happens. */
const PART_OF_DAY = /^(?:今天|今)?(?:早上?|上午|中午|下午|傍晚|晚上?|夜里)$/u;

function likeliestKind(view: MessageView, model: ChangeModel): ChangeKind {
  const hasShift = shiftIn(view.surface.bare) !== null;
  const hasTime = newTime(view) !== null || hasShift || mayMove(view);
  const isMoved = saysMoved(view) || hasShift;
  const mayBe = (kind: ChangeKind): boolean => {
    if (kind === 'deadline') return hasTime;
    if (kind === 'cancel') return !UNCANCELLED.test(view.surface.bare) && !isOffHereAlone(view.surface.bare);
    // Whatever else it presses for or adds: neither moves a time.
    if (kind === 'remind' || kind === 'amend') return !isMoved || (kind === 'amend' && TIME_STAYS.test(view.surface.bare));
    return kind !== 'done' || givesTasks(view.standing);
  };
  const rules = kindByRules(view);
  const byRules = rules === 'remind' && isMoved && !presses(view.surface.bare) ? 'deadline' : rules;
  return likeliestChange(signsOf(view), byRules, (kind) => kind === byRules || mayBe(kind), model);
}

export function saysRevived(bare: string): boolean {
  const whole = bare.replaceAll(PART_STAYS, '');
  return (REVIVES.test(whole) || takesUpAgain(whole)) && !STAYS_OFF.test(whole);
}

/** "放到下午4点,照片照旧": a part of it stays as it is. */
const PART_STAYS = /(?:照片|图片|地点|人员|名单|表样|报法|要求|格式|标准|口径|路线|其[他它余]|别的)(?:都|也|还是)?照[旧常样]/gu;

/** "酒店的还是不搞,恢复的只有石梯子那边": what was called off stays so, whatever else comes back. */
const STAYS_OFF = /(?:还是|仍然?|照样|依旧|继续|照旧)(?:先|暂)?不[搞开办弄去来报]/u;

/** The time that is said to hold now; null where none is. */
export const newTime: (view: MessageView) => Deadline | null = once(
  (view) => movedTime(view) ?? (saysRevived(view.surface.bare) ? timeThatHolds(view) : null),
);
