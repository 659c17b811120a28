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

/** Weights of topics: rare among the known directives = telling. */
export interface TopicWeights {
  weigh(topics: readonly string[]): { readonly each: readonly number[]; readonly sum: number };
  /** The weight of all topics of a directive. */
  weightOf(directive: Directive): number;
}

export function likenessOf(ask: Ask, issuer: string, directive: Directive, weights: TopicWeights): Likeness {
  const { shared, smaller } = overlap(ask.topics, directive, weights);
  return {
    topics: smaller === 0 ? 0 : shared / smaller,
    shared,
    deadline: compareDeadlines(ask.deadline, directive.deadline),
    audience: audienceOverlap(ask, directive),
    sameIssuer: directive.issuer.id === issuer,
  };
}

export function overlap(
  topics: readonly string[],
  known: Directive,
  weights: TopicWeights,
): { readonly shared: number; readonly smaller: number } {
  if (topics.length === 0) return { shared: 0, smaller: 0 };
  const { each, sum } = weights.weigh(topics);
  let shared = 0;
  for (let index = 0; index < topics.length; index++) {
    if (known.topics.has(topics[index] ?? '')) shared += each[index] ?? 0;
  }
  return { shared, smaller: Math.min(sum, weights.weightOf(known)) };
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
