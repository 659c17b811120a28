/** Which candidates a rule keeps apart from an ask, whatever they have in common: people who have nothing in common, what is long closed, other codes. */
import type { Directive } from '../model/directive.ts';
import { HOUR, type Instant } from '../model/instant.ts';
import { groupKey, messageKey } from '../model/message.ts';
import { type Ask, isTask, isTold, type TurnReading } from '../model/reading.ts';
import { asks } from './asked.ts';
import { type ApartFor, meansOthers, pointsAt, repliesTo, saysSameClock } from './likeness.ts';
import { asksForOtherThing } from './other-thing.ts';
import { haveOtherCodes } from './work-order.ts';

/** Taken back so shortly ago, and sent again. */
export const CORRECTED_WITHIN = 2 * HOUR;
const DONE_FOR = 12 * HOUR;

/** What is kept apart by rule: most candidates, so that only few are compared in all dimensions. */
export function apartFor(ask: Ask, reading: TurnReading, known: Directive, at: Instant): ApartFor | null {
  const { sender } = reading;
  if (isByOutsider(ask, sender.person, known)) return 'outsider';
  if (isTold(known.kind) && isTask(ask.kind)) {
    if (known.status !== 'open') return 'closed-danger';
    // "往后凡是一个班出现5例的": what is to be done in such a case from now on is no order on the case at hand.
    return ask.standing === true && !repliesTo(ask, known) ? 'in-case' : null;
  }
  const closedFor = at - (known.closedAt ?? at);
  if (known.status === 'done' && closedFor > DONE_FOR) return 'done';
  // Sent again corrected: the number may be what was wrong.
  if (known.status === 'cancelled')
    return known.issuer.id !== sender.id ||
      closedFor > CORRECTED_WITHIN ||
      ask.replaces === true ||
      isGatheringOrNot(ask, known) ||
      !wasSlip(known)
      ? 'taken-back'
      : null;
  if (haveOtherCodes(ask.topics, known)) return 'other-code';
  if (isMessageKind(ask.kind) || ask.kind === 'traffic') return null;
  if (turnsBack(ask, sender.person, known)) return 'back-to-asker';
  if (isOtherThing(ask, reading, known)) return 'other-thing';
  if (areOfOtherMatters(ask, known)) return 'other-matter';
  return meansOthers(ask, sender.person, known) && !mayMeanOthers(ask, reading, known) ? 'other-people' : null;
}

/** Who is in no roster puts no word of his into what one of the roster has told, and no other time to what one has asked. */
function isByOutsider(ask: Ask, sender: string | null, known: Directive): boolean {
  if (sender !== null || known.issuer.person === null || !isTask(ask.kind)) return false;
  return isTold(known.kind) || (ask.deadline !== null && ask.deadline.at !== known.deadline?.at);
}

/** In the words of the known one, but for the thing; or by whom that comes from for another period. */
function isOtherThing(ask: Ask, { sender }: TurnReading, known: Directive): boolean {
  if (ask.relayed || repliesTo(ask, known)) return false;
  const [ours, theirs] = [ask.particulars.periods, known.particulars.periods];
  const isOtherPeriod = ours.length > 0 && theirs.length > 0 && !ours.some((period) => theirs.includes(period));
  return (isOtherPeriod && known.issuer.id === sender.id) || asksForOtherThing(ask.evidence, known.evidence);
}

/** It was recalled, or said to have been wrong; what is only void ("那张作废") is not what comes in its place. */
function wasSlip({ changes, evidence }: Directive): boolean {
  const off = changes.findLast(({ to }) => to === 'cancelled');
  const quote = off === undefined ? null : evidence.find((one) => messageKey(one) === messageKey(off.message))?.quote;
  return quote == null || !VOID.test(quote) || SLIP.test(quote);
}

const VOID = /作废|不(?:用|必|需要?)?[\u4e00-\u9fff]{0,2}[写填报交搞弄做开办收用]了|免了|停了/u;
const SLIP = /撤回|[发打写说搞弄]错|错了|更正|有误|重[发新]|为准/u;

/** A gathering is no corrected order, and the other way round. */
function isGatheringOrNot({ kind }: Ask, known: Directive): boolean {
  return (kind === 'meeting') !== (known.kind === 'meeting');
}

/** Fewer words name nothing for sure. */
const NAMED = 2;

/** A gathering, and what is to be handed in: not a word that names the one stands in the other, neither answers the other, and both name an hour of their own. */
function areOfOtherMatters(ask: Ask, known: Directive): boolean {
  if (!isGatheringOrNot(ask, known) || ask.deadline === null || known.deadline === null || saysSameClock(ask, known)) return false;
  if (ask.handedOn === true || repliesTo(ask, known)) return false;
  if (ask.object.length < NAMED || known.object.length < NAMED) return false;
  const isTold = (topic: string): boolean => known.topics.has(topic) || known.said?.has(topic) === true;
  return !ask.object.some(isTold) && !known.object.some((topic) => ask.topics.includes(topic));
}

/** Who is asked for something answers with an order of his own: that is no other telling of it. */
function turnsBack({ audience }: Ask, sender: string | null, { issuer, audience: known }: Directive): boolean {
  if (sender === null || issuer.person === null || audience.unclear) return false;
  if (known.people.length > FEW_ASKED || audience.people.length > FEW_ASKED) return false;
  return asks(known, sender) && asks(audience, issuer.person);
}

/** Of more than these the one who asked is just one. */
const FEW_ASKED = 2;

/**
 * The text points at the known one; or who was asked passes it down, or somebody speaks for another; or it is one gathering; or who asked
 * the one asks others too, in their group and by the same hour ("12月值班表明天12点前,村居也各报一张"). What who was asked wants from others by
 * a time of his own, to make his report of it, is another task.
 */
function mayMeanOthers(ask: Ask, { turn, sender: { id, person } }: TurnReading, known: Directive): boolean {
  if (ask.handedOn === true || repliesTo(ask, known) || areOneGathering(ask, known)) return true;
  const isAsked = person !== null && asks(known.audience, person);
  const isDueOtherwise = ask.deadline !== null && known.deadline !== null && !isDueThen(ask, known);
  if (isAsked && isDueOtherwise) return false;
  const asksOn = known.issuer.id === id && !known.heard.has(groupKey(turn)) && isDueThen(ask, known);
  return isAsked || asksOn || pointsAt(ask, known);
}

function isDueThen(ask: Ask, known: Directive): boolean {
  return saysSameClock(ask, known) || (ask.deadline !== null && ask.deadline.at === known.deadline?.at);
}

function areOneGathering(ask: Ask, known: Directive): boolean {
  return (ask.kind === 'meeting' || known.kind === 'meeting') && saysSameClock(ask, known);
}

/** Told as it stands, asked of nobody. */
export function isMessageKind(kind: Ask['kind']): boolean {
  return kind === 'notice' || kind === 'opaque';
}
