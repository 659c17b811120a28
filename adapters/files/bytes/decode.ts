/** Bytes to text: UTF-8, or the GB18030 of older Chinese Windows programs. */
import { hasMark } from './lines.ts';

export type Encoding = 'utf-8' | 'gb18030';

export interface Decoded {
  readonly text: string;
  /** False where some bytes were no characters and stand as U+FFFD. */
  readonly exact: boolean;
}

const decoders = {
  'utf-8': [new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }), new TextDecoder('utf-8', { ignoreBOM: true })],
  gb18030: [new TextDecoder('gb18030', { fatal: true }), new TextDecoder('gb18030')],
} as const;

export function decode(bytes: Uint8Array, encoding: Encoding = 'utf-8'): Decoded {
  const [strict, lenient] = decoders[encoding];
  try {
    return { text: strict.decode(bytes), exact: true };
  } catch {
    return { text: lenient.decode(bytes), exact: false };
  }
}

/**
 * A byte order mark says UTF-8; else the text decides. A few bad bytes don't make a UTF-8 file GB18030: read as the
 * wrong one of the two, every other character is broken, so a small share of broken ones means damage.
 */
export function encodingOf(head: Uint8Array): Encoding {
  if (hasMark(head)) return 'utf-8';
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head, { stream: true });
  let broken = 0;
  let whole = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken += 1;
    else if (code > 127) whole += 1;
  }
  return broken * 10 <= whole ? 'utf-8' : 'gb18030';
}
