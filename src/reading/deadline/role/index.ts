/**
 * Step three: what each phrase is to the reader. The rules stand in one list, and the first that answers decides: times of
 * others and of the past first, then the words that mark a deadline, and last the verb.
 */

import { unchanged } from './moved.ts';
import { announced, attribute } from './rules-attribute.ts';
import { counter } from './rules-counter.ts';
import { data } from './rules-data.ts';
import { duration, otherDuration } from './rules-duration.ts';
import { before, openEdge, relative } from './rules-edge.ts';
import { festivalName } from './rules-festival.ts';
import { lasting } from './rules-lasting.ts';
import { lead } from './rules-lead.ts';
import { otherYears } from './rules-other-years.ts';
import { ownPlan } from './rules-own-plan.ts';
import { gone } from './rules-past.ts';
import { praised } from './rules-praised.ts';
import { question } from './rules-question.ts';
import { quota } from './rules-quota.ts';
import { range } from './rules-range.ts';
import { broken, cancelled, document, quoted } from './rules-text.ts';
import { told } from './rules-told.ts';
import { verb } from './rules-verb.ts';
import { condition, hearsay, notAsked, usual } from './rules-voice.ts';
import type { Role, RoleRule, Scene } from './scene.ts';

export const ROLE_RULES: readonly RoleRule[] = [
  quoted,
  broken,
  document,
  cancelled,
  gone,
  lasting,
  data,
  unchanged,
  openEdge,
  hearsay,
  ownPlan,
  condition,
  question,
  notAsked,
  usual,
  otherYears,
  told,
  praised,
  otherDuration,
  attribute,
  festivalName,
  counter,
  quota,
  announced,
  lead,
  before,
  duration,
  relative,
  range,
  verb,
];

/** For each character, the rules that it wakes, as bits. */
const WAKES = new Uint32Array(0x10000);
let always = 0;
for (const [index, { hint }] of ROLE_RULES.entries()) {
  if (hint === undefined) always |= 1 << index;
  for (const character of hint ?? '') WAKES[character.charCodeAt(0)] = (WAKES[character.charCodeAt(0)] ?? 0) | (1 << index);
}

/** The rules that have something to say of a text. */
export function awakeIn(text: string): number {
  let awake = always;
  for (let index = 0; index < text.length; index++) awake |= WAKES[text.charCodeAt(index)] ?? 0;
  return awake;
}

/** Rules that hold even for a corrected time: it may be quoted, a rumour, a question. */
const VOICES: readonly RoleRule[] = [quoted, document, hearsay, ownPlan, condition, question];

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

export function roleOf(scene: Scene, awake: number): Judged {
  for (let index = 0; index < ROLE_RULES.length; index++) {
    const rule = ROLE_RULES[index];
    if (rule === undefined || (awake & (1 << index)) === 0) continue;
    const role = rule.role(scene);
    if (role !== null) return { role, rule: rule.id };
  }
  return { role: 'other', rule: 'role/none' };
}
