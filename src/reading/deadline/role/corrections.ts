/** Corrections: which of two times is the superseded one. 由15日延至22日, 不是21号是31号, 原定…现改为, 3点改到4点. */
import type { Phrase } from '../compose/phrase.ts';
import { MOVING_WEATHER } from '../words.ts';
import { type Correction, mayOwnUp, slipOf } from './slips.ts';

export type { Correction } from './slips.ts';

const MOVE =
  '(?:延(?:期|长|后|迟)?(?:到|至|为)|推迟?(?:到|至|后到)|往后(?:推|挪|延)(?:到|至)|顺延(?:到|至)|后延(?:到|至)|提前(?:到|至)|提早(?:到|至)|改(?:为|到|成|至|在|期(?:到|至)|签)|(?<!空)调(?:整)?(?:为|到|至|成)|变更(?:为|到|至)|[更纠订改]正(?:为|成)|修改为|更改为|换(?:到|成)|[前后]?挪(?:到|至)|[前后]?移(?:到|至)|放宽(?:到|至)|宽限?(?:到|至)|缓(?:到|至)|延续(?:到|至)|展期?(?:到|至)|[推拖]后(?:到|至)|补[录报交传登](?:到|至)|缩短?(?:到|至|为)|压缩?(?:到|至)|变(?:为|成)|(?:[改应请订]|(?<=[,]))写(?:成|为)|定(?:为|在|到))';
/** Words that move a time only where the old one stands beside: 会上提到, 赶到 are others. */
const PAIR_MOVE = `(?:${MOVE}|[提加](?:到|至)|(?:往前)?赶到|[前后]赶到|应(?:该|当)?(?:为|是|写))`;
export const OPEN = '[(（“"「【]?';
const BETWEEN = new RegExp(`^[^。!?;\\n]{0,24}?(?:${PAIR_MOVE}|现(?:为|定|$)|(?<=^.?|[起现后,]|一律|统一)改)(?:了|在|的是)?\\s?${OPEN}$`);
/** 周五→周四; 23号前交→改24号前交. */
const ARROW = /^(?:[交报填发收]|上报|提交|报送|截止)?[,]?\s{0,2}(?:→|[-=—]{1,3}>|⇒|➡)\s{0,2}(?:现?[改调](?:整|成|为|到|至|在){0,2}|为)?$/;
/** A time is the old one only where words before it or the verb right after say so. */
const FROM =
  /(?:由|从|[把将](?=[^,。;!]{0,4}$)|(?<![按照复回])原(?:定|来|本|计划|先|是|为|)|之前(?:定|说|通知|设|讲)的?(?:是)?|本来|此前|不是|(?:上午|早上|刚才|昨天|前[两几]天|起初|一开始|早先)(?:说|讲|通知|定|设|要求)(?:好|过)?的?|(?:首次|头一?次|第一次|最先|最早)定的?|(?<=,)后[来又]?改(?=[^,。;!]{0,2}$)|(?:上|前)一?条写的)[^,。;!]{0,14}$/;
/** Said to hold no longer, whatever follows: 原计划7月底, 以前是5天内, 说好的20号, 不再要求4月10日. */
const FORMER =
  /(?:(?<![高平草中还按照复回]|[一-龥]料)原(?![料件因则始告价产油子籍貌])(?:定|来|本|计划|先|说|是|为|要求|时间|截止|期限|时限|报送)?|说好的?|本该|本应|以前(?:是|定的)|(?:昨天|前天|上午|早上|刚才|之前|此前|先前|早前|前头|前[两几]天|起初|一开始)[^,。;!]{0,2}(?:说|讲|喊|叫|让|发|通知|布置|交代|定|设|要求)(?:好|过)?的?(?:是|在)?|老规矩|(?:按|照)?(?:惯例|往常|老样子)|不再(?:要求|是|按|限于?)|不限|不按)[^,。;!]{0,8}$/;
/** What tells that another time holds now. */
const FIRM_NOW = /现|改|提[前速]|[延推宽缓]|调|催|等不及|这[批次回]|本轮|也行|多[给留]|松口|不够|就得|[别不]等|来得及|那就/;
const NOW = new RegExp(`${FIRM_NOW.source}|统一|一律|再`);
/** 昨天叫你们周四报初稿,周五再报终稿: two steps, unless it is said that another time holds. */
const BIDDEN = /(?:喊|叫|让|布置|交代|老规矩|惯例|往常|老样子)[^,。;!]{0,8}$/;

function nowIn(left: string): RegExp {
  return BIDDEN.test(left) ? FIRM_NOW : NOW;
}

