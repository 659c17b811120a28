/** Short names in the words of an ask: where one stands as a call, the whole name is put in, by which everything else finds it. */
import { escapePattern } from '../../lexicon.ts';

export interface Call {
  readonly names: readonly string[];
  readonly called: RegExp;
  readonly whole: string;
}

/** Where somebody is called, in a list or before what is to be done. */
const CALLED_BEFORE = '(?<=^|[、,:。;!?\\s和及与跟请由@是差缺让叫把给]|还有|你们)';
const CALLED_BEHIND =
  '(?=[、,:。;?!\\s和及以与跟请都各要须每今明后周上下\\d来派出报交填听停补了这那也还缺差欠就把先照准负配没]|的(?:还|今|明|周|也|要|都|呢|[\\u4e00-\\u9fff]{1,6}?[还没缺差])|[两二三四五]家|(?:主要)?负责人|经理|$)';

/** By any of some names, the longest that stands there. */
function callBy(names: readonly string[]): RegExp {
  const longestFirst = [...new Set(names)].toSorted((a, b) => b.length - a.length).map(escapePattern);
  return new RegExp(`${CALLED_BEFORE}(?:${longestFirst.join('|')})${CALLED_BEHIND}`, 'gu');
}

/** Names that stand for a place or a person where somebody is called. */
export function callOf(names: readonly string[], whole: string): Call {
  return { names, called: callBy(names), whole };
}

export function putWhole(text: string, calls: readonly Pick<Call, 'called' | 'whole'>[]): string {
  return calls.reduce((rest, { called, whole }) => rest.replaceAll(called, whole), text);
}
