/** What the program keeps. Coarse methods: one method is one transaction; the interface is async, so that a server database fits behind it. */
import type { Entry } from '../ledger/entry.ts';
import type { Alert, Digest } from '../model/digest.ts';
import type { Day, Instant } from '../model/instant.ts';
import type { Label } from '../model/label.ts';
import type { Envelope, Message, MessageKey } from '../model/message.ts';
import type { NamedGroup, Roster } from '../model/organisation.ts';
import type { Verdict } from '../model/reading.ts';
import type { Correction, LocalModel, RuleVersion } from '../model/tuning.ts';
import type { ReadVerdict } from './reading-ahead.ts';
import type { RefineStore } from './refine-store.ts';

/** A message of a window with what it was judged to be; for the accounts of a digest. */
export interface JudgedMessage extends MessageKey {
  readonly sentAt: Instant;
  readonly label: Label;
  readonly keep: boolean;
}

/** The result of settling a run of messages, saved as one: verdicts, the turns' entries, and how far reading has come. */
export interface SettledBatch {
  /** Verdicts replace earlier ones of the same message. */
  readonly verdicts: readonly ReadVerdict[];
  /** The version of the rule set that made the verdicts. */
  readonly ruleSet: string;
  /** For each turn read: all of its entries; they replace what the turn had before. */
  readonly turns: readonly { readonly turn: string; readonly entries: readonly Entry[] }[];
  /** Every message with `seq` up to this one is settled. */
  readonly cursor: number;
}

/** A correction as it is given; the store knows the rest. */
export type NewCorrection = Omit<Correction, 'number' | 'kind' | 'text'>;

export interface Store extends RefineStore {
  /** Replaces the roster. */
  saveRoster(roster: Roster): Promise<void>;
  loadRoster(): Promise<Roster | null>;
  /** Groups that imports have named and that no roster knows. */
  saveGroups(groups: readonly NamedGroup[]): Promise<void>;
  loadGroups(): Promise<readonly NamedGroup[]>;

  /** Stores each envelope once by (platform, group, id); a repeat is left as it was. Answers with those that are new, numbered in the order given. */
  ingest(envelopes: readonly Envelope[]): Promise<readonly Message[]>;
  /** Messages with `seq` above the cursor, in order of `seq`. */
  messagesAfter(seq: number, limit: number): Promise<readonly Message[]>;
  /** Messages sent in (from, to], in the order of `byTime`. */
  messagesBetween(from: Instant, to: Instant): Promise<readonly Message[]>;
  /** Messages with this id in any group, or in the one given. */
  findMessages(id: string, within?: { readonly platform: string; readonly group: string }): Promise<readonly Message[]>;
  /** First and last `sentAt`; null for an empty store. */
  timeRange(): Promise<{ readonly first: Instant; readonly last: Instant } | null>;
  countMessages(): Promise<number>;
  /** The `seq` of the newest message; 0 where none was ever stored. */
  lastSeq(): Promise<number>;
  /** Every group from which a message was ever stored. */
  groupsHeard(): Promise<readonly { readonly platform: string; readonly group: string }[]>;

  /** Every name that a sender in the group was ever shown by. */
  senderNames(group: { readonly platform: string; readonly group: string }): Promise<readonly string[]>;

  saveSettled(batch: SettledBatch): Promise<void>;
  /** 0 before anything is settled. */
  settledCursor(): Promise<number>;
  /**
   * In the order of `byMessageTime`.
   * @param since leaves out the directives of which nothing was heard since then, and that are neither due later nor come again
   */
  loadEntries(since?: Instant): Promise<readonly Entry[]>;
  verdictsOf(keys: readonly MessageKey[]): Promise<readonly (Verdict & { readonly ruleSet: string })[]>;
  /** Judged messages that were heard in (from, to], in the order of `byTime`. */
  judgedBetween(from: Instant, to: Instant): Promise<readonly JudgedMessage[]>;

  /** False where the person already has a digest of that day; the first one stays, without its `receipts`, which are never kept. */
  putDigest(digest: Digest): Promise<boolean>;
  /** Many at once, in one transaction; answers with those that were new. */
  putDigests(digests: readonly Digest[]): Promise<readonly Digest[]>;
  digestOf(person: string, date: Day): Promise<Digest | null>;
  /** The person's newest digest with `sentAt` not after the instant. */
  lastDigest(person: string, notAfter: Instant): Promise<Digest | null>;
  /** False where an alert with this key (person, directive, reason) is already there. */
  putAlert(key: string, alert: Alert): Promise<boolean>;
  loadAlertKeys(): Promise<readonly string[]>;

  /** Answers with its number; null where the newest version isn't `after` (0 = there is none): somebody else was faster. */
  addRuleVersion(after: number, version: Omit<RuleVersion, 'number'>): Promise<number | null>;
  /** All versions of the rules, oldest first. */
  ruleVersions(): Promise<readonly RuleVersion[]>;
  /** Answers with its number. */
  addCorrection(correction: NewCorrection): Promise<number>;
  /** All corrections, oldest first. */
  corrections(): Promise<readonly Correction[]>;
  /** Answers with its number. */
  addLocalModel(model: Omit<LocalModel, 'number'>): Promise<number>;
  localModel(number: number): Promise<LocalModel | null>;

  close(): Promise<void>;
}
