/** Parts of the day, dialect included: 头晌 (morning), 晌午 (noon), 后晌 (afternoon), 下晚 and 擦黑 (dusk), 黑 (night). */
import type { Part, Recogniser } from './atom.ts';
import { alternatives, whichOf } from './which.ts';

const WORDS: readonly (readonly [part: Part, source: string])[] = [
  ['dawn', '凌晨|后半夜|下半夜'],
  [
    'morning',
    '清晨|清早|(?<![周期拜])一大早|大清早|大早上|(?<![周期拜])一早|早上(?!班)|早晨|早起|朝早|上昼|(?<=听)朝|(?:(?<![周期拜])一)?上午|上半[天日]|(?<=[今明昨后天儿号日]|^|[,。;:\\s])前半[天日]|头晌午?|前[晌响]|早间|(?<=[今明每当次后])[早晨]|(?<=[一二三四五六日号天末儿个\\d)]|^|[,。;、:\\s])早(?=\\s?[\\d七八九十])|(?<![最太很提延晚偏再及趁尽从挺更赶能要取时还平往比争必])早(?=\\s?(?:\\d{1,2}|[五六七八九十])[点时:])',
  ],
  ['noon', '(?<![上中下晌正])午(?=之?前)|中午|正午|晌午|午间|晌(?=午)'],
  ['afternoon', '(?:(?<![周期拜])一)?下午|后[晌响]|午后|过晌|下半[天日]|(?<![两三四五六七几\\d]天)后半[天日]|[晏下]昼|下响'],
  ['dusk', '傍晚|下晚|擦黑|黄昏|傍黑'],
  [
    'night',
    '晚上(?!好)|晚自习(?=[零一二三四五六七八九十两\\d]{1,2}[点时:]|第|前|之前|以前)|晚间|夜里|夜间|夜晚|深夜|[前上]半夜|半夜|午夜|子夜(?!班)|晚黑|黑夜|(?<!天)黑[了喽]|黑来|黑[价介]|(?<=今儿|今)黑|(?<=[今明昨每当后前听])(?:晚|夜)|(?<=[一二三四五六日号天末儿\\d)])晚(?!报|会|点|交)|(?<![最太很推延早偏再])晚(?=\\s?(?:\\d{1,2}|[一二三四五六七八九十两]{1,2})[点时:.]|差)',
  ],
];

export const partOfDay: Recogniser = {
  id: 'atom/part-of-day',
  hint: '晨早午晌响半昼晚黑昏夜朝',
  pattern: new RegExp(`(?<!今后|昨后)(?:${alternatives(WORDS)})(?!好|安|饭)`, 'g'),
  read(_groups, _frame, match) {
    const part = whichOf(WORDS, match);
    return part === null ? null : { kind: 'part', part };
  },
};
