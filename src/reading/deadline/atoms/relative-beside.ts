/**
 * Counted back from what the clause before tells of in other words: 开始打针,开打前三天; 听推门课,听课前20分钟; 何县长18号来,他来的头一天;
 * 选举3月9日举行,头一天.
 */
import type { Recogniser } from './atom.ts';
import { AMOUNT, AMOUNT_BEFORE, BEFORE, EVE, relativeOf } from './relative-event.ts';

/** Where a clause begins, or 你在, 各村应于. */
const CLAUSE = '(?<=(?:^|[,。;:!\\n(]\\s?)(?:[^,。;:!\\n(]{0,5}[在于])?)';
const WHO = '(?<who>(?:[他她它]们?|人家?|客人|贵宾|[一-龥]{0,3}[组队团长])(?:一行)?(?:过来|下来|来|到|进[村场驻校]|抵达|上门|入户))';

/** How far before it the event may be told. */
const NEAR = 40;
/** Beginnings, whatever begins. */
const BEGINS = /^[开动启起]/;
/** Letters that are in every text and name nothing. */
const COMMON = /[\d一二两三四五六七八九十月日号年天点时分前后早晚上下午中周的了在是要把将各]/;
/** No happening: what is known otherwise, or other words with 前. */
const NO_EVENT = /[日天号周月年节底旬末午早晚班饭目提当以之此从往先跟眼]$|^(?:提|目|以|之|当|大约|至少|最晚|最迟)/;

/** With its amount; without one any word with 前 would do. */
export const relativeBeside: Recogniser = {
  id: 'atom/relative-beside',
  hint: '前头',
  also: '天日晚时头钟周期把将先',
  core: /[前头]的?(?:半|\d|[一二两三四五六七八九十天])|[时头钟天日周期][之以]?前|[之以]前[^,。]{0,6}[把将先]/,
  pattern: new RegExp(
    `${CLAUSE}(?:(?:正式|活动)?(?:${WHO}|(?<word>[一-龥]{1,3}?))(?:正式)?(?:${EVE}|${AMOUNT_BEFORE}|(?:那天|当天)?${BEFORE}的?${AMOUNT})|(?<deed>[一-龥])(?:之前|以前)(?=[^,。]{0,6}[把将先]))`,
    'g',
  ),
  read({ who, word = '', deed, ...groups }, _frame, { input, index }) {
    if (deed !== undefined)
      return isToldIn(input.slice(Math.max(0, index - NEAR), index), deed) ? { ...relativeOf({}), beside: true } : null;
    if (who === undefined && !isToldIn(input.slice(Math.max(0, index - NEAR), index), word)) return null;
    return { ...relativeOf(groups), beside: true };
  },
};

function isToldIn(before: string, word: string): boolean {
  if (before === '' || NO_EVENT.test(word)) return false;
  if (word.length > 1 && BEGINS.test(word)) return true;
  // 发种子,播种前三天: a thing in common is no deed in common.
  const [deed = ''] = word;
  return deed !== '' && !COMMON.test(deed) && before.includes(deed);
}

/** 头一天把票箱贴好封条, 前一天下班前: the day before what has just been told of. */
export const dayBefore: Recogniser = {
  id: 'atom/day-before',
  hint: '前头',
  also: '天日',
  pattern:
    /(?<=[,;]\s?)(?:头(?<eve>[一两二])?(?<eveUnit>天)|前(?<before>一)[天日])(?=就?(?:[把将]|务必|必须|要把|得把)|各|(?:下班|上班|中午|天黑)前|(?:[上下]午|晚上|早上|中午)?[\d一二两三四五六七八九十]{1,3}[点:])/g,
  read({ eve }) {
    return { ...relativeOf({ eve: eve ?? '一', eveUnit: '天' }), beside: true };
  },
};
