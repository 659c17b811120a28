/** Ledger entries: append-only facts about directives, each owned by the turn that was read. State is their fold. */
import type { Deadline } from '../model/deadline.ts';
import type { Instant } from '../model/instant.ts';
import type { MessageKey } from '../model/message.ts';
import type { AnswerState, Ask, Audience, ChangeKind, Evidence, Whom } from '../model/reading.ts';

interface EntryBase {
  readonly directive: string;
  /** Key of the turn whose reading made the entry; a re-reading of the turn replaces its entries. */
  readonly turn: string;
  /** Time of the message that it rests on. */
  readonly at: Instant;
  /** When that was heard, where it came late: then a digest in between knew nothing of it. */
  readonly heardAt?: Instant;
  /** Place among the entries of the same turn. */
  readonly order: number;
}

export interface Opened extends EntryBase {
  readonly kind: 'opened';
  readonly ask: Ask;
  readonly issuer: { readonly id: string; readonly name: string; readonly person: string | null };
  readonly similarTo: readonly string[];
}

/** Another copy, or the order that follows a hazard. */
export interface Evidenced extends EntryBase {
  readonly kind: 'evidenced';
  readonly ask: Ask;
  /** The person who posted the copy. */
  readonly voice?: string | null;
  /** Key of the message of the same hand whose text it replaces: then it is no copy. */
  readonly edits?: string;
  readonly why: string;
}

export interface Changed extends EntryBase {
  readonly kind: 'changed';
  readonly change: ChangeKind;
  readonly deadline: Deadline | null;
  readonly audience: Audience | null;
  /** What it is called where it is changed. */
  readonly topics?: readonly string[];
  /** For them alone; the others keep what they had. */
  readonly only?: true;
  /** Person ids: who is let off, and who joins. */
  readonly whom?: Pick<Whom, 'off' | 'on'>;
  readonly evidence: readonly Evidence[];
  /** Key of the copy that a recall took back; the directive stands as long as another does. */
  readonly takenBack?: string;
  readonly message: MessageKey;
}

export interface Answered extends EntryBase {
  readonly kind: 'answered';
  readonly person: string;
  readonly state: AnswerState;
  readonly message: MessageKey;
}

/** Somebody has told the bot that it isn't theirs: they leave the audience, whatever names them there again. */
export interface Declined extends EntryBase {
  readonly kind: 'declined';
  readonly person: string;
  readonly message: MessageKey;
}

/** Somebody whom nobody has named answers as one who is meant: from then on it asks them, too, or may ask them. */
export interface Joined extends EntryBase {
  readonly kind: 'joined';
  readonly person: string;
  /** That it asks them, where their answer leaves that open. */
  readonly chance?: number;
  readonly message: MessageKey;
}

export type Entry = Opened | Evidenced | Changed | Answered | Declined | Joined;

/** The fold's order: message time, then turn, then place in the turn; never order of arrival. */
export function byMessageTime(a: Entry, b: Entry): number {
  return a.at - b.at || (a.turn < b.turn ? -1 : a.turn > b.turn ? 1 : 0) || a.order - b.order;
}

/** Turns that the word of a person to the bot has made: no reading of messages makes them, and none takes them away. */
export function isCommandTurn(turn: string): boolean {
  return turn.startsWith('command ');
}
