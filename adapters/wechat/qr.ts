/** A QR code for a terminal: bytes, error correction L, versions 1 to 6, mask 0. What doesn't fit isn't drawn. Pure. */

/** Of each version: codewords of data in a block, blocks, codewords of correction in a block. */
const VERSIONS: readonly (readonly [data: number, blocks: number, correction: number])[] = [
  [19, 1, 7],
  [34, 1, 10],
  [55, 1, 15],
  [80, 1, 20],
  [108, 1, 26],
  [68, 2, 18],
];
const QUIET = 2;

export function drawQr(text: string): string | null {
  const matrix = qrMatrix(text);
  if (matrix === null) return null;
  const size = matrix.length;
  // Terminals are mostly dark: what is light in the code is drawn, two rows in a line.
  const isLight = (x: number, y: number): boolean => matrix[y]?.[x] !== true && x >= -QUIET && x < size + QUIET && y < size + QUIET;
  const lines: string[] = [];
  for (let y = -QUIET; y < size + QUIET; y += 2) {
    let line = '';
    for (let x = -QUIET; x < size + QUIET; x++) line += [' ', '▄', '▀', '█'][(isLight(x, y) ? 2 : 0) + (isLight(x, y + 1) ? 1 : 0)];
    lines.push(line);
  }
  return lines.join('\n');
}

/** Rows of modules, true where dark; null where the text is too long. */
export function qrMatrix(text: string): readonly (readonly boolean[])[] | null {
  const bytes = Buffer.from(text, 'utf8');
  const at = VERSIONS.findIndex(([data, blocks]) => bytes.length + 2 <= data * blocks);
  const version = VERSIONS[at];
  if (version === undefined) return null;
  const size = 21 + at * 4;
  const [modules, fixed] = [grid(size), grid(size)];
  const set = (x: number, y: number, dark: boolean): void => {
    const [row, fixedRow] = [modules[y], fixed[y]];
    if (row === undefined || fixedRow === undefined || x < 0 || x >= size) return;
    row[x] = dark;
    fixedRow[x] = true;
  };
  drawPatterns(size, at + 1, set);
  placeData(codewords(bytes, version), modules, fixed);
  return modules;
}

function grid(size: number): boolean[][] {
  return Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
}

type Draw = (x: number, y: number, dark: boolean) => void;

function drawPatterns(size: number, version: number, set: Draw): void {
  for (let index = 0; index < size; index++) {
    set(6, index, index % 2 === 0);
    set(index, 6, index % 2 === 0);
  }
  for (const [centerX, centerY] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    drawSquare(centerX, centerY, [true, true, false, true, false], set);
  if (version > 1) drawSquare(size - 7, size - 7, [true, false, true], set);
  drawFormat(size, set);
}

/** Rings around a centre, from the inside. */
function drawSquare(x: number, y: number, rings: readonly boolean[], set: Draw): void {
  const radius = rings.length - 1;
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++) set(x + dx, y + dy, rings[Math.max(Math.abs(dx), Math.abs(dy))] ?? false);
}

/** Level L and mask 0, with the correction of their own. */
function drawFormat(size: number, set: Draw): void {
  const format = 0b01_000;
  let rest = format;
  for (let index = 0; index < 10; index++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((format << 10) | rest) ^ 0x5412;
  const bit = (index: number): boolean => ((bits >>> index) & 1) === 1;
  for (let index = 0; index <= 5; index++) set(8, index, bit(index));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let index = 9; index < 15; index++) set(14 - index, 8, bit(index));
  for (let index = 0; index < 8; index++) set(size - 1 - index, 8, bit(index));
  for (let index = 8; index < 15; index++) set(8, size - 15 + index, bit(index));
  set(8, size - 8, true);
}

function codewords(bytes: Uint8Array, [perBlock, blocks, correction]: readonly [number, number, number]): readonly number[] {
  const bits: number[] = [];
  const push = (value: number, length: number): void => {
    for (let index = length - 1; index >= 0; index--) bits.push((value >>> index) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, 8);
  for (const byte of bytes) push(byte, 8);
  push(0, 4);
  const data: number[] = [];
  for (let index = 0; index < bits.length; index += 8) data.push(Number.parseInt(bits.slice(index, index + 8).join(''), 2));
  for (let index = 0; data.length < perBlock * blocks; index++) data.push(index % 2 === 0 ? 0xec : 0x11);
  const all = Array.from({ length: blocks }, (_, block) => data.slice(block * perBlock, (block + 1) * perBlock));
  const corrections = all.map((block) => remainder(block, divisor(correction)));
  return [...interleaved(all, perBlock), ...interleaved(corrections, correction)];
}

function interleaved(blocks: readonly (readonly number[])[], length: number): readonly number[] {
  return Array.from({ length }, (_, index) => blocks.map((block) => block[index] ?? 0)).flat();
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let index = 7; index >= 0; index--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> index) & 1) * a;
  }
  return product;
}

function divisor(degree: number): readonly number[] {
  const result = [...new Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < degree; step++) {
    for (let index = 0; index < degree; index++) result[index] = multiply(result[index] ?? 0, root) ^ (result[index + 1] ?? 0);
    root = multiply(root, 2);
  }
  return result;
}

function remainder(data: readonly number[], by: readonly number[]): readonly number[] {
  const result = new Array<number>(by.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ (result.shift() ?? 0);
    result.push(0);
    for (const [index, coefficient] of by.entries()) result[index] = (result[index] ?? 0) ^ multiply(coefficient, factor);
  }
  return result;
}

/** Two columns at a time, up and down from the right, around what is fixed; mask 0 turns every second module. */
function placeData(data: readonly number[], modules: boolean[][], fixed: readonly (readonly boolean[])[]): void {
  const size = modules.length;
  let index = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = modules[y];
        if (row === undefined || fixed[y]?.[x] !== false) continue;
        const dark = (((data[index >>> 3] ?? 0) >>> (7 - (index & 7))) & 1) === 1;
        row[x] = dark !== ((x + y) % 2 === 0);
        index++;
      }
    }
  }
}
