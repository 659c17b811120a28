/**
 * Adding up rows of weights, the hot loop of the filter. Two weights of one byte are packed into one 32-bit number, so that a row of
 * 20 is ten additions, all in local variables; every so many rows the sums are unpacked before they could overflow their 16 bits.
 */
import { LABEL_COUNT } from './weights.ts';

const PAIRS = 10;
/** 250 × 127 still fits into 15 bits. */
const FLUSH = 250;

if (LABEL_COUNT !== PAIRS * 2) throw new Error('sums.ts adds rows of 20 weights');

export function packed(weights: Int8Array): Int32Array {
  return Int32Array.from({ length: weights.length / 2 }, (_, pair) => ((weights[pair * 2 + 1] ?? 0) << 16) + (weights[pair * 2] ?? 0));
}

/** One weight of a row. */
export function weightOf(pairs: Int32Array, row: number, place: number): number {
  const pair = pairs[row * PAIRS + (place >> 1)] ?? 0;
  const low = (pair << 16) >> 16;
  return place % 2 === 0 ? low : (pair - low) >> 16;
}

/** @param rows places of rows; negative ones are skipped */
export function sumRows(pairs: Int32Array, rows: Int32Array, from: number, to: number, sums: Float64Array): void {
  sums.fill(0);
  for (let start = from; start < to; start += FLUSH) addSome(pairs, rows, start, Math.min(start + FLUSH, to), sums);
}

function addSome(pairs: Int32Array, rows: Int32Array, from: number, to: number, sums: Float64Array): void {
  let [a, b, c, d, e, f, g, h, i, j] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = from; at < to; at++) {
    const row = rows[at] ?? -1;
    if (row < 0) continue;
    const base = row * PAIRS;
    a = (a + (pairs[base] ?? 0)) | 0;
    b = (b + (pairs[base + 1] ?? 0)) | 0;
    c = (c + (pairs[base + 2] ?? 0)) | 0;
    d = (d + (pairs[base + 3] ?? 0)) | 0;
    e = (e + (pairs[base + 4] ?? 0)) | 0;
    f = (f + (pairs[base + 5] ?? 0)) | 0;
    g = (g + (pairs[base + 6] ?? 0)) | 0;
    h = (h + (pairs[base + 7] ?? 0)) | 0;
    i = (i + (pairs[base + 8] ?? 0)) | 0;
    j = (j + (pairs[base + 9] ?? 0)) | 0;
  }
  unpack(a, 0, sums);
  unpack(b, 2, sums);
  unpack(c, 4, sums);
  unpack(d, 6, sums);
  unpack(e, 8, sums);
  unpack(f, 10, sums);
  unpack(g, 12, sums);
  unpack(h, 14, sums);
  unpack(i, 16, sums);
  unpack(j, 18, sums);
}

function unpack(pair: number, place: number, sums: Float64Array): void {
  const low = (pair << 16) >> 16;
  sums[place] = (sums[place] ?? 0) + low;
  sums[place + 1] = (sums[place + 1] ?? 0) + ((pair - low) >> 16);
}
