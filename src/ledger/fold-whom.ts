/** A directive after a word on whom it asks: those who are let off see it called off, and those who join see it from then on. */
import type { Directive, DirectiveChange, DirectiveStatus } from '../model/directive.ts';
import { stillAsks } from './asked.ts';
import type { Changed } from './entry.ts';
import { withPerhaps } from './fold-audience.ts';
import { late } from './fold-parts.ts';

export function askedAnew(state: Directive, entry: Changed): Directive {
  const { off = [], on = [] } = entry.whom ?? {};
  return withSpared(withMore(state, on, entry), off, entry);
}

function withMore(state: Directive, on: readonly string[], entry: Changed): Directive {
  const fresh = on.filter((person) => !stillAsks(state, person));
  if (fresh.length === 0) return state;
  const { at, heardAt } = entry;
  const people = [...new Set([...state.audience.people, ...fresh])].toSorted();
  const spared = new Map([...(state.spared ?? [])].filter(([person]) => !fresh.includes(person)));
  const back = fresh.filter((person) => state.spared?.has(person) === true);
  return {
    ...state,
    audience: withPerhaps({ ...state.audience, people }, state.audience.perhaps),
    joined: new Map([...state.joined, ...fresh.map((person) => [person, heardAt ?? at] as const)]),
    ...(state.spared === undefined ? {} : { spared }),
    ...(back.length === 0 ? {} : { changes: [...state.changes, toldTo(back, 'cancelled', 'open', entry)] }),
  };
}

function withSpared(state: Directive, off: readonly string[], entry: Changed): Directive {
  const people = off.filter((person) => stillAsks(state, person));
  if (people.length === 0) return state;
  return {
    ...state,
    spared: new Map([...(state.spared ?? []), ...people.map((person) => [person, entry.at] as const)]),
    changes: [...state.changes, toldTo(people, state.status, 'cancelled', entry)],
  };
}

function toldTo(people: readonly string[], from: DirectiveStatus, to: DirectiveStatus, { at, heardAt, message }: Changed): DirectiveChange {
  return { at, change: 'whom', field: 'status', from, to, message, people, ...late(heardAt) };
}
