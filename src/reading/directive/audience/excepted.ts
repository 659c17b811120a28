/** Who is taken out of those who are called: "除北寨外", "南渡已报", "家旺你不用来". */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { namesArea } from './areas.ts';
import { callsOf } from './office-names.ts';

/** "高坎是安置村,不报", "井口没有物业,不用填", "职中、幼儿园走另外的渠道,不填这张". */
const NEEDS_NONE =
  /(?<own>[\u4e00-\u9fff][\u4e00-\u9fff、]{1,20}?)(?:是|没[有得]|走(?=另外|别的|单独|自己的|另一))[^,。;!]{1,8}[,](?:就|也|都)?不(?:用|消|必|需)?(?:再)?(?:报|交|来|填|管|排|派|参加|去|跑)了?(?:[这那此][张份个])?(?=[,。;!]|$)/gu;

const EXCEPT =
  /(?:除|不含|不包括)(?<names>[^,。;:()]{1,40}?)(?:以?外|,|。|\))|(?<done>[\u4e00-\u9fff、]{2,24}?)(?:的?已[经]?(?:报|交|填|收)|(?:这次|这回|本次|此次|今年)?(?:不(?:用|消|必|需)(?:再|另)?(?:报|交|来|填|动|参加|派|管|去|跑|写)|(?<![上下过进出回送开走])不(?:参加|来|去|派|填|管|配)(?=[,。;!了\s]|$)|不涉及|不动|不算|不考|(?<![上下过进出回送开走])不[去来]|(?<!时间|地点|要求|格式|标准)(?:不变|照旧)(?=[,。;!]|$)|(?:有自己的[\u4e00-\u9fff]{0,8},)?除外|暂不|不在(?:里面|内|其中|[^,。;]{0,4}范围)|不用(?=[,。;!]|$)))|(?<none>[\u4e00-\u9fff]{2,8}?)(?:[那这]边)?(?<![还都也])没有(?=[,。;!]|$)|(?<had>[\u4e00-\u9fff]{2,8}?(?:、[\u4e00-\u9fff]{2,8}?){0,6})(?:都|均)?(?:上[周月次]|昨[天晚]|前[天几]天?|早就?|之前|已经?)(?:就|都|也)?(?:交|报|填|送|办)(?:过|了|过了)(?=[,。;!]|$)|[跟和与](?<other>[\u4e00-\u9fff]{2,8}?)(?:不是(?:一|同)|不同|不一样|错开|分开)/gu;

/** "家旺你那边路烂,不用来": who is told that he needn't; not "林芳你跟老廖说不用来". */
const SPARED =
  /(?<names>[\u4e00-\u9fff]{2,6}?)你们?(?![^。;!?]{0,10}(?:说|讲|告诉|通知|转|跟|让|叫|喊))[^。;!?]{0,10}[,]?(?:就|也|可以)?(?:不用|不必|甭|莫|别|不消)再?(?:来|报|交|填|去|派|管|跑|动)(?:了|啊|哈)?(?=[,。;!]|$)/gu;

/** "小苗值班、岑璐去县里开会,这两位除外", "玉梅小孩开刀请假,小田守值班室,这两个不算". */
const THESE_OUT =
  /(?<names>(?:(?![各都全带])[^。;!?\n]){0,28}(?:值班|开会|学习|出差|请假|休假|住院)(?:(?![各都全])[^。;!?\n]){0,12}),这(?:[两俩三四]位?|几位|[两三四几]个)(?:同志)?(?:除外|就?不(?:算|参加|来|去|用(?:来|去|参加)))(?=[,。;!]|$)/gu;

/** Of people who are called those who aren't told in the same breath that they needn't. */
export function withoutSpared(people: readonly Person[], text: string): readonly Person[] {
  return withoutThose(
    people,
    [...matchesOf(SPARED, text), ...matchesOf(NEEDS_NONE, text), ...matchesOf(THESE_OUT, text)].flatMap(
      ({ groups }) => groups?.['names'] ?? groups?.['own'] ?? [],
    ),
  );
}

/** "除北寨外", "南渡已报", "荷叶圩不动", "鲍磊那边没有", "高坎是安置村,不报", "跟荻港不是一天", "家旺你不用来": those are not asked. */
export function withoutExcepted(people: readonly Person[], text: string): readonly Person[] {
  const said = matchesOf(EXCEPT, text);
  const excepted = said.flatMap((match) => Object.values(match.groups ?? {}).find((names) => names !== undefined) ?? []);
  const rest = withoutSpared(withoutThose(people, excepted), text);
  // "有电梯的社区(除老渡口)": who is named only as an exception isn't asked.
  const bracketed = said.flatMap(({ index, groups }) => (text[index - 1] === '(' ? (groups?.['names'] ?? []) : []));
  return bracketed.length > 0 && rest.every((person) => isExcepted(person, bracketed)) ? [] : rest;
}

/** All of them, where nobody would be left. */
function withoutThose(people: readonly Person[], excepted: readonly string[]): readonly Person[] {
  if (excepted.length === 0) return people;
  const rest = people.filter((person) => !isExcepted(person, excepted));
  return rest.length === 0 ? people : rest;
}

function isExcepted(person: Person, excepted: readonly string[]): boolean {
  return excepted.some(
    (names) =>
      names.includes(person.name) ||
      (person.name.length === 3 && names.includes(person.name.slice(1))) ||
      (person.areas.length === 0 && names.length > 3 && person.title.startsWith(names)) ||
      names.split(/[、和及]/u).some((name) => name.length > 2 && person.title.includes(name)) ||
      callsOf(person).some((office) => office.length > 2 && names.includes(office)) ||
      person.areas.some((area) => namesArea(names, area)),
  );
}
