/** How far a directive has reached, as a JSON document: counts, and who is missing; no times, no order of merit. */

import { isoAt } from '../model/instant.ts';
import type { Reach } from '../model/reach.ts';

export function reachDocument({ directive, asked, reached, missing, reminded }: Reach, timezone: string) {
  const { id, title, deadline } = directive;
  return {
    schema: 'qunyao.reach/1' as const,
    item: id,
    title,
    deadline: deadline === null ? null : isoAt(deadline.at, timezone),
    asked,
    reached,
    missing: missing.map((person) => ({ id: person.id, name: person.name })),
    ...(reminded.length === 0 ? {} : { reminded: reminded.map(({ person, state }) => ({ id: person.id, name: person.name, state })) }),
  };
}
