/** What somebody may be called by, or asked for: the pairs of characters of their title and duties, these as a whole, and the kind of their place. */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { postOf } from './concern-signs.ts';

export const calledBy = once((person: Person): ReadonlySet<string> => {
  const {
    title,
    duties,
    areas: [place],
  } = person;
  const whole = [`职${title}`, `末${title.slice(-2)}`, ...duties.map((duty) => `管${duty}`), `地${place?.slice(-1) ?? ''}`];
  return new Set([...postOf(person).runs, ...whole]);
});
