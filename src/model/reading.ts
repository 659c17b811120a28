/** What the reader makes of messages: verdicts with reasons, and the claims that the ledger decides upon. */

import type { Deadline, Urgency } from './deadline.ts';
import type { Day, Instant } from './instant.ts';
import type { Label } from './label.ts';
import type { MessageKey } from './message.ts';
import type { Span } from './span.ts';

export interface Reason {
  readonly source: 'rule' | 'model' | 'context';
  readonly id: string;
  /** How much it spoke for the label; negative = against. */
  readonly weight: number;
  readonly span?: Span;
  /** One sentence for people. */
  readonly says: string;
}

export interface Verdict extends MessageKey {
  readonly label: Label;
  readonly keep: boolean;
  /** The program can't tell; then `keep` is true. */
  readonly unsure: boolean;
  readonly confidence: number;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
}

/** A place in a message that supports a claim; no span: the message as a whole (a voice note, a picture). */
export interface Evidence extends MessageKey {
  readonly quote: string | null;
  readonly span: Span | null;
}

export interface Audience {
  /** Person ids. */
  readonly people: readonly string[];
  /** Of whom it can't be told whether they are meant: person ids, none of `people`, with the chance of it. They see it as unsure. */
  readonly perhaps?: Readonly<Record<string, number>>;
  /** True where the text doesn't say whom it means: all members see it. */
  readonly unclear: boolean;
  /** Spoken to as everybody (大家, 全体, @所有人). */
  readonly general?: true;
  /** Of none of them more than a place is named. */
  readonly places?: true;
  /** Counted ("石盘、麻柳坪两村"), or called at the start: who else answers isn't meant. */
  readonly closed?: true;
  /** How it was found, for people. */
  readonly says?: string;
}

