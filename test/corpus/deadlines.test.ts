import { describe, expect, it } from 'vitest';
import {
  addDays,
  hasForeignDate,
  hasWrongRelativeDay,
  hasWrongRelativeWeekday,
  hasWrongWeekday,
  hasWrongWorkdays,
  isRealDay,
} from './calendar-checks.ts';
import { type GoldDeadline, readCorpus, type Sentence } from './sentences.ts';

const corpus = readCorpus();
const sentences = [...corpus.values()].flat();
const held = [...corpus].flatMap(([name, lines]) => (name.startsWith('held-') ? lines : []));

const precisions = ['minute', 'hour', 'half_day', 'day', 'week', 'month'];
const anchors = [null, 'end_of_work', 'start_of_work', 'noon'];
const recurrences = [null, 'daily', 'workday', 'weekly', 'monthly', 'quarterly', 'yearly'];
const roles = ['event', 'past', 'period', 'document', 'old', 'other'];

function ids(wrong: (sentence: Sentence) => boolean): string[] {
  return sentences.filter(wrong).map(({ id }) => id);
}

function isRealInstant(instant: string): boolean {
  return /T([01]\d|2[0-3]):[0-5]\d:00\+08:00$/.test(instant) && isRealDay(instant.slice(0, 10));
}

function instantFits({ at, day }: GoldDeadline): boolean {
  return at === null || (isRealInstant(at) && (at.startsWith(day) || at.startsWith(`${addDays(day, 1)}T00:00:00`)));
}

function isKnown({ precision, anchor, recurrence, basis, at }: GoldDeadline): boolean {
  const known = precisions.includes(precision) && anchors.includes(anchor) && recurrences.includes(recurrence);
  return known && basis === (at === null ? 'assumed' : 'said');
}

function allDays({ day, alt_days = [] }: GoldDeadline): string[] {
  return [day, ...alt_days];
}

describe('the corpus of deadline sentences', () => {
  it('is large, some of it never read by who writes the engine, with many sentences without a deadline', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(800);
    expect(corpus.get('never.jsonl')?.length).toBeGreaterThanOrEqual(200);
    expect(corpus.get('never.jsonl')?.filter(({ deadlines }) => deadlines.length > 0)).toEqual([]);
    expect(held.length).toBeGreaterThanOrEqual(240);
  });

  it('has each id and each text once', () => {
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  });

  it('uses only the known values, and quotes other times from the text', () => {
    expect(ids(({ deadlines }) => !deadlines.every(isKnown))).toEqual([]);
    expect(ids(({ urgency }) => !['immediate', 'soon', 'none'].includes(urgency))).toEqual([]);
    expect(ids(({ otherTimes }) => otherTimes.some(({ role }) => !roles.includes(role)))).toEqual([]);
    expect(ids(({ text, otherTimes }) => otherTimes.some(({ phrase }) => !text.includes(phrase)))).toEqual([]);
  });

  it('names real days and instants that agree with each other', () => {
    expect(ids(({ sentAt }) => !isRealInstant(sentAt))).toEqual([]);
    expect(ids(({ deadlines }) => !deadlines.flatMap(allDays).every(isRealDay))).toEqual([]);
    expect(ids(({ deadlines }) => !deadlines.every(instantFits))).toEqual([]);
  });

  it('puts no deadline before the sending', () => {
    expect(ids(({ sentAt, deadlines }) => deadlines.some(({ day }) => day < sentAt.slice(0, 10)))).toEqual([]);
    expect(ids(({ sentAt, deadlines }) => deadlines.some(({ at }) => at !== null && at < sentAt))).toEqual([]);
  });

  it('agrees with the calendar on weekdays beside dates', () => {
    expect(ids(hasWrongWeekday)).toEqual([]);
  });

  it('agrees with the calendar on weekdays and days counted from the sending', () => {
    expect(ids(hasWrongRelativeWeekday)).toEqual([]);
    expect(ids(hasWrongRelativeDay)).toEqual([]);
  });

  it('has a deadline on each date that a text sets', () => {
    expect(ids(hasForeignDate)).toEqual([]);
  });

  it('counts working days by the official calendar', () => {
    expect(ids(hasWrongWorkdays)).toEqual([]);
  });
});
