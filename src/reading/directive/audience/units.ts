/** The places that people answer for (villages, communities, schools, sections), as they are named, listed and meant as a whole. */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { matchesOf } from '../../text/matches.ts';
import { formsOfArea, namesArea, TOWN } from './areas.ts';
import { type Family, FIRM, familiesMeant, familiesOf, familyOf, isOfKind, placesMeant } from './families.ts';
import { ofLineCalled, ofLinesHere } from './lines.ts';
import type { People } from './people.ts';
import { wordOfList } from './speech.ts';
import { headsApart, holdsOne, titled, titlesCalled } from './titles.ts';
import { isFirm } from './trades.ts';

const SHARED_SUFFIX =
  /(?<list>[\u4e00-\u9fff]{1,2}(?:[、,和][\u4e00-\u9fff]{1,2}){1,9})(?<suffix>标段|标|村|社区|小学|中学|小|中)(?!、|干部|心)/gu;
const COUNT = /^[两俩二三四五六七八九十几]个$/u;
const HAS_SUFFIX = /[标段村区校学]$/u;

/** "一、二、三标" says 一标、二标、三标. */
export function withSharedSuffix(text: string): string {
  return text.replaceAll(SHARED_SUFFIX, (whole, list: string, suffix: string) => {
    const stems = list.split(/[、,和]/u);
    // 马家圩村、荻苑社区: each says itself what it is.
    // Nor is "东沟和两个标段" a list of one kind.
    if (stems.some((stem) => HAS_SUFFIX.test(stem) || COUNT.test(stem))) return whole;
    const names = stems.map((stem) => stem + suffix);
    return `${whole} ${names.join('、')}`;
  });
}

/** "五村三社": the communities are counted by the first half of their word; "村社书记" are those of all of them. */
export function withWholeCounts(text: string): string {
  return text.includes('社')
    ? text.replaceAll(VILLAGES_AND_COMMUNITIES, '$<villages>村、$<communities>个社区').replaceAll(HEADS_OF_BOTH, '各村、各社区')
    : text;
}

/** "各队村场社": the farm and the communities are said by one character each. */
export function withWholeKinds(text: string, everybody: readonly Person[]): string {
  if (!/[场社]/u.test(text)) return text;
  const farm = FARM.exec(areasOf(everybody).join('\n'))?.[0];
  return text.replaceAll(SHORT_KINDS, (whole, kinds: string, field: string | undefined, community: string | undefined) =>
    field !== undefined && farm === undefined
      ? whole
      : `${kinds}${field === undefined ? '' : farm}${community === undefined ? '' : '社区'}`,
  );
}

const FARM = /[林农牧渔茶]场$/mu;
const SHORT_KINDS = /(?<kinds>各[队村屯连组]{1,3})(?<field>场)?(?<community>社)?(?![区员会保里所面])(?<=场|社)/gu;

const VILLAGES_AND_COMMUNITIES =
  /(?<villages>(?:[两二三四五六七八九十]|十[一二三四五六七八九]|\d{1,2})个?)村、?(?<communities>[一两二三四五六七八九十]|\d{1,2})个?社(?!区|员|工|保)/gu;
const HEADS_OF_BOTH = /(?<=^|[,。;:!?\s])村社(?=(?:书记|主任|负责人)[^,。;]{0,12}(?:都|参加|到|来|各|请|注意))/gu;

/** The areas that some people answer for. */
export function areasOf(people: readonly Person[]): readonly string[] {
  return [...new Set(people.flatMap((person) => person.areas))];
}

/** The same of a group's members, who stay the same as long as one sender speaks. */
export const areasOfMembers = once(areasOf);

function meansAll({ index, groups, 0: whole }: RegExpExecArray, text: string): boolean {
  const after = text.slice(index + whole.length);
  if (WHERE_TO.test(text.slice(Math.max(0, index - 2), index)) || NOT_ASKED.test(after) || THEIRS.test(after)) return false;
  return groups?.['fellows'] === undefined || !IN_LIST.test(text.slice(Math.max(0, index - LONGEST_NAME), index));
}

