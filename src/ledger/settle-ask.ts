/** What becomes of an ask: another copy of something known, a move of its time by the one who asked, or a directive of its own. */
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { type MessageKey, messageKey } from '../model/message.ts';
import type { Ask, TurnReading } from '../model/reading.ts';
import { directiveId } from './directive-id.ts';
import type { Entry } from './entry.ts';
import { decideMerge, type MergeDecision } from './merge.ts';
import { restatedDeadline } from './restated.ts';
import type { LedgerState } from './state.ts';

/** An entry without what the turn gives to all of them. */
export type Draft = Entry extends infer E ? (E extends Entry ? Omit<E, 'turn' | 'at' | 'order'> : never) : never;

export type Append = (draft: Draft, at: number) => void;

/** The message that asks; one of a turn, where nothing more is known. */
export function placeOf({ evidence: [first] }: Ask, { turn }: TurnReading): MessageKey {
  const { platform, group, id } = first ?? turn;
  return { platform, group, id };
}

/** What was decided about an ask at an instant: it holds as long as nothing is appended. */
export interface Decided extends MergeDecision {
  readonly at: Instant;
}

export function settleAsk(
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
  const origin = ask.edits === undefined ? null : { ...reading.turn, id: ask.edits };
  const edited = origin === null ? null : editedIn(origin, state, reading, ask);
  if (origin !== null && edited !== null) {
    const voice = reading.sender.person;
    append({ kind: 'evidenced', directive: edited.id, ask: asThen(ask, edited), voice, edits: messageKey(origin), why: EDITED }, at);
    return;
  }
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

const EDITED = '原话改了';

/** What its sender asked in the message that is edited, and has asked nowhere else: of several the one that shares most with the new words. */
function editedIn(origin: MessageKey, state: LedgerState, { sender }: TurnReading, { topics }: Ask): Directive | null {
  const key = messageKey(origin);
  const known = state
    .ofMessage(origin)
    .filter(({ status, issuer, copies = [] }) => status === 'open' && issuer.id === sender.id && copies.length === 1 && copies[0] === key);
  const shared = known.map((one) => state.overlap(topics, one).shared);
  return known[shared.indexOf(Math.max(...shared))] ?? null;
}

/** "明天" that stands there unchanged is still the day that it was when the message was sent. */
function asThen(ask: Ask, { deadline: then }: Directive): Ask {
  return then !== null && ask.deadline?.phrase === then.phrase ? { ...ask, deadline: then } : ask;
}

/** As what it might have been taken for, no entry keeps it. */
function asJudged({ asTask, ...ask }: Ask): Ask {
  return ask;
}