export const ITEM_KINDS = ['directive', 'meeting', 'hazard', 'appeal', 'notice', 'traffic', 'opaque'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Somebody must do it or be there. */
export function isTask(kind: ItemKind): boolean {
  return kind === 'directive' || kind === 'meeting';
}

/** Told from below; an order may follow. */
export function isTold(kind: ItemKind): boolean {
  return kind === 'hazard' || kind === 'appeal';
}

/** What tells one ask from another beside its words; copies agree on these. */
export interface Particulars {
  /** Person ids that it speaks of, asked or not. */
  readonly persons: readonly string[];
  /** Person ids to whom things are handed in. */
  readonly recipients: readonly string[];
  readonly areas: readonly string[];
  /** Months, quarters and terms that it is about. */
  readonly periods: readonly string[];
  /** Names of tables, documents and attachments. */
  readonly forms: readonly string[];
  /** Numbers with what they count. */
  readonly figures: readonly string[];
}

export const NO_PARTICULARS: Particulars = { persons: [], recipients: [], areas: [], periods: [], forms: [], figures: [] };

/** Something that asks or tells: a candidate for an item of the ledger. */
export interface Ask {
  readonly kind: ItemKind;
  readonly title: string;
  readonly deadline: Deadline | null;
  readonly urgency: Urgency;
  readonly audience: Audience;
  /** The words that say what it is about, for finding copies. */
  readonly topics: readonly string[];
  /** Those of its title: the object and the deed. */
  readonly object: readonly string[];
  /** Days that it names, beside that of its deadline: "11月3日的观摩,展板29号前报". */
  readonly days?: readonly Day[];
  readonly evidence: readonly Evidence[];
  readonly unsure: boolean;
  readonly confidence: number;
  readonly condition: string | null;
  /** It holds for whenever such a case comes. */
  readonly standing?: true;
  /** A demand that is nobody's duty, and that people can help themselves with. */
  readonly selfHelp?: true;
  /** An ask that names itself as a relay of, or as the same as, something known. */
  readonly relayed: boolean;
  /** It says that it is not the same as something known. */
  readonly apart: boolean;
  /** It speaks for somebody else: forwards, or tells what a leader or an office above wants. */
  readonly handedOn?: true;
  /** Person ids of the leaders whose word it passes on. */
  readonly behalf?: readonly string[];
  /** The message that it replies to. */
  readonly repliesTo?: string;
  /** The message whose text its own replaces. */
  readonly edits?: string;
  /** Keys of other groups that it has things sent to. */
  readonly sentTo?: readonly string[];
  /** It comes in the place of what was called off, and is none of it. */
  readonly replaces?: true;
  /** What was judged only something to know, read as a task: it may be one more telling of a known one. */
  readonly asTask?: Ask;
  readonly particulars: Particulars;
}

export type ChangeKind = 'deadline' | 'cancel' | 'remind' | 'amend' | 'done' | 'reinstate' | 'whom';

/** Whom something known asks from now on. */
export interface Whom {
  /** Person ids: let off, though others are still asked. */
  readonly off: readonly string[];
  /** Asked for it, too. */
  readonly on: readonly string[];
  /** What they do or needn't do: be there, or hand something in. */
  readonly deed: 'come' | 'hand-in' | null;
  /** Its sender may say so of what others have asked. */
  readonly gives: boolean;
}

/** Something that alters, presses or ends a known item. */
export interface Change {
  readonly change: ChangeKind;
  readonly deadline: Deadline | null;
  /** Other times that it names, for where the first is the one that is known already: "督查提前到周一,台账明天交". */
  readonly otherwise?: readonly Deadline[];
  readonly oldDay: Day | null;
  readonly audience: Audience | null;
  /** People of the group in which it is told. */
  readonly present: readonly string[];
  readonly topics: readonly string[];
  /** Topics of its first words, which usually name what is changed. */
  readonly head: readonly string[];
  /** Those words point at it: "草垛那个", "摊位那件事". */
  readonly pointed?: true;
  /** Every time that it names, past ones too: "12点过了" tells what was due then. */
  readonly times: readonly Instant[];
  /** On the other day at the hour that it has: "改明晚,同一个点碰头". */
  readonly keepsClock?: true;
  /** What comes again goes on at its hour, whatever else changes: "每天那行…,时间不变,还是5点". */
  readonly keepsHour?: true;
  /** So many are spoken to: "你们四个镇改成周三上午来". */
  readonly counted?: number;
  /** Their days, without that of the new time. */
  readonly days?: readonly Day[];
  readonly aboutMeeting: boolean;
  /** It brings back the time that was there first: "还是按原来的". */
  readonly restores?: true;
  /** It holds for those whom it names, and for nobody else. */
  readonly only?: true;
  /** Whether it says that something comes sooner or later than it was to. */
  readonly towards?: 'sooner' | 'later';
  /** By how much it says that the time was moved, in milliseconds; back where negative. */
  readonly shift?: number;
  /** It says in so many words that a time was moved. */
  readonly moves?: true;
  /** What it says of when its matter was asked for, from and until, and of the persons who asked. */
  readonly asked?: { readonly on: readonly (readonly [Instant, Instant])[]; readonly by: readonly string[] };
  /** Whom it replies to, where that is another. */
  readonly repliesTo?: string;
  /** Its message replaces the text of the one that it points at: what that asked, and this no more asks, is off. */
  readonly edited?: true;
  /** What it takes back was meant for others: it goes as if it had been recalled. */
  readonly slip?: true;
  /** It says that something is still owed. */
  readonly owes?: true;
  /** An order that stands is lifted: "回港令解除". */
  readonly lifts?: true;
  /** What is off, or moved, was to be filled in or handed in: "体测那个,先别填了", "施主任周一要的那份". */
  readonly handsIn?: true;
  /** Whom it lets off or has join. */
  readonly whom?: Whom;
  /** It says that something is held or handed in elsewhere. */
  readonly elsewhere?: true;
  /** What is moved or called off is itself a gathering. */
  readonly gathering?: true;
  readonly evidence: readonly Evidence[];
  /** Messages it points at: what it replies to, quotes, edits or recalls. */
  readonly targets: readonly string[];
  /** What stands in its stead as an item when no target is found. */
  readonly fallback: Ask | null;
  /** It asks for a deed like any directive; only its words about time tell that it may move a known one. */
  readonly asks: boolean;
  /** It says that something counts (again), so it may be about one that was taken back. */
  readonly revives: boolean;
  readonly particulars: Particulars;
  readonly unsure: boolean;
  /** One of several things that the message names together, not the first: nothing stands in its stead. */
  readonly besides?: true;
}

export type AnswerState = 'acknowledged' | 'reported' | 'done';

/** The message that an answer comes after: the last one by somebody who gives tasks, or speaks as a leader. */
export interface Followed {
  readonly id: string;
  readonly at: Instant;
}

/** A person's answer to a directive. */
export interface Answer extends MessageKey {
  readonly person: string;
  readonly state: AnswerState;
  /** A word that confirms, a report, or talk that may be either. */
  readonly form: 'word' | 'report' | 'talk';
  /** Says that something was liked, forwarded, voted: an answer to a task of traffic. */
  readonly clicked: boolean;
  /** Says that who answers needn't: "收到,山上不交". */
  readonly exempt: boolean;
  readonly topics: readonly string[];
  readonly targets: readonly string[];
  /** Topics of the words that it quotes. */
  readonly quoted: readonly string[];
  /** Numbers that may be those of a work order: "04号", "044工单". */
  readonly numbers: readonly string[];
  /** Times that it names. */
  readonly times: readonly Instant[];
  /** Persons whom it speaks to. */
  readonly addressed: readonly string[];
  readonly follows: Followed | null;
}

/** Everything read from one turn. */
export interface TurnReading {
  /** Key of the turn: its first message. */
  readonly turn: MessageKey;
  readonly sender: { readonly id: string; readonly name: string; readonly person: string | null };
  readonly at: Instant;
  readonly verdicts: readonly Verdict[];
  readonly asks: readonly Ask[];
  readonly changes: readonly Change[];
  readonly answers: readonly Answer[];
}

/** What was judged an order with more confidence than this is one. */
export const SURELY_ASKS = 0.99;
/** Of what was judged an update with less certainty half are orders. */
export const HARDLY_AN_UPDATE = 0.7;