/** "执法队、供销社、中心校各来一位": the last of those that are listed. */
const IN_LIST = /[、和][\u4e00-\u9fff()]{1,18}$/u;
const LONGEST_NAME = 20;

/** "贴到各组公告栏": where it goes, not who is asked. */
const WHERE_TO = /[到往至进在]$/u;
/** "各乡镇报的困难": what comes from them. */
const THEIRS = /^(?:[报交填提][来上]?来?|反映|上报)的(?!同志|人|都|要)/u;
/** "各村这次不抽人", "各村不参会". */
const NOT_ASKED =
  /^(?:(?:这次|这回|本次)不(?:用|必)?(?:抽|派|出|参加|来|报|涉及)|不(?:用|必|需)?(?:参[会加]|到会|来人?|派人))(?!的)[^,。;!]{0,3}(?=[,。;!]|$)/u;

/** Of all schools, whether their names end in it or not. */
const SCHOOLS = /^学?校$/u;

/** "各村", "各卫生院", "书记们": the owners of all the group's areas of that kind, wherever they sit; null where none of it is said. */
export function everyUnit(text: string, members: readonly Person[], people: People): readonly Person[] | null {
  const { every, calledHeads, unit } = people.speech;
  const said = matchesOf(every, text)
    .filter((match) => meansAll(match, text))
    .flatMap(
      ({ groups, 0: whole }) =>
        (groups?.['kinds'] ?? groups?.['headed'] ?? groups?.['spoken'] ?? groups?.['fellows'] ?? groups?.['bare'] ?? whole).match(unit) ?? [
          '村',
        ],
    )
    // "各企业网格员": who sees to firms that are in no list of people.
    .filter((word) => !FIRM.test(word) || familiesOf(areasOfMembers(members), people).has('site'));
  if (said.length === 0 && !calledHeads.test(text)) return null;
  const areas = areasOfMembers(members);
  // 两委会,组长也来: who is called by title comes beside the places that are named.
  const called = said.length === 0 || people.speech.alsoHeads.test(text) ? familiesCalled(text, areas, people) : [];
  const kinds = familiesOf(areas, people);
  const asked = new Set([...said.flatMap((word) => [...familiesMeant(word, areas, people)]), ...called]);
  // "30人分三组,每组带一个本地的": teams that are made up on the spot are no places.
  if (asked.size === 1 && asked.has('team') && kinds.size > 0 && !kinds.has('team')) return null;
  // Places of every kind have their branches.
  const hasBranches = said.some((word) => word.endsWith('支部'));
  const listed = listedBeside(text, areas, people);
  const isMeant = (area: string): boolean => kinds.size < 2 || asked.size === 0 || hasBranches || asked.has(familyOf(area, people));
  // "各村、林场": in a list a word for a kind means no more than that kind; so does a kind of the organisation's own (各管理区).
  const isOwnKind =
    said.length > 0 &&
    said.every(
      (word) => !VILLAGES.test(word) && !TOWNS.test(word) && !SCHOOLS.test(word) && areas.filter((area) => area.endsWith(word)).length > 1,
    );
  // Beside 社区 nobody says 嘎查 for both, as many do with 村.
  const isStrict = listed.length > 0 || (said.length > 0 && said.every((word) => word === '嘎查' || isOneOfTwo(word, areas)));
  // 各工区, where the title of who answers for 白银沟 says that it is one.
  const zones = said.filter((word) => IS_ZONE.test(word));
  const isByTitle = (area: string): boolean =>
    zones.some((word) => people.speech.unitsOf.get(area)?.includes(word) === true && !area.endsWith(word));
  const areByTitle = areas.some(isByTitle);
  const isExact = (area: string): boolean =>
    isOwnKind || familyOf(area, people) === 'site'
      ? said.some(
          (word) =>
            area.endsWith(word) || (word === '物业' && area.includes(word)) || (word === '园区' && area.endsWith('园')) || FIRM.test(word),
        )
      : !(isStrict || (said.length > 0 && familyOf(area, people) === 'school')) || said.some((word) => isOfKind(area, word, people));
  const isSaid = (area: string): boolean =>
    areByTitle ? isByTitle(area) || said.some((word) => area.endsWith(word)) : isMeant(area) && isExact(area);
  const meant = areas.filter((area) => listed.includes(area) || isSaid(area));
  const owners = ofBodyCalled(ownersOf(meant, people, members), said, areas);
  return [...ofLineCalled(titled(text, owners, people), text), ...apartFromPlaces(said, members, people)];
}

