/** What becomes of a word on whom something known asks: the task that it is about lets some off, and has others join. */
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant } from '../model/instant.ts';
import { groupKey, type MessageKey } from '../model/message.ts';
import { type Change, isTask, type TurnReading, type Whom } from '../model/reading.ts';
import { stillAsked } from '../model/seen-by.ts';
import { stillAsks } from './asked.ts';
import type { Changed } from './entry.ts';
import { isOwnWord } from './restated.ts';
import type { Append } from './settle-ask.ts';
import type { LedgerState } from './state.ts';
import { topicShare } from './topic-share.ts';

const WINDOW = 30;
/** So long who has asked may still speak of it without naming it; others of an office only for a while. */
const STILL_MEANT = DAY;
const JUST_ASKED = HOUR;
const NAMED = 0.2;

export type Settled = { readonly is: 'done' } | { readonly is: 'doubtful'; readonly among: readonly Directive[] } | { readonly is: 'none' };

/** Nothing is changed where two could be meant that were asked longer ago. */
export function settleWhom(
  state: LedgerState,
  reading: TurnReading,
  change: Change,
  message: MessageKey,
  at: Instant,
  append: Append,
): Settled {
  const { whom, evidence, topics } = change;
  if (whom === undefined) return { is: 'none' };
  const [known, ...others] = meant(state, reading, change, whom, at);
  if (known === undefined) return { is: 'none' };
  if (others.length > 0) return { is: 'doubtful', among: [known, ...others] };
  append({ kind: 'changed', directive: known.id, ...whomOf(whom), audience: null, evidence, message, topics }, at);
  return { is: 'done' };
}

export function whomOf({ off, on }: Whom): Pick<Changed, 'change' | 'deadline' | 'whom'> {
  return { change: 'whom', deadline: null, whom: { off, on } };
}

/** What it points at; else what it names; else the only one, or the one that was asked just now. The latest first. */
function meant(state: LedgerState, reading: TurnReading, { topics, targets }: Change, whom: Whom, at: Instant): readonly Directive[] {
  const mayDecide = (known: Directive): boolean => whom.gives || isOwnWord(known, reading.sender);
  const pointed = targets
    .flatMap((id) => state.ofMessage({ ...reading.turn, id }))
    .filter((known) => mayMean(known, whom, at) && mayDecide(known));
  if (pointed.length > 0) return pointed.slice(0, 1);
  const heardAt = (known: Directive): Instant => known.heard.get(groupKey(reading.turn)) ?? known.openedAt;
  const here = state.inGroup(groupKey(reading.turn), WINDOW).filter((known) => {
    const age = at - heardAt(known);
    return age <= STILL_MEANT && (isOwnWord(known, reading.sender) || (whom.gives && age <= JUST_ASKED));
  });
  // All whom one of them asks: that one is off.
  if (whom.on.length === 0 && here.some((known) => isAllOff(known, whom))) return [];
  const mayBe = ofDeed(
    here.filter((known) => mayMean(known, whom, at)),
    whom,
  ).toSorted((a, b) => heardAt(b) - heardAt(a));
  const named = mayBe.filter((known) => topicShare(state, topics, known) >= NAMED);
  if (named.length > 0) return named;
  const justNow = mayBe.filter((known) => at - heardAt(known) <= JUST_ASKED);
  return justNow.length > 0 ? justNow.slice(0, 1) : mayBe;
}

/** "不用报了" is about no gathering, "不用来了" rather about one. */
function ofDeed(mayBe: readonly Directive[], { deed }: Whom): readonly Directive[] {
  if (deed === null) return mayBe;
  const fitting = mayBe.filter(({ kind }) => (kind === 'meeting') === (deed === 'come'));
  return fitting.length > 0 ? fitting : mayBe;
}

/** Of those who are let off it asks each, and others, too; of those who join nobody yet. */
function mayMean(known: Directive, { off, on }: Whom, at: Instant): boolean {
  const { kind, status, openedAt, deadline, audience } = known;
  if (!isTask(kind) || status !== 'open' || openedAt >= at || audience.unclear) return false;
  if (deadline !== null && deadline.recurrence === null && deadline.at <= at) return false;
  const isAsked = (person: string): boolean => stillAsks(known, person);
  if (!off.every(isAsked) || on.some(isAsked)) return false;
  return on.length > 0 || stillAsked(known).some((person) => !off.includes(person));
}

function isAllOff(known: Directive, { off }: Whom): boolean {
  const asked = stillAsked(known);
  return (
    isTask(known.kind) && known.status === 'open' && !known.unsure && asked.length > 0 && asked.every((person) => off.includes(person))
  );
}
