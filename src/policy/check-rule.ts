/** May a local rule be saved? Its form, its own examples, its pattern, and how much of the chat it would take. */
import everyday from '../../data/lexicon/everyday-messages.json' with { type: 'json' };
import type { LocalRule } from '../model/tuning.ts';
import { checkPattern } from './pattern/check.ts';
import { type Refusal, refusal } from './refusal.ts';

export const MAX_WEIGHT = 12;
const MAX_SAYS = 60;
const MAX_EXAMPLES = 20;
const MAX_EXAMPLE_LENGTH = 500;
const ID = /^local(?:\.[a-z\d]+(?:-[a-z\d]+)*)+$/u;
const MAX_ID = 60;
/** A rule that hits more of the chat than this tells nothing. */
const MOST_SHARE = 0.6;
/** Fewer messages than this don't show what is usual; then a fixed sample does. */
const FEWEST_MESSAGES = 50;

/** A text as patterns see it. */
export interface TextForms {
  readonly own: string;
  readonly bare: string;
}

export interface ChatWords {
  /** Those of the last days' messages that have words. */
  readonly recent: readonly TextForms[];
  readonly formsOf: (text: string) => TextForms;
}

/** All that is wrong; a pattern that is not safe is never run. */
export function checkRule(rule: LocalRule, words: ChatWords): readonly Refusal[] {
  const form = checkForm(rule);
  const unsafe = checkPattern(rule.pattern);
  if (unsafe !== null) return [...form, unsafe];
  return [...form, ...checkExamples(rule, words), ...checkShare(rule, words)];
}

function checkForm({ id, weight, says, hits, misses }: LocalRule): readonly Refusal[] {
  const found: Refusal[] = [];
  if (!ID.test(id) || id.length > MAX_ID) found.push(refusal('rules.refused.id', { id }));
  if (!isWeight(weight)) found.push(refusal('rules.refused.weight', { weight, most: MAX_WEIGHT }));
  if (says.trim() === '' || says.length > MAX_SAYS) found.push(refusal('rules.refused.says', { most: MAX_SAYS }));
  if (hits.length === 0 || misses.length === 0) found.push(refusal('rules.refused.no-examples'));
  const tooLong =
    hits.length > MAX_EXAMPLES || misses.length > MAX_EXAMPLES || [...hits, ...misses].some((text) => text.length > MAX_EXAMPLE_LENGTH);
  if (tooLong) found.push(refusal('rules.refused.example-length', { most: MAX_EXAMPLES, length: MAX_EXAMPLE_LENGTH }));
  return found;
}

export function isWeight(weight: number): boolean {
  return Number.isFinite(weight) && weight !== 0 && Math.abs(weight) <= MAX_WEIGHT;
}

function checkExamples(rule: LocalRule, { formsOf }: ChatWords): readonly Refusal[] {
  const hitsText = matcher(rule);
  return [
    ...rule.hits.filter((text) => !hitsText(formsOf(text))).map((text) => refusal('rules.refused.hits', { text })),
    ...rule.misses.filter((text) => hitsText(formsOf(text))).map((text) => refusal('rules.refused.misses', { text })),
  ];
}

function checkShare(rule: LocalRule, { recent, formsOf }: ChatWords): readonly Refusal[] {
  const texts = recent.length >= FEWEST_MESSAGES ? recent : everyday.map(formsOf);
  const share = texts.filter(matcher(rule)).length / texts.length;
  return share > MOST_SHARE ? [refusal('rules.refused.shadows', { percent: Math.round(share * 100), most: MOST_SHARE * 100 })] : [];
}

/** As the reader runs it: where no needed word stands, the pattern isn't tried. */
function matcher({ on, needs, pattern }: LocalRule): (text: TextForms) => boolean {
  const compiled = new RegExp(pattern, 'u');
  return ({ own, bare }) => (needs === undefined || needs.some((word) => own.includes(word))) && compiled.test(on === 'bare' ? bare : own);
}