const OWN_BODY = /^[\u4e00-\u9fff]{1,4}(?:队|站|所)$/u;

/** "各中队", in streets that have one each: not who cleans those streets. */
function ofBodyCalled(owners: readonly Person[], said: readonly string[], areas: readonly string[]): readonly Person[] {
  const [body, another] = [...new Set(said)];
  if (body === undefined || another !== undefined || !OWN_BODY.test(body) || areas.some((area) => area.endsWith(body))) return owners;
  const ofIt = owners.filter(({ title }) => title.includes(body));
  return ofIt.length > 1
    ? owners.filter((one) => ofIt.includes(one) || !one.areas.some((area) => ofIt.some((other) => other.areas.includes(area))))
    : owners;
}

const IS_ZONE = /[工片管林景库]区$/u;

/** "各中队": beside those of streets the one that has no street of its own (机动中队中队长). */
export function apartFromPlaces(said: readonly string[], members: readonly Person[], { speech }: People): readonly Person[] {
  const bodies = said.filter((word) => word.length > 1 && OF_BODY.test(word) && speech.units.includes(word));
  return bodies.flatMap((body) => headsApart(body, HEADS_IT, members));
}

const OF_BODY = /[队站所院]$/u;
const HEADS_IT = /^(?:[中大支]?队长|[站所院]长|负责人)/u;

/** 各镇 are all towns of a county, be one of them a 乡. */
const TOWNS = /^[乡镇]{1,2}$/u;
/** Those of a township are asked together, whatever they are called. */
const VILLAGES = /[村圩屯寨]|嘎查|社区|居委|支部|组/u;

/** "各村书记,…河坪、柳湾、瓦厂坝请摸清楚": of all that are hailed those that are listed where it is asked. */
/** "各社区", where there are several of them: not the villages beside them. */
function isOneOfTwo(word: string, areas: readonly string[]): boolean {
  return word === '社区' && areas.filter((area) => area.endsWith(word)).length >= SEVERAL_OF_KIND;
}

const SEVERAL_OF_KIND = 3;

/** "各项目镇(雷塬、桑桥、南滩):": which ones of them. */
const EACH_OF_LIST =
  /各[\u4e00-\u9fff]{1,8}\((?![^()]*(?:除|不|含|包括|已))(?<list>[\u4e00-\u9fff]{2,6}(?:[、,][\u4e00-\u9fff]{2,6}){1,12})\)/u;

/** Null where any of the words is more than a place: "(重点是南渡、北岭)", "(样表见青石、马集)". */
function areasListed(words: readonly string[], areas: readonly string[]): readonly string[] | null {
  const listed = words.map((word) => areas.filter((area) => formsOfArea(area).includes(word)));
  return listed.every((alike) => alike.length > 0) ? listed.flat() : null;
}

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

const ASKED_LIST = new RegExp(
  `${wordOfList(8)}(?:[、和]${wordOfList(8)}?){1,9}(?:[两三四五六七八九十\\d]{1,2}个?(?:村|社区|家|所|站|点))?[)]?(?=请(?!假|示)|各(?:组织|备|来|出|派|带|报|交|填|选|抽)|每(?:村|社区|家|个)(?!都?要?有|都|已|报了|交了)|填(?!报(?:的|时)|[得的错了完过])|一家一家|须|务必|必须|填写|逐户|要把|要将|负责(?!人|同志))`,
  'gu',
);
const OTHERS_TOO = /其[他它余]|剩下|别的|另外[几两三四]/u;

