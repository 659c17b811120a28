/** At first sight: by what a change points at, else by rules and by which is the likeliest; none where two could be meant. */
import type { Deadline, Recurrence } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, type Instant } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import type { Change, TurnReading } from '../model/reading.ts';
import { asks } from './asked.ts';
import { onlyBeginsAlike } from './begins-alike.ts';
import { onlyCalledShort } from './called-short.ts';
import { isRecall } from './change-effect.ts';
import { wasDueAt } from './change-times.ts';
import type { Scored } from './likely-targets.ts';
import { mayBeMeant } from './may-be-meant.ts';
import { onlyPointedAt } from './only-pointed-at.ts';
import { isOwnWord } from './restated.ts';
import type { LedgerState } from './state.ts';
import { gatheringsAmong, onlyGathering, onlyOfThose } from './target-gathering.ts';
import { neededFor, standsOut } from './target-needs.ts';
import { isQuestion, type Rivals, rivalsOf, scoredOf } from './target-rivals.ts';
import { topicShare } from './topic-share.ts';
import { codesIn } from './work-order.ts';

/** What is moved as a gathering though it is known as none shares more with it than a word in passing. */
const NAMED = 0.1;
/** What was off is taken up again by a single word of it, with at least this chance that it is meant. */
const A_WORD = 0.05;
const MAY_BE = 0.1;
/** Of what a change says that names nothing of a directive. */
const MOSTLY = 0.6;
/** What is less likely than that isn't shown beside it, nor behind what was moved already. */
const COULD_BE = 0.2;
const BEHIND = 0.03;

export interface ChangeTargets {
  readonly directives: readonly Directive[];
  /** Directives that could be meant as well as each other; then none is changed. */
  readonly doubtful: readonly Directive[];
}

export interface FirstPick extends ChangeTargets {
  /** What is weighed in the second look; none where none is needed. */
  readonly rivals?: Rivals;
}

interface Picked extends ChangeTargets {
  /** No second look is needed. */
  readonly sure?: true;
}

function surely(directives: readonly Directive[]): Picked {
  return { ...certain(directives), sure: true };
}

export function pickedAtFirst(state: LedgerState, reading: TurnReading, change: Change, at: Instant): FirstPick {
  const pointed = change.targets.flatMap((id) => state.ofMessage({ ...reading.turn, id })).filter((known) => !isQuestion(known, reading));
  // All that a message asked goes with it.
  if (pointed.length > 0 && isRecall(change)) return certain(pointed);
  if (pointed.length > 0)
    return certain(
      pointed
        .toSorted(
          (a, b) => calls(change, b) - calls(change, a) || topicShare(state, change.topics, b) - topicShare(state, change.topics, a),
        )
        .slice(0, 1),
    );
  if (change.targets.length > 0 && change.fallback === null) return certain([]);
  if (change.asks && change.fallback?.apart === true) return certain([]);
  const rivals = rivalsOf(state, reading, change, at);
  const { sure, ...picked } = pickedAmong(state, reading, change, rivals, at);
  return sure === true ? picked : { ...picked, rivals };
}

