/** "红旗沙洼金穗丰禾四家", "恒润华岳宏泰 退回重填", "渔业办港务站供电所负责人": names written one behind another. The marks are put between them, by which all readers of lists find them. */
import type { Person } from '../../../model/organisation.ts';
import { escapePattern } from '../../lexicon.ts';
import { once } from '../../once.ts';
import { formsOfArea } from './areas.ts';
import { areasOf } from './areas-spoken.ts';
import { firmsOf } from './firm-names.ts';
import { contracted, officesOf, withoutSeat } from './office-names.ts';
import { shortNames } from './short-names.ts';

interface Names {
  readonly wholes: ReadonlyMap<string, string>;
  readonly one: RegExp;
  readonly run: RegExp;
}

const BEFORE = '(?<=^|[、,:。;!?\\s和及跟与请@])';
/** What only a list has behind it: of two names, one may be said of where the other is. */
const BEHIND_TWO = /^(?:[两2](?:家|个|[村镇乡站校院所])|各|都)/u;

const namesOf = once((people: readonly Person[]): Names | null => {
  const areas = areasOf(people).flatMap((area) => formsOfArea(area).map((form) => [form, area] as const));
  const calls = [...firmsOf(people), ...shortNames(people)].flatMap(({ names, whole }) => names.map((name) => [name, whole] as const));
  const offices = people.flatMap((person) =>
    person.areas.length > 0
      ? []
      : officesOf(person).flatMap((office) =>
          [office, withoutSeat(office), ...contracted(withoutSeat(office))].map((name) => [name, office] as const),
        ),
  );
  const wholes = new Map([...offices.filter(([name]) => name.length > 2), ...calls, ...areas].filter(([name]) => name.length > 1));
  if (wholes.size < 2) return null;
  const any = [...wholes.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|');
  return { wholes, one: new RegExp(any, 'gu'), run: new RegExp(`${BEFORE}(?:${any}){2,}`, 'gu') };
});

export function withMarksBetween(text: string, people: readonly Person[]): string {
  const names = namesOf(people);
  if (names === null) return text;
  return text.replaceAll(names.run, (run, at: number) => {
    const said = run.match(names.one) ?? [];
    const different = new Set(said.map((name) => names.wholes.get(name)));
    const isList = different.size > 2 || (different.size === 2 && BEHIND_TWO.test(text.slice(at + run.length)));
    return isList && different.size === said.length ? said.join('、') : run;
  });
}
