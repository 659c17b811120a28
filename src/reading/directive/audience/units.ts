/** The places that people answer for (villages, communities, schools, sections), as they are named, listed and meant as a whole. */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { listedBeside } from './areas-listed.ts';
import { areasOfMembers, ownersOf } from './areas-spoken.ts';
import { type Family, FIRM, familiesMeant, familiesOf, familyOf, isOfKind, isPark, placesMeant } from './families.ts';
import { ofLineCalled } from './lines.ts';
import type { People } from './people.ts';
import { headsApart, holdsOne, titled, titlesCalled } from './titles.ts';

/** "各村", "各卫生院", "书记们": the owners of all the group's areas of that kind, wherever they sit; null where none of it is said. */
export function everyUnit(text: string, members: readonly Person[], people: People): readonly Person[] | null {
  const { every, calledHeads, unit } = people.speech;
  const said = matchesOf(every, text)
    .filter((match) => meansAll(match, text))
    .flatMap(
      ({ groups, 0: whole }) =>
        (
          groups?.['kinds'] ??
          groups?.['headed'] ??
          groups?.['spoken'] ??
          groups?.['fellows'] ??
          groups?.['bare'] ??
          groups?.['single'] ??
          whole
        ).match(unit) ?? ['村'],
    )
    // "各企业网格员": who sees to firms that are in no list of people.
    .filter((word) => !FIRM.test(word) || familiesOf(areasOfMembers(members), people).has('site'));
  if (said.length === 0 && !calledHeads.test(text)) return null;
  const areas = areasOfMembers(members);
  // 两委会,组长也来: who is called by title comes beside the places that are named.
  const called = said.length === 0 || people.speech.alsoHeads.test(text) ? familiesCalled(text, areas, people) : [];
  const kinds = familiesOf(areas, people);
  const asked = new Set([...said.flatMap((word) => [...familiesMeant(word, areas, people)]), ...called]);
  // "各位校长、园长好", where nobody with a place is one.
  if (said.length === 0 && called.length === 0) return null;
  // "各校长好", where no school is anybody's place: not the villages of the group.
  if (asked.size === 1 && asked.has('school') && kinds.size > 0 && !kinds.has('school')) return null;
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
  // "各村、各网格": the community above the grids is neither.
  const areVillagesAndGrids = said.includes('村') && (said.includes('网格') || GRIDS_COUNTED.test(text));
  // "各渔业村": what no community is.
  const areOfAKind = VILLAGES_OF_A_KIND.test(text) && areas.filter((area) => area.endsWith('村')).length >= SEVERAL_OF_KIND;
  const isStrict =
    listed.length > 0 ||
    areVillagesAndGrids ||
    areOfAKind ||
    (said.length > 0 && said.every((word) => word === '嘎查' || isOneOfTwo(word, areas)));
  // 各工区, where the title of who answers for 白银沟 says that it is one.
  const zones = said.filter((word) => IS_ZONE.test(word));
  const isByTitle = (area: string): boolean =>
    zones.some((word) => people.speech.unitsOf.get(area)?.includes(word) === true && !area.endsWith(word));
  const areByTitle = areas.some(isByTitle);
  const isExact = (area: string): boolean =>
    isOwnKind || familyOf(area, people) === 'site'
      ? said.some(
          (word) =>
            area.endsWith(word) ||
            (word === '矿' && QUARRY.test(area)) ||
            (word === '物业' && area.includes(word)) ||
            (word === '园区' && isPark(area)) ||
            FIRM.test(word),
        )
      : !(isStrict || (said.length > 0 && familyOf(area, people) === 'school')) || said.some((word) => isOfKind(area, word, people));
  const isSaid = (area: string): boolean =>
    areByTitle ? isByTitle(area) || said.some((word) => area.endsWith(word)) : isMeant(area) && isExact(area);
  const meant = areas.filter((area) => listed.includes(area) || isSaid(area));
  const owners = ofBodyCalled(ownersOf(meant, people, members), said, areas);
  return [...ofLineCalled(titled(text, owners, people), text), ...apartFromPlaces(said, members, people)];
}

/** Among mines one, too. */
const QUARRY = /采[石砂]场$/u;
const VILLAGES_OF_A_KIND = /各(?:渔业|涉渔|沿[海江河湖山]|临[海江河湖]|农业|涉农|山区|库区|灌区)村/u;
const GRIDS_COUNTED = /[两二三四五六七八九十]个网格/u;

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

/** 各镇 are all towns of a county, be one of them a 乡. */
const TOWNS = /^[乡镇]{1,2}$/u;
/** Those of a township are asked together, whatever they are called. */
const VILLAGES = /[村圩屯寨]|嘎查|社区|居委|支部|组/u;

/** "各社区", where there are several of them: not the villages beside them. */
function isOneOfTwo(word: string, areas: readonly string[]): boolean {
  return word === '社区' && areas.filter((area) => area.endsWith(word)).length >= SEVERAL_OF_KIND;
}

const SEVERAL_OF_KIND = 3;

/** "各中队", in streets that have one each: not who cleans those streets. */
function ofBodyCalled(owners: readonly Person[], said: readonly string[], areas: readonly string[]): readonly Person[] {
  const [body, another] = [...new Set(said)];
  if (body === undefined || another !== undefined || !OWN_BODY.test(body) || areas.some((area) => area.endsWith(body))) return owners;
  const ofIt = owners.filter(({ title }) => title.includes(body));
  return ofIt.length > 1
    ? owners.filter((one) => ofIt.includes(one) || !one.areas.some((area) => ofIt.some((other) => other.areas.includes(area))))
    : owners;
}

const OWN_BODY = /^[\u4e00-\u9fff]{1,4}(?:队|站|所)$/u;

/** "各中队": beside those of streets the one that has no street of its own (机动中队中队长). */
export function apartFromPlaces(said: readonly string[], members: readonly Person[], { speech }: People): readonly Person[] {
  const bodies = said.filter((word) => word.length > 1 && OF_BODY.test(word) && speech.units.includes(word));
  return bodies.flatMap((body) => headsApart(body, HEADS_IT, members));
}

const IS_ZONE = /[工片管林景库]区$/u;

const OF_BODY = /[队站所院]$/u;
const HEADS_IT = /^(?:[中大支]?队长|[站所院]长|负责人)/u;

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

/** "各位组长": the kinds of places whose heads are called so; the village above their teams is none of them. */
function familiesCalled(text: string, areas: readonly string[], people: People): readonly Family[] {
  const titles = titlesCalled(text, people);
  return areas.filter((area) => people.ownersOf(area).some((owner) => holdsOne(owner, titles))).map((area) => familyOf(area, people));
}
