/** How likely it is that a danger or a demand is somebody's to act on: learned from those of labelled chats. */
import shipped from '../../../../data/model/concerns.json' with { type: 'json' };
import type { ConcernModel } from '../../../model/concern-model.ts';
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { type ConcernSigns, concernSigns, type Told } from './concern-signs.ts';

export const SHIPPED_CONCERNS: ConcernModel = shipped;

/** From which odds on somebody is told: better of a danger one too many than one too few; a demand can wait for who knows whose it is. */
export const LIKELY = { hazard: -4, appeal: -3, clue: -2.5 };

export function isLikelyConcerned(person: Person, told: Told, model: ConcernModel): boolean {
  return oddsOf(concernSigns(person, told), model) > LIKELY[told.kind];
}

/** The sign of a word beside a word of a post. */
export function pairOf(word: string, post: string): string {
  return `${word} ${post}`;
}

/** In logarithms. Of many pairs each says less. */
export function oddsOf({ facts, words, posts }: ConcernSigns, model: ConcernModel): number {
  const { ofFacts, ofWords } = weightsOf(model);
  let odds = model.bias;
  for (const fact of facts) odds += ofFacts.get(fact) ?? 0;
  let [sum, known] = [0, 0];
  for (const word of words) {
    const beside = ofWords.get(word);
    if (beside === undefined) continue;
    for (const post of posts) {
      const weight = beside.get(post);
      if (weight === undefined) continue;
      sum += weight;
      known++;
    }
  }
  return odds + sum / Math.sqrt(Math.max(1, known));
}

interface Weights {
  readonly ofFacts: ReadonlyMap<string, number>;
  /** Word → word of a post → what the pair adds: hundreds of pairs are looked for of each of hundreds of people. */
  readonly ofWords: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const weightsOf = once(({ weights }: ConcernModel): Weights => {
  const ofWords = new Map<string, Map<string, number>>();
  for (const [sign, weight] of Object.entries(weights)) {
    const [word = '', post, ...more] = sign.split(' ');
    if (post === undefined || more.length > 0) continue;
    ofWords.set(word, (ofWords.get(word) ?? new Map<string, number>()).set(post, weight));
  }
  return { ofFacts: new Map(Object.entries(weights)), ofWords };
});
