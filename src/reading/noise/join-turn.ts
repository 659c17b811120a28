/**
 * What only its neighbours in the turn tell about a message: an opening line belongs to the task that it leads to, a link, file or place to
 * what was told just before or is asked just behind it, and the first of a burst of pictures is none to be read alone.
 */
import type { Label } from '../../model/label.ts';
import type { Reason, Verdict } from '../../model/reading.ts';
import type { Judged } from '../judged.ts';
import { setsOwnTerms } from '../local-terms.ts';
import { givesTasks } from '../standing.ts';
import { isCorrected } from './overlay.ts';

const OPENING_REACH = 90_000;
const OPENING_LENGTH = 40;
const ATTACHMENT_REACH = 180_000;
const BURST_REACH = 120_000;
/** What an opening line looks like by itself. */
const OPENINGS: ReadonlySet<Label> = new Set<Label>(['chitchat', 'notice', 'question', 'other', 'report']);
/** What something may be attached to, before and behind. */
const TOLD: ReadonlySet<Label> = new Set<Label>(['directive', 'update', 'traffic', 'hazard', 'appeal']);
const ASKED: ReadonlySet<Label> = new Set<Label>(['directive', 'update', 'traffic']);
/** What is asked may read like this by itself, where by when follows. */
const MISREAD: ReadonlySet<Label> = new Set<Label>(['appeal', 'notice', 'report', 'answer', 'question']);
const SAYS_A_DEED = 16;
const ATTACHED = new Set(['link', 'file', 'location']);
/** What an attachment is taken for where nobody knows what it belongs to. */
export const LOOSE: ReadonlySet<Label> = new Set<Label>([
  'share',
  'photo_dump',
  'chitchat',
  'greeting',
  'other',
  'opaque',
  'report',
  'notice',
]);

/** The messages of a turn, in time order, with verdicts that know their neighbours. */
export function joinTurn(judged: readonly Judged[]): readonly Judged[] {
  if (judged.length === 1) return judged;
  const joined = [...judged];
  const isAsked = judged.some(({ verdict }) => ASKED.has(verdict.label));
  for (let index = judged.length - 1; index >= 0; index--) {
    const one = judged[index];
    if (one === undefined || isCorrected(one.verdict)) continue;
    joined[index] = isAsked
      ? besides(one, judged[index - 1], joined, index + 1)
      : (dueBehind(one, judged[index + 1]) ?? besides(one, judged[index - 1], joined, index + 1));
  }
  return joined;
}

/** @param joined from `behind` on with what they were read as */
function besides(one: Judged, before: Judged | undefined, joined: readonly Judged[], behind: number): Judged {
  const next = joined[behind];
  const { label } = one.verdict;
  if (LOOSE.has(label) && before !== undefined && isAttached(one.view, before.view, before.verdict.label))
    return reread(one, ATTACHED_BEHIND);
  if (label === 'update' && before !== undefined && isOwnTermOf(one.view, before.view)) return reread(one, OWN_TERM);
  if (next === undefined) return one;
  if (LOOSE.has(label) && isAttachedAhead(one.view, next)) return reread(one, ATTACHED_AHEAD);
  if (mayOpen(one.verdict) && opensTask(one.view, next.view) && leadsToTask(joined, behind)) return reread(one, OPENING);
  if (label === 'opaque' && opensBurst(one.view, next.view)) return reread(one, BURST);
  return one;
}

/** "一个娃一行,家长电话都问到" – "20号之前给我": by when it is to be handed in follows at once, and nothing else in the turn asks for it. */
function dueBehind(one: Judged, next: Judged | undefined): Judged | null {
  const { message, standing, surface } = one.view;
  if (!MISREAD.has(one.verdict.label) || !givesTasks(standing) || surface.bare.length < SAYS_A_DEED) return null;
  if (next?.verdict.label !== 'part' || next.view.times.deadlines.length === 0) return null;
  return next.view.message.sentAt - message.sentAt <= OPENING_REACH ? reread(one, DUE_BEHIND) : null;
}

