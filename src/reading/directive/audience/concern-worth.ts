/** How likely it is that a danger or a demand is somebody's to act on: learned from those of labelled chats. */
import shipped from '../../../../data/model/concerns.json' with { type: 'json' };
import type { ConcernModel } from '../../../model/concern-model.ts';
import type { Person } from '../../../model/organisation.ts';
import { weighSigns } from '../weigh-signs.ts';
import { type ConcernSigns, concernSigns, type Told } from './concern-signs.ts';

export const SHIPPED_CONCERNS: ConcernModel = shipped;

/** From which odds on somebody is told: better of a danger one too many than one too few; a demand can wait for who knows whose it is. */
const LIKELY = { hazard: -3, appeal: -2 };

export function isLikelyConcerned(person: Person, told: Told, model: ConcernModel): boolean {
  return oddsOf(concernSigns(person, told), model) > LIKELY[told.kind];
}

/** In logarithms. */
export function oddsOf({ facts, pairs }: ConcernSigns, model: ConcernModel): number {
  return weighSigns(facts, pairs, model);
}
