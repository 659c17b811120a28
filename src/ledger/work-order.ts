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
