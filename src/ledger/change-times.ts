/** How the times that a change names fit a directive's: what it was due at, how soon it is due, and which way it is moved. */
import { type Deadline, onDay, type Recurrence } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../model/instant.ts';
import type { ChangeDimension } from '../model/merge-weights.ts';
import type { Change, ChangeKind } from '../model/reading.ts';
import { isBareHour, NEAR } from './moved-slot.ts';

const NAMES = [
  'oldDay',
  'otherDay',
  'sameDeadline',
  'nearlyDue',
  'clock',
  'undated',
  'namedDay',
  'wasDue',
  'retold',
  'clockOfDay',
  'overdue',
  'ahead',
  'nearby',
  'rightWay',
  'wrongWay',
  'otherTime',
  'pastGathering',
  'nearClock',
  'comesAgain',
] as const satisfies readonly ChangeDimension[];
export type TimeFit = Readonly<Record<(typeof NAMES)[number], number>>;

/** What is moved or called off is still to come, and soon; it is moved by hours or days. What is pressed for is nearly due. */
export function timeFit(change: Change, known: Directive, at: Instant): TimeFit {
  const was = known.deadline;
  const wasDue = Number(namesEarlier(change, known));
  if (was === null) return { ...UNDATED, wasDue };
  const now = timeOnItsDay(change.deadline, was, at);
  const isSame = now !== null && now.at === was.at;
  const due = untilDue(was, at);
  const presses = change.change === 'remind' || change.change === 'done';
  const alters = ALTERS.has(change.change);
  const stands = known.status === 'open';
  const isGone = stands && known.kind === 'meeting' && due < -GATHERED;
  return {
    oldDay: Number(change.oldDay !== null && was.day === change.oldDay),
    otherDay: Number(change.oldDay !== null && was.day !== change.oldDay),
    sameDeadline: Number(isSame),
    nearlyDue: presses ? Math.exp(-Math.abs(due) / HOUR) : 0,
    clock: Number(namesClock(change, was)),
    undated: 0,
    wasDue,
    retold: Number(isSame && known.changes.some((one) => one.field === 'deadline' && at - one.at < RETOLD)),
    clockOfDay: Number(namesClockOfDay(change, was)),
    namedDay: Number(was.recurrence === null && change.days?.includes(was.day) === true),
    overdue: Number(alters && stands && due < -DAY / 2),
    ahead: alters && due > 0 ? Math.exp(-due / (2 * DAY)) : 0,
    nearby: change.change === 'deadline' && now !== null ? Math.exp(-Math.abs(now.at - was.at) / (2 * DAY)) : 0,
    nearClock: Number(change.change === 'deadline' && now !== null && isBareHour(now, was) && Math.abs(now.at - was.at) <= NEAR),
    rightWay: Number(goes(change, now, was) === 'right'),
    wrongWay: Number(goes(change, now, was) === 'wrong'),
    otherTime: Number(stands && namesOtherTime(change, was, at)),
    pastGathering: Number(isGone),
    comesAgain: comesAgain(change, was),
  };
}

const ALTERS: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['deadline', 'cancel', 'amend', 'reinstate']);
/** A gathering that has begun is no longer moved, but closed or told of. */
export const GATHERED = 4 * HOUR;
/** Others pass on what was moved a while ago. */
const RETOLD = 6 * HOUR;
const UNDATED: TimeFit = { ...(Object.fromEntries(NAMES.map((name) => [name, 0])) as Record<keyof TimeFit, number>), undated: 1 };

/** "现改为每天15:30前": of what comes again as often, and of nothing that is due once. */
function comesAgain({ deadline }: Change, { recurrence }: Deadline): number {
  if (deadline === null || deadline.recurrence === null) return 0;
  return deadline.recurrence === recurrence ? 1 : recurrence === null ? -1 : 0;
}

/** What is put off was due before the new time, what is brought forward behind it. */
function goes({ change, towards }: Change, now: Deadline | null, was: Deadline): 'right' | 'wrong' | null {
  if (change !== 'deadline' || towards === undefined || now === null || was.recurrence !== null || now.at === was.at) return null;
  return (towards === 'later') === now.at > was.at ? 'right' : 'wrong';
}

/** "领卷提到6:40", said in the evening: of what is due at seven in the morning that is the morning's. */
function timeOnItsDay(now: Deadline | null, was: Deadline, at: Instant): Deadline | null {
  if (now === null || !isBareHour(now, was) || was.recurrence !== null || was.at <= at || was.day < now.day) return now;
  const there = onDay(now, was.day);
  const other = { ...there, at: there.at + (there.at > was.at ? -DAY / 2 : DAY / 2) };
  return Math.abs(other.at - was.at) < Math.abs(there.at - was.at) && other.at > at ? other : there;
}

/** What only presses, or adds to something, names the time that it has. */
function namesOtherTime({ change, moves, deadline, times }: Change, was: Deadline, at: Instant): boolean {
  if (was.recurrence !== null || moves === true || change === 'cancel' || change === 'reinstate') return false;
  const named = deadline?.at ?? times.find((time) => time > at);
  return named !== undefined && Math.abs(named - was.at) >= DAY / 2;
}

/** A time that it had before it was moved: "仍按1月5日". */
function namesEarlier({ times, deadline }: Change, known: Directive): boolean {
  const named = deadline === null ? times : [...times, deadline.at];
  return named.some((time) => wasDueAt(known, time));
}

export function wasDueAt({ changes, deadline }: Directive, time: Instant): boolean {
  return deadline?.at !== time && changes.some(({ field, from }) => field === 'deadline' && from !== null && Date.parse(from) === time);
}

function namesClock({ times }: Change, { at: due, recurrence }: Deadline): boolean {
  return times.some((time) => Math.abs(time - due) < MINUTE || (recurrence !== null && (time - due) % DAY === 0));
}

/** "划掉7点半": the time of day that it is due at, of whatever day; full hours are those of many. */
function namesClockOfDay({ times, deadline }: Change, { at: due, basis }: Deadline): boolean {
  return basis === 'said' && due % HOUR !== 0 && times.some((time) => time !== deadline?.at && (time - due) % DAY === 0);
}

/** A recurring one is always due again; it is pressed for around each of its times. */
function untilDue({ at: due, recurrence }: Deadline, at: Instant): number {
  const period = PERIODS[recurrence ?? 'monthly'];
  if (due >= at || period === undefined) return due - at;
  const ahead = period - ((at - due) % period);
  return ahead > period / 2 ? ahead - period : ahead;
}

const PERIODS: Readonly<Partial<Record<Recurrence, number>>> = { daily: DAY, workday: DAY, weekly: 7 * DAY };