function pickedAmong(
  state: LedgerState,
  reading: TurnReading,
  change: Change,
  { pool: uncoded, scored: all }: Rivals,
  at: Instant,
): Picked {
  const alone = onlyDaily(uncoded, change, reading) ?? onlyClicked(uncoded, change);
  if (alone !== null) return surely([alone]);
  const theirs = change.gathering === true ? onlyOfThose(uncoded, change) : null;
  if (theirs !== null) return certain([theirs]);
  const gatherings = change.gathering === true ? gatheringsAmong(state, uncoded, reading, change, at) : [];
  const only = change.gathering === true ? onlyGathering(state, reading, change, at) : null;
  const known = gatherings.length > 0 ? gatherings : uncoded;
  const codes = codesIn(change.topics);
  const coded = codes.length === 0 ? [] : known.filter(({ topics }) => codes.some((code) => topics.has(code)));
  if (coded.length > 0) return surely(coded);
  if (codes.length > 0 && codes.some((code) => change.head.includes(code))) return surely([]);
  const short = onlyCalledShort(known, change);
  if (short !== null) return change.pointed === true ? surely([short]) : certain([short]);
  const pointedAt = onlyPointedAt(uncoded, change);
  if (pointedAt !== null) return surely([pointedAt, ...unmergedCopies(state, change, pointedAt, known)]);
  const alike = onlyBeginsAlike(known, change);
  if (alike !== null) return surely([alike, ...unmergedCopies(state, change, alike, known)]);
  const scored = mayBeMeant(state, change, known === uncoded ? all : scoredOf(state, reading, change, known, at));
  const stopped = onlyStopped(state, change, scored);
  if (stopped !== null) return certain([stopped]);
  const onDay = dueOnNamedDay(scored, change);
  if (onDay !== null) return certain([onDay]);
  const kept = dueAtKeptHour(scored, change);
  if (kept !== null) return certain([kept]);
  const ranked = dueOnOldDay(scored, change, reading.sender) ?? stillOpenFirst(scored, change);
  const [first, second] = ranked;
  const isSure =
    first !== undefined &&
    ((together(first, scored) >= neededFor(change, first, reading.sender) && !(hurts(change) && isRivalled(first, second))) ||
      standsOut(change, reading, ranked, scored));
  if (only !== null && !(isSure && isNamedBefore(state, change, first, only))) return certain([only]);
  if (first === undefined) return certain([]);
  const left = isSure && hurts(change) ? leftBehind(change, first, scored) : null;
  if (left !== null) return certain([left]);
  if (isSure) return certain([first.directive, ...unmergedCopies(state, change, first.directive, known)]);
  const again = onlyThatComesAgain(known, change, reading);
  return again === null ? { directives: [], doubtful: couldBeMeant(scored) } : certain([again]);
}

/** "姜局你们改到17号去": of what was asked in one message the one that asks those who are called now. */
function calls({ audience }: Change, { audience: known }: Directive): number {
  if (audience === null || audience.unclear || audience.general === true || known.unclear) return 0;
  return Number(audience.people.some((person) => asks(known, person)));
}

/** "昨天停掉的夜巡今晚恢复": what is taken up again was off, where only one thing that was is named. */
function onlyStopped(state: LedgerState, { change, revives, topics }: Change, scored: readonly Scored[]): Directive | null {
  if (change !== 'reinstate' || !revives || scored[0]?.directive.status === 'cancelled') return null;
  const stopped = scored.filter(
    ({ directive, chance }) => directive.status === 'cancelled' && chance >= MAY_BE && topicShare(state, topics, directive) >= A_WORD,
  );
  return stopped.length === 1 ? (stopped[0]?.directive ?? null) : null;
}

/** Named more surely than the only gathering that could be meant, be it known as none. */
function isNamedBefore(state: LedgerState, { topics }: Change, { directive, likeness }: Scored, only: Directive): boolean {
  if (directive.kind === 'meeting' || topicShare(state, topics, directive) >= NAMED) return true;
  return directive !== only && likeness.exclusive > 0 && topicShare(state, topics, only) === 0;
}

/** "巡查照走,报数改到每天下午4点前": of what its sender has asked here the only one that comes again as the new time does. */
function onlyThatComesAgain(known: readonly Directive[], { change, deadline, topics }: Change, reading: TurnReading): Directive | null {
  if (change !== 'deadline' || deadline === null) return null;
  // "从明天起日报提前,改下午4点前": its very name says how often.
  const recurrence = deadline.recurrence ?? (topics.includes('日报') ? 'daily' : null);
  if (recurrence === null) return null;
  return onlyRecurring(known, recurrence, reading);
}

