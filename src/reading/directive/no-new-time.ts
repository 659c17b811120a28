/** Times of a change that nothing is moved to: when it must not get to be, when it would have been, when it is tried out, how much longer is given. */
import type { OtherTime } from '../../model/deadline.ts';
import type { MessageView } from '../view.ts';
import { normalOffset } from './normal-offset.ts';
import { isInName } from './times-of-task.ts';

export function isNoNewTime(view: MessageView, time: OtherTime): boolean {
  // "国庆值班表明天先给我": the festival only says which.
  if (isInName(time)) return true;
  return [isOffThen, isWarnedOf, isAdvised, isLeft, isForTrial, isAllowance].some((isOne) => isOne(view, time));
}

/** "睡可以,别睡到四点半", "别等到周五": so late it must not get, or no longer, so it isn't when anything is. */
function isWarnedOf(view: MessageView, { span }: OtherTime): boolean {
  const before = view.normal.text.slice(0, normalOffset(view, span[0]));
  return TOO_LATE.test(before) || NOT_THEN.test(before) || LAST_TIME.test(before);
}

/** "视频会往后推了,反正明天下午不开了": when it would have been. */
function isOffThen(view: MessageView, { span }: OtherTime): boolean {
  const end = normalOffset(view, span[1]);
  return /^(?:的?会|那个?会|就|都|肯定|反正){0,2}(?:不[开办搞演]|开不成|办不成)了?/u.test(view.normal.text.slice(end, end + 10));
}

/** "收蚁推迟到22日前后为好": advice. */
export function isAdvised(view: MessageView, { span }: Pick<OtherTime, 'span'>): boolean {
  const end = normalOffset(view, span[1]);
  return /^(?:前后|左右)?(?:为好|为宜|较好|合适)/u.test(view.normal.text.slice(end, end + 6));
}

/** "连线房间还是那个,明晚18:30开始试线": when it is tried out, not when it begins. */
function isForTrial(view: MessageView, { span }: OtherTime): boolean {
  const end = normalOffset(view, span[1]);
  return TRIED.test(view.normal.text.slice(end, end + 10));
}

const TRIED = /^(?:就|先|统一|开始|进行|准时)*(?:试线|试音|试机|试连|调试|联调|测试|彩排|预演|点名)/u;

/** "再给一晚上": how long, and not when. */
function isAllowance(view: MessageView, { span }: OtherTime): boolean {
  return ALLOWED.test(view.normal.text.slice(0, normalOffset(view, span[0])));
}

const ALLOWED = /[再多]给(?:你们?|大家|各位)?[一半]?个?$/u;

function isLeft(view: MessageView, { span }: OtherTime): boolean {
  const { text } = view.normal;
  return FROM.test(text.slice(0, normalOffset(view, span[0]))) && MOVES_ON.test(text.slice(normalOffset(view, span[1])));
}

/** "别再两点跑来", "不等下午了", "别按三点来". */
const NOT_THEN = /(?:别|莫|甭|不要|不用|不必|不)(?:再|等到?|按)$/u;
/** "这周五为限。去年有三个社区拖到放假前一晚": how it went last time. */
const LAST_TIME = /(?:去年|前年|往年|上次|上回|上一次)[^。!?;\n]{0,16}$/u;
const TOO_LATE = /(?:别|莫|勿|休|不要|不能|不许|不准|不可)(?:再|又|一直|老|都|给我)?[\u4e00-\u9fff]{0,2}到$/u;

/** "由11月30日放到12月2日": where it comes from, whatever verb went before. */
const FROM = /(?:由|从|自)\s?$/u;
const MOVES_ON = /^[^,。;:!?\n]{0,3}?(?:[改放延推挪移拖提调缓顺宽]|往[前后])/u;
