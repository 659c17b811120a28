/** Which directives a change could be about at all: those of its group, those that share its words, and those that were due at a time that it names. */
import type { Directive } from '../model/directive.ts';
import { DAY, type Instant, MINUTE } from '../model/instant.ts';
import { groupKey, messageKey } from '../model/message.ts';
import type { Change, TurnReading } from '../model/reading.ts';
import { isOwnWord } from './restated.ts';
import type { LedgerState } from './state.ts';

const GROUP_WINDOW = 30;
const SHARING = 12;
const DUE_THEN = 6;
const CLOSED_FOR = 2 * DAY;

export function targetPool(state: LedgerState, reading: TurnReading, change: Change, at: Instant): readonly Directive[] {
  return pool(state, reading, change).filter(
    (directive) => isChangeable(directive, change, reading.sender, at) && !isOpenedBy(directive, change, at),
  );
}

function pool(state: LedgerState, reading: TurnReading, { topics, times, days = [] }: Change): readonly Directive[] {
  const here = state.inGroup(groupKey(reading.turn), GROUP_WINDOW);
  const due = [...times.flatMap((time) => state.dueAt(time, DUE_THEN)), ...days.flatMap((day) => state.dueOn(day, DUE_THEN))];
  return [...new Set([...here, ...due, ...(topics.length === 0 ? [] : state.sharing(topics, SHARING))])];
}

/** A message that asks for one thing and speaks of another's time doesn't move what it has just asked for. */
function isOpenedBy({ openedAt, evidence: [first] }: Directive, { evidence: [source] }: Change, at: Instant): boolean {
  return openedAt === at && first !== undefined && source !== undefined && messageKey(first) === messageKey(source);
}

/** Open ones; closed ones for saying the same again in another group, or for taking them up again: who called it off and names a time for it does. */
function isChangeable(known: Directive, change: Change, sender: TurnReading['sender'], at: Instant): boolean {
  if (change.change === 'cancel' && change.oldDay === null && isJustTakenBack(known, sender, at)) return true;
  if (known.kind === 'notice' || known.kind === 'opaque' || known.openedAt > at) return false;
  if (known.status === 'open') return !isOver(known, change, at);
  const isFresh = at - (known.closedAt ?? at) < CLOSED_FOR;
  if (known.status === 'done') return change.change === 'done' && isFresh && sharedCount(known, change) > 0;
  if (change.change === 'cancel') return isFresh && (sharedCount(known, change) > 0 || isGatheringThen(known, change));
  if (change.change === 'reinstate' || change.revives) return true;
  if (change.fallback?.replaces === true && known.kind !== 'meeting') return false;
  return change.deadline !== null && change.change === 'deadline' && isOwnWord(known, sender) && sharedCount(known, change) >= NAMING;
}

/** "不好意思,发错年份了,别理它": who has just taken it back says why. */
function isJustTakenBack(known: Directive, sender: TurnReading['sender'], at: Instant): boolean {
  return known.status === 'cancelled' && at - (known.closedAt ?? 0) < SAYS_WHY && isOwnWord(known, sender);
}

const SAYS_WHY = 10 * MINUTE;

/** "晚上的会取消了", told in the next group. */
function isGatheringThen({ kind, deadline }: Directive, { gathering, oldDay }: Change): boolean {
  return gathering === true && kind === 'meeting' && deadline !== null && deadline.day === oldDay;
}

/** A gathering of yesterday is closed or told of, no longer moved, called off or held elsewhere. */
function isOver({ kind, deadline }: Directive, { change }: Change, at: Instant): boolean {
  if (kind !== 'meeting' || deadline === null || deadline.recurrence !== null || at - deadline.at < OVER) return false;
  return change === 'deadline' || change === 'cancel' || change === 'amend';
}

const OVER = DAY / 2;

/** Words that name what was taken back. */
const NAMING = 3;

function sharedCount({ topics, said }: Directive, change: Change): number {
  return change.topics.filter((topic) => topics.has(topic) || said?.has(topic) === true).length;
}
