/** What the chance that two are one must reach: more where they differ in what tells tasks apart, less where the text itself points at the known one. */
import type { Directive } from '../model/directive.ts';
import type { Ask } from '../model/reading.ts';
import { type Likeness, pointsAt } from './likeness.ts';

const COPY_AT_LEAST = 0.45;
/** It says that it is something known: then the likeliest is. */
const RELAYED_AT_LEAST = 0.35;
const RELAYED_THEN_AT_LEAST = 0.05;
const MORE_THAN_A_WORD = 0.35;
/** Where only the time and the people speak for it, and the words name another thing. */
const NOTHING_AT_LEAST = 0.8;
/** One of several things of a list, which shares no more than a word with the known one. */
const LISTED_AT_LEAST = 0.9;
/** Of all words of both: a word in passing. */
const A_WORD = 0.04;
/** The titles name other things, and some of the words are the same. */
const OTHER_THING_AT_LEAST = 0.7;
/** What comes due each day at an hour, and is to be told where it was asked for at that hour. */
const HANDED_IN_THERE_AT_LEAST = 0.1;
/** It says that it is another. */
const APART_AT_LEAST = 0.8;
/** Others are asked: one only where much speaks for it. */
const OTHER_PEOPLE_AT_LEAST = 0.6;
const OTHER_DEADLINE_AT_LEAST = 0.8;
/** By who has asked the known one, which is still to come: they move it. */
const RESTATED_AT_LEAST = 0.6;
/** In nearly the same words. */
const RESTATED_IN_WORDS_AT_LEAST = 0.15;
const MOST_TEXT = 0.75;
const A_THIRD = 0.3;
/** Nobody is called to two gatherings at one hour. */
const GATHERING_AT_LEAST = 0.3;
const ORDER_AT_LEAST = 0.45;
/** What answers the message that told of it is on it, whatever its words, before anything else. */
const ALWAYS = -1;
/** One of several things that answer it. */
const REPLIED_AT_LEAST = 0.3;
/** Said where the danger was told, but of another thing by its words. */
const LOOSE_ORDER_AT_LEAST = 0.9;
const UNTIED_ORDER_AT_LEAST = 0.97;
/** Of the words of an order in another group so many are those of the danger that it is likely on it. */
const MUCH_TEXT = 0.5;
/** With fewer of the words of a danger than that, an order in another group speaks of something else, whoever is named in it. */
const SOME_TEXT = 0.25;
const SOME_OBJECT = 0.1;
/** Of all that it says. */
const IN_PASSING = 0.05;
const A_FEW = 4;
const NEVER = 1.01;
/** The title of one and the time of both speak for it. */
const AGREED = 0.2;
/** Two dangers at one place are two; hiding one in the other would keep it from being told at once. */
const DANGER_AT_LEAST = 0.7;

/**
 * What has no word in common with it, and answers nothing, is another danger; "俺村也来过", right behind it, may go on with it. Later a word
 * in passing ("3单元") isn't enough: of 2,200 such pairs of labelled chats 14 are one.
 */
export function dangerAtLeast({ nothing, replied, sameGroup, soon, share }: Likeness): number {
  const isRightBehind = soon > RIGHT_BEHIND;
  if (replied === 1 || (sameGroup === 1 && isRightBehind)) return DANGER_AT_LEAST;
  const isUnlike = (!isRightBehind && share < A_WORD_IN_PASSING) || (soon < HOURS_LATER && share < A_WORD_OR_TWO);
  return nothing === 1 || isUnlike ? NEVER : DANGER_AT_LEAST;
}

/** Of all words of both. */
const A_WORD_IN_PASSING = 0.02;
const A_WORD_OR_TWO = 0.05;
/** Some two hours. */
const HOURS_LATER = 0.37;
/** Some ten minutes. */
const RIGHT_BEHIND = 0.92;

