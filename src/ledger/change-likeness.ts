/** How well a change fits a known directive: what both speak of, where and by whom it was last spoken of, for whom and until when. */
import type { Deadline, Recurrence } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../model/instant.ts';
import type { ChangeDimension } from '../model/merge-weights.ts';
import { groupKey } from '../model/message.ts';
import { type Change, isTold, type TurnReading } from '../model/reading.ts';
import { lastOf, type TopicWeights } from './likeness.ts';

export type ChangeLikeness = Readonly<Record<ChangeDimension, number>>;

const MOST_SHARED = 6;

interface Rivals {
  /** The most words that any candidate shares, and the largest share of a title. */
  readonly words: number;
  readonly title: number;
  /** The most that any shares with what the change begins with: who names a matter there speaks of no other. */
  readonly head: number;
  /** The last time that any was heard of here, or was asked by this sender. */
  readonly here: Instant;
  readonly voice: Instant;
  /** How many that stand open this sender has asked for. */
  readonly own: number;
}

/** How a change fits each of the directives that it could be about; also which of them fits best or was heard of last. */
export function changeLikenesses(
  change: Change,
  reading: TurnReading,
  pool: readonly Directive[],
  weights: TopicWeights,
  at: Instant,
): readonly ChangeLikeness[] {
  const group = groupKey(reading.turn);
  const heard = pool.map((known) => known.heard.get(group) ?? 0);
  const shared = pool.map((known) => weights.overlap(change.topics, known).shared);
  const head = pool.map((known) => weights.overlap(change.head, known).shared);
  const titles = pool.map((known) => weights.titleShare(known, change.topics));
  const rivals: Rivals = {
    words: Math.max(0, ...shared),
    title: Math.max(0, ...titles),
    head: Math.max(0, ...head),
    here: Math.max(0, ...heard),
    voice: Math.max(0, ...pool.map((known, index) => (known.issuer.id === reading.sender.id ? (heard[index] ?? 0) : 0))),
    own: pool.filter((known) => known.status === 'open' && known.issuer.id === reading.sender.id).length,
  };
  return pool.map((known, index) =>
    changeLikenessOf(change, reading, known, { words: shared[index] ?? 0, head: head[index] ?? 0, title: titles[index] ?? 0 }, at, rivals),
  );
}

/** What a change has in common with a directive, by weight. */
interface Common {
  readonly words: number;
  readonly head: number;
  /** Share of the directive's title. */
  readonly title: number;
}

function changeLikenessOf(
  change: Change,
  { turn, sender }: TurnReading,
  known: Directive,
  { words: shared, head, title }: Common,
  at: Instant,
  rivals: Rivals,
): ChangeLikeness {
  const heardHere = known.heard.get(groupKey(turn));
  const age = at - (heardHere ?? lastOf(known.heard));
  const { persons, figures, areas } = change.particulars;
  const due = known.deadline === null ? null : untilDue(known.deadline, at);
  return {
    words: Math.min(MOST_SHARED, shared) / 2,
    head: Math.min(MOST_SHARED, head) / 2,
    object: title,
    figures: Math.min(2, common(figures, known.particulars.figures)) / 2,
    here: Number(heardHere !== undefined),
    justNow: Number(age < HOUR),
    sameDay: Math.exp(-age / (12 * HOUR)),
    days: Math.min(5, age / DAY),
    sameIssuer: Number(known.issuer.id === sender.id),
    sameVoice: Number(known.issuer.id !== sender.id && sender.person !== null && known.voices.includes(sender.person)),
    namesAsker: Number(known.voices.some((voice) => persons.includes(voice))),
    fromRecipient: Number(sender.person !== null && known.particulars.recipients.includes(sender.person)),
    oldDay: Number(change.oldDay !== null && known.deadline?.day === change.oldDay),
    sameDeadline: Number(change.deadline !== null && change.deadline.at === known.deadline?.at),
    otherDay: Number(change.oldDay !== null && known.deadline !== null && known.deadline.day !== change.oldDay),
    due: Number(due !== null && Math.abs(due) < 12 * HOUR && presses(change)),
    nearlyDue: due !== null && presses(change) ? Math.exp(-Math.abs(due) / HOUR) : 0,
    clock: Number(known.deadline !== null && namesClock(change, known.deadline)),
    undated: Number(due === null),
    ...peopleFit(change, known),
    otherPlace: Number(areas.length > 0 && known.particulars.areas.length > 0 && common(areas, known.particulars.areas) === 0),
    gathers: Number(change.aboutMeeting && known.kind === 'meeting'),
    gathersNot: Number(change.aboutMeeting && known.kind !== 'meeting'),
    told: Number(isTold(known.kind)),
    toldDone: Number(isTold(known.kind) && change.change === 'done'),
    traffic: Number(known.kind === 'traffic'),
    recurring: Number(known.deadline?.recurrence != null),
    takenBack: Number(known.status === 'cancelled'),
    mostWords: Number(shared > 0 && shared === rivals.words),
    shareOfMost: rivals.words === 0 ? 0 : shared / rivals.words,
    mostObject: Number(title > 0 && title === rivals.title),
    latestHere: Number(heardHere !== undefined && heardHere === rivals.here),
    latestOfVoice: Number(known.issuer.id === sender.id && heardHere !== undefined && heardHere === rivals.voice),
    asks: Number(change.asks),
    wasDue: Number(namesEarlier(change, known)),
    retold: Number(isRetold(change, known, at)),
    clockOfDay: Number(known.deadline !== null && namesClockOfDay(change, known.deadline)),
    ...timeFit(change, known, due),
    toldMoved: Number(isTold(known.kind) && (change.change === 'deadline' || change.change === 'cancel')),
    onlyOfVoice: Number(rivals.own === 1 && known.status === 'open' && known.issuer.id === sender.id),
    otherHead: Number(rivals.head > 0 && head === 0),
    changedLately: Number(known.changes.some((one) => one.at <= at && at - one.at < 3 * DAY)),
  };
}

