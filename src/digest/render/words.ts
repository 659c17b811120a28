/** The Chinese words of a digest. They live in `data/lang`, so that wording is changed without touching code; a key that is missing there fails the type check. */
import zh from '../../../data/lang/zh.json' with { type: 'json' };
import type { Anchor, Recurrence } from '../../model/deadline.ts';
import type { Label } from '../../model/label.ts';
import type { CallOutcome } from '../../model/refinement.ts';

type Sentences = typeof zh;

export interface Words extends Sentences {
  readonly labels: Readonly<Record<Label, string>>;
  readonly refining: Readonly<Record<CallOutcome, string>>;
  readonly anchor: Readonly<Record<Anchor, string>>;
  readonly recurrence: Readonly<Record<Recurrence, string>>;
}

export const words: Words = zh;

/** Fills `{key}` with facts, in one pass: braces inside a fact stay as they are. */
export function say(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, key: string) => (Object.hasOwn(facts, key) ? String(facts[key]) : whole));
}
