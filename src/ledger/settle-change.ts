/** What becomes of a change: it is applied to what it is about, or, where that can't be told, stands as an item of its own. */
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { groupKey, type MessageKey } from '../model/message.ts';
import { type Ask, type Change, HARDLY_AN_UPDATE, type TurnReading, type Whom } from '../model/reading.ts';
import { stillAsked } from '../model/seen-by.ts';
import { targetOfAnswer } from './answer-target.ts';
import { asks } from './asked.ts';
import { isRecall, mayChange, recalledBy, whatFor } from './change-effect.ts';
import { directiveId } from './directive-id.ts';
import { decideMerge } from './merge.ts';
import { onlySome } from './own-deadline.ts';
import { fallTogether } from './same-time.ts';
import { type Append, type Decided, placeOf, settleAsk } from './settle-ask.ts';
import { settleWhom, whomOf } from './settle-whom.ts';
import type { LedgerState } from './state.ts';
import { targetsOfChange } from './target.ts';

export function settleChange(
  state: LedgerState,
  reading: TurnReading,
  change: Change,
  timeOf: (key: MessageKey) => number,
  append: Append,
): void {
  const source = change.evidence[0];
  if (source === undefined) return;
  const at = timeOf(source);
  const message = { platform: source.platform, group: source.group, id: source.id };
  const whom = settleWhom(state, reading, change, message, at, append);
  if (whom.is === 'doubtful') {
    if (change.fallback !== null) settleUnplaced(state, reading, change.fallback, whom.among.slice(0, 2), timeOf, append);
    return;
  }
  if (whom.is === 'done') return;
  if (change.change === 'whom') {
    if (change.fallback !== null) settleAsk(state, reading, change.fallback, UNPLACED, timeOf, append);
    return;
  }
  const decided = change.asks && change.fallback !== null ? { at, ...decideMerge(state, reading, change.fallback, at) } : undefined;
  if (change.fallback !== null && decided?.merge?.directive.status === 'cancelled') {
    // Taken back a moment ago and now sent again, corrected.
    settleAsk(state, reading, change.fallback, UNPLACED, timeOf, append, decided);
    return;
  }
  if (change.fallback !== null && asksForTheSameTime(change, decided)) {
    settleAsk(state, reading, change.fallback, UNPLACED, timeOf, append, decided);
    return;
  }
  const { directives, doubtful } = targetsOfChange(state, reading, change, at);
  const [retold] = directives;
  if (retold !== undefined && change.fallback !== null && isToldElsewhere(retold, change, reading)) {
    const merge = { directive: retold, ask: { ...change.fallback, kind: retold.kind }, why: TOLD_ELSEWHERE };
    settleAsk(state, reading, merge.ask, UNPLACED, timeOf, append, { at, merge, similar: [] });
    return;
  }
  const found = directives.length > 0 ? directives : [...sameAsAsked(change, decided), ...answeredBy(state, reading, change, at)];
  const targets = found.filter((known) => mayChange(known, change, reading) && !isEditOfAnother(change, known, reading));
  for (const known of targets) {
    const { audience, evidence } = change;
    const takenBack = isRecall(change) ? { takenBack: recalledBy(change) } : {};
    const some = forSome(known, change);
    const only = change.only === true && onlySome(known.audience, audience) !== null ? { only: true as const } : {};
    append(
      {
        kind: 'changed',
        directive: known.id,
        ...only,
        ...(some === null ? whatFor(state, reading, forOne(known, change), known, at) : whomOf(some)),
        audience,
        evidence,
        message,
        topics: change.topics,
        ...takenBack,
      },
      at,
    );
  }
  if (targets.length > 0 || change.fallback === null || change.besides === true) return;
  if (change.asks) settleAsk(state, reading, change.fallback, UNPLACED, timeOf, append, decided);
  else {
    settleUnplaced(state, reading, change.fallback, doubtful, timeOf, append);
    if (change.change === 'cancel') callOff(state, change, message, at, append);
  }
}

/** That something is off is told as that, though it can't be told what: nothing is to be done for it. */
function callOff(state: LedgerState, { evidence }: Change, message: MessageKey, at: Instant, append: Append): void {
  const directive = directiveId(message, UNPLACED);
  if (state.directives.get(directive)?.status !== 'open') return;
  append({ kind: 'changed', directive, change: 'cancel', deadline: null, audience: null, evidence, message }, at);
}

