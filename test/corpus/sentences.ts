import { readdirSync, readFileSync } from 'node:fs';

/** A deadline as a careful reader gives it; `at` is null where no clock time or duration in hours or minutes is said. */
export interface GoldDeadline {
  at: string | null;
  day: string;
  precision: string;
  recurrence: string | null;
  anchor: string | null;
  /** Other days that are a right answer too. */
  alt_days?: string[];
  basis: string;
  /** Last day of a recurrence, where one is told. */
  until?: string;
}

export interface Sentence {
  id: string;
  text: string;
  sentAt: string;
  deadlines: GoldDeadline[];
  otherTimes: { phrase: string; role: string }[];
  urgency: string;
}

const folder = new URL('./deadlines/', import.meta.url);

/** The sentences of the corpus by file. */
export function readCorpus(): Map<string, Sentence[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return new Map(files.map((name) => [name, readSentences(name)]));
}

function readSentences(name: string): Sentence[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Sentence);
}
