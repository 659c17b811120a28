/** Reading many messages beside the main thread. What is read of a group depends on that group alone, so that only deciding has to wait its turn. */
import type { Instant } from '../model/instant.ts';
import type { Message } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Reason, TurnReading, Verdict } from '../model/reading.ts';

/** A verdict on its way to the store. What was read in another thread has its reasons as JSON, as they are kept: nobody looks at them on the way. */
export interface ReadVerdict extends Omit<Verdict, 'reasons'> {
  readonly reasons: readonly Reason[] | string;
}

/** What one message makes of its turn, as far as settling asks. */
export interface MessageRead {
  /** The key of the turn. */
  readonly turn: string;
  /** Verdicts of the turn's messages; those that stay as they were may be left out. */
  readonly verdicts: readonly ReadVerdict[];
  /** The reading of a turn, with what it asks, changes or answers beyond what stands; null where that is nothing. */
  readonly claims: TurnReading | null;
  /** What the turn claimed with its messages before stands as it was decided; else all that it claims is in `claims`. */
  readonly continues: boolean;
  /** When the messages of a turn that claims something were sent, by id, and when those were heard that came late. */
  readonly sent: readonly (readonly [id: string, at: Instant, heardAt?: Instant])[];
}

export interface ReadingAhead {
  /** Takes in messages that were settled before, so that those after them have their turns and neighbours. */
  recall(messages: readonly Message[]): void;
  /** What each of the messages makes of its turn; verdicts of noise come without reasons. Messages must come in time order within their group. */
  read(messages: readonly Message[]): Promise<readonly MessageRead[]>;
  /** Somebody sits in a group now, or no longer: what is read from now on knows it. */
  organise(org: Organisation): void;
  close(): Promise<void>;
}
