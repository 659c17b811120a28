/** Traditional to simplified script, one character for one, behind a table of the basic block: cheap enough for every message. */
import { Converter } from 'opencc-js/t2cn';

const FIRST = 0x4e00;
const LAST = 0x9fff;

let table: Uint16Array | null = null;

/** The simplified form of a character of the basic block (itself where there is none). */
export function simplified(character: string, code: number): string {
  table ??= buildTable();
  const mapped = table[code - FIRST] ?? code;
  return mapped === code ? character : String.fromCharCode(mapped);
}

function buildTable(): Uint16Array {
  const convert = Converter({ from: 't', to: 'cn' });
  const codes = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);
  const converted = convert(codes.map((code) => String.fromCharCode(code)).join('\n')).split('\n');
  return Uint16Array.from(codes, (code, index) => {
    const to = converted[index] ?? '';
    return to.length === 1 ? to.charCodeAt(0) : code;
  });
}
