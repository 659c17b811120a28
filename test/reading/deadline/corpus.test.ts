/** The corpus: every open sentence must be read right; of those still held back, at least 95 in 100. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Deadline, TimesReading } from '../../../src/model/deadline.ts';
import { weekday } from '../../../src/model/instant.ts';
import { readTimes } from '../../../src/reading/deadline/index.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import { contextAt } from './reading-at.ts';

interface GoldDeadline {
  readonly at: string | null;
  readonly day: string;
  readonly alt_days?: readonly string[];
  readonly precision: string;
  readonly recurrence: string | null;
  readonly anchor: string | null;
  readonly until?: string;
}

interface Line {
  readonly id: string;
  readonly text: string;
  readonly sentAt: string;
  readonly deadlines: readonly GoldDeadline[];
  readonly urgency: string;
}

const FOLDER = new URL('../../corpus/deadlines/', import.meta.url);
const HELD_SHARE = 0.95;
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));

function linesOf(file: string): readonly Line[] {
  const rows = readFileSync(new URL(file, FOLDER), 'utf8').split('\n');
  return rows.filter((row) => row !== '').map((row) => JSON.parse(row) as Line);
}

function read(line: Line): TimesReading {
  return readTimes(normalise(line.text), { ...contextAt('2026-01-01T00:00'), sentAt: Date.parse(line.sentAt) });
}

function isMatch(gold: GoldDeadline, found: Deadline): boolean {
  const isSameDay = found.day === gold.day || gold.alt_days?.includes(found.day) === true;
  const isSameInstant = gold.at === null ? found.basis === 'assumed' : found.at === Date.parse(gold.at);
  const isSameUntil = gold.until === undefined || gold.until === found.until;
  return (
    isSameDay &&
    isSameInstant &&
    isSameUntil &&
    found.precision === gold.precision &&
    found.recurrence === gold.recurrence &&
    found.anchor === gold.anchor
  );
}

function isRight(line: Line): boolean {
  const reading = read(line);
  const left = [...reading.deadlines];
  for (const gold of line.deadlines) {
    const index = left.findIndex((found) => isMatch(gold, found));
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return left.length === 0 && reading.urgency === line.urgency;
}

describe('the corpus of deadline sentences', () => {
  it('has open and held files', () => {
    expect(files.filter((file) => file.startsWith('held-')).length).toBeGreaterThan(0);
    expect(files.filter((file) => !file.startsWith('held-')).length).toBeGreaterThan(0);
  });

  it.each(files.filter((file) => !file.startsWith('held-')))('reads every sentence of %s', (file) => {
    const wrong = linesOf(file).filter((line) => !isRight(line));
    expect(wrong.map((line) => `${line.id} ${line.text}`)).toEqual([]);
  });

  it('reads at least 95 of 100 held sentences', () => {
    const held = files.filter((file) => file.startsWith('held-')).flatMap(linesOf);
    expect(held.filter(isRight).length / held.length).toBeGreaterThanOrEqual(HELD_SHARE);
  });

  it('gives every deadline its phrase, its day in reach and a weekday', () => {
    for (const line of files.flatMap(linesOf)) {
      for (const found of read(line).deadlines) {
        expect(found.phrase).toBe(line.text.slice(found.span[0], found.span[1]));
        expect(weekday(found.day)).toBeGreaterThanOrEqual(1);
        expect(found.steps.length).toBeGreaterThan(0);
      }
    }
  });
});
