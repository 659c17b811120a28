/** The clauses of an ask, each without its times, address and politeness: what a title can be made of. */
import type { Span } from '../../../model/span.ts';
import { phrasesOf, sentencesOf } from '../../text/sentences.ts';
import type { WordPlaces } from '../../text/word-places.ts';
import { topicsOf } from '../topics.ts';

export interface TitleText {
  /** The normal text, of which `region` is the ask. */
  readonly text: string;
  readonly region: Span;
  /** Times in offsets of `text`, which the title leaves out. */
  readonly times: readonly Span[];
  /** Where the deadline stands in `text`; null where there is none. */
  readonly deadlineAt: number | null;
  /** Persons and areas of the roster; null where there is none. */
  readonly names: WordPlaces | null;
  /** Which words made it what it was judged to be; none where nobody told. */
  readonly telltales?: readonly Telltale[];
}

/** A place in the text, and how much it spoke for the label. */
export interface Telltale {
  readonly at: number;
  readonly weight: number;
}

export interface Clause {
  /** Words of the text, in their order, with gaps closed. */
  readonly words: string;
  /** As it stands in the text. */
  readonly raw: string;
  /** Without names of persons and areas. */
  readonly nameless: string;
  /** The mark behind it: `,` `:` `。` `?` …; empty at the end. */
  readonly mark: string;
  /** Its place among the clauses of the ask, from 0. */
  readonly place: number;
  readonly at: number;
  /** Which part of all that made the message what it was judged to be stands here, 0 to 1. */
  readonly telltale: number;
  /** Clauses between it and the one that holds the deadline, 0 for that one itself; null where there is no deadline. */
  readonly fromDeadline: number | null;
  /** Number of its sentence. */
  readonly sentence: number;
  readonly inDeadlineSentence: boolean;
  /** How many of its character pairs stand in other clauses of the ask, too. */
  readonly central: number;
  readonly afterColon: boolean;
}

/** Who is rung stands beside the title. */
const MARKS = /@[^\s@,:;。]{1,16}\s*/gu;
/** The brackets and the 的 that held a removed time: "清明三天( )值守表", "把 的名单". */
const LEFT_OVER = /\(\s*\)| 的(?=[\u4e00-\u9fff])/gu;
/** What a removed time leaves behind: "从(今天)开始". */
const DANGLING =
  /(?:从|自|于|在|到|至)(?=开始|起|报|交|$)|^(?:从|自)(?=恢复|开始)|(?:从|自)?开始$|^(?:起|止|前|之前|以前|以内|内)(?=[,、\s]|[\u4e00-\u9fff]{2})/gu;
