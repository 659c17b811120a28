/** From chances to a decision: what it is, whether it is kept, whether the program can tell. */
import { LABELS, type Label, MUST_KEEP, NOISE, SHOULD_KEEP } from '../../model/label.ts';
import type { KeepGuard } from './model/weights.ts';

export interface Decision {
  readonly label: Label;
  readonly keep: boolean;
  readonly unsure: boolean;
  /** The chance of the label; kinds of noise count as one. */
  readonly confidence: number;
  /** Why it was kept against the likeliest label. */
  readonly guard: 'must' | 'should' | null;
  /** The chance that made it so. */
  readonly risk: number;
}

export interface Circumstances {
  readonly givesTasks: boolean;
  /** Somebody of the place speaks where outsiders have just spoken: there it is they who know. */
  readonly toOutsiders: boolean;
  /** The sender has just spoken of a task: this may well be a part of it. */
  readonly followsTask: boolean;
  /** By somebody who gives tasks, and nobody can read what it says. */
  readonly unreadable: boolean;
  /** By somebody who gives tasks, and all that came through is that something was forwarded, or its lines ask for something. */
  readonly hidden: boolean;
  /** Nothing is known but its words. */
  readonly alone: boolean;
  /** By somebody who gives tasks, with a limit to come and a word that binds. */
  readonly binding: boolean;
}

/** Notices and answers hardly ever come from those who give no tasks: there it takes this much more to keep what looks like noise. */
const FROM_BELOW = 3;
/** To those outside, somebody from below speaks from above. */
const TO_OUTSIDERS = 1.5;
/** A part stands beside what it is a part of. Where the sender has asked for nothing yet, as before an opening line, it takes this much to believe in one. */
const PART_ALONE = 0.2;
/** What nobody can read is dropped only where small talk is all but certain. */
const UNREADABLE = 0.2;
/** Praise and reports that only tell of a limit seldom say that something must be done by it. */
const BINDING = 0.3;
const NOISE_PLACES = placesOf(NOISE);
const MUST_PLACES = placesOf(MUST_KEEP);
const SHOULD_PLACES = placesOf(SHOULD_KEEP);
const PART_PLACES = SHOULD_PLACES.filter((place) => LABELS[place] === 'part');
const WHOLE_PLACES = SHOULD_PLACES.filter((place) => LABELS[place] !== 'part');
const OPAQUE = [LABELS.indexOf('opaque')];
const KEPT_PLACES = LABELS.flatMap((label, place) => (NOISE.has(label) ? [] : [place]));
/** Kept, but no item of a digest. */
const UNSEEN: ReadonlySet<Label> = new Set<Label>(['report', 'question', 'answer']);

/**
 * A message is noise where noise, all kinds together, is likelier than any other label. But what may well carry a directive, a danger or
 * a demand is not taken for noise or small talk about work: then the verdict is that label, unsure.
 */
export function decide(chances: Float64Array, guard: KeepGuard, circumstances: Circumstances): Decision {
  const { givesTasks, toOutsiders, followsTask, unreadable, hidden, alone, binding } = circumstances;
  const asNoise = alone ? guard.alone : guard;
  const noise = sumOf(chances, NOISE_PLACES);
  const kept = bestOf(chances, KEPT_PLACES);
  const isNoise = noise > (chances[kept] ?? 0);
  const likeliest = LABELS[kept] ?? 'directive';
  const must = sumOf(chances, MUST_PLACES);
  if (isNoise || UNSEEN.has(likeliest)) {
    const limit = (isNoise ? asNoise.must : guard.talk) * (unreadable ? UNREADABLE : binding ? BINDING : 1);
    if (must > limit || (hidden && isNoise)) return keptAs(chances, hidden && isNoise ? OPAQUE : MUST_PLACES, 'must', must);
  }
  if (!isNoise) return { label: likeliest, keep: true, unsure: false, confidence: chances[kept] ?? 0, guard: null, risk: 0 };
  const places = followsTask ? SHOULD_PLACES : WHOLE_PLACES;
  const should = sumOf(chances, places);
  if (should > asNoise.should * (givesTasks ? 1 : toOutsiders ? TO_OUTSIDERS : FROM_BELOW))
    return keptAs(chances, places, 'should', should);
  const part = sumOf(chances, PART_PLACES);
  if (part > PART_ALONE) return keptAs(chances, PART_PLACES, 'should', part);
  return {
    label: LABELS[bestOf(chances, NOISE_PLACES)] ?? 'chitchat',
    keep: false,
    unsure: false,
    confidence: noise,
    guard: null,
    risk: 0,
  };
}

function keptAs(chances: Float64Array, places: readonly number[], guard: 'must' | 'should', risk: number): Decision {
  const place = bestOf(chances, places);
  return { label: LABELS[place] ?? 'directive', keep: true, unsure: guard === 'must', confidence: chances[place] ?? 0, guard, risk };
}

function placesOf(labels: ReadonlySet<Label>): readonly number[] {
  return LABELS.flatMap((label, place) => (labels.has(label) ? [place] : []));
}

function sumOf(chances: Float64Array, places: readonly number[]): number {
  let sum = 0;
  for (const place of places) sum += chances[place] ?? 0;
  return sum;
}

function bestOf(chances: Float64Array, places: readonly number[]): number {
  let best = places[0] ?? 0;
  for (const place of places) if ((chances[place] ?? 0) > (chances[best] ?? 0)) best = place;
  return best;
}
