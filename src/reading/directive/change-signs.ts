/**
 * The signs by which it is learned what an update does: its words in runs of up to three characters, with a mark in place of each time,
 * and what times it names. Times, numbers and names are those of one chat; what stands around them is said everywhere.
 */
import { once } from '../once.ts';
import { plainWords, runsIn } from '../text/runs.ts';
import type { MessageView } from '../view.ts';
import { normalOffset } from './normal-offset.ts';

/** What a long text changes is said in its first lines. */
const LONGEST_TEXT = 400;

export interface ChangeSigns {
  readonly runs: readonly string[];
  readonly facts: readonly string[];
}

/** What is known of the times beside where they stand. */
export interface TimeFacts {
  /** A time is said to be the new one. */
  readonly hasNewTime: boolean;
  /** It is said by how much a time is moved. */
  readonly hasShift: boolean;
}

export function changeSigns(view: MessageView, { hasNewTime, hasShift }: TimeFacts): ChangeSigns {
  const { deadlines, otherTimes } = view.times;
  const text = markedText(view);
  const facts = [
    `#new ${hasNewTime}`,
    `#shift ${hasShift}`,
    `#old ${otherTimes.some(({ role }) => role === 'old')}`,
    `#deadline ${deadlines.length > 0}`,
    `#event ${otherTimes.some(({ role }) => role === 'event')}`,
    `#reply ${view.message.replyTo !== undefined}`,
    `#${view.standing}`,
    `#long ${Math.min(6, text.length >> 4)}`,
  ];
  return { runs: runsIn(text), facts };
}

/** D a deadline, E another time to come, O one that holds no longer, P one that is past; the sender's own words in small letters. */
export const markedText: (view: MessageView) => string = once((view) => {
  const { text } = view.normal;
  const { sentAt } = view.message;
  const marks = [
    ...view.times.deadlines.map(({ span, at }) => ({ span, mark: at > sentAt ? 'D' : 'P' })),
    ...view.times.otherTimes.map(({ span, role, value }) => ({ span, mark: markOf(role, value?.at ?? 0, sentAt) })),
  ]
    .map(({ span: [from, to], mark }) => ({ from: normalOffset(view, from), to: normalOffset(view, to), mark }))
    .toSorted((a, b) => a.from - b.from);
  let at = view.surface.ownStart;
  let marked = '';
  for (const { from, to, mark } of marks) {
    if (from < at) continue;
    marked += plainWords(text.slice(at, from)) + mark;
    at = to;
  }
  return (marked + plainWords(text.slice(at))).trim().slice(0, LONGEST_TEXT);
});

function markOf(role: string, at: number, sentAt: number): string {
  if (role === 'old') return 'O';
  return at > sentAt ? 'E' : 'P';
}
