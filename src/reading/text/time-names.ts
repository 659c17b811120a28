/** People whose names end like the beginning of a time: 扈开明晚上9点前去看 is no tomorrow night. */
import type { Organisation } from '../../model/organisation.ts';
import { once } from '../once.ts';
import type { NormalText } from './normalise.ts';
import { type WordPlaces, wordPlaces } from './word-places.ts';

/** 李明+早上, 王今+天, 老周+三, 张元+旦. */
const OPENS_TIME = /[明今周元初年月当次后前上下每]$/u;
const HIDDEN = '某';
/** The text with the last character of such names hidden; offsets stay. */
export function withoutTimeNames(normal: NormalText, org: Organisation): NormalText {
  const names = namesOf(org);
  if (!names.has(normal.text)) return normal;
  let text = '';
  let from = 0;
  for (let index = 0; index < normal.text.length; index++) {
    const end = names.endAt(normal.text, index);
    if (end === index) continue;
    text += normal.text.slice(from, end - 1) + HIDDEN;
    from = end;
    index = end - 1;
  }
  return { ...normal, text: text + normal.text.slice(from) };
}

/** Whole names, and given names of two characters; long ones first. */
const namesOf = once(({ people }: Organisation): WordPlaces => {
  const names = people.flatMap(({ name, aliases }) => [name, ...aliases, name.length > 2 ? name.slice(1) : '']);
  const long = [...new Set(names)].filter((name) => name.length > 1 && OPENS_TIME.test(name)).toSorted((a, b) => b.length - a.length);
  return wordPlaces(long);
});