/** Of what its sender has asked here the only one that comes so often. */
function onlyRecurring(known: readonly Directive[], recurrence: Recurrence, { turn, sender }: TurnReading): Directive | null {
  const alike = known.filter(
    (one) => one.status === 'open' && one.deadline?.recurrence === recurrence && one.heard.has(groupKey(turn)) && isOwnWord(one, sender),
  );
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** "从今天起日报后面多加一列": its name says how often, and only one thing that its sender has asked here comes each day. */
function onlyDaily(known: readonly Directive[], { change, topics }: Change, reading: TurnReading): Directive | null {
  return change === 'amend' && topics.includes('日报') ? onlyRecurring(known, 'daily', reading) : null;
}

/** "投票那个停了": of what is to be clicked on here the only one that is clicked on so, where nothing else is named by that. */
function onlyClicked(known: readonly Directive[], { change, head }: Change): Directive | null {
  if (change !== 'cancel' && change !== 'done') return null;
  const deeds = CLICKS.filter(({ called }) => head.some((topic) => called.test(topic)));
  if (deeds.length === 0) return null;
  const open = known.filter(({ status }) => status === 'open');
  const doneBy = (words: readonly RegExp[]): readonly Directive[] =>
    open.filter(({ topics }) => [...topics].some((topic) => words.some((word) => word.test(topic))));
  const plainly = doneBy(deeds.map(({ does }) => does));
  const alike = plainly.length > 0 ? plainly : doneBy(deeds.flatMap(({ hardly }) => hardly ?? []));
  const [only] = alike;
  return alike.length === 1 && only?.kind === 'traffic' ? only : null;
}

/** What is clicked on so, by words that hardly tell it (每天投5票) where none does plainly, and how that is called where it is called off. */
const CLICKS: readonly { readonly does: RegExp; readonly hardly?: RegExp; readonly called: RegExp }[] = [
  { does: /[投点数一三两]票|投票|票数/u, hardly: /^票$/u, called: /^(?:投票|票|[停不别甭莫]投)$/u },
  { does: /点赞|集赞/u, called: /^(?:点赞|集赞)$/u },
  { does: /答题/u, called: /^答题$/u },
  { does: /转发/u, called: /^转发$/u },
];

/** Of two that were kept apart the one that has the new time already is behind it; the change is news for the one that still has the old. */
function leftBehind({ deadline, oldDay, times }: Change, { directive: moved }: Scored, scored: readonly Scored[]): Directive | null {
  if (deadline === null || moved.deadline?.at !== deadline.at) return null;
  const hadOld = (other: Directive, due: Deadline): boolean =>
    due.at !== deadline.at && (due.day === oldDay || times.includes(due.at) || wasDueAt(other, deadline.at));
  const left = scored.find(
    ({ directive: other, chance }) => chance >= BEHIND && areNear(moved, other) && other.deadline !== null && hadOld(other, other.deadline),
  );
  return left?.directive ?? null;
}

/** "团县委那张志愿服务表别填了": what is off already is called off again only where nothing that still stands is named by more than twice its words. */
function stillOpenFirst(scored: readonly Scored[], { change }: Change): readonly Scored[] {
  const [first] = scored;
  if (change !== 'cancel' || first?.directive.status !== 'cancelled') return scored;
  const open = scored.find(({ directive, chance }) => directive.status === 'open' && chance >= MAY_BE);
  return open === undefined || open.likeness.words < TWICE * first.likeness.words
    ? scored
    : [{ ...open, chance: open.chance + first.chance }, ...scored.filter((one) => one !== open && one !== first)];
}

const TWICE = 2;

/** What is called off is called off in all its tellings, also in those that were kept apart: near it, due at the same time, and named too. */
export function unmergedCopies(state: LedgerState, change: Change, first: Directive, known: readonly Directive[]): readonly Directive[] {
  if (change.change !== 'cancel') return [];
  const share = topicShare(state, change.topics, first);
  return known.filter(
    (other) =>
      other !== first && other.status === 'open' && areOne(first, other) && topicShare(state, change.topics, other) > share * AS_MUCH,
  );
}

/** Of what names the one so much names a copy of it, too. */
const AS_MUCH = 0.6;

function areNear(a: Directive, b: Directive): boolean {
  return a.similarTo.includes(b.id) || b.similarTo.includes(a.id);
}

function areOne(a: Directive, b: Directive): boolean {
  return areNear(a, b) && a.deadline !== null && a.deadline.at === b.deadline?.at && a.kind === b.kind;
}

/** Two that are perhaps one share the chance of that one. */
function together(first: Scored, scored: readonly Scored[]): number {
  return scored.reduce((sum, { directive, chance }) => (areNear(first.directive, directive) ? sum + chance : sum), first.chance);
}

/** Another that is nearly as likely, and no copy of it: it can't be told which is meant. */
function isRivalled(first: Scored, second: Scored | undefined): boolean {
  return second !== undefined && second.chance > NEARLY * first.chance && !areNear(first.directive, second.directive);
}

const NEARLY = 0.8;

/** Some of these, though it can't be told which. */
function couldBeMeant(scored: readonly Scored[]): readonly Directive[] {
  const likely = scored.filter(({ chance }) => chance >= COULD_BE).slice(0, 2);
  return likely.length < 2 ? [] : likely.map(({ directive }) => directive);
}

/** "不是周五,是周四": of those that could be meant, the ones that are due on the day that no longer holds, or were moved already as it says. */
function dueOnOldDay(scored: readonly Scored[], change: Change, sender: TurnReading['sender']): readonly Scored[] | null {
  if (change.oldDay === null) return null;
  const isMeant = ({ deadline }: Directive): boolean =>
    deadline?.day === change.oldDay || (deadline !== null && deadline.at === change.deadline?.at);
  const due = scored.filter(
    ({ directive, chance, likeness }) => isMeant(directive) && chance >= neededFor(change, { directive, likeness }, sender) / 2,
  );
  return due.length === 0 ? null : due;
}

/** "11月2号那张不用交了", "雨大,今晚不去了": what is called off is the one that is due on the day that is named, where the likeliest isn't. */
function dueOnNamedDay(scored: readonly Scored[], { change, days = [] }: Change): Directive | null {
  if (change !== 'cancel' || days.length === 0) return null;
  const isDue = ({ directive: { status, deadline } }: Scored): boolean =>
    status === 'open' && deadline !== null && days.includes(deadline.day);
  const due = scored.filter(isDue);
  const [first] = due;
  if (first === undefined || first === scored[0] || first.chance < ON_DAY) return null;
  return isNamedBeside(first, scored[0]) ? null : mostOf(due);
}

/** "学校要开门了,巡河那个停了": due on a day that is named, but by no word of what is called off, beside one that is. */
function isNamedBeside({ likeness: due }: Scored, named: Scored | undefined): boolean {
  if (named === undefined) return false;
  const { mostObject, exclusive, shareOfHead } = named.likeness;
  if (due.unnamed > MOSTLY && mostObject === 1 && exclusive > due.exclusive) return true;
  return due.otherHead === 1 && shareOfHead === 1 && exclusive > 0;
}

function mostOf(due: readonly Scored[]): Directive | null {
  const [first] = due;
  if (first === undefined) return null;
  const all = due.reduce((sum, { chance }) => sum + chance, 0);
  return first.chance >= MOST_OF * all ? first.directive : null;
}

/** "每天那行数字后头多写一项,时间不变,还是5点": of what comes again the one that is due at the hour that stays, where the likeliest isn't. */
function dueAtKeptHour(scored: readonly Scored[], { keepsHour, times }: Change): Directive | null {
  if (keepsHour !== true) return null;
  const isDue = ({ directive: { status, deadline }, chance }: Scored): boolean =>
    status === 'open' &&
    deadline !== null &&
    deadline.recurrence !== null &&
    chance >= KEPT &&
    times.some((at) => (at - deadline.at) % DAY === 0);
  const due = scored.filter(isDue);
  return due.length === 1 && due[0] !== scored[0] ? (due[0]?.directive ?? null) : null;
}

const KEPT = 0.02;
const ON_DAY = 0.05;
const MOST_OF = 0.6;

/** Taking back or moving the wrong one would hide a task. */
function hurts({ change }: Change): boolean {
  return change === 'cancel' || change === 'deadline';
}

export function certain(directives: readonly Directive[]): ChangeTargets {
  return { directives, doubtful: [] };
}
