/** Sentences that ask different places for different times: "盐埭的盐坨明早8点前苫好。尾礁、沙埔头的晾晒架今晚9点前收". */
import type { Span } from '../../model/span.ts';
import { matchesOf } from '../text/matches.ts';
import type { MessageView } from '../view.ts';
import { audienceOf } from './audience/index.ts';
import { isWithin } from './normal-offset.ts';
import type { Task } from './task.ts';

interface Part {
  readonly region: Span;
  readonly due: number;
  readonly people: readonly string[];
}

const SENTENCE = /[^。!?;\n]+[。!?;\n]*/gu;
const LONG_ENOUGH = 10;
/** The hours of a schedule are none. */
const IS_LIMIT = /[前内底止]$|下班/u;

/** Each with what follows it up to the next; null where it holds no two of them that share neither people nor time. */
export function partsByPlace(view: MessageView): readonly Task[] | null {
  if (new Set(view.times.deadlines.map(({ at }) => at)).size < 2) return null;
  const from = view.surface.ownStart;
  const { text } = view.normal;
  const sentences = matchesOf(SENTENCE, text.slice(from)).map(
    ({ index, 0: words }) => [from + index, from + index + words.length] as const,
  );
  const parts = sentences.flatMap((region) => partOf(view, region) ?? []);
  const [first] = parts;
  if (first === undefined || parts.length < 2 || !areApart(parts)) return null;
  const between = sentences.filter((region) => region[0] > first.region[0] && !parts.some((part) => part.region === region));
  if (between.some((region) => isForAll(view, region))) return null;
  return parts.map(({ region: [start] }, place) => ({
    region: [start, parts[place + 1]?.region[0] ?? text.length] as const,
    preamble: first.region[0] > from ? ([from, first.region[0]] as const) : null,
  }));
}

function partOf(view: MessageView, region: Span): readonly Part[] | null {
  const [start, end] = region;
  const due = view.times.deadlines.filter(({ span, recurrence }) => recurrence === null && isWithin(view, span, [region]));
  const [only, another] = due;
  const words = view.normal.text.slice(start, end);
  if (end - start < LONG_ENOUGH || only === undefined || another !== undefined || !IS_LIMIT.test(only.phrase)) return null;
  const audience = audienceOf(words, view.message, view.context.org);
  return audience.unclear || audience.general === true ? null : [{ region, due: only.at, people: audience.people }];
}

/** "以上材料一律周五前送到": what is said of all of them would go to the last one only. */
function isForAll(view: MessageView, region: Span): boolean {
  return FOR_ALL.test(view.normal.text.slice(...region)) || view.times.deadlines.some(({ span }) => isWithin(view, span, [region]));
}

const FOR_ALL = /以上|一律|统一|各[\u4e00-\u9fff]|都要|全部|所有|大家/u;

function areApart(parts: readonly Part[]): boolean {
  const people = parts.flatMap((part) => part.people);
  return new Set(people).size === people.length && new Set(parts.map(({ due }) => due)).size === parts.length;
}
