/** Which kind of verb a text holds first: a deed that is asked for, or a happening. */
import { DEED, HAPPENING } from './words.ts';

export function firstVerb(text: string): 'deed' | 'happening' | null {
  const deed = DEED.exec(text);
  const happening = HAPPENING.exec(text);
  if (deed === null && happening === null) return null;
  if (happening === null) return 'deed';
  return deed !== null && deed.index < happening.index ? 'deed' : 'happening';
}

