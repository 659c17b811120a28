/**
 * The signs by which it is told how likely a phrase is a deadline: runs of characters before it, after it and in it, those next to it also
 * by their distance, and the two ends of the text. All digits are the same.
 */
import { HASH_SEED, hashEnd, hashStep } from '../../../hash.ts';

/** Signs are places in a table of so many weights; two signs may share one. */
export const PLACES = 1 << 17;
/** More than any phrase has. */
export const MOST_SIGNS = 400;

const BEFORE = 14;
const AFTER = 18;
/** Of a longer phrase the beginning is read. */
const WITHIN = 24;
const LONGEST_RUN = 4;
const LONGEST_RUN_WITHIN = 3;
/** Nearer than this the distance counts. */
const NEAR_BEFORE = 5;
const NEAR_AFTER = 6;
const AT_ENDS = 2;

/** Kinds of signs, above all characters. */
const KIND = {
  before: 0x10000,
  after: 0x10001,
  within: 0x10002,
  beginning: 0x10003,
  end: 0x10004,
  nearBefore: 0x10100,
  nearAfter: 0x10200,
};
const DIGIT = 0x30;

/** @returns how many there are. @param into is filled with places, as many as there are */
export function signsOf(text: string, start: number, end: number, into: Int32Array): number {
  const before = Math.max(0, start - BEFORE);
  const after = Math.min(text.length, end + AFTER);
  let count = 0;
  for (let from = before; from < start; from++) count = addRuns(text, KIND.before, from, Math.min(start, from + LONGEST_RUN), into, count);
  for (let to = start; to > Math.max(before, start - NEAR_BEFORE); to--)
    count = addRunsTo(text, KIND.nearBefore + start - to, Math.max(before, to - LONGEST_RUN), to, into, count);
  for (let from = end; from < after; from++) count = addRuns(text, KIND.after, from, Math.min(after, from + LONGEST_RUN), into, count);
  for (let from = end; from < Math.min(after, end + NEAR_AFTER); from++)
    count = addRuns(text, KIND.nearAfter + from - end, from, Math.min(after, from + LONGEST_RUN), into, count);
  const within = Math.min(end, start + WITHIN);
  for (let from = start; from < within; from++)
    count = addRuns(text, KIND.within, from, Math.min(within, from + LONGEST_RUN_WITHIN), into, count);
  count = addRuns(text, KIND.beginning, 0, Math.min(AT_ENDS, text.length), into, count);
  return addRuns(text, KIND.end, Math.max(0, text.length - AT_ENDS), text.length, into, count);
}

/** All runs that begin at a place. */
function addRuns(text: string, kind: number, from: number, end: number, into: Int32Array, count: number): number {
  let hash = hashStep(HASH_SEED, kind);
  let next = count;
  for (let index = from; index < end && next < into.length; index++) {
    hash = hashStep(hash, codeAt(text, index));
    into[next++] = hashEnd(hash) & (PLACES - 1);
  }
  return next;
}

/** All runs that end at a place, told backwards. */
function addRunsTo(text: string, kind: number, start: number, to: number, into: Int32Array, count: number): number {
  let hash = hashStep(HASH_SEED, kind);
  let next = count;
  for (let index = to - 1; index >= start && next < into.length; index--) {
    hash = hashStep(hash, codeAt(text, index));
    into[next++] = hashEnd(hash) & (PLACES - 1);
  }
  return next;
}

function codeAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= DIGIT && code < DIGIT + 10 ? DIGIT : code;
}
