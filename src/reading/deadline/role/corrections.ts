/** Corrections: which of two times is the superseded one. 由15日延至22日, 不是21号是31号, 原定…现改为, 3点改到4点. */
import type { Phrase } from '../compose/phrase.ts';
import { firstVerb } from '../verbs.ts';
import { HAPPENING } from '../words.ts';
import { isOfHours } from './rules-range.ts';
import { KEPT_OPEN } from './rules-verb.ts';
import type { Role, RoleRule, Scene } from './scene.ts';
import { type Correction, mayOwnUp, slipOf } from './slips.ts';

export type { Correction } from './slips.ts';

const MOVE =
  '(?:延(?:期|长|后|迟)?(?:到|至|为)|推迟?(?:到|至|后到)|往后(?:推|挪|延)(?:到|至)|顺延(?:到|至)|后延(?:到|至)|提前(?:到|至)|提早(?:到|至)|改(?:为|到|成|至|在|期(?:到|至)|签)|调(?:整)?(?:为|到|至|成)|变更(?:为|到|至)|更正(?:为|成)|修改为|更改为|换(?:到|成)|[前后]?挪(?:到|至)|[前后]?移(?:到|至)|放宽(?:到|至)|宽限?(?:到|至)|缓(?:到|至)|延续(?:到|至)|展期?(?:到|至)|[推拖]后(?:到|至)|补[录报交传登](?:到|至)|缩短?(?:到|至|为)|压缩?(?:到|至)|变(?:为|成)|(?:[改应请订]|(?<=[,]))写(?:成|为)|定(?:为|在|到))';
/** Words that move a time only where the old one stands beside: 会上提到, 赶到 are others. */
const PAIR_MOVE = `(?:${MOVE}|提(?:到|至)|(?:往前)?赶到|[前后]赶到|应(?:该|当)?(?:为|是|写))`;
const OPEN = '[(（“"「【]?';
const BETWEEN = new RegExp(`^[^。!?;\\n]{0,24}?(?:${PAIR_MOVE}|现(?:为|定)|(?<=^.?|[起现]|一律|统一)改)(?:了|在|的是)?\\s?${OPEN}$`, 'u');
const ARROW = /^\s{0,2}(?:→|[-=—]{1,3}>|⇒|➡)\s{0,2}$/u;
/** A time is the old one only where words before it or the verb right after say so. */
const FROM =
  /(?:由|从|[把将](?=[^,。;!]{0,4}$)|原(?:定|来|本|计划|先|是|为|)|之前(?:定|说|通知|设|讲)的?(?:是)?|本来|此前|不是|(?:上午|早上|刚才|昨天|前[两几]天|起初|一开始|早先)(?:说|讲|通知|定|设|要求)(?:好|过)?的?|(?:上|前)一?条写的)[^,。;!]{0,14}$/u;
/** Said to hold no longer, whatever follows: 原计划7月底, 以前是5天内, 说好的20号, 不再要求4月10日. */
const FORMER =
  /(?:(?<![高平草中还]|[一-龥]料)原(?![料件因则始告价产油子籍貌])(?:定|来|本|计划|先|说|是|为|要求|时间|截止|期限|时限|报送)?|说好的?|本该|本应|以前(?:是|定的)|(?:昨天|前天|上午|早上|刚才|之前|此前|前[两几]天|起初|一开始)[^,。;!]{0,2}(?:说|讲|通知|定|设|要求)(?:好|过)?的?(?:是|在)?|不再(?:要求|是|按|限于?)|不限|不按)[^,。;!]{0,8}$/u;
/** What tells that another time holds now. */
const NOW = /现|改|提[前速]|[延推宽缓]|调|统一|一律|催|等不及|这[批次回]|本轮|也行|再|不够|就得/u;
const FIRM_FORMER =
  /(?:原(?:定|来|计划|说|要求|时间|截止|期限|时限|报送)|说好的?|本该|本应|以前(?:是|定的)|不再(?:要求|是|按|限于?)|不限|不按)[^,。;!]{0,8}$/u;
