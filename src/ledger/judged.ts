/** A candidate of the merge decision with how likely it is the same as an ask. */
import type { Directive } from '../model/directive.ts';
import type { ApartFor, Likeness } from './likeness.ts';

export interface Judged {
  readonly directive: Directive;
  /** That the two are one. */
  readonly chance: number;
  /** What the chance must reach. */
  readonly needed: number;
  /** Null where a rule keeps them apart, whatever they have in common. */
  readonly likeness: Likeness | null;
  /** That rule. */
  readonly apart?: ApartFor;
  /** Taken back a moment ago and sent again: no second look is needed. */
  readonly sentAgain?: true;
}
