/** A directive as it is shown with what was accepted of a refiner's words. The ledger knows nothing of it. */
import type { Directive } from '../../model/directive.ts';
import type { Refinement } from '../../model/refinement.ts';

export type Refinements = ReadonlyMap<string, readonly Refinement[]>;

export const NO_REFINEMENTS: Refinements = new Map();

/** @param reader to whom alone it may have become clear that he or she is meant */
export function refinedFor(directive: Directive, refinements: Refinements, reader: string): Directive {
  return (refinements.get(directive.id) ?? []).reduce((state, one) => refined(state, one, reader), directive);
}

function refined(state: Directive, { asks, title, deadline, people }: Refinement, reader: string): Directive {
  const audience = people.includes(reader) ? { ...state.audience, unclear: false } : state.audience;
  return {
    ...state,
    // An ask of nobody in particular is still in doubt for everybody: sure, it would stand in all their digests for days.
    unsure: state.unsure && !(asks && !audience.unclear),
    title: title ?? state.title,
    deadline: state.deadline ?? deadline,
    audience,
  };
}

export function byDirective(refinements: readonly Refinement[]): Refinements {
  return Map.groupBy(refinements, ({ directive }) => directive);
}
