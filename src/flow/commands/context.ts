/** What a chat command finds around it, what it is asked, and what it answers. */
import { say, words } from '../../digest/render/words.ts';
import type { Entry } from '../../ledger/entry.ts';
import type { LedgerState } from '../../ledger/state.ts';
import type { Instant } from '../../model/instant.ts';
import type { Group, Organisation, Person } from '../../model/organisation.ts';
import type { Outgoing } from '../../model/outgoing.ts';
import type { ChatAdapter } from '../../ports/chat.ts';
import type { CommandOutcome, InboxMessage, LiveStore } from '../../ports/live-store.ts';
import type { Log } from '../../ports/log.ts';
import type { SettledBatch } from '../../ports/store.ts';
import type { WorkCalendar } from '../../reading/deadline/calendar/index.ts';
import type { TunedRuleSet } from '../../reading/noise/overlay.ts';
import type { RuleSet } from '../../reading/noise/rule-set.ts';

/** As much of the live reader as commands need. */
export interface CommandReader {
  refresh(): void;
  follow(turns: SettledBatch['turns']): void;
  ledger(): Promise<LedgerState>;
  /** Nothing is read while the work rewrites what was read. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export interface DeskSettings {
  readonly store: LiveStore;
  readonly organisation: () => Organisation;
  readonly reader: CommandReader;
  readonly adapters: readonly ChatAdapter[];
  readonly calendar: WorkCalendar;
  readonly rules: () => Promise<TunedRuleSet>;
  readonly shipped: RuleSet;
  readonly now: () => Instant;
  readonly randomCode: () => string;
  readonly hash: (text: string) => string;
  /** Lets others have their turn while days of chat are read again. */
  readonly breathe: () => Promise<void>;
  /** Something is to be sent. */
  readonly wake: () => void;
  /** People, groups or rules have changed. */
  readonly reloaded: () => Promise<void>;
  /** Groups that are not heard as they should be, and why. */
  readonly gaps?: () => readonly { readonly group: Group; readonly gap: string }[];
  readonly log: Log;
}

/** A command of somebody whom the account has shown to be who they are. */
export interface Asked {
  readonly message: InboxMessage;
  readonly person: Person;
  readonly org: Organisation;
  readonly at: Instant;
  /** Key of the turn that the command makes. */
  readonly turn: string;
  readonly numbers: readonly number[];
  readonly text: string;
}

export interface Reply {
  /** Pieces between which a long answer may be cut. */
  readonly blocks: readonly string[];
  readonly buttons?: readonly (readonly string[])[];
  readonly turns?: CommandOutcome['turns'];
  readonly outgoing?: readonly Outgoing[];
  readonly drafts?: NonNullable<CommandOutcome['drafts']>;
}

/** Nothing is said. */
export const SILENCE: Reply = { blocks: [] };

/** One command. What it changes beside its reply must bear being done twice: a crash may come between the two. */
export type Handler = (asked: Asked, desk: DeskSettings) => Promise<Reply>;

export const told = words.commands;

/** One sentence. */
export function reply(template: string, facts: Readonly<Record<string, string | number>> = {}): Reply {
  return { blocks: [say(template, facts)] };
}

export function turnOf({ platform, account, id }: InboxMessage): string {
  return `command ${platform} ${account} ${id}`;
}

/** An entry without what its turn gives to all of them. */
export type EntryDraft = Entry extends infer E ? (E extends Entry ? Omit<E, 'turn' | 'at' | 'order'> : never) : never;

/** The turn that a command makes, all of it said at the moment of the command. */
export function turnWith({ turn, at }: Pick<Asked, 'turn' | 'at'>, drafts: readonly EntryDraft[]): CommandOutcome['turns'][number] {
  return { turn, entries: drafts.map((draft, order) => ({ ...draft, turn, at, order }) as Entry) };
}

/** Where the words of a direct message stand: in no group. */
export function directKey({ platform, id }: InboxMessage): { readonly platform: string; readonly group: string; readonly id: string } {
  return { platform, group: '', id };
}
