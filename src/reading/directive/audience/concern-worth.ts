/** How likely it is that a danger or a demand is somebody's to act on: learned from those of labelled chats. */
import shipped from '../../../../data/model/concerns.json' with { type: 'json' };
import type { ConcernModel } from '../../../model/concern-model.ts';
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { type ConcernSigns, concernSigns, type Told } from './concern-signs.ts';

export const SHIPPED_CONCERNS: ConcernModel = shipped;

/** From which odds on somebody is told: better of a danger one too many than one too few; a demand can wait for who knows whose it is. */
const LIKELY = { hazard: -3, appeal: -2 };

export function isLikelyConcerned(person: Person, told: Told, model: ConcernModel): boolean {
  return oddsOf(concernSigns(person, told), model) > LIKELY[told.kind];
}

/** In logarithms. Of many pairs of words each says less. */
export function oddsOf({ facts, pairs }: ConcernSigns, model: ConcernModel): number {
  const weights = weightsOf(model);
  let odds = model.bias;
  for (const fact of facts) odds += weights.get(fact) ?? 0;
  let [sum, known] = [0, 0];
  for (const pair of pairs) {
    const weight = weights.get(pair);
    if (weight === undefined) continue;
    sum += weight;
    known++;
  }
  return odds + sum / Math.sqrt(Math.max(1, known));
}

const weightsOf = once(({ weights }: ConcernModel): ReadonlyMap<string, number> => new Map(Object.entries(weights)));
