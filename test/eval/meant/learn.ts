/**
 * What is learned about whom an ask means. The readers are at home in the chats from which they were written, and err more often where they have
 * never been; so that the trees trust them no more than that, whom they found is disturbed in some of the asks.
 */

import type { Trees } from '../../../src/model/trees.ts';
import { MEANT_SIGNS } from '../../../src/reading/directive/audience/meant-signs.ts';
import { randomFrom } from '../../../src/reading/noise/train/shuffle.ts';
import { type BoostSettings, boost, type Sample } from '../boost/boost.ts';
import type { MeantCase, MeantChat } from './cases.ts';

const SETTINGS: BoostSettings = { trees: 140, rate: 0.1, leaves: 24, leafSize: 30, ridge: 3, signShare: 0.4, sampleShare: 0.8 };
const SEED = 20_261_130;
const DISTURBED = 0.3;

export function learnMeant(chats: readonly MeantChat[]): Trees {
  const random = randomFrom(SEED);
  const samples = chats.flatMap(({ cases }) => cases.flatMap((one) => samplesOf(one, random)));
  return boost(MEANT_SIGNS, samples, SETTINGS);
}

function samplesOf(one: MeantCase, random: () => number): readonly Sample[] {
  const signs = random() < DISTURBED ? disturbed(one, random) : one.map((person) => person.signs);
  return one.map(({ isMeant }, place) => ({ values: signs[place] as Float64Array, good: isMeant }));
}

const AT = Object.fromEntries(MEANT_SIGNS.map((sign, place) => [sign, place]));

function signOf(signs: Float64Array, sign: string): number {
  return signs[AT[sign] ?? -1] ?? 0;
}

/** Some of those who were found are lost, or all of a kind; or some are found who were not, or all of a kind. */
function disturbed(one: MeantCase, random: () => number): readonly Float64Array[] {
  const signs = one.map((person) => Float64Array.from(person.signs));
  const found = signs.filter((person) => signOf(person, 'isFound') === 1);
  const others = signs.filter((person) => signOf(person, 'isFound') === 0);
  const way = random();
  if (way < 0.5) for (const person of someOf(found, 0.3, random)) set(person, 'isFound', 0);
  else if (way < 0.7) for (const person of ofAKind(found, random)) set(person, 'isFound', 0);
  else if (way < 0.85) for (const person of ofAKind(others, random)) set(person, 'isFound', 1);
  else for (const person of someOf(others, 0.25, random)) set(person, 'isFound', 1);
  recount(
    signs,
    one.map(({ place }) => place),
  );
  return signs;
}

function someOf(list: readonly Float64Array[], share: number, random: () => number): readonly Float64Array[] {
  const drawn = list.filter(() => random() < share);
  return drawn.length > 0 ? drawn : list.slice(0, 1);
}

function ofAKind(list: readonly Float64Array[], random: () => number): readonly Float64Array[] {
  const one = list[Math.floor(random() * list.length)];
  return one === undefined ? [] : list.filter((other) => signOf(other, 'placeKind') === signOf(one, 'placeKind'));
}

/** What is counted of whom the readers found. */
function recount(signs: readonly Float64Array[], places: readonly string[]): void {
  const isFound = (person: number): boolean => signOf(signs[person] as Float64Array, 'isFound') === 1;
  const all = signs.map((_, person) => person);
  const count = all.filter(isFound).length;
  const kinds = Map.groupBy(all, (person) => signOf(signs[person] as Float64Array, 'placeKind'));
  for (const [person, own] of signs.entries()) {
    const alike = kinds.get(signOf(own, 'placeKind')) ?? [];
    const others = alike.filter((other) => other !== person);
    const mates = places[person] === '' ? [] : others.filter((other) => places[other] === places[person]);
    const ofKind = [...Map.groupBy(alike, (other) => places[other]).values()];
    set(own, 'found', count);
    set(own, 'foundShare', count / Math.max(1, signOf(own, 'members')));
    set(own, 'likeFound', others.filter(isFound).length / Math.max(1, others.length));
    set(own, 'mateFound', mates.filter(isFound).length / Math.max(1, mates.length));
    set(own, 'placesFound', ofKind.filter((same) => same.some(isFound)).length / Math.max(1, ofKind.length));
  }
}

function set(signs: Float64Array, sign: string, value: number): void {
  signs[AT[sign] ?? -1] = value;
}
