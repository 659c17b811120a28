/** The state of one directive: the fold of its entries in message-time order. Pure, so that a re-reading can replace any of them. */
import type { Deadline } from '../model/deadline.ts';
import type { Directive, DirectiveChange } from '../model/directive.ts';
import { DAY, type Instant } from '../model/instant.ts';
import { groupKey, type MessageKey, messageKey } from '../model/message.ts';
import { type Ask, type Audience, type Evidence, isTask, isTold, NO_PARTICULARS, type Particulars } from '../model/reading.ts';
import { asks } from './asked.ts';
import { type Answered, byMessageTime, type Changed, type Entry, type Evidenced, type Opened } from './entry.ts';
import { extendedFor, ownAfter } from './own-deadline.ts';

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
  }
}

/** Answers are read by no other step: history.ts keeps them apart. */
export function answerOf({ person, at, state, message }: Answered): Directive['answers'][number] {
  return { ...message, at, person, state };
}

/** Who has said that it isn't theirs stays out, also where a later copy is meant for them. */
function withoutDeclined(state: Directive): Directive {
  const { declined, audience } = state;
  if (declined === undefined || !audience.people.some((person) => declined.includes(person))) return state;
  return { ...state, audience: { ...audience, people: audience.people.filter((person) => !declined.includes(person)) } };
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
    object: ask.object ?? [],
    particulars: ask.particulars ?? NO_PARTICULARS,
    voices: issuer.person === null ? [] : [issuer.person],
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

function withCopy(state: Directive, { ask, at, heardAt, voice }: Evidenced): Directive {
  const orderOnHazard = isTold(state.kind) && isTask(ask.kind);
  const isJudgedAnew = isTask(ask.kind) && (state.kind === 'notice' || (state.status === 'cancelled' && !isTold(state.kind)));
  const audience = audienceWith(state, ask, isJudgedAnew);
  // What was taken back and is sent again corrected has the time of its new words.
  const replaces = orderOnHazard || isJudgedAnew || state.status === 'cancelled';
  const deadline = replaces ? (ask.deadline ?? state.deadline) : earliest(state.deadline, ask.deadline);
  return {
    ...state,
    ...(isJudgedAnew ? { kind: ask.kind, title: ask.title, object: ask.object } : {}),
    ...(state.status === 'cancelled'
      ? { status: 'open' as const, closedAt: null, changes: [...state.changes, { ...reinstated(state, ask, at), ...late(heardAt) }] }
      : {}),
    audience,
    joined: withJoined(state, audience, heardAt ?? at),
    heard: heardIn(state.heard, ask.evidence, at),
    deadline,
    conflict: state.conflict || disagree(state.deadline, ask.deadline),
    urgency: state.urgency === 'none' ? ask.urgency : state.urgency,
    topics: withTopics(state.topics, ask.topics),
    particulars: togetherOf(state.particulars, ask.particulars ?? NO_PARTICULARS),
    voices: voice == null || state.voices.includes(voice) ? state.voices : [...state.voices, voice],
    evidence: withEvidence(state.evidence, ask.evidence),
    copies: copiesWith(state.copies ?? [], ask),
    unsure: state.unsure && ask.unsure,
    confidence: Math.max(state.confidence, ask.confidence),
  };
}

/** What was only to be known was for all who read it; a task is for those it asks. */
function audienceWith(state: Directive, ask: Ask, isJudgedAnew: boolean): Audience {
  if (isJudgedAnew && state.kind === 'notice') return ask.audience;
  return saysAgainToAll(state, ask) ? state.audience : joined(state.audience, ask.audience);
}

function withChange(before: Directive, entry: Changed): Directive {
  const copies = (before.copies ?? []).filter((copy) => copy !== entry.takenBack);
  if (entry.takenBack !== undefined && copies.length > 0) return { ...before, copies };
  return changedBy({ ...before, copies }, entry);
}

function changedBy(before: Directive, entry: Changed): Directive {
  const state = { ...before, heard: heardIn(before.heard, entry.evidence, entry.at), ...withSaid(before.said, entry.topics) };
  const evidence = withEvidence(state.evidence, entry.evidence);
  const record = (field: DirectiveChange['field'], from: string | null, to: string | null): DirectiveChange[] => [
    ...state.changes,
    { at: entry.at, change: entry.change, field, from, to, message: entry.message, ...late(entry.heardAt) },
  ];
  switch (entry.change) {
    case 'deadline': {
      const extended = extendedFor({ ...state, evidence }, entry);
      if (extended !== null) return extended;
      if (entry.deadline === null) return { ...state, evidence };
      if (entry.deadline.at === state.deadline?.at) return toldAgain({ ...state, evidence }, entry);
      return {
        ...state,
        evidence,
        deadline: moved(state.deadline, entry.deadline),
        ...(state.own === undefined ? {} : { own: ownAfter(state.own, entry.deadline) }),
        changes: record('deadline', phraseOf(state.deadline), phraseOf(entry.deadline)),
      };
    }
    case 'cancel':
      if (state.status === 'cancelled') return toldAgain({ ...state, evidence }, entry);
      return { ...state, evidence, status: 'cancelled', closedAt: entry.at, changes: record('status', state.status, 'cancelled') };
    case 'done':
      if (state.status === 'done') return { ...state, evidence };
      return { ...state, evidence, status: 'done', closedAt: entry.at, changes: record('status', state.status, 'done') };
    case 'reinstate':
      return {
        ...state,
        evidence,
        status: 'open',
        closedAt: null,
        deadline: entry.deadline === null ? state.deadline : moved(state.deadline, entry.deadline),
        changes: record('status', state.status, 'open'),
      };
    case 'amend':
      return { ...state, evidence, changes: record('content', null, entry.evidence[0]?.quote ?? null) };
    case 'remind':
      return { ...state, evidence, pressedAt: entry.heardAt ?? entry.at };
  }
}

/** Who says a while later once more that it has moved or is off tells those who missed it: it is told as it was the first time. */
function toldAgain(state: Directive, { change, at, message, heardAt }: Changed): Directive {
  const field = change === 'cancel' ? 'status' : 'deadline';
  const told = state.changes.findLast((one) => one.field === field);
  if (told === undefined || told.people !== undefined || at - told.at > TOLD_AGAIN || told.change === 'reinstate') return state;
  return { ...state, changes: [...state.changes, { ...told, at, message, ...late(heardAt) }] };
}

const TOLD_AGAIN = DAY;

function withSaid(said: Directive['said'], topics: readonly string[] = []): Pick<Directive, 'said'> {
  return topics.length === 0 ? {} : { said: withTopics(said ?? new Set(), topics) };
}

function late(heardAt: Instant | undefined): { readonly heardAt?: Instant } {
  return heardAt === undefined ? {} : { heardAt };
}

function copiesWith(known: readonly string[], { evidence: [first] }: Ask): readonly string[] {
  return first === undefined ? known : [...known, messageKey(first)];
}

/** A moved deadline keeps the recurrence of the one it replaces. */
function moved(from: Deadline | null, to: Deadline): Deadline {
  return from === null || to.recurrence !== null ? to : { ...to, recurrence: from.recurrence, until: from.until };
}

function reinstated(state: Directive, ask: Ask, at: number): DirectiveChange {
  const first = ask.evidence[0];
  const message = { platform: first?.platform ?? '', group: first?.group ?? '', id: first?.id ?? '' };
  return { at, change: 'reinstate', field: 'status', from: state.status, to: 'open', message };
}

function heardIn(heard: ReadonlyMap<string, number>, evidence: readonly Evidence[], at: number): ReadonlyMap<string, number> {
  const result = new Map(heard);
  for (const one of evidence) result.set(groupKey(one), at);
  return result;
}

function withJoined(state: Directive, audience: Audience, at: number): ReadonlyMap<string, number> {
  if (audience.people === state.audience.people) return state.joined;
  const fresh = audience.people.filter((person) => !asks(state.audience, person) && !state.joined.has(person));
  return fresh.length === 0 ? state.joined : new Map([...state.joined, ...fresh.map((person) => [person, at] as const)]);
}

/** Where "各村" were asked, a later "大家…" in the same group, or in another that reaches most of them, means them, not all who read it. */
function saysAgainToAll(state: Directive, ask: Ask): boolean {
  if (ask.audience.general !== true || state.audience.general === true || state.audience.unclear) return false;
  const groups = new Set(state.evidence.map(groupKey));
  if (ask.evidence.every((one) => groups.has(groupKey(one)))) return true;
  const reached = state.audience.people.filter((person) => asks(ask.audience, person)).length;
  return reached * 2 > state.audience.people.length;
}

/** Those who are named win over "everybody who reads it"; two named audiences are joined. */
function joined(first: Audience, second: Audience): Audience {
  if (first.unclear !== second.unclear) return first.unclear ? second : first;
  return { people: peopleOfBoth(first, second), unclear: first.unclear };
}

/** One list as long as nobody joins: whoever has looked people up in it needn't do so again. */
function peopleOfBoth(first: Audience, second: Audience): readonly string[] {
  const addsNobody = isInOrder(first.people) && second.people.every((person) => asks(first, person));
  if (addsNobody) return first.people;
  const people = [...new Set([...first.people, ...second.people])].toSorted();
  inOrder.add(people);
  return people;
}

/** Lists that are known to be in order, each person once: copies come again and again, and the list may be that of a whole county. */
const inOrder = new WeakSet<readonly string[]>();

function isInOrder(people: readonly string[]): boolean {
  if (inOrder.has(people)) return true;
  const is = people.every((person, index) => index === 0 || (people[index - 1] ?? '') < person);
  if (is) inOrder.add(people);
  return is;
}

function earliest(a: Deadline | null, b: Deadline | null): Deadline | null {
  if (a === null || b === null) return a ?? b;
  if (a.day === b.day) return a.basis === 'assumed' && b.basis === 'said' ? b : a;
  return b.at < a.at && a.recurrence === null ? b : a;
}

function disagree(a: Deadline | null, b: Deadline | null): boolean {
  return a !== null && b !== null && a.day !== b.day && a.recurrence === null && b.recurrence === null;
}

function phraseOf(deadline: Deadline | null): string | null {
  return deadline === null ? null : new Date(deadline.at).toISOString();
}

/** The same set as long as a copy brings none: whoever has numbered them needn't do so again. */
function withTopics(topics: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> {
  return more.every((topic) => topics.has(topic)) ? topics : new Set([...topics, ...more]);
}

function togetherOf(a: Particulars, b: Particulars): Particulars {
  const both = (key: keyof Particulars): readonly string[] => (b[key].length === 0 ? a[key] : [...new Set([...a[key], ...b[key]])]);
  return {
    persons: both('persons'),
    recipients: both('recipients'),
    areas: both('areas'),
    periods: both('periods'),
    forms: both('forms'),
    figures: both('figures'),
  };
}

/** Compared field by field: putting a key together for each would cost more than the few comparisons. */
function withEvidence(evidence: readonly Evidence[], more: readonly Evidence[]): readonly Evidence[] {
  const fresh = more.filter((one) => !evidence.some((known) => isSameMessage(known, one)));
  return fresh.length === 0 ? evidence : [...evidence, ...fresh];
}

function isSameMessage(a: MessageKey, b: MessageKey): boolean {
  return a.id === b.id && a.group === b.group && a.platform === b.platform;
}