/** "各位" – "说个事" – the task: each opens what the next one leads to. */
function leadsToTask(judged: readonly Judged[], place: number): boolean {
  const [one, next] = [judged[place], judged[place + 1]];
  if (one?.verdict.label === 'directive') return true;
  return one?.verdict.label === 'part' && next !== undefined && opensTask(one.view, next.view) && leadsToTask(judged, place + 1);
}

/** By what it looks like, or by what it was kept for only in doubt: what follows tells. */
export function mayOpen({ label, unsure }: Pick<Verdict, 'label' | 'unsure'>): boolean {
  return OPENINGS.has(label) || (unsure && (label === 'update' || label === 'directive'));
}

/** May this be the opening line of what the same sender says next ("说个事", "@广河 广河")? */
export function opensTask({ message, standing, surface }: Judged['view'], next: Judged['view']): boolean {
  return givesTasks(standing) && surface.bare.length <= OPENING_LENGTH && next.message.sentAt - message.sentAt <= OPENING_REACH;
}

/**
 * A link, a file or a place right behind what the same sender has asked or told of a danger, whoever that is.
 * @param label of what stands before
 */
export function isAttached({ message }: Judged['view'], before: Judged['view'], label: Label): boolean {
  return ATTACHED.has(message.kind) && TOLD.has(label) && message.sentAt - before.message.sentAt <= ATTACHMENT_REACH;
}

/** A record of what is asked above, and right behind it by when it is due here: that changes nothing known. */
function isOwnTermOf({ message, surface }: Judged['view'], { message: before }: Judged['view']): boolean {
  return (before.forwarded?.length ?? 0) > 0 && message.sentAt - before.sentAt <= ATTACHMENT_REACH && setsOwnTerms(surface.bare);
}

function isAttachedAhead({ message }: Judged['view'], next: Judged): boolean {
  if (!ATTACHED.has(message.kind)) return false;
  return ASKED.has(next.verdict.label) && next.view.message.sentAt - message.sentAt <= OPENING_REACH;
}

/** Is this a picture without words, and the same sender's next message another one? */
export function opensBurst(view: Judged['view'], next: Judged['view']): boolean {
  return isPicture(view) && isPicture(next) && next.message.sentAt - view.message.sentAt <= BURST_REACH;
}

function isPicture({ message, surface }: Judged['view']): boolean {
  return (message.kind === 'image' || message.kind === 'video') && surface.bare === '';
}

interface Rereading {
  readonly label: Label;
  readonly keep: boolean;
  readonly reason: Omit<Reason, 'source'>;
}

const DUE_BEHIND: Rereading = {
  label: 'directive',
  keep: true,
  reason: { id: 'context.due-behind', weight: 3, says: '紧接着说了几时交,说的是要做的事' },
};
const OPENING: Rereading = {
  label: 'part',
  keep: true,
  reason: { id: 'context.opening', weight: 3, says: '紧接着的一条就是布置,这是开头' },
};
const ATTACHED_BEHIND: Rereading = {
  label: 'part',
  keep: true,
  reason: { id: 'context.attachment', weight: 3, says: '跟在本人刚说的事后面,是它的附件' },
};
const ATTACHED_AHEAD: Rereading = {
  label: 'part',
  keep: true,
  reason: { id: 'context.attachment', weight: 3, says: '紧接着的一条说的就是它,是那件事的附件' },
};
const OWN_TERM: Rereading = {
  label: 'part',
  keep: true,
  reason: { id: 'context.own-term', weight: 3, says: '刚转来上面的要求,这是本地的时限' },
};
const BURST: Rereading = {
  label: 'photo_dump',
  keep: false,
  reason: { id: 'context.burst', weight: 3, says: '紧接着又发了照片,是连发的' },
};

function reread(one: Judged, { label, keep, reason }: Rereading): Judged {
  const verdict: Verdict = {
    ...one.verdict,
    label,
    keep,
    unsure: false,
    reasons: [{ source: 'context', ...reason }, ...one.verdict.reasons],
  };
  return { ...one, verdict };
}
