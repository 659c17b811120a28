/** Two tasks in one breath: "长河、国祥,今天12点前把井盖焊好。各村把机井都过一遍,9号下班前报": each sentence calls others, and is due at another time. */
import type { Span } from '../../model/span.ts';
import { matchesOf } from '../text/matches.ts';
import type { MessageView } from '../view.ts';
import { audienceOf, calledUpon } from './audience/index.ts';
import { isWithin } from './normal-offset.ts';
import { DEED } from './parts-due-apart.ts';
import type { Task } from './task.ts';

/** Null where there are fewer than two such sentences, or anything is due outside of them. What calls nobody goes on with what stands before it. */
export function partsByCall(view: MessageView): readonly Task[] | null {
  if (view.times.deadlines.length < 2) return null;
  const beside = besideFirst(view);
  if (beside !== null) return beside;
  const { text } = view.normal;
  const from = view.surface.ownStart;
  const starts = matchesOf(SENTENCE, text.slice(from)).flatMap(({ index, 0: sentence }) => {
    const at = from + index + (sentence.length - sentence.trimStart().length);
    const whom = whomCalled(view, sentence.trim());
    return whom === null ? [] : [{ at, whom }];
  });
  const parts = starts.map(({ at, whom }, place) => ({ whom, region: [at, starts[place + 1]?.at ?? text.length] as Span }));
  const [first] = parts;
  if (first === undefined || parts.length < 2 || new Set(parts.map(({ whom }) => whom)).size < parts.length) return null;
  const dues = parts.map(({ region }) => dueIn(view, region));
  if (dues.some((due) => due === null) || new Set(dues).size < dues.length) return null;
  const areDeeds = parts.every(({ region }) => DEED.has(text.slice(...region)));
  const isAll = view.times.deadlines.every(({ span }) =>
    isWithin(
      view,
      span,
      parts.map(({ region }) => region),
    ),
  );
  return areDeeds && isAll ? parts.map(({ region }) => ({ region, preamble: [from, first.region[0]] as const })) : null;
}

/** "各位代表:14日下午2:30集合上车。另请顾怀仁、伍玉春各备一份汇报,12日下班前交": who is asked for something else beside all. */
function besideFirst(view: MessageView): readonly Task[] | null {
  const { text } = view.normal;
  const from = view.surface.ownStart;
  const also = ALSO.exec(text.slice(from));
  if (also === null) return null;
  const at = from + also.index;
  const named = audienceOf(text.slice(at + also[0].length), { ...view.message, mentions: [] }, view.context.org);
  const regions: readonly Span[] = [
    [from, at],
    [at, text.length],
  ];
  const dues = regions.map((region) => dueIn(view, region));
  const areTwo =
    new Set(dues).size === regions.length && !dues.includes(null) && regions.every((region) => DEED.has(text.slice(...region)));
  return areTwo && !named.unclear && named.general !== true ? regions.map((region) => ({ region, preamble: [from, from] })) : null;
}

const ALSO = /(?<=[。;!?\n]\s*)(?:另外?|同时|再)[,]?请(?!各|大家|全体)/u;

const SENTENCE = /[^。!?\n]+/gu;
const EACH = /^(?:请)?(?:各(?!自|位|人|类|种|项|级|方|界|处|条|张|份)|其[他余](?:各?[村镇乡]|社区))/u;

/** Told apart by their ids; null where a sentence calls nobody. */
function whomCalled({ message, context: { org } }: MessageView, sentence: string): string | null {
  const alone = { ...message, mentions: [] };
  const called = EACH.test(sentence) ? audienceOf(sentence, alone, org) : sentence.includes('@') ? null : calledUpon(sentence, alone, org);
  return called === null || called.unclear ? null : called.people.join(' ');
}

/** The only deadline within. */
function dueIn(view: MessageView, region: Span): number | null {
  const inside = view.times.deadlines.filter(({ span }) => isWithin(view, span, [region]));
  return inside.length === 1 ? (inside[0]?.at ?? null) : null;
}
