/** Days counted from today, dialect and typing errors included: 今天, 明儿个, 大后天, 赶明儿, 明朝 (Wu: tomorrow), 名天. */
import { addDays } from '../../../model/instant.ts';
import { type DayTime, fixedDay, type Recogniser } from './atom.ts';
import { alternatives, whichOf } from './which.ts';

const WORDS: readonly (readonly [offset: number, source: string])[] = [
  [-3, '大前(?:[天日]|儿个?)'],
  [3, '大后(?:[天日]|儿个?)'],
  [-2, '前[天日儿](?!元)|前个儿'],
  [2, '(?<![今以之此先随然])后[天日](?!天|元)|后儿个?|(?<![然最以之随先此今往背])后个(?![月人])|后[填添](?=前|[上中下]午|下班|[早晚])'],
  [-1, '寻日|昨[天日]|昨儿个?|夜儿个?(?=[上下后]|夜)|昨(?=晚|夜|早)|[前头]一天(?=下班|[上下]午|晚|之前|以前|前|\\d)'],
  [
    1,
    '听日|(?<![收打倾旁])听(?=朝|晚(?![上会间报辈课]))|明[天日](?!系|星)|明儿个?|明个|明朝|赶明儿|赶明(?![天日早晚晨上下中])|名天|(?<![证说声表])明[夭无](?=[上下中]午|[早晚]|\\d|之?前|一早|[交报发])|明添|明填|翌日|(?<![一两二三四五六七八九十几每第d首])次日|第二天|明(?=早|晚|晨|夜|晌)|次(?=晨)',
  ],
  [0, '今[天日](?!头条)|今儿个?|今个儿?|今朝|今添|今填|当[天日]|即日|今(?=晚|早|夜|晨|黑)|当(?=晚)'],
];

export const relativeDay: Recogniser = {
  id: 'atom/relative-day',
  hint: '前后昨寻夜听明名翌次第今当即头',
  pattern: new RegExp(alternatives(WORDS), 'g'),
  read(_groups, frame, match): DayTime | null {
    const offset = whichOf(WORDS, match);
    if (offset === null) return null;
    const day = { ...fixedDay('offset', addDays(frame.today, offset)), certain: !/[名添填夭无]/.test(match[0]) };
    return ANAPHORIC.test(match[0]) ? { ...day, anaphoric: offset } : day;
  },
};

const ANAPHORIC = /^(?:当[天日]?|次日?|翌日|第二天|[前头]一天)$/;

/** 今明两天: by the second; 明后两天: by the day after tomorrow. */
export const pairOfDays: Recogniser = {
  id: 'atom/pair-of-days',
  hint: '今明',
  pattern: /(?<first>今明|明后)(?:这?[两二][天日]|天)/g,
  read({ first }, frame) {
    return fixedDay('offset', addDays(frame.today, first === '今明' ? 1 : 2));
  },
};
