/** What went wrong with a text, as far as admins must know of it. */
import type { Instant } from '../../model/instant.ts';
import type { Outgoing } from '../../model/outgoing.ts';

export interface Trouble {
  /**
   * `closed`: nothing reaches the person on this channel any more · `refused`: the platform doesn't take this text · `uncertain`: sent
   * twice, and neither is known to have arrived · `undeliverable`: no channel is left, it was not sent.
   */
  readonly kind: 'closed' | 'refused' | 'uncertain' | 'undeliverable';
  readonly outgoing: Pick<Outgoing, 'key' | 'kind' | 'person' | 'to'>;
  /** Empty where there is none. */
  readonly channel: string;
  /** The platform's words or a code; never the text. */
  readonly why: string;
  readonly at: Instant;
}

/** The texts that tell admins of it. */
export type TellTrouble = (trouble: Trouble) => readonly Outgoing[];
