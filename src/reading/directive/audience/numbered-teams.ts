/**
 * "各组", "一组、四组、五组", "六个组长", "三组:": teams that go by numbers and are known only by the titles of their heads (征拆一组组长). In the
 * words of an ask the names of these are put in.
 */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { areasOf } from './areas-spoken.ts';
import { endsOfStretch, NUMBER_LIST, numberOf, numbersIn } from './numbered-places.ts';
import { numberOf as counted } from './numbers.ts';

/** 征拆一组组长; not 三组副组长. */
const HEADS_TEAM =
  /^(?<body>[\u4e00-\u9fff]{0,8}?)第?(?<number>[一二三四五六七八九十]{1,2}|\d{1,2})(?<kind>组|小组|队|专班)(?:组长|队长|长|负责人|召集人)/u;
/** So many go by numbers. */
const ENOUGH = 3;

interface Teams {
  readonly heads: ReadonlyMap<number, string>;
  /** "一组到三组". */
  readonly ends: RegExp;
  /** "一组、四组", "一、四、五组", "一到三组". */
  readonly list: RegExp;
  /** "各组", "各工作组", "六个组长"; group `count`. */
  readonly all: RegExp;
}

const teamsOf = once((people: readonly Person[]): readonly Teams[] => {
  const found = people.flatMap(({ title, name }) => {
    const { body = '', number, kind } = HEADS_TEAM.exec(title)?.groups ?? {};
    return number === undefined || kind === undefined ? [] : [{ body, kind, number: numberOf(number), name }];
  });
  const kinds = [...Map.groupBy(found, ({ kind }) => kind)];
  return kinds.flatMap(([kind, of]) => {
    const heads = new Map(of.map(({ number, name }) => [number, name]));
    // Where places are called so the word is theirs.
    if (heads.size < ENOUGH || heads.size < of.length || areasOf(people).some((area) => area.endsWith(kind))) return [];
    const bodies = [...new Set(of.map(({ body }) => body).filter((body) => body !== ''))];
    const called = `(?:${['工作', '专项', ...bodies].join('|')})?`;
    const head = `(?:的?(?:${kind}|组|队)?长|负责人)?`;
    return [
      {
        heads,
        ends: endsOfStretch(kind),
        list: new RegExp(
          `(?<=^|[,、。;:!?(\\s和及与请由]|还差|麻烦|通知|${kind})${called}(?<list>${NUMBER_LIST})${kind}${head}(?![、和及]${NUMBER_LIST}${kind}(?:的|那边)|[那这]?边|的|副|照片|[数图最卡]|人手|\\s*[+-]?\\d+(?![:点号日月\\d]))`,
          'gu',
        ),
        all: new RegExp(
          `(?:各位?|每个?|全体|所有)${called}${kind}${head}(?!组员|[织合成建员])|(?<count>[两三四五六七八九十]|\\d{1,2})(?:个|位)${called}${kind}${head}(?![织合成建员])`,
          'gu',
        ),
      },
    ];
  });
});

/** @param here who hears it: all of those who have a team */
export function withNumberedTeams(text: string, everybody: readonly Person[], here: readonly Person[]): string {
  return teamsOf(everybody).reduce((rest, teams) => withListed(withAll(rest, teams, here), teams), text);
}

function withAll(text: string, { heads, all }: Teams, here: readonly Person[]): string {
  const names = [...heads.values()].filter((name) => here.some((person) => person.name === name));
  return text.replaceAll(all, (whole: string, ...groups: readonly unknown[]) => {
    const { count } = groups.at(-1) as { readonly count?: string };
    return names.length < ENOUGH || (count !== undefined && counted(count) !== names.length) ? whole : names.join('、');
  });
}

function withListed(text: string, { heads, ends, list }: Teams): string {
  const called: { readonly names: readonly string[]; readonly at: number; readonly end: number }[] = [];
  const named = text.replaceAll(ends, '$<from>至').replaceAll(list, (whole: string, ...groups: readonly unknown[]) => {
    const [at, , { list: numbers = '' }] = groups.slice(-3) as [number, string, { readonly list?: string }];
    const names = numbersIn(numbers, heads).map((number) => heads.get(number));
    if (names.length === 0 || !names.every((name) => name !== undefined)) return whole;
    called.push({ names, at, end: at + whole.length });
    return names.join('、');
  });
  // "一至三组今天报,四至六组明天报": all of them are called, each for something of its own.
  const areApart = called[0]?.at === 0 && called.some(({ at }, index) => index > 0 && at - (called[index - 1]?.end ?? at) > MARK);
  return areApart ? `${called.flatMap(({ names }) => names).join('、')}:${named}` : named;
}

/** More stands between two that are told apart than a mark and a blank. */
const MARK = 2;
