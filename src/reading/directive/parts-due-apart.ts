/** A sentence of several tasks without a list: "孤老敲到门,明天中午收尾;水管今晚10点前包好;值班表下午5点前给我", each due at another time. */
import type { Span } from '../../model/span.ts';
import { wordsOf } from '../lexicon.ts';
import { matchesOf } from '../text/matches.ts';
import type { MessageView } from '../view.ts';
import { isWithin } from './normal-offset.ts';
import type { Task } from './task.ts';

export const DEED = wordsOf('handIn', 'deeds', 'meeting', 'objects');

/** Null where it holds none. */
export function partsDueApart(view: MessageView): readonly Task[] | null {
  const { text } = view.normal;
  const from = view.surface.ownStart;
  if (!text.includes(PART_END, from)) return null;
  for (const { lead, parts } of sentencesWithParts(text, from)) {
    const isCounted = counts(lead, parts.length);
    if (parts.length < 2 || !parts.every((part) => isTaskOfItsOwn(view, part, isCounted))) continue;
    // What is forwarded and what is made of it here is one.
    if (FORWARDS.test(text.slice(from)) && !isCounted) continue;
    if (new Set(parts.map((part) => dueIn(view, part, isCounted))).size < parts.length) continue;
    return parts.map((region) => ({ region, preamble: [from, parts[0]?.[0] ?? from] as const }));
  }
  return null;
}

const FORWARDS = /^\s*[【〔[(]?转/u;
const SENTENCE = /[^。!?\n]+/gu;
const PART_END = ';';
/** "三样", "两件事", "再提两嘴". */
const COUNTS = '零一两三四五六七八九';

function counts(lead: string, parts: number): boolean {
  const count = COUNTS[parts];
  return (
    count !== undefined && new RegExp(`[${count}${parts}${parts === 2 ? '二' : ''}](?:件|样|项|个|条|点|桩|嘴|句|则|档)`, 'u').test(lead)
  );
}
/** What leads up to the first part: "社区要做三样——", "再提两嘴:". */
const LEAD = /^[^;。!?]*(?::(?!\d)|——|—)/u;

function sentencesWithParts(text: string, from: number): readonly { readonly lead: string; readonly parts: readonly Span[] }[] {
  return matchesOf(SENTENCE, text.slice(from)).map((match) => {
    const lead = LEAD.exec(match[0].split(PART_END)[0] ?? '')?.[0].length ?? 0;
    let at = from + match.index + lead;
    const parts = match[0]
      .slice(lead)
      .split(PART_END)
      .map((words) => {
        const span: Span = [at, at + words.length];
        at += words.length + PART_END.length;
        return span;
      });
    return { lead: match[0].slice(0, lead), parts: parts.filter(([start, end]) => text.slice(start, end).trim() !== '') };
  });
}

function isTaskOfItsOwn(view: MessageView, [start, end]: Span, isCounted: boolean): boolean {
  // "平安办节前交过了,不用再交": who has delivered already is asked for nothing.
  if (NEEDS_NONE.test(view.normal.text.slice(start, end))) return false;
  return end - start > 8 && (isCounted || DEED.has(view.normal.text.slice(start, end))) && dueIn(view, [start, end], isCounted) !== null;
}

const NEEDS_NONE =
  /[交报填送做办发]过了,?(?:[这本]次)?不用?再?[交报填送做办发]|(?:已经?|早就?)[交报填送做办发]了?,?不用?再?[交报填送做办发][^,。;]{0,4}$/u;

/** When a part is due; where the parts are counted any time that it names will do: "明天12点收尾". */
function dueIn(view: MessageView, part: Span, isCounted: boolean): number | null {
  const isInside = (span: Span) => isWithin(view, span, [part]);
  const { deadlines, otherTimes } = view.times;
  return (
    deadlines.find(({ span }) => isInside(span))?.at ??
    (isCounted ? (otherTimes.find(({ span }) => isInside(span))?.value?.at ?? null) : null)
  );
}
