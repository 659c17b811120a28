/** Where, after damage, the next good value may begin: exporters that print prettily give every entry its own line at one depth. */
import { BYTE } from './scan-state.ts';

/** Offset of the first later line that is indented like the value itself and opens an object; null where there is none. */
export function nextSibling(bytes: Uint8Array, indent: number): number | null {
  if (indent < 1) return null;
  for (let end = bytes.indexOf(BYTE.lineFeed); end >= 0; end = bytes.indexOf(BYTE.lineFeed, end + 1)) {
    let at = end + 1;
    while (bytes[at] === BYTE.space || bytes[at] === BYTE.tab) at += 1;
    if (at - end - 1 === indent && bytes[at] === BYTE.openObject) return end + 1;
  }
  return null;
}

export function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(BYTE.lineFeed); at >= 0; at = bytes.indexOf(BYTE.lineFeed, at + 1)) lines += 1;
  return lines;
}