const LEAD =
  /^(?:@[^\s@]{1,16}\s*|#[^\s#]{1,8}[,\s]?|【[^】]{0,16}】|〔[^〕]{0,12}〕|\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]{1,2}[、.]|[①-⑩]|[（(][\d一二三四五六七八九十]+[)）]|(?:各|全体|所有|每|两|三|四|五|六|七|八|九|\d)(?:(?![报交填送])[\u4e00-\u9fff、()]){0,10}?(?:村|社区|居|单位|部门|位|办|站|所|中心|支部|组|员|人|长|书记|主任|校|园|家|标段)(?:书记|主任|负责人|同志|注意|听着|听好)?(?:[、和及](?:书记|主任|支书|文书|会计|组长|网格员|联络员|负责人|干部))*(?:[、:,\s]+|$)|(?:再|还|另外?|并|同时|现|兹|顺便|其次|最后|首先)?(?:请|务必|抓紧|尽快|立即|马上|麻烦|烦请|辛苦|同志们|大家|你们|恁|书记们|主任们|通知|转发?(?=[:,\s各【])|于|在(?![线谈建册岗编职库途])|把|将|的|(?:须|需|要|应|得|先)(?=[报交填送完把将于]))|[,:;、。\s!-])+/u;

export function clausesOf(source: TitleText): readonly Clause[] {
  const { text, region, deadlineAt } = source;
  const spans = phrasesOf(text, region[0], region[1]).flatMap((span) => cellsOf(text, span));
  const sentences = sentencesOf(text, region[0], region[1]);
  const sentenceOf = (at: number): number => sentences.findIndex(([start, end]) => at >= start && at < end);
  const deadlineClause = deadlineAt === null ? -1 : spans.findIndex(([start, end]) => deadlineAt >= start && deadlineAt < end);
  const deadlineSentence = deadlineAt === null ? -1 : sentenceOf(deadlineAt);
  const clauses = spans.flatMap((span, place): Clause[] => {
    const words = cleaned(source, span);
    if (words.length < 2 || STANDS_FOR_RECORD.test(text.slice(span[0], span[1]))) return NO_CLAUSE;
    const sentence = sentenceOf(span[0]);
    const clause = {
      words,
      raw: text.slice(span[0], span[1]),
      nameless: source.names === null ? words : source.names.blank(words),
      mark: text
        .slice(span[1], spans[place + 1]?.[0] ?? region[1])
        .trim()
        .slice(0, 1),
      place,
      at: span[0],
      telltale: telltaleIn(source.telltales ?? NO_TELLTALES, span),
      fromDeadline: deadlineClause === -1 ? null : Math.abs(place - deadlineClause),
      sentence,
      inDeadlineSentence: deadlineSentence !== -1 && sentence === deadlineSentence,
      central: 0,
      afterColon: text.slice(region[0], span[0]).trimEnd().endsWith(':'),
    };
    return [clause];
  });
  return clauses.length < 2 ? clauses : withCentrality(clauses);
}

/** "[聊天记录] 假日专班": where it was said, in a line of its own. */
const STANDS_FOR_RECORD = /^\s*\[(?:群聊的)?聊天记录\]/u;
const NO_CLAUSE: Clause[] = [];
const NO_TELLTALES: readonly Telltale[] = [];

function telltaleIn(all: readonly Telltale[], [start, end]: Span): number {
  let [here, sum] = [0, 0];
  for (const { at, weight } of all) {
    sum += weight;
    if (at >= start && at < end) here += weight;
  }
  return sum === 0 ? 0 : here / sum;
}

function withCentrality(clauses: readonly Clause[]): readonly Clause[] {
  const counts = new Map<string, number>();
  const pairs = clauses.map(({ nameless }) => topicsOf(nameless).filter((topic) => topic.length > 1));
  for (const own of pairs) for (const pair of own) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const isShared = (pair: string): boolean => (counts.get(pair) ?? 0) > 1;
  return clauses.map((clause, index) => {
    const central = (pairs[index] ?? []).filter(isShared).length;
    return central === 0 ? clause : { ...clause, central };
  });
}

/** The cells of a table's row; other clauses are one. */
function cellsOf(text: string, [start, end]: Span): readonly Span[] {
  const cells: Span[] = [];
  for (let from = start; from < end; ) {
    const bar = text.indexOf('|', from);
    const to = bar === -1 || bar >= end ? end : bar;
    if (to > from) cells.push([from, to]);
    from = to + 1;
  }
  return cells;
}

const GAP = /\s/u;
/** A mark at one of the ends, or a bracket anywhere. */
const MARKED = /^[)）」”』\]】,、\s]|[,、:;·\-\s(（「“『[【)]$|[()]/u;

function cleaned(source: TitleText, [start, end]: Span): string {
  const clause = withoutTimes(source, start, end);
  const unled = clause
    .replace(MARKS, '')
    .replace(LEFT_OVER, ' ')
    .replace(/(?:务必于|请于|须于|应于|定于|定在|于|在)\s*(?= |$)/gu, '')
    .replace(LEAD, '');
  const close = GAP.test(unled)
    ? unled.replaceAll(/\s+/gu, (gap, at: number) => (/[A-Za-z]/u.test(unled[at - 1] ?? '') ? gap : ''))
    : unled;
  const whole = close.replace(DANGLING, '');
  if (!MARKED.test(whole)) return whole;
  return whole
    .replace(/[,、:;·\-\s]+$/u, '')
    .replace(/^[)）」”』\]】,、\s]+|[(（「“『[【]+$/gu, '')
    .replace(/^[^(]*\)$/u, (whole) => whole.slice(0, -1))
    .replace(/\([^)]*$/u, '');
}

/** Each time becomes one space. */
function withoutTimes({ text, times }: TitleText, start: number, end: number): string {
  const inside = times.filter(([from, to]) => from < end && to > start).toSorted((a, b) => a[0] - b[0]);
  if (inside.length === 0) return text.slice(start, end);
  let clause = '';
  let at = start;
  for (const [from, to] of inside) {
    const begin = Math.max(from, at);
    if (Math.min(to, end) <= begin) continue;
    clause += text.slice(at, begin);
    if (!clause.endsWith(' ')) clause += ' ';
    at = Math.min(to, end);
  }
  return clause + text.slice(at, end);
}
