/** From one turn's reading to ledger entries: opened, another copy, changed, answered. Pure: the same state and reading, the same entries. */

import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { type MessageKey, messageKey } from '../model/message.ts';
import type { Answer, Ask, Change, TurnReading } from '../model/reading.ts';
import { targetOfAnswer } from './answer-target.ts';
import { isRecall, mayChange, recalledBy, whatFor } from './change-effect.ts';
import { directiveId } from './directive-id.ts';
import type { Entry } from './entry.ts';
import { decideMerge, type MergeDecision } from './merge.ts';
import { onlySome } from './own-deadline.ts';
import { restatedDeadline } from './restated.ts';
import { fallTogether } from './same-time.ts';
import type { LedgerState } from './state.ts';
import { targetsOfChange } from './target.ts';

/** An entry without what the turn gives to all of them. */
type Draft = Entry extends infer E ? (E extends Entry ? Omit<E, 'turn' | 'at' | 'order'> : never) : never;

/**
 * Decides a reading and applies it: the turn's earlier entries go, the new ones are appended one by one, so that a later
 * ask of the same turn sees the earlier ones. What was decided already stays as it was decided.
 * @param timeOf the time of a message of the turn
 * @param heard when those messages of the turn were heard that came late, by id
 * @param turn its key, where it is at hand
 * @param continues what was decided about the turn's messages before stands, and the reading is of what comes to it
 * @returns all entries of the turn
 */
export function settleReading(
  state: LedgerState,
  reading: TurnReading,
  timeOf: (key: MessageKey) => number,
  heard: ReadonlyMap<string, Instant> = ON_TIME,
  turn: string = messageKey(reading.turn),
  continues = false,
): readonly Entry[] {
  if (!continues) state.removeTurn(turn);
  const entries = [...state.entriesOfTurn(turn)];
  const append = (draft: Draft, at: number): void => {
    const heardAt = heard.size === 0 ? null : heardLast(draft, heard);
    const entry = { ...draft, turn, at, ...(heardAt === null ? null : { heardAt }), order: entries.length } as Entry;
    entries.push(entry);
    state.append(entry);
  };
  for (const claim of claimsInOrder(reading, timeOf)) {
    if (claim.kind === 'ask') settleAsk(state, reading, claim.ask, claim.place, timeOf, append);
    else if (claim.kind === 'change') settleChange(state, reading, claim.change, timeOf, append);
    else settleAnswer(state, reading, claim.answer, timeOf, append);
  }
  return entries;
}

const ON_TIME: ReadonlyMap<string, Instant> = new Map();

/** Only with its last message it was known. */
function heardLast(draft: Draft, heard: ReadonlyMap<string, Instant>): Instant | null {
  const sources =
    draft.kind === 'answered' || draft.kind === 'declined'
      ? [draft.message]
      : draft.kind === 'changed'
        ? draft.evidence
        : draft.ask.evidence;
  const times = sources.flatMap(({ id }) => heard.get(id) ?? []);
  return times.length === 0 ? null : Math.max(...times);
}

type Claim =
  | { readonly kind: 'ask'; readonly at: number; readonly ask: Ask; readonly place: number }
  | { readonly kind: 'change'; readonly at: number; readonly change: Change }
  | { readonly kind: 'answer'; readonly at: number; readonly answer: Answer };

/** By the time of their messages: what a turn takes back in its last line was asked in its first. */
function claimsInOrder(reading: TurnReading, timeOf: (key: MessageKey) => number): readonly Claim[] {
  const timeOfFirst = (evidence: readonly MessageKey[]): number => timeOf(evidence[0] ?? reading.turn);
  const claims: Claim[] = [];
  for (const { ask, place } of placed(reading)) claims.push({ kind: 'ask', at: timeOfFirst(ask.evidence), ask, place });
  for (const change of reading.changes) claims.push({ kind: 'change', at: timeOfFirst(change.evidence), change });
  for (const answer of reading.answers) claims.push({ kind: 'answer', at: timeOf(answer), answer });
  return claims.length < 2 ? claims : claims.toSorted((a, b) => a.at - b.at);
}

