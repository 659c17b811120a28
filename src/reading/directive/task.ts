/** One task of a message: where in its text it stands. */
import type { Span } from '../../model/span.ts';
import type { MessageView } from '../view.ts';

export interface Task {
  /** In the normal text. */
  readonly region: Span;
  /** What stands before the list and holds for all of its items; null for a message that is one task. */
  readonly preamble: Span | null;
  /** Where its deed is said, for all slots of a schedule; its own region else. */
  readonly named?: Span;
}

/** All of a message as one. */
export function wholeTask(view: MessageView): Task {
  return { region: [view.surface.ownStart, view.normal.text.length], preamble: null };
}