/** Places that are named in one list with a kind of places. */
function listedBeside(text: string, areas: readonly string[], { speech }: People): readonly string[] {
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

/** "六个村按旅游办的时间交": some of the group's places, though it isn't said which: all that are of that kind. */
export function someUnits(text: string, members: readonly Person[], people: People): readonly Person[] | null {
  const areas = areasOfMembers(members);
  for (const { groups, index } of matchesOf(people.speech.some, text)) {
    const kind = groups?.['kind'] ?? '';
    const alike = placesMeant(kind, areas, people).filter((area) => isOfKind(area, kind, people));
    if (alike.length > 2) return titled(text.slice(index), ownersOf(alike, people, members), people);
  }
  return null;
}

const NOBODY: readonly Person[] = [];

/** "各位组长": the kinds of places whose heads are called so; the village above their teams is none of them. */
function familiesCalled(text: string, areas: readonly string[], people: People): readonly Family[] {
  const titles = titlesCalled(text, people);
  return areas.filter((area) => people.ownersOf(area).some((owner) => holdsOne(owner, titles))).map((area) => familyOf(area, people));
}

export function ownersOf(areas: readonly string[], people: People, members: readonly Person[]): readonly Person[] {
  const owners = areas.flatMap((area) => ownersHere(area, people, members));
  return owners.length > 0 ? owners : members.filter((person) => person.areas.some((area) => areas.includes(area)));
}

/** A town and a firm have people of several lines: asked are those who sit where it is said; of a village all of the lines that sit there, wherever they do. */
export function ownersHere(area: string, people: People, members: readonly Person[]): readonly Person[] {
  const owners = people.ownersOf(area);
  const here = TOWN.test(area) || isFirm(area) ? owners.filter((owner) => members.includes(owner)) : [];
  return here.length > 0 ? here : ofLinesHere(owners, members, people.everybody);
}

/** The areas of which a text speaks: those of the group's members first, else any of the roster. */
export function areasIn(text: string, members: readonly Person[], people: People): readonly string[] {
  if (last?.text !== text || last.members !== members) last = { text, members, areas: findAreas(text, members, people) };
  return last.areas;
}

/** Several readers of an audience ask this of the same text one after another. */
let last: { readonly text: string; readonly members: readonly Person[]; readonly areas: readonly string[] } | null = null;

/** Is its name here only a piece of a longer one: 凤鸣 of 凤鸣苑? */
function standsWithin(text: string, area: string, named: readonly string[]): boolean {
  const forms = formsOfArea(area);
  const longer = named.filter((other) => other !== area).flatMap(formsOfArea);
  const covering = longer.filter((form) => text.includes(form) && forms.some((own) => own.length < form.length && form.includes(own)));
  if (covering.length === 0) return false;
  const rest = covering.reduce((left, form) => left.replaceAll(form, '…'), text);
  return !namesArea(rest, area);
}

/** 柴墩 is the town of that name, not its 柴墩粮库. */
function isOfTown(text: string, area: string, named: readonly string[], { speech }: People): boolean {
  if (TOWN.test(area) || (speech.unitsOf.get(area) ?? []).some((kind) => text.includes(kind))) return false;
  const said = formsOfArea(area).filter((form) => text.includes(form));
  return named.some((other) => TOWN.test(other) && said.every((form) => formsOfArea(other).includes(form)));
}

function findAreas(text: string, members: readonly Person[], people: People): readonly string[] {
  const named = areasOf(people.spokenOf(text)).filter((area) => namesArea(text, area));
  const spoken = named.filter((area) => !standsWithin(text, area, named) && !isOfTown(text, area, named, people));
  if (spoken.length === 0) return spoken;
  const own = areasOfMembers(members);
  const here = spoken.filter((area) => own.includes(area));
  return here.length > 0 ? here : spoken;
}
