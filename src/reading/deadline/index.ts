/**
 * Reads every time in a text and tells deadlines from all others, in three visible steps: time atoms (`atoms/`), phrases and
 * their instants (`compose/`), roles (`role/`: by rules, then weighed by what stands around); `reading.ts` turns what they tell into the
 * reading. A cheap gate lets texts without any word of time through at once.
 *
 * The patterns here go without the flag u: none has a character beyond the first 65,536, and with it reading takes an eighth more time.
 */
import type { TimesReading } from '../../model/deadline.ts';
import type { NormalText } from '../text/normalise.ts';
import { findAtoms } from './atoms/index.ts';
import { composePhrases } from './compose/index.ts';
import { type Frame, frameOf, type TimesContext } from './frame.ts';
import { readingOf, tellByRules } from './reading.ts';
import { type DeadlineWeights, SHIPPED_WEIGHTS } from './role/chance/chance.ts';
import type { Told } from './role/tell.ts';
import { urgencyOf } from './role/urgency.ts';
import { weigh } from './role/weighed.ts';

export type { TimesContext } from './frame.ts';

/** Every time phrase holds one of these. */
const GATE = /[今明后昨前当次翌日号點点时:周期拜月年节旬季内班晚午早晌黑夜朝限给旦夕宵元饭秋庆午清三五六七八腊初T睡天逐]|\d[./-]\d/;

/** False for most of a chat: then there are no times, whenever it was sent. */
export function mayNameTime(text: string): boolean {
  return GATE.test(text);
}

export function readTimes(text: NormalText, context: TimesContext, weights: DeadlineWeights = SHIPPED_WEIGHTS): TimesReading {
  const urgency = urgencyOf(text.text);
  if (!mayNameTime(text.text)) return { deadlines: [], otherTimes: [], urgency };
  const frame = frameOf(context);
  return { ...readingOf(weigh(timesByRules(text, frame), text.text, weights), text), urgency };
}

/** Before the second look: what that is learned from. */
export function timesByRules(text: NormalText, frame: Frame): readonly Told[] {
  const atoms = findAtoms(text.text, frame);
  return atoms.length === 0 ? [] : tellByRules(composePhrases(atoms, text.text, frame), text, frame);
}
