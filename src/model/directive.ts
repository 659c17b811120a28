/** An item of the ledger as its entries make it: what is asked, of whom, until when, and how it stands. */
import type { Deadline, Urgency } from './deadline.ts';
import type { Day, Instant } from './instant.ts';
import type { MessageKey } from './message.ts';
import type { AnswerState, Audience, ChangeKind, Evidence, ItemKind, Particulars } from './reading.ts';

export type DirectiveStatus = 'open' | 'cancelled' | 'done';

export interface DirectiveChange {
  readonly at: Instant;
  readonly change: ChangeKind;
  readonly field: 'deadline' | 'status' | 'content';
  readonly from: string | null;
  readonly to: string | null;
  readonly message: MessageKey;
  /** Those whom alone it concerns; all where nothing is said. */
  readonly people?: readonly string[];
  /** When it was heard, where it came late. */
  readonly heardAt?: Instant;
}

export interface DirectiveAnswer extends MessageKey {
  readonly at: Instant;
  readonly person: string;
  readonly state: AnswerState;
}

export interface Directive {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly issuer: { readonly id: string; readonly name: string; readonly person: string | null };
  readonly openedAt: Instant;
  /** When its opening was heard, where it came late. */
  readonly heardAt?: Instant;
  readonly audience: Audience;
  /** Persons whom a later copy or change has brought in, with when it was heard. */
  readonly joined: ReadonlyMap<string, Instant>;
  /** Persons who have told the bot that it isn't theirs: none of the audience any more. */
  readonly declined?: readonly string[];
  /** Person → when they were let off, though others are still asked. */
  readonly spared?: ReadonlyMap<string, Instant>;
  /** Group key → when a copy, a change or a reminder of it last stood there. */
  readonly heard: ReadonlyMap<string, Instant>;
  readonly deadline: Deadline | null;
  /** Person → the time that some were given beside the others. */
  readonly own?: ReadonlyMap<string, Deadline> | undefined;
  readonly urgency: Urgency;
  readonly topics: ReadonlySet<string>;
  /** That it names, beside that of its deadline. */
  readonly days?: readonly Day[];
  /** Topics of its title. */
  readonly object: readonly string[];
  /** Topics of what was said when it was pressed for or changed: people call it so. */
  readonly said?: ReadonlySet<string>;
  readonly particulars: Particulars;
  /** Person ids of those who have asked it: its issuer, and who posted copies. */
  readonly voices: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Keys of the messages that ask it, of each copy the first, without those that were taken back. */
  readonly copies?: readonly string[];
  readonly changes: readonly DirectiveChange[];
  /** When another than who told of it last ordered that it be seen to. */
  readonly orderedAt?: Instant;
  /** When it was last pressed for. */
  readonly pressedAt?: Instant;
  readonly answers: readonly DirectiveAnswer[];
  readonly status: DirectiveStatus;
  readonly closedAt: Instant | null;
  readonly unsure: boolean;
  readonly confidence: number;
  readonly condition: string | null;
  /** A demand that is nobody's duty, and that people can help themselves with. */
  readonly selfHelp?: true;
  /** Copies named different deadlines; the earliest is shown. */
  readonly conflict: boolean;
  readonly similarTo: readonly string[];
}
