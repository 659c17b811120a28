/** A directive after a word on whom it asks: those who are let off see it called off, and those who join see it from then on. */
import type { Directive, DirectiveChange } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { asks } from './asked.ts';
import type { Changed } from './entry.ts';
import { late } from './fold-parts.ts';

export function askedAnew(state: Directive, entry: Changed): Directive {
  const { off = [], on = [] } = entry.whom ?? {};
  return withSpared(withMore(state, on, entry.heardAt ?? entry.at), off, entry);
}

function withMore(state: Directive, on: readonly string[], at: Instant): Directive {
  const fresh = on.filter((person) => !asks(state.audience, person) || state.spared?.has(person) === true);
  if (fresh.length === 0) return state;
  const people = [...new Set([...state.audience.people, ...fresh])].toSorted();
  const spared = new Map([...(state.spared ?? [])].filter(([person]) => !fresh.includes(person)));
  return {
    ...state,
    audience: { ...state.audience, people },
    joined: new Map([...state.joined, ...fresh.map((person) => [person, at] as const)]),
    ...(state.spared === undefined ? {} : { spared }),
  };
}

function withSpared(state: Directive, off: readonly string[], { at, heardAt, message }: Changed): Directive {
  const people = off.filter((person) => asks(state.audience, person) && state.spared?.has(person) !== true);
  if (people.length === 0) return state;
  const told: DirectiveChange = {
    at,
    change: 'whom',
    field: 'status',
    from: state.status,
    to: 'cancelled',
    message,
    people,
    ...late(heardAt),
  };
  return {
    ...state,
    spared: new Map([...(state.spared ?? []), ...people.map((person) => [person, at] as const)]),
    changes: [...state.changes, told],
  };
}
