/** What a change does to a directive that it is about, and whether it may: by how the directive stands, and by whose word it is. */
import { type Deadline, namesDay, onDay } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, type Instant } from '../model/instant.ts';
import { messageKey } from '../model/message.ts';
import { type Change, isTold, type TurnReading } from '../model/reading.ts';
import { asks } from './asked.ts';
import { wasDueAt } from './change-times.ts';
import type { Changed } from './entry.ts';
import { givenLonger, movedSlot, pressedTo, saidAnew, shiftedBy } from './moved-slot.ts';
import { onlySome } from './own-deadline.ts';
import { earlierDeadline, isOwnWord } from './restated.ts';
import type { LedgerState } from './state.ts';

/**
 * What gives a time to a directive that was taken back takes it up again; what takes up one that stands gives it a time, or, without
 * naming one, the time that it had before it was moved.
 */
export function whatFor(
  state: LedgerState,
  { sender }: TurnReading,
  change: Change,
  known: Directive,
  at: Instant,
): Pick<Changed, 'change' | 'deadline' | 'only'> {
  const { deadline } = change;
  if (known.status === 'cancelled' && change.revives && change.change !== 'cancel') return { change: 'reinstate', deadline };
  if (known.status === 'cancelled' && (change.change === 'deadline' || change.change === 'amend' || change.change === 'remind')) {
    return { change: 'reinstate', deadline };
  }
  const shifted = known.status === 'open' ? shiftedAsSaid(known, change, at) : null;
  const namesOld =
    deadline !== null && deadline.day === known.deadline?.day && (change.moves !== true || deadline.at === known.deadline.at);
  const isShifted = shifted !== null && deadline !== null && !namesDay(deadline.phrase) && (deadline.at - shifted.at) % (DAY / 2) === 0;
  if (shifted !== null && (deadline === null || namesOld || isShifted)) return { change: 'deadline', deadline: shifted };
  if (change.change === 'remind' && isOwnWord(known, sender)) {
    // "还差农服、应急两家,明早给我": not who is only named beside a time for all.
    const isForSome = change.owes === true && onlySome(known.audience, change.audience) !== null;
    const pressed = isForSome
      ? givenLonger(known, deadline, at)
      : (pressedTo(known, deadline, at) ?? (change.owes === true ? null : saidAnew(known, deadline, at)));
    if (pressed !== null) return { change: 'deadline', deadline: pressed, ...(isForSome ? { only: true as const } : {}) };
  }
  if (known.status === 'open' && change.change === 'deadline' && deadline !== null) {
    const moved = atSameClock(known, change) ?? movedSlot(known, deadline, at, change.oldDay);
    const other = moved === null || moved.at === known.deadline?.at ? otherSlot(known, change, at) : null;
    if (other !== null) return { change: 'deadline', deadline: other };
    if (change.elsewhere === true && (moved === null || moved.at === known.deadline?.at)) return { change: 'amend', deadline: null };
    if (moved !== null) return { change: 'deadline', deadline: moved };
    return change.moves === true && wasMoved(known) ? { change: 'deadline', deadline: known.deadline } : { change: 'remind', deadline };
  }
  if (known.status !== 'open' || change.change !== 'reinstate') return { change: change.change, deadline };
  const back = deadline ?? (change.restores === true ? earlierDeadline(state.entriesOf(known.id), known.deadline) : null);
  const held = back === null ? null : movedSlot(known, back, at);
  return held === null ? { change: 'remind', deadline } : { change: 'deadline', deadline: held };
}

/** "改明晚,同一个点碰头": the hour that it has, on the other day. */
function atSameClock({ deadline: was }: Directive, { keepsClock, deadline: now }: Change): Deadline | null {
  if (
    keepsClock !== true ||
    was === null ||
    now === null ||
    was.basis !== 'said' ||
    now.basis === 'said' ||
    /[早上中下]午|早上|清早/u.test(now.phrase)
  )
    return null;
  return was.recurrence !== null || now.day === was.day ? null : { ...onDay(was, now.day), phrase: now.phrase };
}

/** "往后推一天", passed on in another group or with the time that it has by now, doesn't move it once more. */
function shiftedAsSaid(known: Directive, { shift, deadline, evidence: [source] }: Change, at: Instant): Deadline | null {
  if (shift === undefined) return null;
  const isToldAgain = known.changes.some(
    ({ field, at: told, from, to, message }) =>
      field === 'deadline' &&
      at - told < RETELLING &&
      Date.parse(to ?? '') - Date.parse(from ?? '') === shift &&
      (deadline?.at === known.deadline?.at || message.group !== source?.group),
  );
  return isToldAgain ? null : shiftedBy(known.deadline, shift, at);
}