const FIRM_FORMER =
  /(?:(?<![按照复回])原(?:定|来|计划|说|要求|时间|截止|期限|时限|报送)|说好的?|本该|本应|以前(?:是|定的)|不再(?:要求|是|按|限于?)|不限|不按)[^,。;!]{0,8}$/;
const STILL = /照常|照旧|不变|仍|还是|没变|没动/;
const RUMOUR = /谣|传言|误传|据说|听说|假的/;
/** 定在 alone only says when. */
export const FIRM_MOVE = MOVE.replace('|定(?:为|在|到)', '');
const CLOSE_MOVE = `(?:${FIRM_MOVE}|应(?:该|当)?(?:为|是|写))`;
const CLOSE_BETWEEN = new RegExp(
  `^[^。!?;\\n,]{0,12}(?:,)?(?:统一|一律|现|临时|因故|暂|已|全部|都|先|时间)?[^,。;]{0,6}${CLOSE_MOVE}\\s?${OPEN}$`,
);
const AS_SET_FIRST = /(?:仍|还是?|依旧|继续)按(?:照)?(?:原[定来先]?的?)?\s?$/;
const NOT_BUT = /^(?!就是$)[^。!?;\n]{0,6}[,，]?(?:而|应该|应|我打错了)?(?:是|改|按)(?:到)?\s?$|^[,，]就(?:在)?$/;
/** 周五交改周四交, 15号前改14号前. */
const BARE_CHANGE = /^(?:上?[交报]|[发收填送]|截止)?的?改$/;
/** 以组织办的7月8日为准,不是党政办的7月6日. */
const NOT_THAT =
  /^[^,。!?;\n]{0,6}[,。]?(?:而|并)?(?:不是|并非|非|不再(?:要求|是|按|用)|不按|取代|替代|代替)(?:原(?:定|来)?的?)?(?:[一-龥]{1,3}[办局部科站室里写说发]的)?\s?$/;
