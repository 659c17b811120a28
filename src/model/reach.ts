/** How far a directive has reached the people whom it asks. */
import type { Directive } from './directive.ts';
import type { Person } from './organisation.ts';
import type { AnswerState } from './reading.ts';

export interface Reminded {
  readonly person: Person;
  /** The furthest that the person had come when reminded. */
  readonly state: AnswerState;
}

export interface Reach {
  readonly directive: Directive;
  readonly asked: number;
  readonly reached: number;
  /** In the roster's order, which says nothing about them. */
  readonly missing: readonly Person[];
  /** Who was reminded by name though they had answered; in the roster's order. */
  readonly reminded: readonly Reminded[];
}