/** Each ask with its place among those of its message, which stays the same when the turn goes on. */
function placed({ asks, turn }: TurnReading): readonly { readonly ask: Ask; readonly place: number }[] {
  const [only] = asks;
  if (only === undefined) return [];
  if (asks.length === 1) return [{ ask: only, place: 0 }];
  const counts = new Map<string, number>();
  return asks.map((ask) => {
    const key = messageKey(ask.evidence[0] ?? turn);
    const place = counts.get(key) ?? 0;
    counts.set(key, place + 1);
    return { ask, place };
  });
}

type Append = (draft: Draft, at: number) => void;

/** The message that asks; one of a turn, where nothing more is known. */
function placeOf({ evidence: [first] }: Ask, { turn }: TurnReading): MessageKey {
  const { platform, group, id } = first ?? turn;
  return { platform, group, id };
}

/** What was decided about an ask at an instant: it holds as long as nothing is appended. */
interface Decided extends MergeDecision {
  readonly at: Instant;
}

function settleAsk(
  state: LedgerState,
  reading: TurnReading,
  ask: Ask,
  place: number,
  timeOf: (key: MessageKey) => number,
  append: Append,
  decided?: Decided,
): void {
  const first = placeOf(ask, reading);
  const at = timeOf(first);
  const { merge, similar } = decided?.at === at ? decided : decideMerge(state, reading, ask, at);
  const moved = merge === null ? null : restatedDeadline(merge.directive, reading, ask, at);
  if (merge !== null && moved !== null) {
    const { evidence } = ask;
    append(
      { kind: 'changed', directive: merge.directive.id, change: 'deadline', deadline: moved, audience: null, evidence, message: first },
      at,
    );
  } else if (merge !== null)
    append({ kind: 'evidenced', directive: merge.directive.id, ask: merge.ask, voice: reading.sender.person, why: merge.why }, at);
  else append({ kind: 'opened', directive: directiveId(first, place), ask: asJudged(ask), issuer: reading.sender, similarTo: similar }, at);
}

/** As what it might have been taken for, no entry keeps it. */
function asJudged({ asTask, ...ask }: Ask): Ask {
  return ask;
}

function settleChange(state: LedgerState, reading: TurnReading, change: Change, timeOf: (key: MessageKey) => number, append: Append): void {
  const source = change.evidence[0];
  if (source === undefined) return;
  const at = timeOf(source);
  const message = { platform: source.platform, group: source.group, id: source.id };
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
  const found = directives.length > 0 ? directives : [...sameAsAsked(change, decided), ...answeredBy(state, reading, change, at)];
  const targets = found.filter((known) => mayChange(known, change, reading));
  for (const known of targets) {
    const { audience, evidence } = change;
    const takenBack = isRecall(change) ? { takenBack: recalledBy(change) } : {};
    const only = change.only === true && onlySome(known.audience, audience) !== null ? { only: true as const } : {};
    append(
      {
        kind: 'changed',
        directive: known.id,
        ...only,
        ...whatFor(state, reading, change, known, at),
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
  else settleUnplaced(state, reading, change.fallback, doubtful, timeOf, append);
}

/** It asks like a copy of something known, for the very time that it has: it moves nothing else there. */
function asksForTheSameTime({ change, moves, deadline }: Change, decided: Decided | undefined): boolean {
  const same = decided?.merge?.directive;
  return change === 'deadline' && moves !== true && same?.status === 'open' && fallTogether(same.deadline, deadline);
}

/** What asks like a copy of something known, and says that it has moved or is off, is about that. */
function sameAsAsked({ change }: Change, decided: Decided | undefined): readonly Directive[] {
  if (change !== 'cancel' && change !== 'deadline') return [];
  const same = decided?.merge?.directive;
  return same === undefined || same.status !== 'open' || same.openedAt === decided?.at ? [] : [same];
}

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

/** What is only to be known needs no second look. */
function doubted(ask: Ask): Ask {
  return ask.kind === 'notice' ? ask : { ...ask, unsure: true };
}

function settleAnswer(state: LedgerState, reading: TurnReading, answer: Answer, timeOf: (key: MessageKey) => number, append: Append): void {
  const at = timeOf(answer);
  const target = targetOfAnswer(state, reading, answer, at);
  if (target === null) return;
  const { platform, group, id, person, state: said } = answer;
  append({ kind: 'answered', directive: target.id, person, state: said, message: { platform, group, id } }, at);
}
