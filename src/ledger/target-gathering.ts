/** Which gathering is meant where one is moved or called off: one that is still to come, though the words needn't name it. */
import type { Deadline } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import type { Change, TurnReading } from '../model/reading.ts';
import { GATHERED } from './change-times.ts';
import type { LedgerState } from './state.ts';
import { topicShare } from './topic-share.ts';

const HALF_DAY = 10 * HOUR;

/**
 * Who moves a gathering moves one that is still to come and that was called here, or by the same hand, unless only another is named; where
 * there is none, it may be anything else.
 */
export function gatheringsAmong(
  state: LedgerState,
  pool: readonly Directive[],
  { turn, sender }: TurnReading,
  change: Change,
  at: Instant,
): readonly Directive[] {
  const group = groupKey(turn);
  const coming = pool.filter(({ kind, deadline }) => kind === 'meeting' && deadline !== null && deadline.at > at - GATHERED);
  // What is taken up again was off.
  const wanted = change.change === 'reinstate' ? 'cancelled' : 'open';
  const likely = coming.filter(({ status }) => status === wanted);
  const here = (likely.length > 0 ? likely : coming).filter(({ heard, issuer }) => heard.has(group) || issuer.id === sender.id);
  const named = coming.filter((one) => topicShare(state, change.head, one) >= NAMED);
  return named.length === 0 || here.some((one) => topicShare(state, change.head, one) > 0) ? here : named;
}

/** "单局、鲁股,明早碰头改到八点四十": of all that is due then the only one that just those who are called were asked for. */
export function onlyOfThose(pool: readonly Directive[], change: Change): Directive | null {
  // A meeting is named by what it is about.
  if (change.aboutMeeting) return null;
  const theirs = pool.filter((one) => isOfThose(one, change));
  return theirs.length === 1 ? (theirs[0] ?? null) : null;
}

const FEW = 3;

function isOfThose({ status, deadline, audience }: Directive, { audience: called, deadline: moved }: Change): boolean {
  if (status !== 'open' || deadline === null || moved === null || called === null || audience.unclear) return false;
  if (called.people.length > FEW) return false;
  if (deadline.recurrence !== null || deadline.anchor !== null || Math.abs(deadline.at - moved.at) > HALF_DAY) return false;
  const { people } = called;
  return people.length > 0 && people.length === audience.people.length && people.every((person) => audience.people.includes(person));
}

/** More than a word in passing. */
const NAMED = 0.1;

/** "今天那个会改下午两点半了": passed on where nobody has spoken of it, it is the one that there is on that day; none where there are two. */
export function onlyGathering(state: LedgerState, { sender }: TurnReading, change: Change, at: Instant): Directive | null {
  if (sender.person === null) return null;
  const mayBe = ({ status }: Directive): boolean =>
    status === 'open' || (status === 'cancelled' && (change.change === 'reinstate' || change.revives));
  const known = state.gatherings().filter((one) => mayBe(one) && one.openedAt < at && isWithin(one, at - GATHERED, at + 7 * DAY));
  const spokenOf = known.filter((one) => topicShare(state, change.topics, one) > 0);
  const coming = spokenOf.length > 0 ? spokenOf : known.filter((one) => isWithin(one, at - GATHERED, at + 3 * DAY));
  const named = coming.filter(({ deadline }) => deadline !== null && namesDayOf(change, deadline));
  const found = named.length > 0 || change.oldDay !== null ? named : coming.filter((one) => isWithin(one, at - GATHERED, at + 1.5 * DAY));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isWithin({ deadline }: Directive, from: Instant, to: Instant): boolean {
  return deadline !== null && deadline.at > from && deadline.at < to;
}

/** The day that no longer holds, or, where none is said, any time that it names but the new one. */
function namesDayOf({ oldDay, times, deadline }: Change, due: Deadline): boolean {
  if (oldDay !== null) return due.day === oldDay;
  return times.some((time) => time !== deadline?.at && Math.abs(time - due.at) <= HALF_DAY);
}
