/** A task in the last line of a long text that only tells: "【雨情】…大家当演习打。另,蚬围、涌尾两家钥匙在谁手里,下午3点前报我". */
import type { MessageView } from '../view.ts';
import { normalOffset } from './normal-offset.ts';
import type { Task } from './task.ts';

/** Null where the text before it is short, or asks for something by a time of its own. */
export function lastLine(view: MessageView): Task | null {
  const { text } = view.normal;
  const from = view.surface.ownStart;
  const besides = BESIDES.exec(text.slice(from));
  if (besides === null || besides.index < LONG) return null;
  const at = from + besides.index + besides[0].length;
  const due = view.times.deadlines.map(({ span: [start] }) => normalOffset(view, start));
  if (!due.some((start) => start >= at) || due.some((start) => start < at)) return null;
  return { region: [at, text.length], preamble: null };
}

const BESIDES = /(?<=[。!;\n])\s*(?:另外?|此外)[:,]/u;
/** What only introduces the task is shorter. */
const LONG = 40;
