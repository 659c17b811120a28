import type { Directive } from '../model/directive.ts';

/** A work order's number, as it stands among the topics: "yj0310-04". */
export const CODE = /^[A-Za-z]{0,6}\d{2,}(?:-\d+)+$/u;

const known = new WeakMap<readonly string[], readonly string[]>();

/** Looked for once in each list: an ask is compared with many directives. */
export function codesIn(topics: readonly string[]): readonly string[] {
  let codes = known.get(topics);
  if (codes === undefined) {
    codes = topics.filter((topic) => CODE.test(topic));
    known.set(topics, codes);
  }
  return codes;
}

/** Work orders of different numbers are two, however alike their forms; and what is said of the one doesn't touch the other. */
export function haveOtherCodes(topics: readonly string[], known: Directive): boolean {
  const codes = codesIn(topics);
  return codes.length > 0 && !codes.some((code) => known.topics.has(code)) && [...known.topics].some((topic) => CODE.test(topic));
}
