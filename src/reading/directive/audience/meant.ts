/**
 * Whom an ask means, once the readers have found whom its words name to them: trees weigh each member of the group by how the words name them,
 * what kind of people they name, and whom the readers found. They bring in who is called in a way that no reader knows, and let go who only
 * stands beside it.
 */
import shipped from '../../../../data/model/meant.json' with { type: 'json' };
import type { Envelope } from '../../../model/message.ts';
import type { Organisation } from '../../../model/organisation.ts';
import type { Audience } from '../../../model/reading.ts';
import { chanceByTrees, type Trees } from '../../../model/trees.ts';
import type { WordVectors } from '../../../model/word-vectors.ts';
import { isCalledByName, isFound, isMember, isOfUnclear, meantCandidates } from './meant-signs.ts';

const SHIPPED_MEANING: Trees = shipped;

/**
 * From here on somebody is meant, and from there on where nobody else is likelier. Of new hands the trees are too sure: of the items that 0.75 had
 * besides, 49 of 63 were for others in thirteen chats from which nothing was learned.
 */
const MEANT = 0.85;
const RATHER_MEANT = 0.6;
/** Of all who read what is to nobody in particular, where nobody is meant more likely than not. */
const MEANT_OF_ALL = 0.4;
/** From here on perhaps: a missed task is worse than one too many. */
const PERHAPS = 0.07;

/**
 * @param text the normal text of the ask alone
 * @param whole the normal text of its message
 * @param found whom the readers found
 */
export function meantBy(
  text: string,
  whole: string,
  message: Envelope,
  org: Organisation,
  found: Audience,
  trees: Trees = SHIPPED_MEANING,
  calling?: WordVectors,
): Audience {
  const weighed = meantCandidates(text, whole, message, org, found, calling).map(({ person, signs }) => ({
    person,
    signs,
    chance: chanceByTrees(trees, signs),
  }));
  const people = new Set(found.people);
  const perhaps: (readonly [string, number])[] = [];
  for (const [place, standing] of decideMeant(weighed).entries()) {
    const { person, chance } = weighed[place] as (typeof weighed)[number];
    if (standing === 'meant') people.add(person.id);
    else people.delete(person.id);
    if (standing === 'perhaps') perhaps.push([person.id, Math.round(chance * 100) / 100]);
  }
  const isAsFound = people.size === found.people.length && found.people.every((id) => people.has(id));
  if (perhaps.length === 0 && (people.size === 0 || isAsFound)) return found;
  const says = found.says === undefined || isAsFound ? {} : { says: `${found.says},再按叫法和职务增减` };
  const { closed, ...open } = found;
  return {
    ...open,
    ...says,
    ...(isAsFound && closed === true ? { closed } : {}),
    people: [...people].toSorted(),
    ...(perhaps.length === 0 ? {} : { perhaps: Object.fromEntries(perhaps) }),
  };
}

export interface Weighed {
  readonly signs: Float64Array;
  readonly chance: number;
}

/** How somebody stands to an ask. */
export type Standing = 'meant' | 'perhaps' | 'other';

/**
 * Of each of those who may be meant how they stand to it. Whom the text calls by name is meant, and who was found outside of the group, where
 * readers don't look without a cause; as long as it is nobody's more likely than not, all are who were found, or may be where the text names nobody.
 */
export function decideMeant(weighed: readonly Weighed[]): readonly Standing[] {
  const likeliest = weighed.reduce((most, { chance }) => Math.max(most, chance), 0);
  const least = likeliest >= MEANT ? MEANT : RATHER_MEANT;
  return weighed.map(({ signs, chance }) => {
    if (chance >= least) return 'meant';
    if (isFound(signs)) {
      if (!isMember(signs) || isCalledByName(signs)) return 'meant';
      if (likeliest < RATHER_MEANT) return isOfUnclear(signs) && chance < Math.min(MEANT_OF_ALL, likeliest) ? 'perhaps' : 'meant';
    }
    return chance >= PERHAPS ? 'perhaps' : 'other';
  });
}
