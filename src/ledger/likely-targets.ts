/**
 * Which of the directives that a change could be about it is about: the chance of each, beside that of none of them. Chances of all add up to
 * one, so that two that fit alike are each half as likely.
 */
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { ALONE_DIMENSIONS, type AloneDimension, type ChoiceWeights } from '../model/merge-weights.ts';
import type { Change, TurnReading } from '../model/reading.ts';
import { type ChangeLikeness, changeLikenesses } from './change-likeness.ts';
import type { TopicWeights } from './likeness.ts';

export interface Scored {
  readonly directive: Directive;
  readonly chance: number;
  readonly likeness: ChangeLikeness;
}

export type Alone = Readonly<Record<AloneDimension, number>>;

/** The likeliest first. */
export function likelyTargets(
  change: Change,
  reading: TurnReading,
  pool: readonly Directive[],
  weights: TopicWeights,
  model: ChoiceWeights,
  at: Instant,
): readonly Scored[] {
  const likenesses = changeLikenesses(change, reading, pool, weights, at);
  const chances = chancesOf(likenesses, aloneness(change, reading), model);
  return pool
    .map((directive, place) => ({ directive, chance: chances[place] ?? 0, likeness: likenesses[place] as ChangeLikeness }))
    .toSorted((a, b) => b.chance - a.chance || (a.directive.id < b.directive.id ? -1 : 1));
}

/** In the order of the likenesses; what is left to one is the chance that none is meant. */
export function chancesOf(likenesses: readonly ChangeLikeness[], alone: Alone, { weights, none }: ChoiceWeights): readonly number[] {
  const scores = likenesses.map((likeness) => sumOf(likeness, weights));
  const toNone = none.bias + sumOf(alone, none.weights);
  const top = Math.max(toNone, ...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((sum, one) => sum + one, Math.exp(toNone - top));
  return odds.map((one) => one / all);
}

function sumOf<Name extends string>(values: Readonly<Record<Name, number>>, weights: Readonly<Partial<Record<Name, number>>>): number {
  let sum = 0;
  for (const name in weights) sum += values[name] * (weights[name] ?? 0);
  return sum;
}

const WEAK = 0.45;
const MOST_WORDS = 20;

/** What of a change itself tells whether it is about anything that is known. */
export function aloneness({ change, asks, moves, topics, evidence: [source] }: Change, { verdicts }: TurnReading): Alone {
  const verdict = verdicts.find(({ id, group }) => id === source?.id && group === source.group);
  const confidence = verdict?.confidence ?? 1;
  const label = verdict?.label ?? 'update';
  const facts: Partial<Record<AloneDimension, number>> = {
    confidence,
    weak: Number(confidence < WEAK),
    asks: Number(asks),
    moves: Number(moves === true),
    [change]: 1,
    words: Math.min(MOST_WORDS, topics.length) / 10,
    ordered: Number(label === 'directive'),
    toldOnly: Number(label === 'notice' || label === 'report' || (label === 'traffic' && change !== 'cancel')),
  };
  return { ...NOTHING, ...facts };
}

const NOTHING = Object.fromEntries(ALONE_DIMENSIONS.map((name) => [name, 0])) as Record<AloneDimension, number>;
