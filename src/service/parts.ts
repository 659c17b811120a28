/** What the running service is made of, and what it is made with. */
import type { CoverageGap } from '../flow/coverage.ts';
import type { Delivery } from '../flow/deliver.ts';
import type { LiveReader } from '../flow/live-reader.ts';
import type { StartReading } from '../flow/live-start.ts';
import type { Refining } from '../flow/refine.ts';
import type { Instant } from '../model/instant.ts';
import type { Envelope } from '../model/message.ts';
import type { Organisation, Person, Roster } from '../model/organisation.ts';
import type { ChatAdapter } from '../ports/chat.ts';
import type { LiveStore } from '../ports/live-store.ts';
import type { Log } from '../ports/log.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import type { RuleSet } from '../reading/noise/rule-set.ts';
import type { HealthReport } from './health-page.ts';
import type { BackupPlan } from './nightly-backup.ts';

export interface ServiceSettings {
  readonly store: LiveStore;
  readonly roster: Roster;
  readonly adapters: readonly ChatAdapter[];
  readonly calendar: WorkCalendar;
  readonly shipped: RuleSet;
  readonly spreadMinutes: number;
  readonly graceSeconds: number;
  readonly messagesDays: number;
  /** Where the store is copied each night; left out, it isn't. */
  readonly backups?: BackupPlan | null;
  /** Resolves when the envelope is durable. */
  readonly keep: (envelope: Envelope) => Promise<void>;
  /** Starts a reader beside this thread; absent where one thread does it all. */
  readonly startReading?: StartReading | undefined;
  readonly makeDelivery: (organisation: () => Organisation) => Delivery;
  readonly makeDesk: (parts: DeskParts) => Desk;
  /** Absent where nobody is asked. */
  readonly makeRefining?: (parts: Pick<DeskParts, 'organisation' | 'reader'>) => Refining;
  readonly now: () => Instant;
  readonly log: Log;
}

/** Answers what people tell the bot. */
export interface Desk {
  answerWaiting(): Promise<void>;
  /** Answers with how many. */
  answerSlow(): Promise<number>;
  /** True where the words in a group were a command: then nothing of them is kept. */
  groupCommand(envelope: Envelope, sender: Person | undefined, enrolled: boolean): Promise<boolean>;
}

export interface DeskParts {
  readonly organisation: () => Organisation;
  readonly reader: LiveReader;
  /** Something is to be sent. */
  readonly wake: () => void;
  /** People, groups or rules have changed. */
  readonly reloaded: () => Promise<void>;
  readonly gaps: () => readonly CoverageGap[];
  readonly breathe: () => Promise<void>;
}

export interface Service {
  /** Does all that is due now; called every few seconds, and after anything came in. */
  tick(): Promise<void>;
  health(): Promise<HealthReport>;
  stop(): Promise<void>;
}
