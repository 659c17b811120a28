/** What a digest tells of refining: how many items, its share of the cost, and that the last call came to nothing. */
import type { Digest } from '../model/digest.ts';
import { type Organisation, readers } from '../model/organisation.ts';
import type { RefineCall, RefinementNote } from '../model/refinement.ts';
import type { Refinements } from '../policy/refine/overlay.ts';

/** Null where nobody was asked. The cost is shared by all who get a digest: a message is asked about once, whoever reads it. */
export function refinementNote(
  calls: readonly RefineCall[],
  { items, window: { from, to } }: Digest,
  refinements: Refinements,
  org: Organisation,
): RefinementNote | null {
  const within = calls.filter(({ at }) => at > from && at <= to);
  const refined = items.filter(({ id, together = [] }) =>
    [id, ...together.map((one) => one.id)].some((one) => refinements.has(one)),
  ).length;
  if (within.length === 0 && refined === 0) return null;
  const last = within.findLast(({ outcome }) => outcome !== 'cached');
  const spent = within.reduce((sum, { yuan }) => sum + yuan, 0);
  return {
    refined,
    yuan: spent / Math.max(1, readers(org).length),
    trouble: last === undefined || last.outcome === 'answered' ? null : last.outcome,
  };
}
