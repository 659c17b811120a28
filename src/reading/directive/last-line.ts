/** A task in the last line of a long text that only tells: "【雨情】…大家当演习打。另,蚬围、涌尾两家钥匙在谁手里,下午3点前报我". */
import type { MessageView } from '../view.ts';
import { audienceOf } from './audience/index.ts';
import { normalOffset } from './normal-offset.ts';
import type { Task } from './task.ts';

/** Null where the text before it is short, or asks for something by a time of its own. */
export function lastLine(view: MessageView): Task | null {
  const at = besidesAt(view) ?? lastSentenceAt(view);
  if (at === null) return null;
  const due = view.times.deadlines.map(({ span: [start] }) => normalOffset(view, start));
  if (!due.some((start) => start >= at) || due.some((start) => start < at)) return null;
  return { region: [at, view.normal.text.length], preamble: null };
}

/** Where the task begins that is put beside all that was told: behind "另,". */
function besidesAt({ normal: { text }, surface: { ownStart } }: MessageView): number | null {
  const besides = BESIDES.exec(text.slice(ownStart));
  if (besides === null || besides.index < LONG) return null;
  return ownStart + besides.index + besides[0].length;
}

const BESIDES = /(?<=[。!;\n])\s*(?:另外?|此外)[:,]/u;
/** What only introduces the task is shorter. */
const LONG = 40;

/** "【天气提示】…要看机器。溪桥社区和市场,今晚8点前试转": the last sentence of a bulletin, where it calls somebody. */
function lastSentenceAt({ normal: { text }, surface: { ownStart }, message, context: { org } }: MessageView): number | null {
  if (!BULLETIN.test(text.slice(ownStart))) return null;
  const at = text.search(LAST_SENTENCE);
  if (at < ownStart + LONG_BULLETIN || audienceOf(text.slice(at), message, org).unclear) return null;
  return at;
}

const BULLETIN = /^\s*【[^】]{0,12}(?:天气|气象|雨情|水情|汛情|预警|风险|提示|提醒|停电|停水|停气|通报|科普|播报)[^】]{0,8}】/u;
const LAST_SENTENCE = /(?<=[。!\n])[^。!\n]+[。!\n]*$/u;
const LONG_BULLETIN = 60;
