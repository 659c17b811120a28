/** How alike an ask and a known directive are, on topics, deadline, audience and issuer: the features of a merge decision. */
import type { Deadline } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { DAY } from '../model/instant.ts';
import type { Ask } from '../model/reading.ts';

export interface Likeness {
  /** Shared topic weight over the smaller side's, 0 to 1. */
  readonly topics: number;
  /** Weight of what is shared: rare words weigh more. */
  readonly shared: number;
  readonly deadline: 'same_clock' | 'same' | 'same_day' | 'other' | 'one' | 'none';
  /** Share of the smaller audience that the two have in common; unclear audiences count as common. */
  readonly audience: number;
  readonly sameIssuer: boolean;
}

/** Weight of a topic: rare among the open directives = telling. */
export type TopicWeight = (topic: string) => number;

export function likenessOf(ask: Ask, issuer: string, directive: Directive, weight: TopicWeight): Likeness {
  const { shared, smaller } = overlap(ask.topics, directive.topics, weight);
  return {
    topics: smaller === 0 ? 0 : shared / smaller,
    shared,
    deadline: compareDeadlines(ask.deadline, directive.deadline),
    audience: audienceOverlap(ask, directive),
    sameIssuer: directive.issuer.id === issuer,
  };
}

export function overlap(topics: readonly string[], known: ReadonlyMap<string, number>, weight: TopicWeight): { shared: number; smaller: number } {
  let shared = 0;
  let own = 0;
  for (const topic of topics) {
    const value = weight(topic);
    own += value;
    if (known.has(topic)) shared += value;
  }
  let other = 0;
  for (const topic of known.keys()) other += weight(topic);
  return { shared, smaller: Math.min(own, other) };
}

function compareDeadlines(a: Deadline | null, b: Deadline | null): Likeness['deadline'] {
  if (a === null && b === null) return 'none';
  if (a === null || b === null) return 'one';
  if (Math.abs(a.at - b.at) < 60_000) return a.basis === 'said' && b.basis === 'said' ? 'same_clock' : 'same';
  if (a.day === b.day && Math.abs(a.at - b.at) < DAY && (a.basis === 'assumed' || b.basis === 'assumed')) return 'same';
  return a.day === b.day ? 'same_day' : 'other';
}

function audienceOverlap(ask: Ask, directive: Directive): number {
  if (ask.audience.unclear || directive.audience.unclear) return 1;
  const known = new Set(directive.audience.people);
  const common = ask.audience.people.filter((person) => known.has(person)).length;
  const smaller = Math.min(ask.audience.people.length, known.size);
  return smaller === 0 ? 0.5 : common / smaller;
}
