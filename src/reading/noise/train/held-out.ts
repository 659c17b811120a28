/** What models said of chats that they never saw. */
import type { Label } from '../../../model/label.ts';

export interface HeldOut {
  /** The chance of each label, in the order of LABELS. */
  readonly chances: Float64Array;
  readonly label: Label;
}