type TimeFit = Pick<ChangeLikeness, 'overdue' | 'ahead' | 'dayNamed' | 'nearby' | 'sameHour'>;

/** What is moved or called off is still to come, and soon; it is moved by hours or days, often to the same hour of another day. */
function timeFit({ change, deadline, times }: Change, { deadline: was }: Directive, due: number | null): TimeFit {
  if (was === null || due === null) return { overdue: 0, ahead: 0, dayNamed: 0, nearby: 0, sameHour: 0 };
  const changes = change === 'deadline' || change === 'cancel' || change === 'amend' || change === 'reinstate';
  const moved = change === 'deadline' && deadline !== null ? Math.abs(deadline.at - was.at) : null;
  return {
    overdue: Number(changes && due < -DAY / 2),
    ahead: changes && due > 0 ? Math.exp(-due / (2 * DAY)) : 0,
    dayNamed: Number(changes && times.some((time) => time !== deadline?.at && Math.abs(time - was.at) <= 10 * HOUR)),
    nearby: moved === null ? 0 : Math.exp(-moved / (2 * DAY)),
    sameHour: Number(moved !== null && moved > 0 && moved % DAY === 0 && deadline?.basis === 'said' && was.basis === 'said'),
  };
}

/** A time that it had before it was moved: "仍按1月5日". */
function namesEarlier({ times, deadline }: Change, known: Directive): boolean {
  const named = deadline === null ? times : [...times, deadline.at];
  return named.some((time) => wasDueAt(known, time));
}

export function wasDueAt({ changes, deadline }: Directive, time: Instant): boolean {
  return deadline?.at !== time && changes.some(({ field, from }) => field === 'deadline' && from !== null && Date.parse(from) === time);
}

/** "划掉7点半": the time of day that it is due at, of whatever day; full hours are those of many. */
function namesClockOfDay({ times, deadline }: Change, { at: due, basis }: Deadline): boolean {
  return basis === 'said' && due % HOUR !== 0 && times.some((time) => time !== deadline?.at && (time - due) % DAY === 0);
}

/** The very time that it was moved to a while ago: others pass the change on. */
function isRetold({ deadline }: Change, { changes, deadline: now }: Directive, at: Instant): boolean {
  return deadline !== null && deadline.at === now?.at && changes.some((one) => one.field === 'deadline' && at - one.at < 6 * HOUR);
}

/** A recurring one is always due again; it is pressed for around each of its times. */
function untilDue({ at: due, recurrence }: Deadline, at: Instant): number {
  const period = PERIODS[recurrence ?? 'monthly'];
  if (due >= at || period === undefined) return due - at;
  const ahead = period - ((at - due) % period);
  return ahead > period / 2 ? ahead - period : ahead;
}

const PERIODS: Readonly<Partial<Record<Recurrence, number>>> = { daily: DAY, workday: DAY, weekly: 7 * DAY };

function namesClock({ times }: Change, { at: due, recurrence }: Deadline): boolean {
  return times.some((time) => Math.abs(time - due) < MINUTE || (recurrence !== null && (time - due) % DAY === 0));
}

function presses({ change }: Change): boolean {
  return change === 'remind' || change === 'done';
}

/** Who is named is asked by the directive, or it is another one. */
function peopleFit({ audience }: Change, known: Directive): { readonly people: number; readonly otherPeople: number } {
  if (audience === null || audience.people.length === 0 || known.audience.unclear) return { people: 0, otherPeople: 0 };
  const share = common(audience.people, known.audience.people) / audience.people.length;
  return { people: share, otherPeople: Number(share === 0) };
}

function common(a: readonly string[], b: readonly string[]): number {
  return a.length === 0 || b.length === 0 ? 0 : a.filter((one) => b.includes(one)).length;
}
