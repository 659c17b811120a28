/** How far a directive has reached the people whom it asks. */
import type { Directive } from './directive.ts';
import type { Person } from './organisation.ts';

export interface Reach {
  readonly directive: Directive;
  readonly asked: number;
  readonly reached: number;
  /** In the roster's order, which says nothing about them. */
  readonly missing: readonly Person[];
}
