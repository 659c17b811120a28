/** The state of one directive: the fold of its entries in message-time order. Pure, so that a re-reading can replace any of them. */
import { type Deadline, isoOf } from '../model/deadline.ts';
import type { Directive, DirectiveChange } from '../model/directive.ts';
import { MINUTE } from '../model/instant.ts';
import { type Ask, isTask, isTold, NO_PARTICULARS } from '../model/reading.ts';
import { mayBeAsked } from '../model/seen-by.ts';
import { type Answered, byMessageTime, type Entry, type Evidenced, type Opened } from './entry.ts';
import { audienceWith, withAnswerer, withJoined, withPerhaps } from './fold-audience.ts';
import { withChange } from './fold-change.ts';
import { withEdit } from './fold-edit.ts';
import { copiesWith, heardIn, late, saidIn, togetherOf, withDays, withEvidence, withTopics } from './fold-parts.ts';
import { passedDownTo } from './own-deadline.ts';

/** Null when nothing opens it (any more). */
export function foldEntries(entries: readonly Entry[]): Directive | null {
  const ordered = entries.toSorted(byMessageTime);
  const opening = ordered.find((entry) => entry.kind === 'opened');
  if (opening === undefined) return null;
  return ordered.reduce<Directive>(applyEntry, openedState(opening));
}

/** One step of the fold; an entry of a directive's own opening changes nothing. */
export function applyEntry(state: Directive, entry: Entry): Directive {
  return withoutDeclined(applied(state, entry));
}

function applied(state: Directive, entry: Entry): Directive {
  switch (entry.kind) {
    case 'opened':
      return state;
    case 'evidenced':
      return withCopy(state, entry);
    case 'changed':
      return withChange(state, entry);
    case 'answered':
      return { ...state, answers: [...state.answers, answerOf(entry)] };
    case 'declined':
      return { ...state, declined: [...(state.declined ?? []), entry.person] };
    case 'joined':
      return withAnswerer(state, entry);
  }
}

/** Answers are read by no other step: history.ts keeps them apart. */
export function answerOf({ person, at, state, message }: Answered): Directive['answers'][number] {
  return { ...message, at, person, state };
}

/** Who has said that it isn't theirs stays out, also where a later copy is meant for them. */
function withoutDeclined(state: Directive): Directive {
  const { declined, audience } = state;
  if (declined === undefined || !mayBeAsked(state).some((person) => declined.includes(person))) return state;
  const isLeft = (person: string): boolean => !declined.includes(person);
  const perhaps = Object.fromEntries(Object.entries(audience.perhaps ?? {}).filter(([person]) => isLeft(person)));
  return { ...state, audience: withPerhaps({ ...audience, people: audience.people.filter(isLeft) }, perhaps) };
}

export function openedState({ directive, ask, issuer, at, heardAt, similarTo }: Opened): Directive {
  return {
    id: directive,
    kind: ask.kind,
    title: ask.title,
    issuer,
    openedAt: at,
    ...late(heardAt),
    audience: ask.audience,
    joined: new Map(),
    heard: heardIn(new Map(), ask.evidence, at),
    deadline: ask.deadline,
    urgency: ask.urgency,
    topics: new Set(ask.topics),
    ...withDays([], ask.days),
    object: ask.object ?? [],
    particulars: ask.particulars ?? NO_PARTICULARS,
    voices: [...new Set([...(issuer.person === null ? [] : [issuer.person]), ...(ask.behalf ?? [])])],
    evidence: ask.evidence,
    copies: copiesWith([], ask),
    changes: [],
    answers: [],
    status: 'open',
    closedAt: null,
    unsure: ask.unsure,
    confidence: ask.confidence,
    condition: ask.condition,
    ...(ask.selfHelp === true ? { selfHelp: true as const } : {}),
    conflict: false,
    similarTo,
  };
}

