/**
 * Step three: what each phrase is to the reader. The rules stand in one list, and the first that answers decides: times of
 * others and of the past first, then the words that mark a deadline, and last the verb.
 */

import { unchanged } from './corrections.ts';
import { data } from './rules-data.ts';
import { before, duration, lead, openEdge, otherDuration, relative } from './rules-edge.ts';
import { gone } from './rules-past.ts';
import { range } from './rules-range.ts';
import { broken, cancelled, document, quoted } from './rules-text.ts';
import { announced, attribute, verb } from './rules-verb.ts';
import { condition, hearsay, notAsked, ownPlan, question, usual } from './rules-voice.ts';
import type { Role, RoleRule, Scene } from './scene.ts';

export const ROLE_RULES: readonly RoleRule[] = [
  quoted,
  broken,
  document,
  cancelled,
  gone,
  data,
  unchanged,
  openEdge,
  hearsay,
  ownPlan,
  condition,
  question,
  notAsked,
  usual,
  otherDuration,
  attribute,
  announced,
  lead,
  before,
  duration,
  relative,
  range,
  verb,
];

/** Rules that hold even for a corrected time: it may be quoted, a rumour, a question. */
const VOICES: readonly RoleRule[] = [quoted, hearsay, ownPlan, condition, question];

export function voiceOf(scene: Scene): Role | null {
  for (const rule of VOICES) {
    const role = rule.role(scene);
    if (role !== null) return role;
  }
  return null;
}

export interface Judged {
  readonly role: Role;
  readonly rule: string;
}

export function roleOf(scene: Scene): Judged {
  for (const rule of ROLE_RULES) {
    const role = rule.role(scene);
    if (role !== null) return { role, rule: rule.id };
  }
  return { role: 'other', rule: 'role/none' };
}
