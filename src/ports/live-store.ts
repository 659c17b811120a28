/**
 * What the running service keeps beyond what a file of chats needs: who may be heard, who is who on which account, what people
 * have told the bot, and what goes out. It is the same store: one method is one transaction, so that an entry of the ledger and the
 * text that tells of it are there together or not at all.
 */
import type { Entry } from '../ledger/entry.ts';
import type { Alert, Digest } from '../model/digest.ts';
import type { Day, Instant } from '../model/instant.ts';
import type { Outgoing, OutgoingState, SendResult } from '../model/outgoing.ts';
import type { DirectMessage } from './chat.ts';
import type { SettledBatch, Store } from './store.ts';

export interface EnrolledGroup {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
  readonly department: string;
  /** Person ids; what the roster says of the group comes on top. */
  readonly members: readonly string[];
  /** Person id of the admin, or `cli`. */
  readonly by: string;
  readonly at: Instant;
  /** The id that the group has now: what it said before stays under the old one, and nothing new comes there. */
  readonly movedTo?: string;
}

/** An account that a person has bound with a one-time code. */
export interface Binding {
  readonly platform: string;
  readonly account: string;
  readonly person: string;
  readonly at: Instant;
}

/** Something that was said to the bot alone, kept until it is answered. */
export interface InboxMessage extends DirectMessage {
  readonly platform: string;
}

/** One part of an outgoing text, cut for the channel through which it goes. */
export interface OutgoingPart {
  readonly key: string;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  readonly channel: string;
  readonly platform: string;
  readonly target: 'group' | 'person';
  readonly id: string;
  readonly text: string;
  readonly state: OutgoingState;
  readonly attempts: number;
  readonly notBefore: Instant;
  /** When it was last tried. */
  readonly triedAt: Instant | null;
  /** Sent again though the first may have arrived: it says so. */
  readonly resent: boolean;
  /** The platform's id of the message. */
  readonly messageId: string | null;
}

/** How an outgoing text stands: that of its first part that isn't sent, or `sent`. Once it is sent its texts are emptied. */
export interface OutgoingRow extends Outgoing {
  readonly state: OutgoingState;
  /** Channels on which it has failed. */
  readonly closed: readonly string[];
  /** It may have arrived on one of them: the next one says so. */
  readonly doubtful: boolean;
  readonly parts: readonly OutgoingPart[];
}

/** An adapter's instance and whom it is to reach there. */
export interface Channel {
  readonly channel: string;
  readonly platform: string;
  readonly target: 'group' | 'person';
  readonly id: string;
}

export interface Bucket {
  readonly name: string;
  readonly tokens: number;
  readonly at: Instant;
  readonly notBefore: Instant;
}

/** The bot's own words, as a platform shows them back. */
export interface Echo {
  readonly platform: string;
  readonly target: 'group' | 'person';
  readonly id: string;
  readonly text: string;
  readonly messageId: string;
}

export interface SettledWithAlerts extends SettledBatch {
  /** Each with the key that makes it go out once, and the text that tells it. An alert whose key is known already is left out with its text. */
  readonly alerts: readonly { readonly key: string; readonly alert: Alert; readonly outgoing: Outgoing }[];
}

/** What answering a direct message or a group command changes, as one. */
export interface CommandOutcome {
  /** The inbox message that is answered; it is taken out, and a second outcome for it is ignored. Null for commands in groups. */
  readonly inbox: { readonly platform: string; readonly account: string; readonly id: string } | null;
  /** For each turn all of its entries; `command` turns are made by the word of a person, never by reading. */
  readonly turns: SettledBatch['turns'];
  readonly outgoing: readonly Outgoing[];
  readonly drafts?: readonly { readonly person: string; readonly body: string | null }[];
}

export interface LiveStore extends Store {
  // Enrolment and identity
  enrol(group: EnrolledGroup): Promise<void>;
  leave(platform: string, id: string): Promise<boolean>;
  enrolledGroups(): Promise<readonly EnrolledGroup[]>;
  /**
   * A group has got another id: its enrolment, its name and what waits to be sent to it follow. Its messages stay under the old id,
   * because some platforms number the messages of the new one from 1 again; the old enrolment stays too, with `movedTo`.
   */
  renameGroup(platform: string, was: string, id: string): Promise<void>;
  /** Only the code's hash is kept; an older unused one of the person ends. */
  addBindCode(hash: string, person: string, expiresAt: Instant): Promise<void>;
  /** The person, once; null where the code is unknown, used or over. A binding of the account to somebody else ends. */
  useBindCode(hash: string, account: { readonly platform: string; readonly account: string }, at: Instant): Promise<string | null>;
  bindings(): Promise<readonly Binding[]>;
  unbind(platform: string, account: string): Promise<boolean>;
  /** Small values of adapters and of the service, by name. */
  remember(key: string, value: string): Promise<void>;
  recall(key: string): Promise<string | null>;