/** Taken back, and sent again a moment later by the same hand: rung to everybody, to the circle that it is for; to some, to those whom it names now. */
function isSentAgain({ status, closedAt, issuer, audience: known }: Directive, { ask, at, voice }: Evidenced): boolean {
  if (status !== 'cancelled' || closedAt === null || known.unclear) return false;
  const { general, unclear, people } = ask.audience;
  if (general === true || unclear || people.length < (known.general === true ? A_CIRCLE : known.people.length / 2)) return false;
  return voice != null && voice === issuer.person && at - closedAt <= SENT_AGAIN;
}

const SENT_AGAIN = 15 * MINUTE;
const A_CIRCLE = 3;

function withCopy(state: Directive, copy: Evidenced): Directive {
  if (copy.edits !== undefined) return withEdit(state, copy, copy.edits);
  const { ask, at, heardAt, voice } = copy;
  const orderOnHazard = isTold(state.kind) && isTask(ask.kind);
  const isJudgedAnew = isTask(ask.kind) && (state.kind === 'notice' || (state.status === 'cancelled' && !isTold(state.kind)));
  const audience = audienceWith(state, ask, (isJudgedAnew && state.kind === 'notice') || isSentAgain(state, copy));
  // What was taken back and is sent again corrected has the time of its new words.
  const replaces = orderOnHazard || isJudgedAnew || state.status === 'cancelled';
  const below = replaces ? null : passedDownTo(state, ask, voice);
  const said = below === null ? ask.deadline : null;
  const deadline = replaces ? (ask.deadline ?? state.deadline) : earliest(state.deadline, said);
  return {
    ...state,
    ...(below === null || below.size === 0 ? {} : { own: new Map([...(state.own ?? []), ...below]) }),
    ...(isJudgedAnew ? { kind: ask.kind, title: ask.title, object: ask.object } : {}),
    ...(state.status === 'cancelled'
      ? { status: 'open' as const, closedAt: null, changes: [...state.changes, ...sentAgain(state, copy)] }
      : {}),
    ...(orderOnHazard && voice !== state.issuer.person ? { orderedAt: heardAt ?? at } : {}),
    audience,
    joined: withJoined(state, audience, heardAt ?? at),
    heard: heardIn(state.heard, ask.evidence, at),
    deadline,
    conflict: state.conflict || disagree(state.deadline, said),
    urgency: state.urgency === 'none' ? ask.urgency : state.urgency,
    topics: withTopics(state.topics, ask.topics),
    ...withDays(state.days, ask.days),
    particulars: togetherOf(state.particulars, ask.particulars ?? NO_PARTICULARS),
    voices: [...new Set([...state.voices, ...(voice == null ? [] : [voice]), ...(ask.behalf ?? [])])],
    evidence: withEvidence(state.evidence, ask.evidence),
    copies: copiesWith(state.copies ?? [], ask),
    unsure: state.unsure && ask.unsure,
    confidence: Math.max(state.confidence, ask.confidence),
  };
}

/** Taken up again, and by another time where it names one. */
function sentAgain(state: Directive, { ask, at, heardAt }: Evidenced): readonly DirectiveChange[] {
  const again = { ...reinstated(state, ask, at), ...late(heardAt) };
  const [was, is] = [isoOf(state.deadline), isoOf(ask.deadline)];
  return is === null || was === is ? [again] : [again, { ...again, change: 'deadline', field: 'deadline', from: was, to: is }];
}

function reinstated(state: Directive, ask: Ask, at: number): DirectiveChange {
  return { at, change: 'reinstate', field: 'status', from: state.status, to: 'open', message: saidIn(ask) };
}

function earliest(a: Deadline | null, b: Deadline | null): Deadline | null {
  if (a === null || b === null) return a ?? b;
  if (a.day === b.day) return a.basis === 'assumed' && b.basis === 'said' ? b : a;
  return b.at < a.at && a.recurrence === null ? b : a;
}

function disagree(a: Deadline | null, b: Deadline | null): boolean {
  return a !== null && b !== null && a.day !== b.day && a.recurrence === null && b.recurrence === null;
}