const STILL = /照常|照旧|不变|仍|还是|没变|没动/u;
const RUMOUR = /谣|传言|误传|据说|听说|假的/u;
/** 定在 alone only says when. */
const FIRM_MOVE = MOVE.replace('|定(?:为|在|到)', '');
const CLOSE_MOVE = `(?:${FIRM_MOVE}|应(?:该|当)?(?:为|是|写))`;
const CLOSE_BETWEEN = new RegExp(
  `^[^。!?;\\n,]{0,12}(?:,)?(?:统一|一律|现|临时|因故|暂|已|全部|都|先|时间)?[^,。;]{0,6}${CLOSE_MOVE}\\s?${OPEN}$`,
  'u',
);
const NOT_BUT = /^(?!就是$)[^。!?;\n]{0,6}[,，]?(?:而|应该|应|我打错了)?(?:是|改|按)(?:到)?\s?$|^[,，]就(?:在)?$/u;
/** 周五交改周四交, 15号前改14号前. */
const BARE_CHANGE = /^(?:上?[交报]|[发收填送]|截止)?的?改$/u;
/** 以组织办的7月8日为准,不是党政办的7月6日. */
const NOT_THAT =
  /^[^,。!?;\n]{0,6}[,]?(?:而|并)?(?:不是|并非|非|不再(?:要求|是|按|用)|不按|取代|替代|代替)(?:原(?:定|来)?的?)?(?:[一-龥]{1,3}[办局部科站室里写说发]的)?\s?$/u;
