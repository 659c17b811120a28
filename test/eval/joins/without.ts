/** Rules by which nobody joins by answering. */
import { SHIPPED_MERGE } from '../../../src/ledger/merge-score.ts';
import type { RuleSet } from '../../../src/reading/noise/rule-set.ts';

export function withoutJoins(rules: RuleSet): RuleSet {
  const { joins, ...merging } = rules.merging ?? SHIPPED_MERGE;
  return { ...rules, merging };
}
