/** A directive after a change: moved, called off, closed, taken up again, amended or pressed for. */
import { type Deadline, isoOf } from '../model/deadline.ts';
import type { Directive, DirectiveChange } from '../model/directive.ts';
import { DAY } from '../model/instant.ts';
import type { Changed } from './entry.ts';
import { heardIn, late, withEvidence, withTopics } from './fold-parts.ts';
import { askedAnew } from './fold-whom.ts';
import { extendedFor, ownAfter } from './own-deadline.ts';

export function withChange(before: Directive, entry: Changed): Directive {
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
        changes: record('deadline', isoOf(state.deadline), isoOf(entry.deadline)),
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
    case 'whom':
      return askedAnew({ ...state, evidence }, entry);
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

/** A moved deadline keeps the recurrence of the one it replaces. */
function moved(from: Deadline | null, to: Deadline): Deadline {
  return from === null || to.recurrence !== null ? to : { ...to, recurrence: from.recurrence, until: from.until };
}