/** Nobody edits what another has said. */
function isEditOfAnother({ edited }: Change, { issuer }: Directive, { sender }: TurnReading): boolean {
  return edited === true && issuer.id !== sender.id;
}

/** "八网格不用报了": others are still asked; null where it is for all whom it asks. */
function forSome(known: Directive, { change, whom }: Change): Whom | null {
  if (change !== 'cancel' || whom === undefined || whom.off.length === 0 || known.status !== 'open') return null;
  return stillAsked(known).every((id) => whom.off.includes(id)) ? null : whom;
}

/** "老库你们村特殊:借走的那几本不用找了": what is off for one or two of many, in what they are asked for, leaves it to them and to all others. */
function forOne(known: Directive, change: Change): Change {
  if (change.change !== 'cancel' || change.only !== true || isRecall(change)) return change;
  const some = onlySome(known.audience, change.audience);
  return some === null || some.length * 2 >= known.audience.people.length ? change : { ...change, change: 'amend' };
}

/**
 * It asks like a copy of something known, for the very time that it has: it moves nothing else there. So does "开航推迟到17号,告知书明天12点前交齐",
 * whose own limit is the known one: what it moves is another thing.
 */
function asksForTheSameTime({ change, moves, deadline, fallback }: Change, decided: Decided | undefined): boolean {
  const same = decided?.merge?.directive;
  if (change !== 'deadline' || same?.status !== 'open') return false;
  return (moves !== true && fallTogether(same.deadline, deadline)) || fallTogether(same.deadline, fallback?.deadline ?? null);
}

/** What asks like a copy of something known, and says that it has moved or is off, is about that. */
function sameAsAsked({ change }: Change, decided: Decided | undefined): readonly Directive[] {
  if (change !== 'cancel' && change !== 'deadline') return [];
  const same = decided?.merge?.directive;
  return same === undefined || same.status !== 'open' || same.openedAt === decided?.at ? [] : [same];
}

/** "培训星期六下午两点半,三个站都要来": judged an update, it tells people of another group what it is and when, and moves nothing. */
function isToldElsewhere(known: Directive, { change, moves, deadline, audience }: Change, { turn }: TurnReading): boolean {
  if (change !== 'deadline' || moves === true || audience === null || known.status !== 'open' || known.heard.has(groupKey(turn)))
    return false;
  return fallTogether(known.deadline, deadline) && audience.people.some((person) => !asks(known.audience, person));
}

const TOLD_ELSEWHERE = '在另一个群里又说了一遍';

/** A report that says it is over ends what it answers, where it may. */
function answeredBy(
  state: LedgerState,
  reading: TurnReading,
  { change, asks, evidence: [source] }: Change,
  at: Instant,
): readonly Directive[] {
  if (change !== 'done' || !asks) return [];
  const answer = reading.answers.find(({ id }) => id === source?.id);
  const target = answer === undefined ? null : targetOfAnswer(state, reading, answer, at);
  return target?.status === 'open' ? [target] : [];
}

/** Place among a message's asks for a change that found no target. */
const UNPLACED = 1000;

/** A change whose target is unknown or doubtful stands as an item of its own, with what it may be about. */
function settleUnplaced(
  state: LedgerState,
  reading: TurnReading,
  ask: Ask,
  doubtful: readonly Directive[],
  timeOf: (key: MessageKey) => number,
  append: Append,
): void {
  if (doubtful.length === 0) {
    settleAsk(state, reading, doubted(ask), UNPLACED, timeOf, append);
    return;
  }
  const first = placeOf(ask, reading);
  const similarTo = doubtful.map((known) => known.id);
  append({ kind: 'opened', directive: directiveId(first, UNPLACED), ask: doubted(ask), issuer: reading.sender, similarTo }, timeOf(first));
}

/** What is only to be known needs no second look, nor does what hardly looked like a change: it asks somebody for something by a day. */
function doubted(ask: Ask): Ask {
  return ask.kind === 'notice' || asksByADay(ask) ? ask : { ...ask, unsure: true };
}

function asksByADay({ kind, deadline, audience, confidence }: Ask): boolean {
  return kind === 'directive' && deadline?.certain === true && !audience.unclear && confidence < HARDLY_AN_UPDATE;
}
