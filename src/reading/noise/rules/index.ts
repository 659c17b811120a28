/**
 * All noise rules, in one visible list. Order does not matter: every rule that hits adds its weight to its label,
 * and the label with the highest sum wins (judge.ts). A rule that is a mere pattern
 * stands in `data/rules`; what looks at the sender, the kind or the neighbours stands here, in the file of its theme.
 */
import type { Rule } from '../rule.ts';
import { acknowledgement } from './acknowledgement.ts';
import { asks } from './asks.ts';
import { byKind } from './by-kind.ts';
import { courtesy } from './courtesy.ts';
import { forwards } from './forwards.ts';
import { lexical } from './lexical.ts';
import { telling } from './telling.ts';
import { voices } from './voices.ts';

export const SHIPPED_RULES: readonly Rule[] = [
  ...byKind,
  ...acknowledgement,
  ...courtesy,
  ...asks,
  ...forwards,
  ...voices,
  ...telling,
  ...lexical,
];
