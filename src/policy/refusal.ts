/** Why a change is refused: a code with its facts. The words for people live in data/lang. */

export type RefusalCode =
  | 'rules.refused.id'
  | 'rules.refused.id-taken'
  | 'rules.refused.unknown'
  | 'rules.refused.not-local'
  | 'rules.refused.nothing'
  | 'rules.refused.weight'
  | 'rules.refused.says'
  | 'rules.refused.no-examples'
  | 'rules.refused.example-length'
  | 'rules.refused.pattern-empty'
  | 'rules.refused.pattern-long'
  | 'rules.refused.pattern-syntax'
  | 'rules.refused.pattern-reference'
  | 'rules.refused.pattern-lookbehind'
  | 'rules.refused.pattern-nested'
  | 'rules.refused.pattern-ways'
  | 'rules.refused.pattern-time'
  | 'rules.refused.hits'
  | 'rules.refused.misses'
  | 'rules.refused.shadows'
  | 'rules.refused.no-version';

export interface Refusal {
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export function refusal(code: RefusalCode, facts: Refusal['facts'] = {}): Refusal {
  return { code, facts };
}
