/** Places that stand in a list of those who are asked, and whose they are. */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { formsOfArea, namesArea } from './areas.ts';
import { areasIn, ownersOf } from './areas-spoken.ts';
import type { People } from './people.ts';
import { wordOfList } from './speech.ts';

/** "各村书记,…河坪、柳湾、瓦厂坝请摸清楚": of all that are hailed those that are listed where it is asked. */
export function listedWhereAsked(text: string, members: readonly Person[], people: People): readonly Person[] {
  const named = areasIn(text, members, people);
  if (named.length < 2 || OTHERS_TOO.test(text)) return NOBODY;
  const inBrackets = EACH_OF_LIST.exec(text)?.groups?.['list'];
  const told = inBrackets === undefined ? null : areasListed(inBrackets.split(/[、,]/u), named);
  if (told !== null) return ownersOf(told, people, members);
  const listed = matchesOf(ASKED_LIST, text)
    .filter(([list]) => !/[各每]|^(?:像|学|比如|例如)/u.test(list))
    .map(([list]) => named.filter((area) => namesArea(list, area)))
    .find((areas) => areas.length > 1);
  return listed === undefined ? NOBODY : ownersOf(listed, people, members);
}

/** "各项目镇(雷塬、桑桥、南滩):": which ones of them. */
const EACH_OF_LIST =
  /各[\u4e00-\u9fff]{1,8}\((?![^()]*(?:除|不|含|包括|已))(?<list>[\u4e00-\u9fff]{2,6}(?:[、,][\u4e00-\u9fff]{2,6}){1,12})\)/u;

/** Null where any of the words is more than a place: "(重点是南渡、北岭)", "(样表见青石、马集)". */
function areasListed(words: readonly string[], areas: readonly string[]): readonly string[] | null {
  const listed = words.map((word) => areas.filter((area) => formsOfArea(area).includes(word)));
  return listed.every((alike) => alike.length > 0) ? listed.flat() : null;
}

const ASKED_LIST = new RegExp(
  `${wordOfList(8)}(?:[、和]${wordOfList(8)}?){1,9}(?:[两三四五六七八九十\\d]{1,2}个?(?:村|社区|家|所|站|点))?[)]?(?=请(?!假|示)|各(?:组织|备|来|出|派|带|报|交|填|选|抽)|每(?:村|社区|家|个)(?!都?要?有|都|已|报了|交了)|填(?!报(?:的|时)|[得的错了完过])|一家一家|须|务必|必须|填写|逐户|要把|要将|负责(?!人|同志))`,
  'gu',
);
const OTHERS_TOO = /其[他它余]|剩下|别的|另外[几两三四]/u;

/** Places that are named in one list with a kind of places. */
export function listedBeside(text: string, areas: readonly string[], { speech }: People): readonly string[] {
  return matchesOf(speech.every, text).flatMap(({ index, 0: whole }) => {
    const rest = LISTED.exec(text.slice(index + whole.length - (/[、和]$/u.test(whole) ? 1 : 0)))?.[0] ?? '';
    return areas.filter((area) => namesArea(rest, area));
  });
}

const LISTED = /^(?:[、和及][\u4e00-\u9fff]{2,8}){1,6}/u;

/** "各企业网格员,荻港村、马家圩村、荻苑社区书记": heads of places that are named beside those of another kind. */
export function headsNamed(text: string, members: readonly Person[], people: People): readonly Person[] {
  const named = placesIn(people.speech.headList, text, members, people);
  const heads = named.length < 2 ? NOBODY : ownersOf(named, people, members);
  return [...heads, ...holdersNamed(text, members)];
}

/** "横圩、鹤泾圩区管理员": who has that very title for a place of the list. */
function holdersNamed(text: string, members: readonly Person[]): readonly Person[] {
  return members.filter(({ title, areas }) =>
    areas.flatMap(formsOfArea).some((form) => {
      const rest = title.startsWith(form) ? title.slice(form.length) : '';
      const list = rest.length >= LONG_TITLE ? text.slice(0, Math.max(0, text.indexOf(rest))) : '';
      return (
        LIST_BEFORE.exec(list)?.[0]
          .split('、')
          .some((place) => place.endsWith(form)) === true
      );
    }),
  );
}

const LONG_TITLE = 4;
const LIST_BEFORE = /[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8}){0,6}$/u;

/** "各股室、执法大队、渡运所、砚运公司主要负责人": places that stand in one list of those who are to come. */
export function placesListed(text: string, members: readonly Person[], people: People): readonly Person[] {
  return placesIn(LIST_OF_HEADS, text, members, people).flatMap((area) => {
    const owners = people.ownersOf(area);
    const heads = owners.filter(({ title }) => HEADS.test(title));
    return heads.length > 0 ? heads : owners;
  });
}

const HEADS = /(?<!文)书记|主任|负责人|经理|[所站队局院校园]长/u;

/** The areas that stand in lists of a pattern. */
function placesIn(lists: RegExp, text: string, members: readonly Person[], people: People): readonly string[] {
  const listed = matchesOf(lists, text).map(([list]) => list);
  if (listed.length === 0) return [];
  return areasIn(text, members, people).filter((area) => listed.some((list) => namesArea(list, area)));
}

const LIST_OF_HEADS = new RegExp(`${wordOfList(10)}(?:[、和]${wordOfList(10)}){1,12}(?<=负责人|负责同志|主任|[所站队局院校园]长)`, 'gu');

const NOBODY: readonly Person[] = [];
