/** What a command of the command line is, and what it may use. */

import type { RosterResult } from '../config/roster.ts';
import type { Settings } from '../config/settings.ts';
import type { Organisation } from '../model/organisation.ts';
import type { ImportEvent } from '../ports/chat-export.ts';
import type { LiveStore } from '../ports/live-store.ts';
import type { ReadingAhead } from '../ports/reading-ahead.ts';
import type { Refiner } from '../ports/refiner.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import type { TunedRuleSet } from '../reading/noise/overlay.ts';
import type { RuleSet } from '../reading/noise/rule-set.ts';
import type { Mistake, Prepared } from '../service/prepare.ts';
import type { Say, WordCode } from './words.ts';

/** A line of a file or of standard input (`-`), numbered from 1. */
export interface TextLine {
  readonly line: number;
  /** Null where it was too long, and let go. */
  readonly text: string | null;
  /** False where some bytes were no characters and stand as U+FFFD. */
  readonly exact: boolean;
}

/** Everything that commands need from outside, built by app.ts. */
export interface Services {
  readonly settings: Settings;
  readonly say: Say;
  readonly rules: RuleSet;
  readonly calendar: WorkCalendar;
  readonly importFormats: readonly string[];
  openStore(path: string): LiveStore;
  /** Answers with where the store that was there is now; null where there was none. */
  restoreStore(backup: string, path: string): string | null;
  /** A reader beside this thread, for long work; `rules` are the shipped ones with what the store has over them. */
  startReading(org: Organisation, rules: TunedRuleSet): ReadingAhead;
  readExport(path: string, options: { readonly format?: string; readonly timezone?: string }): AsyncIterable<ImportEvent>;
  loadRoster(path: string): RosterResult;
  readLines(path: string): AsyncIterable<TextLine>;
  /** Opens a file or standard output (`-`) for writing, at once; writes are in order. */
  openOutput(path: string): { write(text: string): void; close(): Promise<void> };
  /** Checks the configuration of the service, and makes its adapters without connecting them. */
  prepareService(path: string): Promise<Prepared | { readonly mistakes: readonly Mistake[] }>;
  /** The refiner that the configuration asks for; null where it is off. */
  makeRefiner(prepared: Prepared): Promise<Refiner | null>;
  /** Runs the service until it is told to stop; throws a StoreFailure where another one runs on the store. */
  runService(path: string, prepared: Prepared): Promise<void>;
  /** One-time codes for binding an account. */
  readonly codes: { random(): string; hash(code: string): string };
  print(text: string): void;
  warn(text: string): void;
  /** One line of progress on a terminal; nothing elsewhere. An empty text clears it. */
  progress(text: string): void;
}

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly says: WordCode;
  /** Name of the value in help: FILE, DAY. */
  readonly value?: string;
  /** May be given several times. */
  readonly multiple?: true;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

export interface Command {
  readonly name: string;
  readonly summary: WordCode;
  readonly usage: WordCode;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** How many positional arguments it takes. */
  readonly takes: readonly [min: number, max: number];
  /** Answers with the exit code: 0, or 1 for bad input. */
  run(given: Arguments, services: Services): Promise<number>;
}

/** Bad input: ends the command with exit code 1 and a sentence. */
export class InputError extends Error {
  readonly code: WordCode;
  readonly facts: Readonly<Record<string, string | number>>;
  constructor(code: WordCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'InputError';
    this.code = code;
    this.facts = facts;
  }
}

/** A word of the command line that isn't one of those it takes, or lacks: exit code 2. */
export class UsageError extends InputError {
  override name = 'UsageError';
}

export function textOption(given: Arguments, name: string): string | undefined {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All values of an option that may be given several times. */
export function listOption(given: Arguments, name: string): readonly string[] {
  const values = given.values[name];
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}