  // Reading
  /** Like `saveSettled`, with the alerts that the batch calls for. Answers with the keys that were new. */
  saveSettledAndAlerts(batch: SettledWithAlerts): Promise<readonly string[]>;

  /** Group key → when it was heard since then, oldest first. */
  heardTimes(since: Instant): Promise<ReadonlyMap<string, readonly Instant[]>>;

  // What people tell the bot
  /** Keeps each once, by (platform, account, id). */
  putDirect(messages: readonly InboxMessage[]): Promise<void>;
  /** Unanswered ones, oldest first. */
  directWaiting(limit: number): Promise<readonly InboxMessage[]>;
  /** False where the inbox message had been answered already: nothing is changed then. */
  applyCommand(outcome: CommandOutcome): Promise<boolean>;
  /** What a person is in the middle of, such as a directive that waits for 确认. */
  draftOf(person: string): Promise<string | null>;

  // What goes out
  /** A digest with its text, in one: false where the person has one of that day already. */
  putDigestToSend(digest: Digest, outgoing: Outgoing): Promise<boolean>;
  /** Leaves known keys as they are; answers with those that were new. */
  putOutgoing(outgoing: readonly Outgoing[]): Promise<readonly string[]>;
  /**
   * What is to be sent by now: not yet cut into parts, or with a first unsent part that is queued and due. Answers first, then alerts,
   * then what else there is, digests last; each by age. What is cut for one of the channels in `except` is left out.
   */
  outgoingDue(now: Instant, limit: number, except?: readonly string[]): Promise<readonly OutgoingRow[]>;
  /** When the next text falls due that isn't due yet; null where none is queued. */
  nextDue(after: Instant): Promise<Instant | null>;
  outgoing(key: string): Promise<OutgoingRow | null>;
  /** Cuts a text for a channel, and answers with its parts; those that it had for another channel go. */
  cutOutgoing(key: string, channel: Channel, texts: readonly string[]): Promise<readonly OutgoingPart[]>;
  /** Claims a part: from `queued` to `attempting`, with the time. False where somebody else was faster. */
  claimPart(key: string, part: number, at: Instant): Promise<boolean>;
  /**
   * What became of an attempt, with the notices that it calls for. After a failure a text for which any channel will do is uncut again,
   * without this one; another one has failed. What was shown back meanwhile is sent, whatever the answer was.
   */
  recordPart(key: string, part: number, result: SendResult, at: Instant, notices?: readonly Outgoing[]): Promise<void>;
  /**
   * What becomes of an unknown part: to the queue again, marked (`resend`) or as it was (`again`), taken as sent, or failed like
   * in `recordPart`, but then it may have arrived.
   */
  reconcilePart(
    key: string,
    part: number,
    as: 'resend' | 'again' | 'sent' | 'failed',
    at: Instant,
    notices?: readonly Outgoing[],
  ): Promise<void>;
  /** No channel is left for it. */
  giveUp(key: string, at: Instant, notices?: readonly Outgoing[]): Promise<void>;
  /** Proof that a text has arrived. Answers whether it was one of ours, tried since the instant, that had none. */
  takeEcho(echo: Echo, since: Instant): Promise<boolean>;
  /** Attempts that a crash has cut off become unknown. Called once, at start, by the one process that sends. Answers with how many. */
  strandedAttempts(at: Instant): Promise<number>;
  unknownParts(): Promise<readonly OutgoingPart[]>;
  /** The part that the platform knows by this message id, for quotes of the bot's own words. */
  partByMessage(platform: string, target: string, messageId: string): Promise<OutgoingPart | null>;
  /** The newest digest that was really delivered to a person. */
  lastDelivered(person: string): Promise<{ readonly date: Day; readonly at: Instant } | null>;
  failedOutgoing(since: Instant): Promise<readonly OutgoingRow[]>;
  /** Pace that outlives a restart: until when a bucket is empty, and how full it was when. */
  saveBuckets(buckets: readonly Bucket[]): Promise<void>;
  loadBuckets(): Promise<readonly Bucket[]>;

  // Keeping house
  /** Whether another process has written into the store since this was last asked: a command beside the running service. */
  changedElsewhere(): Promise<boolean>;
  /**
   * Removes what is older: raw messages with their verdicts, answers of a refiner, what was answered, texts that could not be sent. Items, digests and
   * corrections stay. Answers with how many messages went.
   */
  forget(messagesBefore: Instant, textsBefore: Instant): Promise<number>;
  /** A complete copy while everything runs on; in the place of an older copy, never of another file. */
  backup(path: string): Promise<void>;
  /** Entries made by the word of people. */
  commandEntries(): Promise<readonly Entry[]>;
}
