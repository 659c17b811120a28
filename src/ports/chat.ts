/**
 * A chat system as the service sees it: what it hands in, how a text goes out, how it fares. One adapter is one account on one
 * platform. Adapters translate and nothing else: who may do what, what is stored and what is sent is decided by the flow.
 */
import type { Instant } from '../model/instant.ts';
import type { Envelope } from '../model/message.ts';
import type { SendResult } from '../model/outgoing.ts';

/** What an adapter hands in. Instants are epoch milliseconds; ids are strings, exactly as the platform gives them. */
export type ChatEvent =
  /** Said in a group. Edits come as envelopes with `edits`, recalls as envelopes of kind `recall`. */
  | { readonly kind: 'message'; readonly envelope: Envelope }
  /** Said to the bot alone: a text, or a button that was pressed. */
  | { readonly kind: 'direct'; readonly message: DirectMessage }
  /** The bot's own message, as the platform shows it back: proof that it was sent. */
  | { readonly kind: 'echo'; readonly target: Target; readonly id: string; readonly text: string; readonly sentAt: Instant }
  /** A group that the bot sits in, with the name it has now; `was` is the id that it had before. */
  | { readonly kind: 'group'; readonly id: string; readonly name: string; readonly was?: string }
  /** The bot has left a group, or was put out of it. */
  | { readonly kind: 'left'; readonly id: string };

export interface DirectMessage {
  /** Unique among the direct messages of the account on this platform. */
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly sentAt: Instant;
  readonly text: string;
  /** The id of the bot's message that is quoted, or whose button was pressed. */
  readonly replyTo?: string;
  /** The words of the message that is quoted or forwarded, as far as the platform tells them. */
  readonly quoted?: string;
  /** Where a forwarded message came from, as far as the platform tells. */
  readonly forwardedFrom?: { readonly group?: string; readonly id?: string };
}

/** Where a text goes: a group, or one person's account. */
export interface Target {
  readonly to: 'group' | 'person';
  readonly id: string;
}

export interface OutgoingText {
  /** The outbox's key of this part: the same text has the same key, however often it is tried. */
  readonly key: string;
  readonly target: Target;
  readonly text: string;
  /** The id of the message that this one answers. */
  readonly replyTo?: string;
  /** Words that a press sends back as if they had been written; left out where the platform has no buttons. */
  readonly buttons?: readonly (readonly string[])[];
  /** Accounts to be notified by name, in groups. */
  readonly mentions?: readonly string[];
}

/** What a platform lets an adapter do; also told by `doctor` and in digests. */
export interface ChatTraits {
  /** Whether all messages of a group are seen, or only those that name the bot. */
  readonly readsAll: boolean;
  readonly sendsDirect: boolean;
  readonly tellsEdits: boolean;
  readonly tellsRecalls: boolean;
  readonly hasButtons: boolean;
  /** The longest text in one message. */
  readonly longest: { readonly unit: 'characters' | 'bytes'; readonly most: number };
  /** How an unknown outcome is cleared up: by the bot's own message coming back, by sending the same key again, or not at all. */
  readonly proof: 'echo' | 'key' | 'none';
  /** How fast texts may go out: by the whole account, to one person, to one group. */
  readonly pace: { readonly account: Pace; readonly person: Pace; readonly group: Pace };
}

/** A token bucket: `burst` at once, and then one each `everyMs`. */
export interface Pace {
  readonly burst: number;
  readonly everyMs: number;
  /** A pause of up to so much more before each text, so that it doesn't look like a machine; drawn by the flow. */
  readonly jitterMs?: number;
}

export type HealthState = 'starting' | 'up' | 'degraded' | 'down' | 'needs-login' | 'not-installed';

export interface ChatHealth {
  readonly state: HealthState;
  /** A code of data/lang with its facts; never a secret, never a message's text. */
  readonly why?: ChatProblem;
  /** When anything was last heard from the platform, heartbeats included. */
  readonly lastHeardAt: Instant | null;
}

export interface ChatProblem {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** What `doctor` tells of an adapter: a code of the adapter's own words with its facts. */
export interface ChatFinding extends ChatProblem {
  readonly good: boolean;
}

export interface ChatSink {
  /** Resolves when the events are durable: only then may the adapter acknowledge them. Rejects when they could not be kept. */
  accept(events: readonly ChatEvent[]): Promise<void>;
}

export interface ChatAdapter {
  /** The instance's name in the configuration, and the platform that its messages carry. */
  readonly name: string;
  readonly platform: string;
  readonly traits: ChatTraits;
  /** Begins to listen, and comes back once connecting has begun; from then on it reconnects for ever by itself. */
  start(sink: ChatSink): Promise<void>;
  /** Sends one text, once: nothing is tried again inside. Never throws. */
  send(text: OutgoingText): Promise<SendResult>;
  health(): ChatHealth;
  /** Looks at token, rights and settings, at the platform itself. */
  check(): Promise<readonly ChatFinding[]>;
  /** Which of these accounts sit in a group; null where the platform doesn't tell. */
  membersAmong(group: string, accounts: readonly string[]): Promise<readonly string[] | null>;
  /** Ends listening, lets what is being accepted come to its end, and leaves no handle. */
  stop(): Promise<void>;
}

/** What the composition root gives an adapter. */
export interface ChatSurroundings {
  /** Epoch milliseconds. */
  now(): Instant;
  /** Structured, without text of messages and without secrets. */
  log(level: 'debug' | 'info' | 'warn' | 'error', event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  /** A line for the person at the terminal, such as a code to scan. */
  show(text: string): void;
  /** A small value that outlives a restart, such as how far updates were taken. */
  remember(key: string, value: string): Promise<void>;
  recall(key: string): Promise<string | null>;
}

/** How the registry knows an adapter: its settings are checked by it, and only secrets come from the environment. */
export interface ChatAdapterKind {
  readonly platform: string;
  /** Names of its secrets, such as TOKEN: an instance called "main" takes it from QUNYAO_MAIN_TOKEN, or from a file that QUNYAO_MAIN_TOKEN_FILE names. */
  readonly secrets: readonly { readonly name: string; readonly needed: boolean }[];
  /** The adapter, or every mistake in its settings: a place, a code of data/lang and its facts. */
  make(
    name: string,
    settings: unknown,
    secrets: Readonly<Record<string, string>>,
    around: ChatSurroundings,
  ): ChatAdapter | { readonly mistakes: readonly (ChatProblem & { readonly at: string })[] };
}
