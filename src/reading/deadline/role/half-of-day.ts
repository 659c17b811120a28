/** 由7:00提前到6:30, 明早改6:30: a bare early hour that takes the place of a time of the morning is of the morning, not of the evening. */
import type { Phrase } from '../compose/phrase.ts';
import type { Correction } from './slips.ts';

/** Before these nobody gathers in the morning. */
const EARLIEST = 5;
/** From here on a bare hour is of the morning anyway. */
const MORNING = 7;
/** What was to be later than this in the morning may well have gone to the afternoon: 10点改到5点. */
const EARLY_UNTIL = 9;

/** The time nearest before a corrected one that holds no longer; else the first behind it. */
export function formerOf(phrases: readonly Phrase[], index: number, corrections: ReadonlyMap<number, Correction>): Phrase | undefined {
  const isFormer = (_: Phrase, place: number): boolean => corrections.get(place) === 'old';
  return phrases.slice(0, index).findLast(isFormer) ?? phrases.find((phrase, place) => place > index && isFormer(phrase, place));
}

export function inHalfOf(phrase: Phrase, former: Phrase | undefined): Phrase {
  const { clock, part } = phrase.slots;
  if (former === undefined || clock === null || part !== null || clock.hour < EARLIEST || clock.hour >= MORNING) return phrase;
  return isEarly(former) ? { ...phrase, slots: { ...phrase.slots, clock: { ...clock, literal: true } } } : phrase;
}

function isEarly({ slots: { clock, part } }: Phrase): boolean {
  const isLate = clock !== null && clock.hour > EARLY_UNTIL;
  if (part !== null) return part.part === 'morning' && !isLate;
  return clock !== null && clock.hour >= MORNING && !isLate;
}
