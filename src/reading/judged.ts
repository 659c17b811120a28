/** A message as it was looked at, with its verdict. */
import type { Verdict } from '../model/reading.ts';
import type { MessageView } from './view.ts';

export interface Judged {
  readonly view: MessageView;
  readonly verdict: Verdict;
}
