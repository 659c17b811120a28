/**
 * Traditional to simplified script, one character for one, behind a table of the basic block: cheap enough for every message. Of the
 * library only its dictionary of characters is needed; its converter, which knows phrases, takes longer to make than all else here.
 */
import characters from 'opencc-js/dict/TSCharacters';
import { FIRST_HAN, LAST_HAN } from './han.ts';

let table: Uint16Array | null = null;

/** The simplified form of a character of the basic block (itself where there is none), as codes. */
export function simplifiedCode(code: number): number {
  table ??= buildTable();
  return table[code - FIRST_HAN] ?? code;
}

/** What takes two units, before or after, stays as it is. */
function buildTable(): Uint16Array {
  const simplified = Uint16Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, index) => FIRST_HAN + index);
  for (const pair of characters.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    const place = from.charCodeAt(0) - FIRST_HAN;
    if (from.length === 1 && to.length === 1 && place >= 0 && place < simplified.length) simplified[place] = to.charCodeAt(0);
  }
  return simplified;
}
