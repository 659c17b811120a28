/** "各村明天报低保名单", "各村明天报五保名单": one sentence said twice with another thing in it asks for two things, however alike all else is. */
import type { Evidence } from '../model/reading.ts';

/** Characters in which the two may differ: the name of a thing. */
const LONGEST_THING = 8;
/** Of the longer of the two so much is the same. */
const SAME_FRAME = 0.55;
/** What stands before the thing, or around it, says that something is done with it. */
const DEED = /[报交填发送传写做查统摸排登清整修收拍领带印贴备核建改办](?:[送查计底录记理改集好一]|备)?[^,，。;；!！?？\n]{0,6}$/u;
/** A time, an order of things, or who does it: another one moves the same thing, or asks others for it. */
const TIME = /[日号点时分周月天早晚午今明后前内止]|星期|礼拜|上班|下班/u;
/** Ages, months and the like count the things that are meant, not how many of them. */
const KIND_NUMBER = /^(?:周?岁|月|季度?|年度|号楼|期|批)/u;
const FIGURES = /^\d+$/u;
/** The second says that the first was wrong. */
const CORRECTS = /更正|改[为成]|[说写打发看搞]错|错了|应[为该]|不是|上面|上条|刚才|重[发新]|为准|一回事|同一|合并/u;

export function asksForOtherThing(ours: readonly Evidence[], theirs: readonly Evidence[]): boolean {
  const text = ours[0]?.quote;
  if (text == null || CORRECTS.test(text)) return false;
  const others = theirs.flatMap(({ quote }) => (quote == null ? [] : [bare(quote)]));
  const own = bare(text);
  return !others.includes(own) && others.some((other) => differInThing(own, other));
}

/** Without who is mentioned and what is only typed around it. */
function bare(quote: string): string {
  return quote.replaceAll(/@\S+\s?|\s|[。.!！~～]+$/gu, '');
}

/** @returns whether they are one sentence but for the thing that is asked for */
export function differInThing(a: string, b: string): boolean {
  const [start, end] = sameEnds(a, b);
  const [ours, theirs] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const [longest, most] = [Math.max(ours.length, theirs.length), Math.max(a.length, b.length)];
  if (ours === '' || theirs === '' || longest > LONGEST_THING || (start + end) / most < SAME_FRAME) return false;
  if (FIGURES.test(ours) && FIGURES.test(theirs)) return KIND_NUMBER.test(a.slice(a.length - end));
  return !TIME.test(ours + theirs) && DEED.test(a.slice(0, start)) && HAN.test(ours) && HAN.test(theirs);
}

const HAN = /^[\u4e00-\u9fffA-Za-z]+$/u;

/** How many characters at their beginnings and at their ends are the same; no figure is cut in two. */
function sameEnds(a: string, b: string): readonly [start: number, end: number] {
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start++;
  let end = 0;
  while (end < shortest - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  while (start > 0 && isDigit(a[start - 1]) && (isDigit(a[start]) || isDigit(b[start]))) start--;
  while (end > 0 && isDigit(a.at(-end)) && (isDigit(a.at(-1 - end)) || isDigit(b.at(-1 - end)))) end--;
  return [start, end];
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
