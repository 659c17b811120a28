/**
 * Cuts a text for a platform that takes no longer ones: between blocks, and inside a block only where it alone is too long, then
 * between its lines, else between sentences, else between characters. Several parts are numbered.
 */
export interface LongestText {
  readonly unit: 'characters' | 'bytes';
  readonly most: number;
}

/** @param spare room to be left in each part, for what is put before it later */
export function splitBlocks(blocks: readonly string[], { unit, most }: LongestText, spare = ''): readonly string[] {
  const measure = unit === 'bytes' ? utf8Length : (text: string): number => text.length;
  const room = most - measure(spare);
  const whole = partsOf(blocks, room, measure);
  if (whole.length <= 1) return whole;
  for (let digits = 1; ; digits++) {
    const widest = measure(numbered('9'.repeat(digits), '9'.repeat(digits)));
    const parts = partsOf(blocks, room - widest, measure);
    if (String(parts.length).length <= digits) return parts.map((text, index) => `${numbered(index + 1, parts.length)}${text}`);
  }
}

type Measure = (text: string) => number;

function numbered(part: number | string, parts: number | string): string {
  return `（${part}/${parts}）`;
}

/** Ever finer pieces, each with what parts it from the next. */
const FINER: readonly ((piece: string) => readonly string[])[] = [
  (piece) => piece.split(/(?<=\n)/u),
  (piece) => piece.split(/(?<=[。！？；!?;])/u),
  (piece) => [...piece],
];

function partsOf(blocks: readonly string[], room: number, measure: Measure): readonly string[] {
  const parts: string[] = [];
  let part = '';
  const close = (): void => {
    const text = part.replace(/\n+$/u, '');
    if (text !== '') parts.push(text);
    part = '';
  };
  const add = (piece: string, level: number): void => {
    // The line end at a part's end isn't sent.
    const fits = (text: string): boolean => measure(text.replace(/\n+$/u, '')) <= room;
    if (fits(part + piece)) {
      part += piece;
      return;
    }
    if (fits(piece)) {
      close();
      part = piece;
      return;
    }
    const finer = FINER[level];
    // Not even one character fits: it is sent all the same.
    if (finer === undefined) {
      close();
      part = piece;
      return;
    }
    if (level === 0) close();
    for (const one of finer(piece)) add(one, level + 1);
  };
  for (const [index, block] of blocks.entries()) add(index < blocks.length - 1 ? `${block}\n` : block, 0);
  close();
  return parts;
}

export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes++;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && isLowHalf(text.charCodeAt(index + 1))) {
      bytes += 4;
      index++;
    } else bytes += 3;
  }
  return bytes;
}

function isLowHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