/** What names nothing of a danger and nobody who told it is another order, however soon it follows. */
export function orderAtLeast({ kind, condition, deadline, audience, evidence }: Ask, known: Directive, likeness: Likeness): number {
  const { nothing, object, otherObject, otherPeople, agreed, namesAsker, replied, sameGroup, listed, text, contained, share } = likeness;
  const isOrder = listed === 0 && kind !== 'meeting' && deadline?.recurrence == null;
  if (replied === 1) return isOrder ? ALWAYS : REPLIED_AT_LEAST;
  // A gathering, what is handed in every day or week, or a long notice elsewhere with a word in passing, is on no danger.
  if (kind === 'meeting' || deadline?.recurrence != null || (sameGroup + namesAsker === 0 && contained < IN_PASSING)) return NEVER;
  // "还有一件,明早把气瓶摸一遍".
  if (likeness.apart === 1) return UNTIED_ORDER_AT_LEAST;
  // "没睡,莫开门!零点前把2号里头的全部转到1号": who is to act on a danger says at once what to do, and calls nobody else for it.
  const isAtOnce = sameGroup + likeness.passedDown === 2 && likeness.soon > RIGHT_BEHIND && listed === 0;
  if (audience.unclear && isAtOnce && condition === null && !asksForPaper(evidence)) return ORDER_AT_LEAST;
  // What is to be done in some case is seldom on the danger at hand.
  if (condition !== null && namesAsker === 0) return UNTIED_ORDER_AT_LEAST;
  // What all villages are asked for isn't the danger of one, for a word of it, nor what one person has asked for.
  const isForMany = audience.people.length > A_FEW && namesAsker === 0;
  if (isForMany && ((share < A_WORD && object < AGREED) || (known.kind === 'appeal' && deadline !== null))) return NEVER;
  // Another thing is asked of others.
  if (otherObject === 1 && otherPeople === 1 && text < SOME_TEXT && agreed <= AGREED) return NEVER;
  if (sameGroup === 0 && text < SOME_TEXT && object < SOME_OBJECT && agreed <= AGREED) return NEVER;
  if (nothing === 1 && namesAsker === 0) return listed === 1 || asksForPaper(evidence) ? NEVER : UNTIED_ORDER_AT_LEAST;
  if (otherObject === 0 || agreed > AGREED) return ORDER_AT_LEAST;
  if (listed === 1) return UNTIED_ORDER_AT_LEAST;
  if (sameGroup === 0) return text < MUCH_TEXT ? UNTIED_ORDER_AT_LEAST : LOOSE_ORDER_AT_LEAST;
  return namesAsker === 1 ? ORDER_AT_LEAST : LOOSE_ORDER_AT_LEAST;
}

/** "请各村今天18点前报水稻种植面积": papers and figures on something else, however soon they are asked for. */
function asksForPaper([own]: Ask['evidence']): boolean {
  return own?.quote != null && PAPER.test(own.quote);
}

const PAPER =
  /(?:[报交填送发传]|统计|汇总)[^,，。;；!！?？\n]{0,14}(?:表|册|名单|清单|台账|方案|总结|小结|材料|面积|产量|数据?|人数|户数|照片|计划|报告|花名册|统计)/u;

/** Who asks the same people again where he has asked them uses some of his words. */
function isInOtherWords({ nothing, sameIssuer, sameGroup, share }: Likeness): boolean {
  return nothing === 1 || (sameIssuer === 1 && sameGroup === 1 && share < A_WORD);
}

/** Many things are due at noon: of another asker, with another title and no more than a word in passing, it is one of them. */
function isOnlyDueThen({ share, nothing, otherObject, sameIssuer, namesAsker, recipient, relayed, handedOn, replied }: Likeness): boolean {
  return share < A_WORD && nothing === 0 && otherObject === 1 && sameIssuer + namesAsker + recipient + relayed + handedOn + replied === 0;
}

/** "晚上7点前,发农情群": by the hour by which it was asked for there. */
function isHandedInThere({ sentTo = [] }: Ask, { heard }: Directive, { sameClock }: Likeness): boolean {
  return sameClock > 0 && sentTo.some((group) => heard.has(group));
}

