/** Points of the working day that stand for a clock: 下班前, 一上班, 中午下班前, 天黑前, 晚饭前. They count only with what follows here. */
import type { AnchorName, Recogniser } from './atom.ts';
import { alternatives, whichOf } from './which.ts';

const EDGE = '(?=之前|以前|前(?!后|台(?!账))|钱|时(?!间|段)|的?时候|为止|截止)';
const WORDS: readonly (readonly [anchor: AnchorName, source: string])[] = [
  ['morning_end', `(?:中午|上午)下班${EDGE}|午休${EDGE}`],
  ['afternoon_start', `下午上班${EDGE}`],
  [
    'end_of_work',
    `(?:下班|夏班|下搬|下斑|落班|放工|收工|下工|散工|收班|交班)(?:点|的?时间|铃(?:声)?响起?)?${EDGE}|下班(?=交|报|给[我俺咱]|[发送][我给群到来]|要[数表看]|[,。!;]|$)`,
  ],
  [
    'start_of_work',
    `(?:上班|尚班|开工|上工)${EDGE}|(?<![周期拜])一上班|上班后?第一(?:件事|时间)|刚上班|(?<=[今明后]天|[今明]早|(?:周|星期|礼拜)[一二三四五])上班(?=[给交报发送把将])|上班就(?=[交报发送给把将填提反完上弄])`,
  ],
  ['breakfast', `(?:早饭|吃早饭|早餐)${EDGE}`],
  ['lunch', `(?:午饭|吃午饭|午餐|中饭|晌饭|晌午饭|吃晌饭)${EDGE}`],
  ['supper', `(?:晚饭|吃晚饭|晚餐)${EDGE}`],
  ['meal', '(?<![早午晚中年餐])(?:开饭|吃饭|饭)(?=之前|以前|前(?!后|台))'],
  ['school_end', `放学${EDGE}`],
  ['dusk', `(?:天黑|(?:(?<![今明后昨前当每两三几])天)?擦黑|落黑|太阳落山|日落|落日)${EDGE}`],
  ['daybreak', `(?:天亮|日出)${EDGE}`],
  ['bedtime', `(?:睡觉|睡|熄灯)${EDGE}`],
];

export const workAnchor: Recogniser = {
  id: 'atom/anchor',
  hint: '班斑搬工休饭餐学黑山日亮睡灯',
  also: '前钱时止一后刚就下给交报发送把将',
  pattern: new RegExp(alternatives(WORDS), 'g'),
  read(_groups, _frame, match) {
    const anchor = whichOf(WORDS, match);
    return anchor === null ? null : { kind: 'anchor', anchor };
  },
};
