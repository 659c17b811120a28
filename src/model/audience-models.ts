/** What was learned about whom texts concern; of what isn't given the shipped one decides. */
import type { ConcernModel } from './concern-model.ts';
import type { Trees } from './trees.ts';
import type { WordVectors } from './word-vectors.ts';

export interface AudienceModels {
  /** By what it is told whose a danger is. */
  readonly concerning?: ConcernModel | undefined;
  /** By what it is told whom an ask means, beside those whom its words name to the readers; null: these alone. */
  readonly meaning?: Trees | null | undefined;
  /** The words of an ask beside what people are, for those trees. */
  readonly calling?: WordVectors | undefined;
}
