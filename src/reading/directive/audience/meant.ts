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
import { isCalledByName, isFound, isMember, meantCandidates, ringsAll } from './meant-signs.ts';

const SHIPPED_MEANING: Trees = shipped;

/** A missed task is worse than one too many. */
const BRING_IN = 0.5;
const LET_GO = 0.25;
/** Every phone rings. */
const LET_GO_OF_ALL = 0.1;

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
  for (const [place, isMeant] of decideMeant(weighed).entries()) {
    const id = weighed[place]?.person.id ?? '';
    if (isMeant) people.add(id);
    else people.delete(id);
  }
  if (people.size === 0 || (people.size === found.people.length && found.people.every((id) => people.has(id)))) return found;
  const says = found.says === undefined ? {} : { says: `${found.says},再按叫法和职务增减` };
  const { closed: _, ...open } = found;
  return { ...open, ...says, people: [...people].toSorted() };
}

export interface Weighed {
  readonly signs: Float64Array;
  readonly chance: number;
}

/**
 * Of each of those who may be meant whether they are. Whom the text calls by name stays, and who was found outside of the group, where
 * readers don't look without a cause; as long as it is nobody's more likely than not, all stay who were found.
 */
export function decideMeant(weighed: readonly Weighed[]): readonly boolean[] {
  const isSomebodys = weighed.some(({ chance }) => chance >= BRING_IN);
  return weighed.map(({ signs, chance }) => {
    if (chance >= BRING_IN) return true;
    const letGo = ringsAll(signs) ? LET_GO_OF_ALL : LET_GO;
    return isFound(signs) && (chance >= letGo || !isMember(signs) || isCalledByName(signs) || !isSomebodys);
  });
}