/** It says that it is something known, is due when that is, and shares most with it, and more than a word. */
function isRelayedThen({ sameDeadline, sameClock, shareOfMost, text }: Likeness): boolean {
  return sameDeadline + sameClock > 0 && shareOfMost === 1 && text >= MORE_THAN_A_WORD;
}

/** Two of those who were asked for one thing are asked for something by another day. */
function asksAFewOf({ audience }: Ask, known: Directive): boolean {
  return !audience.unclear && audience.people.length * 2 < known.audience.people.length;
}

function comesAgain({ deadline }: Ask | Directive): boolean {
  return deadline !== null && deadline.recurrence !== null;
}

export function copyAtLeast(ask: Ask, known: Directive, likeness: Likeness, restates: boolean): number {
  if (likeness.apart === 1) return APART_AT_LEAST;
  if (isHandedInThere(ask, known, likeness) && comesAgain(ask) && comesAgain(known)) return HANDED_IN_THERE_AT_LEAST;
  if (likeness.otherPeople === 1 && ask.kind !== 'traffic') return OTHER_PEOPLE_AT_LEAST;
  const gatherings = Number(ask.kind === 'meeting') + Number(known.kind === 'meeting');
  // What comes due each day is no gathering at an hour, and nothing that is due once at the hour of one of its days.
  const isOther = gatherings === 1 || (isOnlyDueThen(likeness) && !isHandedInThere(ask, known, likeness));
  if (isOther && comesAgain(ask) !== comesAgain(known)) return NEVER;
  // What is due by the hour at which a meeting begins is another thing, unless a word of it is the same.
  const isNamedToo = likeness.nothing === 0 && (known.kind === 'meeting' || likeness.share >= A_WORD);
  if (likeness.sameClock > 0 && gatherings > 0 && (gatherings === 2 || isNamedToo)) return GATHERING_AT_LEAST;
  // Another telling in wholly other words, said to be the same, or by somebody else for the same person: all that one asks for comes back to him.
  const isSaidSo = (likeness.recipient === 1 && likeness.sameIssuer === 0) || likeness.relayed === 1;
  // Due on the same day, but at no hour that both name: whoever takes in much takes in both.
  if (likeness.share < A_WORD && likeness.listed === 1 && likeness.sameClock === 0 && likeness.relayed === 0) return LISTED_AT_LEAST;
  if (isOnlyDueThen(likeness) || isInOtherWords(likeness)) {
    if (isHandedInThere(ask, known, likeness)) return COPY_AT_LEAST;
    if (isOnlyDueThen(likeness)) return LISTED_AT_LEAST;
  }
  if (isInOtherWords(likeness) && likeness.atOnce === 0) return isSaidSo ? COPY_AT_LEAST : NOTHING_AT_LEAST;
  // All that one asks for comes back to him.
  const isPointed = pointsAt(ask, known) && !(likeness.sameIssuer === 1 && likeness.relayed + likeness.sameForm === 0);
  const isTied = isPointed || likeness.replied === 1 || likeness.atOnce === 1;
  // "那个明细今天下班前就送过去": to the same person where it was asked for, and nearly in the same words.
  if (restates && likeness.sameGroup === 1 && likeness.text >= MOST_TEXT && likeness.share >= A_THIRD) return RESTATED_IN_WORDS_AT_LEAST;
  if (likeness.otherDeadline === 1 && !isTied)
    return restates && likeness.otherObject === 0 && !asksAFewOf(ask, known) ? RESTATED_AT_LEAST : OTHER_DEADLINE_AT_LEAST;
  if (likeness.relayed === 1) return isRelayedThen(likeness) ? RELAYED_THEN_AT_LEAST : RELAYED_AT_LEAST;
  return likeness.otherObject === 1 && !isTied ? OTHER_THING_AT_LEAST : COPY_AT_LEAST;
}