/** 交到明天下午3点,原今天下午6点. */
const WAS_BEFORE = /^前?[,(（]\s?(?:比|较|较之)?(?:原(?:定|来|先|本|计划)?|之前|本来)(?:是|为|说|定|的)?\s?$/u;
/** 原来周五,现在周四. */
const NOW_IS = /^[^,。!?;\n]{0,6}[,](?:现在|如今|眼下|这[回次])(?:是|为|按|要)?\s?$/u;
const WRONG =
  /^[^。!?\n]{0,8}(?:写错|打错|发错|说错|口误|有误|错了|笔误|作废|不算|不对|改一下|改了)[^。!?\n]{0,10}(?:是|为|以|成|统一|到)\s?[“"「]?$/u;
/** 21号交。口误,是24号: the slip is owned up to in a sentence of its own. */
const SLIP =
  /^[^。!?;\n]{0,8}[。;!][^。!?;\n]{0,3}(?:写错|打错|发错|说错|口误|更正|不对|错了)[^。!?;\n]{0,6}(?:是|为|以|成|统一|到|改)\s?$/u;
/** 刚说的20号记错了,19号. */
const OWNED_UP = /^[^。!?;\n,]{0,4}(?:写|打|发|说|记|看|听|讲|弄|搞)错了?[,]\s?$/u;
/** 星期五以前 不 星期四下班以前: said in one breath. */
const SELF_CORRECTED =
  /^(?:前|之前)?(?:[交报发来收]{1,2}|提交|上报)?[\s,、]{0,2}(?:不|不对|哦不对?|噢不对?|啊不对?|错了|说错了|打错了|口误|不是)[\s,、]{1,2}(?:是|应该是|应为)?$/u;

/** 改到3月16日,刚又接电话说再改到3月18日. */
const AGAIN = /(?:又|再)(?:次)?(?:改|延|推|提前|调|挪)[^,。;]{0,4}$/u;
/** 昨天说改到周四,领导说不行,还是周三. */
const REFUSED =
  /^[^。!?;\n]{0,12}(?:不行|不同意|没同意|没批|不批|打回|否了|作罢)[^。!?;\n]{0,4}[,](?:那?就|仍|依旧)?(?:还是|仍)(?:按|是|在)?$/u;

function isCorrectedAgain(gap: string): boolean {
  return AGAIN.test(gap) || REFUSED.test(gap) || SELF_CORRECTED.test(gap);
}

/** Role of each corrected phrase, by index. */
export function findCorrections(phrases: readonly Phrase[], text: string): ReadonlyMap<number, Correction> {
  const found = new Map<number, Correction>();
  if (phrases.length < 2) return found;
  const maySlip = mayOwnUp(text);
  for (let index = 0; index + 1 < phrases.length; index++) {
    const [first, last] = [phrases[index], phrases[index + 1]];
    if (first === undefined || last === undefined || isDayGone(first, text)) continue;
    // A corrected time may be corrected once more: 提前到周四上午前,哦不对,周四中午12点前.
    if (found.get(index) === 'new' && !isCorrectedAgain(text.slice(first.end, last.start))) continue;
    const order = (maySlip ? slipOf(first, last, text) : null) ?? correctionOf(first, last, text);
    if (order !== null) {
      found.set(index, order);
      found.set(index + 1, order === 'old' ? 'new' : 'old');
    } else if (isFormer(first, last, text)) found.set(index, 'old');
  }
  return found;
}

/** 昨天说的27号改25号: when it was said is no time to be corrected. */
export function isDayGone({ start, slots }: Phrase, text: string): boolean {
  return (
    slots.day?.form === 'offset' &&
    /^(?:昨|前[天日])/u.test(text.slice(start, start + 2)) &&
    /^[^,。;]{0,4}(?:说|讲|发|通知|定)/u.test(text.slice(start + 2))
  );
}

/** 原计划7月底完成的复核,…,7月20日完成: the first is said to be of the past, the second stands for itself. */
function isFormer(first: Phrase, last: Phrase, text: string): boolean {
  const gap = text.slice(first.end, last.start);
  const left = text.slice(Math.max(0, first.start - 24), first.start);
  if (gap.length > 40 || !/^[^。!?;\n]*,/u.test(gap) || /[。!?;\n]/u.test(gap) || STILL.test(gap) || RUMOUR.test(gap)) return false;
  return (
    isSameSort(first, last) &&
    (FIRM_FORMER.test(left) || (FORMER.test(left) && NOW.test(gap + beforeEnd(text.slice(last.end, last.end + 12)))))
  );
}

/** The next word may only tell why: 原通知25日前交,因25号放假,改24日前交. */
function beforeEnd(text: string): string {
  return text.split(/[。!?;\n]/u, 1)[0] ?? '';
}

function isSameSort(first: Phrase, last: Phrase): boolean {
  const isDay = ({ slots }: Phrase) => slots.day !== null || slots.stretch !== null;
  return isDay(first) === isDay(last) && (first.slots.duration === null) === (last.slots.duration === null);
}

/** What the first of two neighbouring phrases is. */
function correctionOf(first: Phrase, last: Phrase, text: string): Correction | null {
  const gap = text.slice(first.end, last.start);
  if (gap.length > 40) return null;
  const left = text.slice(Math.max(0, first.start - 24), first.start);
  if (/(?:万一|如果|如遇|要是|若)\s?$/u.test(left) || RUMOUR.test(gap)) return null;
  if (/逾期|过期|否则|不然|超过|超时/u.test(gap)) return null;
  if (ARROW.test(gap) || SELF_CORRECTED.test(gap)) return 'old';
  if (/(?:(?:不是|并非)(?:让|叫|要|说)?(?:你们?|大家)?|非|不按|不再是)\s?$/u.test(left) && NOT_BUT.test(gap)) return 'old';
  if (NOT_THAT.test(gap) && isOfDays(first)) return 'new';
  if (WAS_BEFORE.test(gap) && isSameSort(first, last)) return 'new';
  if (
    NOW_IS.test(gap) &&
    FROM.test(left) &&
    isSameSort(first, last) &&
    !/^(?:[来赶]不及|赶不上|太|不行)/u.test(text.slice(last.end, last.end + 4))
  )
    return 'old';
  if (REFUSED.test(gap) || WRONG.test(gap) || SLIP.test(gap) || OWNED_UP.test(gap)) return 'old';
  const isMove = BETWEEN.test(gap) && !/以[^。]{0,6}$/u.test(gap.slice(0, -1));
  if ((isMove && FROM.test(left)) || BARE_CHANGE.test(gap)) return 'old';
  return CLOSE_BETWEEN.test(gap) && !/[,。](?:但|不过|而)[一-龥]{3,}/u.test(gap) && first.slots.day?.anaphoric === undefined ? 'old' : null;
}

/** 去年不是元旦前才交的吗: a year is set right by no day. */
function isOfDays({ slots, edge }: Phrase): boolean {
  return slots.stretch === null || edge !== null;
}

/** 点儿不变,还是3点. */
export const unchanged: RoleRule = {
  id: 'role/unchanged',
  hint: '变动照调',
  role({ left, phrase }) {
    if (
      !/(?:时间|点儿?|钟点|日期|期限|时限|[交报]期|提交日|交表日|截止日)[^,。]{0,2}(?:不变|没变化?|没有变化?|未变|照旧|没动|不动|不作调整)[,]?(?:还是|还按|仍是|仍为|仍按|依旧是?|依然是?|照旧|照样|照常|维持|就是|为|是|按)?$/u.test(
        left,
      )
    )
      return null;
    if (HELD_TIME.test(left)) return 'deadline';
    return phrase.edge === null && HAPPENING.test(left) ? 'event' : 'deadline';
  },
};

/** 评审会挪到线上,材料提交时间不变,还是周四: what holds is the time of handing in. */
const HELD_TIME =
  /(?:[交报]|提交|报送|上报|填报|截止|反馈)[^,。]{0,2}(?:时间|日期|期限|时限)[^,。]{0,2}(?:不变|没变|未变|照旧|不动|没动)[^,。]{0,2}[,]?[^,。]{0,4}$/u;

const MOVED_LEFT = new RegExp(
  `(?:${FIRM_MOVE}|(?:截止|期限|时限|[报交]|完成)[^,。]{0,4}定(?:在|为)|现(?:为|定)|更正[:为]|应为|放到|(?<![整修涂批])改)(?:了)?\\s?${OPEN}$`,
  'u',
);

/** The phrase is where something was moved to, its old time said or not. */
export function isMovedTo({ left, phrase }: Scene): boolean {
  // 从晚上8点放到9点40: a showing; 门诊号放到两周内.
  if (phrase.slots.day === null && /放到$/u.test(left)) return false;
  return MOVED_LEFT.test(left.slice(-10)) || MOVED_BY.test(left.slice(-20)) || CHANGED.test(left.slice(-20));
}

/** 提前1天,即6月11日; 延长三天到6月18日. */
const MOVED_BY =
  /(?:再|多|又)?(?:[宽缓延推](?:限|迟|后)?|放宽)[一两二三半](?:天|日)[,]\s?$|(?:延[长期后迟]?|推[迟后]|顺延|提前|缩短|宽限|放宽)[^,。;]{1,8}[,]?(?:即|也就是|到|至)\s?$/u;
/** 交的时间又变了,这回是15号. */
const CHANGED = /(?:时间|日期|期限|日子)[^,。;]{0,4}(?:变了|改了|有变化?|有调整)[,:](?:这[回次]|现在|新的)?(?:是|为|到)\s?$/u;

/** 以5月28日为准; 是5月18号,不是5月81号: told to hold, against another that may be no day at all. */
export function isToldToHold({ phrase, left, right, ahead, frame }: Scene): boolean {
  if (phrase.slots.repeat !== null || (ahead !== null && ahead.value.day < frame.today)) return false;
  if (/^(?:前|之前|截止|[交报]的?)?(?:为准|的来$|的来[,。])/u.test(right) && /(?:以|按)[^,。;]{0,8}$/u.test(left)) return true;
  return /(?:^|[^不])(?:是|应为|按)\s?$/u.test(left) && AGAINST_NO_DAY.test(right);
}

const AGAINST_NO_DAY = /^[^,。]{0,4}[,]?(?:而)?(?:不是|并非|而非)\s?[“"]?\d{1,4}[月.日号点:]/u;

/** Services whose hours are moved or lengthened. */
const SERVICE =
  /公交|地铁|班车|末班|营业|开放|运营|服务|灯光|门诊|集市|夜市|供[水电暖气]|停[水电气]|食堂|[早午晚]饭|校车|垃圾|清运|洒水|超市|快递|大门|路灯|广播|锻炼|广场舞|庙会|集市/u;

/** 出院时间改成明天下午; 交表时间 and a bare 时间 may be of a submission. */
function isTimeOfHappening(left: string, clauseRight: string): boolean {
  const of = /(?<of>[一-龥]{2})时间(?:由[^,。;]{0,12})?[^,。;]{0,4}$/u.exec(left)?.groups?.['of'];
  return (
    of !== undefined &&
    !/[的交报收办填]|截止|提交|反馈|[征整完审核]/u.test(of) &&
    firstVerb(of) !== 'deed' &&
    firstVerb(clauseRight) !== 'deed'
  );
}

/** What was moved: a submission, or a happening. */
/** 月报交到明天下午3点; 报到材料延期:…改3月1日. */
const HANDED_IN =
  /(?:[交报收填发](?:到|至)|(?:材料|表格?|报告|台账|名单|总结|数据|方案|资料)[^,。;]{0,4}(?:延期|延后|提前|推迟|顺延)[:,][^。;]{0,16})$/u;

/** 体检表改到下周二收. */
const PAPER_MOVED =
  /(?:表|单|册|稿|材料|台账|数据|照片|报告|方案|[总小]结|合同|发票)(?:的?[一-龥]{0,4})?(?:改|推|延|提前|挪|调|顺|移|放)[^,。]{0,4}$/u;

export function correctedRole({ phrase, left, right, clauseLeft, clauseRight }: Scene): Role {
  const { edge, slots } = phrase;
  if (edge === null && /闹钟|时钟|手表/u.test(left)) return 'event';
  // 养老院探视时间改成下午三点到五点; 今天星期三,不是星期四.
  if (isOfHours(phrase) || /^就要?(?:收费|坏|过期|失效|涨)/u.test(clauseRight)) return 'event';
  if (edge === null && slots.sameDay !== null && slots.day?.form === 'offset' && firstVerb(left + right) === null) return 'other';
  if (edge === 'before' || edge === 'within' || edge === 'until' || slots.duration?.edge === 'within') return 'deadline';
  if (/报送|上报|提交|填报|截止|时限|期限|报名|反馈|交表|缴费|参保|认证|征集|申报|登记|补录|录入|交件|报备|举证/u.test(left))
    return 'deadline';
  if (/(?:周[一二三四五六日]|[日号前天])[交报](?:[,。的]|$)/u.test(left)) return 'deadline';
  if (HANDED_IN.test(left)) return 'deadline';
  if (KEPT_OPEN.test(clauseLeft)) return 'deadline';
  if (PAPER_MOVED.test(clauseLeft) && firstVerb(clauseRight) === 'deed') return 'deadline';
  if (edge === null && isTimeOfHappening(left, clauseRight)) return 'event';
  if (edge === null && SERVICE.test(left) && /^(?:[发开走到来收](?:车|门|饭|班)?)?(?:$|[,。])/u.test(clauseRight)) return 'event';
  if (firstVerb(clauseRight) === 'deed' && firstVerb(clauseLeft) !== 'happening') return 'deadline';
  return HAPPENING.test(left) ||
    /(?:(?<![不才就也都将只学机社])会(?:商)?|[的节堂]课|(?<!自)检查|督查|抽查|暗访|考核|评估|观摩|测评|巡察)(?=改|往|挪|推|延|提|调|变|换|时间|$)/u.test(
      left,
    ) ||
    firstVerb(right) === 'happening' ||
    SERVICE.test(left)
    ? 'event'
    : 'deadline';
}