/** 交到明天下午3点,原今天下午6点. */
const WAS_BEFORE = /^前?[,(（]\s?(?:比|较|较之)?(?:原(?:定|来|先|本|计划)?|之前|本来)(?:是|为|说|定|的)?\s?$/;
/** 18号来不及就20号吧, 20号太赶,给到25号. */
const TOO_SOON = /^[交报]?[,]?(?:[来赶]不及|赶不上|太[赶紧急晚迟])了?(?:的话)?[,]?(?:那?就|可以?)?(?:放|给|推|延|宽|改)?(?:到|在|至)?$/;
/** 原来周五,现在周四. */
const NOW_IS = /^[^,。!?;\n]{0,6}[,](?:现在|如今|眼下|这[回次])(?:是|为|按|要)?\s?$/;
const WRONG =
  /^[^。!?\n]{0,8}(?:写错|打错|发错|说错|口误|有误|错了|笔误|作废|不算|不对|改一下|改了)[^。!?\n]{0,10}(?:是|为|以|成|统一|到)\s?[“"「]?$/;
/** 21号交。口误,是24号: the slip is owned up to in a sentence of its own. */
const SLIP =
  /^[^。!?;\n]{0,8}[。;!][^。!?;\n]{0,3}(?:写错|打错|发错|说错|口误|更正|不对|错了)[^。!?;\n]{0,6}(?:是|为|以|成|统一|到|改)\s?$/;
/** 刚说的20号记错了,19号. */
const OWNED_UP = /^[,]?[^。!?;\n,]{0,4}(?:写|打|发|说|记|看|听|讲|弄|搞)错了?[,]\s?$/;
/** 星期五以前 不 星期四下班以前: said in one breath. */
const SELF_CORRECTED =
  /^(?:前|之前)?(?:[交报发来收]{1,2}|提交|上报)?[\s,、]{0,2}(?:不|不对|哦不对?|噢不对?|啊不对?|错了|说错了|打错了|口误|不是)[\s,、]{1,2}(?:是|应该是|应为)?$/;

/** 改到3月16日,刚又接电话说再改到3月18日; 后改7月22日,现最终定为7月24日. */
const AGAIN = /(?:(?:又|再)(?:次)?(?:改|延|推|提前|调|挪)|现(?:最终|最后|统一|再)?(?:定|改|调))[^,。;]{0,4}$/;
/** 昨天说改到周四,领导说不行,还是周三. */
const REFUSED =
  /^[^。!?;\n]{0,12}(?:不行|不同意|没同意|没批|不批|打回|否了|作罢)[^。!?;\n]{0,4}[,](?:那?就|仍|依旧)?(?:还是|仍)(?:按|是|在)?$/;

function isCorrectedAgain(gap: string): boolean {
  return AGAIN.test(gap) || REFUSED.test(gap) || SELF_CORRECTED.test(gap);
}

/** 以16日18:00为准,不是15日,也不是20日. */
const NOR = /^[,、]?(?:也|更)(?:不是|不按)$/;

/** Role of each corrected phrase, by index. */
export function findCorrections(phrases: readonly Phrase[], text: string): ReadonlyMap<number, Correction> {
  const found = new Map<number, Correction>();
  if (phrases.length < 2) return found;
  const maySlip = mayOwnUp(text);
  for (let index = 0; index + 1 < phrases.length; index++) {
    const [first, last] = [phrases[index], phrases[index + 1]];
    if (first === undefined || last === undefined || isWhenSaid(first, text)) continue;
    if (found.get(index) === 'old' && NOR.test(text.slice(first.end, last.start))) {
      found.set(index + 1, 'old');
      continue;
    }
    // A corrected time may be corrected once more: 提前到周四上午前,哦不对,周四中午12点前.
    if (found.get(index) === 'new' && !isCorrectedAgain(text.slice(first.end, last.start))) continue;
    if (isMovedFirst(first, last, text)) continue;
    const order = (maySlip ? slipOf(first, last, text) : null) ?? correctionOf(first, last, text);
    if (order === 'old' && isPeriodOfThing(first, text)) found.set(index + 1, 'new');
    else if (order !== null) {
      found.set(index, order);
      found.set(index + 1, order === 'old' ? 'new' : 'old');
    } else if (isFormer(first, last, text)) found.set(index, 'old');
  }
  return found;
}

/** 12月工资台账宽限至15日: of which month it is, not until when it was due. */
function isPeriodOfThing({ slots, edge, steps, start, end }: Phrase, text: string): boolean {
  if (steps[0] !== 'atom/month' || edge !== null || slots.clock !== null || FIRM_FORMER.test(text.slice(Math.max(0, start - 8), start)))
    return false;
  return OF_THING.test(text.slice(end, end + 8));
}

const OF_THING = /^份?的?(?!的|完成|结束)(?:(?![改推延提放宽挪移顺调至到前末底初])[一-龥]){2,}/u;

/** 台账再宽半天,明天中午12点前收,测评组改到下周了: the first is the new time already, and somebody else's is moved behind it. */
function isMovedFirst(first: Phrase, last: Phrase, text: string): boolean {
  const gap = text.slice(first.end, last.start);
  return MOVED_BEFORE.test(text.slice(Math.max(0, first.start - 16), first.start)) && OTHERS_MOVED.test(gap) && !isCorrectedAgain(gap);
}

const MOVED_BEFORE = /(?:再[宽延缓放推给]|宽限|延期?|推迟|提[前早]|往[前后][提推挪放移赶延])[^。!?;\n]{0,10}$/;
const OTHERS_MOVED = /^[^,。!?;\n]{0,6},(?!时间|截止|最[晚迟后]|期限|统一|现|又|再)[一-龥]{2,8}(?:改|推|延|挪|提前)/;

/** 昨天说的27号改25号, 今天通知里写的8号: when it was said is no time to be corrected. */
export function isWhenSaid({ start, slots }: Phrase, text: string): boolean {
  return (
    slots.day?.form === 'offset' &&
    ((/^(?:昨|前[天日])/.test(text.slice(start, start + 2)) && /^[^,。;]{0,4}(?:说|讲|发|通知|定)/.test(text.slice(start + 2))) ||
      /^今[天早日](?:的|那个)?(?:通知|文件|表)(?:里|上)?写/.test(text.slice(start, start + 10)))
  );
}

/** 原计划7月底完成的复核,…,7月20日完成: the first is said to be of the past, the second stands for itself. */
function isFormer(first: Phrase, last: Phrase, text: string): boolean {
  const gap = text.slice(first.end, last.start);
  const left = wordsBefore(first, text);
  if (gap.length > 40 || !/^[^。!?;\n]*,/.test(gap) || /[。!?;\n]/.test(gap) || STILL.test(gap) || RUMOUR.test(gap)) return false;
  return (
    (isSameSort(first, last) || (isCount(first) && isOfDays(last))) &&
    (FIRM_FORMER.test(left) || (FORMER.test(left) && nowIn(left).test(gap + beforeEnd(text.slice(last.end, last.end + 12)))))
  );
}

/** 原《关于…的通知》要求11月16日前: a title, however long, is one word. */
function wordsBefore({ start }: Phrase, text: string): string {
  return text
    .slice(Math.max(0, start - 80), start)
    .replace(/《[^》]*》/g, '')
    .slice(-24);
}

/** The next word may only tell why: 原通知25日前交,因25号放假,改24日前交. */
function beforeEnd(text: string): string {
  return text.split(/[。!?;\n]/, 1)[0] ?? '';
}

function isSameSort(first: Phrase, last: Phrase): boolean {
  const isDay = ({ slots }: Phrase) => slots.day !== null || slots.stretch !== null;
  return isDay(first) === isDay(last) && (first.slots.duration === null) === (last.slots.duration === null);
}

/** 昨天喊的三天内交,…,多给两天:7月13日以前交: a count of days, and then the day. */
function isCount({ slots }: Phrase): boolean {
  return slots.duration?.edge === 'within';
}

const WEATHER_MOVED = new RegExp(`^的${MOVING_WEATHER}`);

/** What the first of two neighbouring phrases is. */
function correctionOf(first: Phrase, last: Phrase, text: string): Correction | null {
  const gap = text.slice(first.end, last.start);
  if (gap.length > 40) return null;
  const left = text.slice(Math.max(0, first.start - 24), first.start);
  if (/(?:万一|如果|如遇|要是|若)\s?$/.test(left) || RUMOUR.test(gap) || WEATHER_MOVED.test(gap)) return null;
  // 寒假从1月23日放到2月21日.
  if (/^放到$/.test(gap) && /假[^,。]{0,2}[从自]?$/.test(left)) return null;
  if (/逾期|过期|否则|不然|超过|超时/.test(gap)) return null;
  // 仍按原定23日下班前,此前顺延到24日的通知收回.
  if (AS_SET_FIRST.test(left) && /[,。;]/.test(gap)) return 'new';
  if (ARROW.test(gap) || SELF_CORRECTED.test(gap)) return 'old';
  if (/(?:(?:不是|并非)(?:让|叫|要|说)?(?:你们?|大家)?|非|不按|不再是)\s?$/.test(left) && NOT_BUT.test(gap)) return 'old';
  if (/(?:不是|并非)$/.test(left) && /^[,、]$/.test(gap) && /^(?:[,。!吧啊哈]|$|[交报收要])/.test(text.slice(last.end, last.end + 1)))
    return 'old';
  // 录表不等26日了,…25日中午12点前报.
  if (
    /(?:不等|别等)到?$/.test(left) &&
    /^(?:了|再|[,，])[^。!?;\n]{0,36}$/.test(gap) &&
    isSameSort(first, last) &&
    !isSaidAgain(first, last, text)
  )
    return 'old';
  if (NOT_THAT.test(gap) && isOfDays(first) && !isMereName(first)) return 'new';
  if (WAS_BEFORE.test(gap) && isSameSort(first, last)) return 'new';
  if (
    NOW_IS.test(gap) &&
    FROM.test(left) &&
    isSameSort(first, last) &&
    !/^(?:[来赶]不及|赶不上|太|不行)/.test(text.slice(last.end, last.end + 4))
  )
    return 'old';
  if (TOO_SOON.test(gap) && isSameSort(first, last)) return 'old';
  if (REFUSED.test(gap) || WRONG.test(gap) || SLIP.test(gap) || OWNED_UP.test(gap)) return 'old';
  // 再改回来:会商会还是15:00,县里视频会挪到晚上了: what holds again isn't what was moved.
  if (HOLDS_AGAIN.test(left)) return null;
  const isMove = BETWEEN.test(gap) && !/以[^。]{0,6}$/.test(gap.slice(0, -1));
  if ((isMove && FROM.test(left)) || BARE_CHANGE.test(gap)) return 'old';
  return CLOSE_BETWEEN.test(gap) && !/[,。](?:但|不过|而)[一-龥]{3,}/.test(gap) && first.slots.day?.anaphoric === undefined ? 'old' : null;
}

const HOLDS_AGAIN = /(?:改回|恢复|照旧|不变)[^。!?;\n]{0,12}(?:还是|仍是?|依旧是?)(?:在|定在)?$/;

/** 莫等明天,明天可能就晚了. */
function isSaidAgain(first: Phrase, last: Phrase, text: string): boolean {
  return text.slice(first.start, first.end) === text.slice(last.start, last.end);
}

/** 端午值班表:不是后天,是明天: a festival names the thing. */
function isMereName({ slots, edge }: Phrase): boolean {
  return slots.day?.form === 'festival' && edge === null && slots.clock === null;
}

/** 去年不是元旦前才交的吗: a year is set right by no day. */
function isOfDays({ slots, edge }: Phrase): boolean {
  return slots.stretch === null || edge !== null;
}
