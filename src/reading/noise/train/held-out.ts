/** What models said of chats that they never saw. */
import type { Label } from '../../../model/label.ts';
import type { Circumstances } from '../decide.ts';

export interface HeldOut {
  /** The chance of each label, in the order of LABELS. */
  readonly chances: Float64Array;
  readonly label: Label;
  readonly circumstances: Circumstances;
  /** The sender's next message was the task that this one opens: reading the whole turn makes it a part. */
  readonly opensTask: boolean;
  /** The sender's next message was another picture. */
  readonly opensBurst: boolean;
  /** A link, a file or a place behind what the sender had just asked or told. */
  readonly attached: boolean;
}