/** So long a move is passed on. */
const RETELLING = 2 * DAY;

/** Who says that it was moved to where it stands tells that again. */
function wasMoved({ changes }: Directive): boolean {
  return changes.some(({ field }) => field === 'deadline');
}

/**
 * "督查提前到周一,台账明天下午交", where it is due on Monday anyway: the time that it has is not the new one. Where it was moved there a moment
 * ago, others only pass that on, unless they name the time before ("昨天说的20号是笔误,还是15号").
 */
function otherSlot(known: Directive, { otherwise = [], moves }: Change, at: Instant): Deadline | null {
  if (moves !== true) return null;
  const isNews = !known.changes.some(({ field, at: told }) => field === 'deadline' && at - told < RETELLING);
  const mayBe = otherwise.filter((time) => isNews || wasDueAt(known, time.at));
  for (const time of mayBe) {
    const slot = movedSlot(known, time, at);
    if (slot !== null && slot.at !== known.deadline?.at) return slot;
  }
  return null;
}

/**
 * Taking back one copy of several, be it the first, leaves the directive to the others: what is taken back must be a copy that stands.
 * What was judged no update calls off, ends or takes up again only what its sender has asked for.
 */
export function mayChange(known: Directive, change: Change, { sender }: TurnReading): boolean {
  // A stranger changes nothing but what is his own, whatever name he bears.
  if (sender.person === null && !isOwnWord(known, sender)) return false;
  if (change.asks && (!mayMove(known, change, sender) || asksOthers(change, known))) return false;
  // Recalled a moment ago, and now it is said why.
  if (change.slip === true && known.status === 'cancelled') return true;
  return !isRecall(change) || known.copies?.includes(recalledBy(change)) === true;
}

/** "小周,那个水样你今天上午跑一趟": an order to somebody whom the known one doesn't ask is a task of its own, whatever time it names. */
function asksOthers({ change, audience }: Change, known: Directive): boolean {
  if (change !== 'deadline' || audience === null || audience.unclear || known.audience.people.length === 0) return false;
  return !audience.people.some((person) => asks(known.audience, person));
}

/** Who passes a move on has asked for nothing; to call off or take up again needs one's own word. */
function mayMove(known: Directive, { change, particulars, topics }: Change, sender: TurnReading['sender']): boolean {
  // A danger is over when one of those who saw to it says so.
  if (change === 'done' && isTold(known.kind)) return isOwnWord(known, sender) || isAsked(known, sender);
  // Who told of it was given a time for it: what he has arranged since moves none.
  if (change === 'deadline' && isTold(known.kind) && known.issuer.id === sender.id) return false;
  if (isOwnWord(known, sender)) return change !== 'reinstate' || known.status === 'cancelled';
  // "霍主任定了:那个联合检查恢复": passed on as the word of who asked for it.
  if (change === 'reinstate') return known.status === 'cancelled' && known.voices.some((voice) => particulars.persons.includes(voice));
  // Nobody need click what somebody of the organisation says is off.
  if (change === 'cancel' && known.kind === 'traffic' && topics.filter((topic) => known.topics.has(topic)).length >= NAMED_BY) return true;
  // Off already: that is only passed on. Who takes it in needn't have asked for it: "名单停一停吧,我们这边不用再收".
  if (change === 'cancel') return known.status === 'cancelled' || takesIn(known, sender) || speaksFor(known, particulars.persons, sender);
  return change === 'remind' || change === 'amend' || change === 'deadline';
}

/** So many words name it. */
const NAMED_BY = 3;

/** "小玲在地里,我替她说:样品不收了": who names the one that asked it passes on that one's word, unless it was asked of himself. */
function speaksFor(known: Directive, named: readonly string[], sender: TurnReading['sender']): boolean {
  return sender.person !== null && known.voices.some((voice) => named.includes(voice)) && !isAsked(known, sender);
}

function takesIn({ particulars: { recipients } }: Directive, { person }: TurnReading['sender']): boolean {
  return person !== null && recipients.includes(person);
}

function isAsked({ audience }: Directive, { person }: TurnReading['sender']): boolean {
  return person !== null && audience.people.includes(person);
}

export function isRecall({ change, fallback, asks, slip }: Change): boolean {
  return slip === true || (change === 'cancel' && fallback === null && !asks);
}

export function recalledBy({ evidence: [source], targets: [id] }: Change): string {
  return source === undefined || id === undefined ? '' : messageKey({ platform: source.platform, group: source.group, id });
}
