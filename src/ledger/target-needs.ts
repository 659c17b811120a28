/** How likely a directive must be before a change is applied to it: by what the change does, by what it says, and by whose word it is. */
import type { Directive } from '../model/directive.ts';
import { type Change, type ChangeKind, isTask, SURELY_ASKS, type TurnReading } from '../model/reading.ts';
import { aloneness, type Scored } from './likely-targets.ts';
import { isOwnWord } from './restated.ts';

/**
 * Below this chance a change has no target: better shown as it stands than applied to the wrong item. A wrong
 * date counts against people for weeks; what is wrongly called off is told at once, with its words, and those who know better see it.
 */
const CHANCE_NEEDED: Readonly<Record<ChangeKind, number>> = {
  cancel: 0.25,
  deadline: 0.5,
  reinstate: 0.4,
  remind: 0.6,
  amend: 0.5,
  done: 0.55,
  // Finds its own (settle-whom.ts).
  whom: 1,
};
/** A time that is named without a word that anything has moved. */
const TIMED_NEEDED = 0.7;
/** Of what is called by its name. */
const CALLED_NEEDED = 0.4;
const PART_OF_TITLE = 0.2;
/** What asks by itself needs a surer target, the less so where it says that something was moved. */
const ASKING_NEEDED = 0.6;
const PASSED_ON_NEEDED = 0.5;
const MOVING_ASK_NEEDED = 0.3;
/** What surely asks is about something known only where hardly anything else can be meant. */
const SURE_ASK_NEEDED = 0.95;
/** What is called off beside something else is named. */
const BESIDES_NEEDED = 0.5;
const WELL_NAMED = 0.5;
const UNNAMED_NEEDED = 0.4;
/** Of what a change says that names nothing of the task: the share of a dozen words. */
const MANY_WORDS = 0.6;
const AHEAD = 0.15;
const FAR_AHEAD = 5;
const OWN_AHEAD = 3;

export function neededFor(
  { change, asks, moves, deadline, aboutMeeting, fallback, besides, counted, revives }: Change,
  { directive: known, likeness }: Pick<Scored, 'directive' | 'likeness'>,
  sender: TurnReading['sender'],
): number {
  if (change === 'cancel' && besides === true && likeness.object < WELL_NAMED) return BESIDES_NEEDED;
  // What names something, and nothing that is known, is off without it.
  if (change === 'cancel' && !asks && likeness.unnamed > MANY_WORDS) return UNNAMED_NEEDED;
  const isSurelyAsk = fallback !== null && isTask(fallback.kind) && fallback.confidence > SURELY_ASKS;
  if (asks && (isSurelyAsk || (known.status === 'cancelled' && !revives))) return SURE_ASK_NEEDED;
  if (asks && moves === true && known.deadline !== null && isTheirs(known, sender)) return MOVING_ASK_NEEDED;
  if (asks) return moves === true && aboutMeeting && known.kind === 'meeting' ? PASSED_ON_NEEDED : ASKING_NEEDED;
  const isOther = deadline !== null && known.deadline !== null && deadline.day !== known.deadline.day;
  const isTimed = moves !== true && (change === 'deadline' || (change === 'remind' && isOther));
  if (counted === known.audience.people.length && isOwnWord(known, sender)) return Math.min(CALLED_NEEDED, CHANCE_NEEDED[change]);
  if (!isTimed) return CHANCE_NEEDED[change];
  return isCalledSo(likeness) ? CALLED_NEEDED : TIMED_NEEDED;
}

/** It alone has what is named, and part of its own title is. */
export function isCalledSo({ exclusive, object, mostWords, mostObject }: Scored['likeness']): boolean {
  return exclusive >= 1 && object >= PART_OF_TITLE && mostWords === 1 && mostObject === 1;
}

/**
 * Less will do of one that stands out: of what would go on standing, of what its issuer closes, of a time behind what was just asked.
 * @param all also those that are due on another day than the one that is named
 */
export function standsOut(change: Change, reading: TurnReading, [first, second]: readonly Scored[], all: readonly Scored[]): boolean {
  if (first === undefined) return false;
  if (suppliesTime(change, first) || (isLikelyOver(change, reading, first) && isAhead(first, second))) return true;
  return isLikelyOff(change, reading, first) && (isAhead(first, second) || isOnlyOwn(first, all, reading.sender));
}

/** A task would go on standing though it was called off: then less is needed, of one that stands out. */
function isLikelyOff(change: Change, reading: TurnReading, first: Scored): boolean {
  if (change.change !== 'cancel' || change.besides === true || isHardlyTold(change)) return false;
  return first.chance >= AHEAD && aloneness(change, reading).toldOnly === 0;
}

/** "锁门者先拍外观,不必撬锁": judged an update, but hardly. */
function isHardlyTold({ fallback }: Change): boolean {
  return fallback !== null && fallback.confidence < HARDLY;
}

const HARDLY = 0.5;

/** "黄泥坳卡口的事查清了,这条线索销掉": who asked for it closes it where it was asked: then less is needed, of one that stands out. */
function isLikelyOver({ change }: Change, { sender }: TurnReading, { chance, directive, likeness }: Scored): boolean {
  if (change !== 'done' || chance < OVER_AHEAD || likeness.here === 0 || likeness.otherHead === 1) return false;
  return directive.issuer.id === sender.id;
}

const OVER_AHEAD = 0.25;

/** "时间忘了写:周五下班前": a time behind what its sender has just asked here without one. */
function suppliesTime({ deadline, oldDay, moves, aboutMeeting }: Change, { likeness }: Scored): boolean {
  const { here, justNow, sameIssuer, latestOfVoice, undated } = likeness;
  // What is said to have moved had a time before.
  if (moves === true || aboutMeeting) return false;
  return deadline !== null && oldDay === null && Math.min(here, justNow, sameIssuer, latestOfVoice, undated) > 0;
}

/** Alone in sharing what is named, and far ahead of all others. */
function isAhead(first: Scored, second: Scored | undefined): boolean {
  return first.chance > (second?.chance ?? 0) * FAR_AHEAD && first.likeness.exclusive > 0;
}

/** Who calls something off mostly has asked for it: of the sender's own tasks no other could be meant, and it was told here. */
function isOnlyOwn(first: Scored, scored: readonly Scored[], sender: TurnReading['sender']): boolean {
  if (first.likeness.here === 0 || !isOwnWord(first.directive, sender)) return false;
  return !scored.some(
    ({ directive, chance }) => directive !== first.directive && chance * OWN_AHEAD > first.chance && isOwnWord(directive, sender),
  );
}

/** They have asked for it, or are to receive it. */
function isTheirs(known: Directive, sender: TurnReading['sender']): boolean {
  return isOwnWord(known, sender) || (sender.person !== null && known.particulars.recipients.includes(sender.person));
}
