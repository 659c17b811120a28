/** What tells whether a member of a group is meant by an ask: how its words name them, what kind of people it names, and whom the readers found. */
import shipped from '../../../../data/model/called-vectors.json' with { type: 'json' };
import type { Envelope } from '../../../model/message.ts';
import type { Organisation, Person } from '../../../model/organisation.ts';
import type { Audience } from '../../../model/reading.ts';
import { NEARNESS_SIGNS, type Nearness, nearnessAmong, type WordVectors } from '../../../model/word-vectors.ts';
import { calledBy } from './called-by.ts';
import { runsOf } from './concern-signs.ts';
import { withoutExcepted } from './excepted.ts';
import { SIGNS_OF_ASK, signsOfAsk } from './meant-of-ask.ts';
import { SIGNS_OF_PERSON, signsOfPerson } from './meant-of-person.ts';
import { meantScene } from './meant-scene.ts';
import { sceneOf } from './scene.ts';

export const MEANT_SIGNS: readonly string[] = [...SIGNS_OF_ASK, ...SIGNS_OF_PERSON, ...NEARNESS_SIGNS];

const SHIPPED_CALLING: WordVectors = shipped;

export interface MeantCandidate {
  readonly person: Person;
  /** Of MEANT_SIGNS. */
  readonly signs: Float64Array;
}

/**
 * The cadres of the group but those whom the words except, and whom else the readers found.
 * @param text the normal text of the ask alone
 * @param whole the normal text of its message
 * @param calling what words have to do with what people are
 */
export function meantCandidates(
  text: string,
  whole: string,
  message: Envelope,
  org: Organisation,
  found: Audience,
  calling: WordVectors = SHIPPED_CALLING,
): readonly MeantCandidate[] {
  const scene = sceneOf(text, message, org);
  const seen = meantScene(scene, whole, found);
  const outside = found.people.flatMap((id) => org.personById.get(id) ?? []).filter((person) => !seen.isMember(person));
  const ofAsk = signsOfAsk(seen);
  const notExcepted = new Set(withoutExcepted(scene.members, text));
  const people = [...scene.members, ...outside].filter(
    (person) => person.roles.includes('cadre') && person !== scene.sender && (seen.isFound(person) || notExcepted.has(person)),
  );
  const near = nearnessAmong(calling, runsOf(text), people.map(calledBy));
  return people.map((person, place) => {
    const own = near[place] as Nearness;
    return { person, signs: Float64Array.from([...ofAsk, ...signsOfPerson(person, seen), ...NEARNESS_SIGNS.map((name) => own[name])]) };
  });
}

const FOUND = MEANT_SIGNS.indexOf('isFound');
const MEMBER = MEANT_SIGNS.indexOf('isMember');
const UNCLEAR = MEANT_SIGNS.indexOf('unclear');
const BY_NAME = ['isMentioned', 'name', 'given'].map((sign) => MEANT_SIGNS.indexOf(sign));

export function isFound(signs: Float64Array): boolean {
  return signs[FOUND] === 1;
}

/** Of an ask that names nobody: all who read it were found. */
export function isOfUnclear(signs: Float64Array): boolean {
  return signs[UNCLEAR] === 1;
}

/** In the group where it is asked. */
export function isMember(signs: Float64Array): boolean {
  return signs[MEMBER] === 1;
}

/** By @ or by their own name. */
export function isCalledByName(signs: Float64Array): boolean {
  return BY_NAME.some((place) => signs[place] === 1);
}
