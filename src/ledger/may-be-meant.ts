/** Of the directives that a change could be about by their likeness, those that it can't be about by rule are left out. */
import type { Directive } from '../model/directive.ts';
import { DAY } from '../model/instant.ts';
import type { Change } from '../model/reading.ts';
import type { ChangeLikeness } from './change-likeness.ts';
import type { Scored } from './likely-targets.ts';
import type { LedgerState } from './state.ts';
import { isCalledSo } from './target-needs.ts';
import { topicShare } from './topic-share.ts';

export function mayBeMeant(state: LedgerState, change: Change, all: readonly Scored[]): readonly Scored[] {
  const fitting = all.filter((one) => !(change.asks && asksForOther(change, one.directive)) && !isElsewhere(state, change, one));
  return without(
    fitting,
    (one) =>
      isOutdone(state, change, one, fitting) ||
      isOutnamed(change, one, fitting) ||
      isOfOtherPeriod(change, one, fitting) ||
      isUnnamed(change, one, fitting) ||
      isOfOthers(change, one, fitting),
  );
}

/**
 * "食堂早餐推迟到8点", "春耕进度改成周报": what is put off to before the time that something has, or comes again where that comes once, and
 * shares no word with it, is something else. So is what was asked by others, elsewhere, in other words.
 */
function isElsewhere(state: LedgerState, change: Change, { directive, likeness }: Scored): boolean {
  if (isUnheardOf(likeness) && (change.change === 'deadline' || change.change === 'cancel')) return true;
  if (change.gathering === true || topicShare(state, change.head, directive) > 0) return false;
  return likeness.wrongWay === 1 || (change.asks && change.deadline?.recurrence != null && directive.deadline?.recurrence == null);
}

/** Asked by others, where this is said unknown, and no word of it: only its time or its people are the same. */
function isUnheardOf({ here, sameIssuer, sameVoice, fromRecipient, words, said }: ChangeLikeness): boolean {
  return here + sameIssuer + sameVoice + fromRecipient === 0 && words + said === 0;
}

/** What asks for another table than the known one, for that of another month, or once and not day by day, asks for that, whatever it says of times. */
export function asksForOther(
  { deadline, particulars: { forms, periods } }: Change,
  { deadline: due, particulars: known }: Directive,
): boolean {
  if (due !== null && due.recurrence !== null && deadline !== null && deadline.recurrence === null && deadline.at - due.at > DAY)
    return true;
  const differ = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));
  return differ(forms, known.forms) || differ(periods, known.periods);
}

/** What cannot be meant leaves its chance to the others, and to none of them. */
function without(scored: readonly Scored[], isOut: (one: Scored) => boolean): readonly Scored[] {
  const left = scored.filter((one) => !isOut(one));
  const gone = scored.reduce((sum, one) => (left.includes(one) ? sum : sum + one.chance), 0);
  return gone === 0 || gone >= 1 ? left : left.map((one) => ({ ...one, chance: one.chance / (1 - gone) }));
}

/** "人选摸底表时间提前,明天下午5点送到,培训会时带来": moved the wrong way for one, and the right way for another that is named more. */
function isOutdone(state: LedgerState, change: Change, { directive, likeness }: Scored, others: readonly Scored[]): boolean {
  if (likeness.wrongWay !== 1) return false;
  const share = topicShare(state, change.topics, directive);
  return others.some(
    (other) =>
      other.likeness.rightWay === 1 && (other.likeness.words > likeness.words || topicShare(state, change.topics, other.directive) > share),
  );
}

/** "专车名单今天下班前就要": not what nothing is named of, though it is due then, where one alone has what is named and is called so. */
function isUnnamed({ change }: Change, { likeness }: Scored, others: readonly Scored[]): boolean {
  if (change !== 'deadline' || likeness.words + likeness.said + likeness.object > 0 || likeness.unnamed < MOSTLY) return false;
  return others.some((other) => isCalledSo(other.likeness));
}

/** "你们四个镇改成周三上午来": not what others are asked for too, and shares no more, where just so many were asked for something else by the same voice. */
function isOfOthers({ change, counted, audience }: Change, one: Scored, others: readonly Scored[]): boolean {
  if (change === 'remind' || audience !== null) return false;
  const asksSoMany = ({ directive: { audience, status } }: Scored): boolean =>
    !audience.unclear && audience.people.length === counted && status === 'open';
  if (counted === undefined || asksSoMany(one) || one.likeness.object > 0) return false;
  return others.some((other) => asksSoMany(other) && other.likeness.sameIssuer === 1 && other.likeness.here === 1);
}

/** Of the words of a change that name nothing of a directive. */
const MOSTLY = 0.6;

/** "6月读数六个村齐了": not those of July, where those of June were asked for. */
function isOfOtherPeriod({ particulars: { periods } }: Change, { likeness }: Scored, others: readonly Scored[]): boolean {
  if (likeness.otherPeriod !== 1) return false;
  return others.some(
    ({ directive, likeness: other }) => other.words > 0 && periods.some((one) => directive.particulars.periods.includes(one)),
  );
}

/** "跟饶委员昨天要的那张是同一张,报了的不用再报": not what nobody is named for, where others have asked for what is named more, or take it in. */
function isOutnamed({ change, particulars: { persons } }: Change, { directive, likeness }: Scored, others: readonly Scored[]): boolean {
  const isTheirs = ({ voices, particulars: { recipients } }: Directive): boolean =>
    persons.some((person) => voices.includes(person) || recipients.includes(person));
  if (change !== 'amend' || persons.length === 0 || isTheirs(directive)) return false;
  return others.some((other) => isTheirs(other.directive) && other.likeness.mostWords === 1 && other.likeness.words > 2 * likeness.words);
}
