/**
 * "一到四网格", "七、八、九网格", "一三四六网格", "3网格": places that go by numbers, listed by these alone. In the words of an ask their
 * whole names are put in, by which everything else finds them.
 */
import type { Person } from '../../../model/organisation.ts';
import { readNumber } from '../../deadline/atoms/numerals.ts';
import { once } from '../../once.ts';
import { areasOf } from './areas-spoken.ts';

/** 第三网格, 3标段; not 三星村, of whose kind there is only one. */
const NUMBERED = /^第?(?<number>[一二三四五六七八九十]{1,3}|\d{1,2})(?<kind>[\u4e00-\u9fff]{1,4})$/u;
/** "一、二、三标": lists of these are read by the ending that they share. */
const SHARED = /^(?:标段?|村|社区|小学|中学)$/u;
/** So many go by numbers, not by names that begin with one. */
const ENOUGH = 3;

const NUMBER = '第?(?:[一二三四五六七八九十]{1,4}|\\d{1,2})';
/** "一、二、四", "一到三", "一三四六". */
export const NUMBER_LIST = `${NUMBER}(?:[、,和及到至-]${NUMBER})*`;
/** "四六两个网格": how many they are says nothing more. */
const COUNT = '(?:[两三四五六七八九十]个)?';

interface Numbered {
  readonly areas: ReadonlyMap<number, string>;
  readonly list: RegExp;
  /** "一连至七连". */
  readonly ends: RegExp;
}

const numberedKinds = once((people: readonly Person[]): readonly Numbered[] => {
  const found = areasOf(people).flatMap((area) => {
    const { number, kind } = NUMBERED.exec(area)?.groups ?? {};
    return number === undefined || kind === undefined || SHARED.test(kind) ? [] : [{ area, kind, number: numberOf(number) }];
  });
  return [...Map.groupBy(found, ({ kind }) => kind)].flatMap(([kind, of]) =>
    of.length < ENOUGH
      ? []
      : [
          {
            ends: endsOfStretch(kind),
            areas: new Map(of.map(({ number, area }) => [number, area])),
            list: new RegExp(`(?<![\\d一二三四五六七八九十点.]|\\d:)(?<list>${NUMBER_LIST})${COUNT}${kind}`, 'gu'),
          },
        ],
  );
});

/** "一连至" of "一连至七连": group `from`. */
export function endsOfStretch(kind: string): RegExp {
  return new RegExp(`(?<from>${NUMBER})${kind}[到至-](?=${NUMBER}${kind})`, 'gu');
}

export function withNumberedPlaces(text: string, people: readonly Person[]): string {
  return numberedKinds(people).reduce(
    (rest, { areas, list, ends }) =>
      rest.replaceAll(ends, '$<from>至').replaceAll(list, (whole: string, ...groups: readonly unknown[]) => {
        const { list: numbers = '' } = groups.at(-1) as { readonly list?: string };
        const names = numbersIn(numbers, areas).map((number) => areas.get(number));
        return names.length === 0 || names.includes(undefined) ? whole : names.join('、');
      }),
    text,
  );
}

/** The numbers of a list, with those between the ends of a stretch. */
export function numbersIn(list: string, known: ReadonlyMap<number, string>): readonly number[] {
  return list.split(/[、,和及]/u).flatMap((part) => {
    const [first = '', last] = part.split(/[到至-]/u);
    if (last === undefined) return valuesOf(bare(first), known);
    const [from, to] = [numberOf(bare(first)), numberOf(bare(last))];
    return to < from ? [from, to] : Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
}

function bare(number: string): string {
  return number.replace(/^第/u, '');
}

/** "一三四六" are four numbers, "十一" is one. */
function valuesOf(number: string, known: ReadonlyMap<number, string>): readonly number[] {
  const value = numberOf(number);
  return known.has(value) || !/^[一二三四五六七八九]{2,}$/u.test(number) ? [value] : [...number].map(numberOf);
}

export function numberOf(number: string): number {
  return readNumber(number) ?? Number.NaN;
}
