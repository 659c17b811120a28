/** Corrections: which of two times is the superseded one. 由15日延至22日, 不是21号是31号, 原定…现改为, 3点改到4点. */
import type { Phrase } from '../compose/phrase.ts';
import { HAPPENING } from '../words.ts';
import type { Role, RoleRule, Scene } from './scene.ts';

export type Correction = 'old' | 'new';

const MOVE =
  '(?:延(?:期|长|后|迟)?(?:到|至|为)|推迟?(?:到|至|后到)|往后(?:推|挪|延)(?:到|至)|顺延(?:到|至)|后延(?:到|至)|提前(?:到|至)|提早(?:到|至)|改(?:为|到|成|至|在|期(?:到|至)|签)|调(?:整)?(?:为|到|至|成)|变更(?:为|到|至)|更正(?:为|成)|修改为|更改为|换(?:到|成)|挪(?:到|至)|移(?:到|至)|放宽(?:到|至)|宽限(?:到|至)|缩短(?:到|至)|变(?:为|成)|定(?:为|在|到))';
const OPEN = '[(（“"「【]?';
const BETWEEN = new RegExp(`^[^。!?;\\n]{0,24}?(?:${MOVE}|应(?:该)?(?:为|是)|现(?:为|定)|(?<=^.?)改)(?:了|在|的是)?\\s?${OPEN}$`, 'u');
const ARROW = /^\s?(?:→|->|=>|⇒|➡)\s?$/u;
/** A time is the old one only where words before it or the verb right after say so. */
const FROM =
  /(?:由|从|原(?:定|来|本|计划|先|是|为|)|之前(?:定|说|通知)的?(?:是)?|本来|此前|不是|上午说的|刚才说的|早上通知的?|昨天通知的?)[^,。;!]{0,14}$/u;
const CLOSE_BETWEEN = new RegExp(
  `^[^。!?;\\n,]{0,12}(?:,)?(?:统一|一律|现|临时|因故|暂|已|全部|都|先|时间)?[^,。;]{0,6}${MOVE}\\s?${OPEN}$`,
  'u',
);
const NOT_BUT = /^[^。!?;\n]{0,6}[,，]?(?:而|应该|应|我打错了)?(?:是|改)(?:到)?\s?$/u;
const WRONG = /^[^。!?\n]{0,8}(?:写错|打错|发错|说错|有误|错了|笔误|作废|不算|不对|改一下|改了)[^。!?\n]{0,10}(?:是|为|以|成|统一|到)\s?$/u;
/** 星期五以前 不 星期四下班以前: said in one breath. */
const SELF_CORRECTED = /^[\s,、]{0,2}(?:不|不对|哦不|噢不|啊不|错了|不是)[\s,、]{1,2}(?:是)?$/u;

/** Role of each corrected phrase, by index. */
export function findCorrections(phrases: readonly Phrase[], text: string): ReadonlyMap<number, Correction> {
  const found = new Map<number, Correction>();
  for (let index = 0; index + 1 < phrases.length; index++) {
    const [first, last] = [phrases[index], phrases[index + 1]];
    if (first === undefined || last === undefined || found.get(index) === 'new') continue;
    const order = correctionOf(first, last, text);
    if (order === null) continue;
    found.set(index, order);
    found.set(index + 1, order === 'old' ? 'new' : 'old');
  }
  return found;
}

/** What the first of two neighbouring phrases is. */
function correctionOf(first: Phrase, last: Phrase, text: string): Correction | null {
  const gap = text.slice(first.end, last.start);
  if (gap.length > 40) return null;
  const left = text.slice(Math.max(0, first.start - 24), first.start);
  if (/(?:万一|如果|如遇|要是|若)\s?$/u.test(left)) return null;
  if (ARROW.test(gap) || SELF_CORRECTED.test(gap)) return 'old';
  if (/(?:不是|并非|非)\s?$/u.test(left) && NOT_BUT.test(gap)) return 'old';
  if (/^[^。!?;\n]{0,4}[,，]?(?:而)?(?:不是|并非)\s?$/u.test(gap)) return 'new';
  if (WRONG.test(gap)) return 'old';
  const isMove = BETWEEN.test(gap) && !/以[^。]{0,6}$/u.test(gap.slice(0, -1));
  if (isMove && FROM.test(left)) return 'old';
  return CLOSE_BETWEEN.test(gap) && first.slots.day?.anaphoric === undefined ? 'old' : null;
}

/** 点儿不变,还是3点. */
export const unchanged: RoleRule = {
  id: 'role/unchanged',
  role({ left, phrase }) {
    if (!/(?:时间|点儿?|钟点|日期|期限|时限)[^,。]{0,2}(?:不变|没变|照旧)[,]?(?:还是|仍是|仍为|依旧是?|为|是)?$/u.test(left)) return null;
    return phrase.edge === null && HAPPENING.test(left) ? 'event' : 'deadline';
  },
};

const MOVED_LEFT = new RegExp(`(?:${MOVE}|现(?:为|定)|更正[:为]|应为|放到|(?<![整修涂批])改)(?:了)?\\s?${OPEN}$`, 'u');

/** The phrase is where something was moved to, its old time said or not. */
export function isMovedTo(left: string): boolean {
  return MOVED_LEFT.test(left.slice(-10));
}

/** Services whose hours are moved or lengthened. */
const SERVICE = /公交|地铁|班车|末班|营业|开放|运营|服务|灯光|门诊|集市|夜市|供[水电暖气]|停[水电气]/u;

/** What was moved: a submission, or a happening. */
export function correctedRole({ phrase, left, right }: Scene): Role {
  const { edge, slots } = phrase;
  if (edge === 'before' || edge === 'within' || edge === 'until' || slots.duration?.edge === 'within') return 'deadline';
  if (/报送|上报|提交|填报|截止|时限|期限|报名|反馈|交表|缴费|参保|认证|征集|申报|登记/u.test(left)) return 'deadline';
  return HAPPENING.test(left) ||
    /(?<![不才就也都将只学机社])会(?:商)?(?=改|往|挪|推|延|提|调|变|换|时间|$)/u.test(left) ||
    HAPPENING.test(right) ||
    SERVICE.test(left)
    ? 'event'
    : 'deadline';
}
