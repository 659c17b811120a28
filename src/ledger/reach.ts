/**
 * How far an issuer's own directives have reached: how many have answered, and who has not. Unranked, without times of answers; a
 * directive that is closed has no such view any more.
 */
import type { Directive } from '../model/directive.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Reach, Reminded } from '../model/reach.ts';
import { type AnswerState, type Audience, isTask } from '../model/reading.ts';
import { stillAsked } from '../model/seen-by.ts';
import type { Entry } from './entry.ts';
import type { LedgerState } from './state.ts';

/** The directives with their stories. */
export type Book = Pick<LedgerState, 'directives' | 'entriesOf'>;

export function reachesOf(ledger: Book, issuer: string, org: Organisation): readonly Reach[] {
  return [...ledger.directives.values()]
    .filter((one) => one.status === 'open' && one.issuer.person === issuer && isTask(one.kind))
    .toSorted((a, b) => compareDue(a, b) || a.openedAt - b.openedAt)
    .map((directive) => reachOf(directive, ledger.entriesOf(directive.id), org));
}

export function reachOf(directive: Directive, entries: readonly Entry[], org: Organisation): Reach {
  const asked = new Set(stillAsked(directive).filter((person) => person !== directive.issuer.person));
  const answered = new Set(directive.answers.map(({ person }) => person));
  const missing = org.people.filter(({ id }) => asked.has(id) && !answered.has(id));
  return { directive, asked: asked.size, reached: asked.size - missing.length, missing, reminded: remindedInVain(directive, entries, org) };
}

/** Reminders that name some of those asked, against what these had answered by then. */
function remindedInVain({ audience, answers }: Directive, entries: readonly Entry[], org: Organisation): readonly Reminded[] {
  const had = new Map<string, AnswerState>();
  for (const entry of entries) {
    if (entry.kind !== 'changed' || entry.change !== 'remind' || !namesSome(entry.audience, audience)) continue;
    for (const { at, person, state } of answers) {
      if (at < entry.at && entry.audience?.people.includes(person) === true) had.set(person, furthest(had.get(person), state));
    }
  }
  return org.people.flatMap((person) => {
    const state = had.get(person.id);
    return state === undefined ? [] : [{ person, state }];
  });
}

/** A reminder to all says nothing about any of them. */
function namesSome(reminded: Audience | null, asked: Audience): boolean {
  if (reminded === null || reminded.unclear || reminded.general === true) return false;
  return reminded.people.length < asked.people.length;
}

const ORDER: readonly AnswerState[] = ['acknowledged', 'reported', 'done'];

function furthest(a: AnswerState | undefined, b: AnswerState): AnswerState {
  return a !== undefined && ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

/** What is due sooner first; what has no deadline last. */
function compareDue({ deadline: a }: Directive, { deadline: b }: Directive): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.at - b.at;
}
