/** People whose names end like the beginning of a time: 扈开明晚上9点前去看 is no tomorrow night. */
import type { Organisation } from '../../model/organisation.ts';
import type { NormalText } from './normalise.ts';

/** 李明+早上, 王今+天, 老周+三, 张元+旦. */
const OPENS_TIME = /[明今周元初年月当次后前上下每]$/u;
const HIDDEN = '某';
const patterns = new WeakMap<Organisation, RegExp | null>();

/** The text with the last character of such names hidden; offsets stay. */
export function withoutTimeNames(normal: NormalText, org: Organisation): NormalText {
  let pattern = patterns.get(org);
  if (pattern === undefined) {
    pattern = patternOf(org);
    patterns.set(org, pattern);
  }
  if (pattern === null) return normal;
  const text = normal.text.replace(pattern, (name) => name.slice(0, -1) + HIDDEN);
  return text === normal.text ? normal : { ...normal, text };
}

/** Whole names, and given names of two characters. */
function patternOf({ people }: Organisation): RegExp | null {
  const names = people.flatMap(({ name, aliases }) => [name, ...aliases, name.length > 2 ? name.slice(1) : '']);
  const long = [...new Set(names)].filter((name) => name.length > 1 && OPENS_TIME.test(name)).toSorted((a, b) => b.length - a.length);
  return long.length === 0 ? null : new RegExp(long.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'), 'gu');
}
