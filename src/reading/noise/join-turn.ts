/** What only the next message of a turn tells about this one: an opening line belongs to its task, and the first of a burst of pictures is none to be read alone. */
import type { Label } from '../../model/label.ts';
import type { Reason, Verdict } from '../../model/reading.ts';
import type { Judged } from '../judged.ts';
import { givesTasks } from '../standing.ts';
import { isCorrected } from './overlay.ts';

const OPENING_REACH = 90_000;
const OPENING_LENGTH = 40;
const BURST_REACH = 120_000;
/** What an opening line looks like by itself. */
export const OPENINGS: ReadonlySet<Label> = new Set<Label>(['chitchat', 'notice', 'question']);

/** The messages of a turn, in time order, with verdicts that know their neighbours. */
export function joinTurn(judged: readonly Judged[]): readonly Judged[] {
  if (judged.length === 1) return judged;
  return judged.map((one, index) => {
    const next = judged[index + 1];
    if (next === undefined || isCorrected(one.verdict)) return one;
    if (OPENINGS.has(one.verdict.label) && next.verdict.label === 'directive' && opensTask(one.view, next.view)) return asPart(one);
    if (one.verdict.label === 'opaque' && opensBurst(one.view, next.view)) return asPicture(one);
    return one;
  });
}

/** May this be the opening line of what the same sender says next ("说个事", "@广河 广河")? */
export function opensTask({ message, standing, surface }: Judged['view'], next: Judged['view']): boolean {
  return givesTasks(standing) && surface.bare.length <= OPENING_LENGTH && next.message.sentAt - message.sentAt <= OPENING_REACH;
}

/** Is this a picture without words, and the same sender's next message another one? */
export function opensBurst(view: Judged['view'], next: Judged['view']): boolean {
  return isPicture(view) && isPicture(next) && next.message.sentAt - view.message.sentAt <= BURST_REACH;
}

function isPicture({ message, surface }: Judged['view']): boolean {
  return (message.kind === 'image' || message.kind === 'video') && surface.bare === '';
}

function asPart(one: Judged): Judged {
  return {
    ...one,
    verdict: reread(one.verdict, 'part', true, { id: 'context.opening', weight: 3, says: '紧接着的一条就是布置,这是开头' }),
  };
}

function asPicture(one: Judged): Judged {
  return {
    ...one,
    verdict: reread(one.verdict, 'photo_dump', false, { id: 'context.burst', weight: 3, says: '紧接着又发了照片,是连发的' }),
  };
}

function reread(verdict: Verdict, label: Label, keep: boolean, reason: Omit<Reason, 'source'>): Verdict {
  return { ...verdict, label, keep, unsure: false, reasons: [{ source: 'context', ...reason }, ...verdict.reasons] };
}
