/** As many people as are counted by what they are, where no places fit: firms, holders of a post, heads of a kind. */
import type { Person } from '../../../model/organisation.ts';
import { escapePattern } from '../../lexicon.ts';
import { matchesOf } from '../../text/matches.ts';
import { numberOf } from './numbers.ts';
import type { People } from './people.ts';
import { NUMBER } from './speech.ts';
import { headsOf } from './titles.ts';
import { isOfFirm } from './trades.ts';

/** "三家:…", "三家直接报我": among offices as many firms as there are. */
export function firmsCounted(text: string, members: readonly Person[]): readonly Person[] | null {
  if (OTHERS.test(text)) return null;
  const firms = members.filter(isOfFirm);
  const isCounted = matchesOf(FIRMS, text).some(
    ({ index, groups }) => firms.length > 1 && firms.length === numberOf(groups?.['count']) && !COUNTS_BACK.test(text.slice(0, index)),
  );
  return isCounted ? firms : null;
}

/** What stands right before it is counted. */
const COUNTS_BACK = /[\u4e00-\u9fff][、\s][\u4e00-\u9fff]{2,8}\s?(?:[你恁]们)?$/u;

/** Each of others does something for as many. */
const OTHERS = /[各每](?![出派来报交带备自填选抽天日周月晚早])/u;

const FIRMS = new RegExp(
  `(?<=(?:^|[,。;:!?」』\\s])(?:你们|恁们|咱)?)${NUMBER}(?:家|位(?:老总|老板|经理|厂长|总))(?=[,:!、都的各自统先今明周后全须必要请把每一听照按\\d\\s]|直接|注意|[\\u4e00-\\u9fff]?(?:[厂场矿店]|企业|公司|单位)|$)`,
  'gu',
);

/** "四个工作队员", who are heads and members of 工作队 by their titles: as many as are called so. */
export function holdersOf(words: string, count: number, members: readonly Person[]): readonly Person[] | null {
  for (const length of [5, 4, 3]) {
    const word = words.slice(0, length);
    const holders = members.filter(({ title }) => title.includes(word));
    if (word.length === length && count > 1 && holders.length === count) return holders;
  }
  return null;
}

/** "四个网格", whose areas are called otherwise: as many as head one by their titles (新硐A区网格长). */
export function headsOfKind(kind: string, count: number, members: readonly Person[]): readonly Person[] | null {
  const title = new RegExp(`${escapePattern(kind)}(?:[长员]|管家)$`, 'u');
  const heads = kind.length < 2 ? [] : members.filter((person) => title.test(person.title));
  return count > 1 && heads.length === count ? heads : null;
}

/** In the group, or of the whole roster: those who have no place, then those whose place is the firm's or the village that owns it. */
export function headsOfFirms(count: number, members: readonly Person[], { everybody }: People): readonly Person[] | null {
  const heads = [members, everybody].map((all) => all.filter(isOfFirm));
  const found = [...heads.map((all) => all.filter(({ areas }) => areas.length === 0)), ...heads];
  return found.find((all) => all.length > 1 && all.length === count) ?? null;
}

/** "六个中心校", whose places are called otherwise: as many as head one by their titles (石碾中心校校长, not 白鹞中心校后勤主任). */
export function headsCountedBy(words: string, count: number, members: readonly Person[]): readonly Person[] | null {
  for (const length of [4, 3]) {
    const heads = headsOfBody(words.slice(0, length), members);
    if (words.length >= length && count > 1 && heads.length === count) return heads;
  }
  return null;
}

/** Whatever lies in the places of such bodies. */
export function headsOfBody(body: string, members: readonly Person[]): readonly Person[] {
  return headsOf(body, HEADS_BODY, members);
}

const HEADS_BODY = /^(?:党?[总支]*部?书记|主任|负责人|[校园院所站场厂队组]长|经理)/u;

/** "雁湖、芦陂、石埠三个公路站": as many heads of such bodies, whatever else lies in those places. */
export function bodiesListed(text: string, members: readonly Person[]): readonly Person[] | null {
  for (const { groups: { list = '', count, body = '' } = {} } of matchesOf(BODIES_LISTED, text)) {
    const names = list.split(/[、和]/u);
    const heads = names.map((name) => headsOfBody(name + body, members));
    if (names.length === numberOf(count) && heads.every((alike) => alike.length === 1)) return heads.flat();
  }
  return null;
}

const BODIES_LISTED = new RegExp(
  `(?<=^|[,。;:!?\\s])(?<list>[\\u4e00-\\u9fff]{2,4}(?:[、和][\\u4e00-\\u9fff]{2,4}){1,5})${NUMBER}(?:个|家|所)?(?<body>[\\u4e00-\\u9fff]{1,4}(?:站|所|院|校|队|中心|场))(?![长\\u4e00-\\u9fff]{0,1}[长员])`,
  'gu',
);

/** "三个乡镇联络员": whose towns are no areas of the roster; as many hold what stands behind the count. */
export function holdersCounted(rest: string, count: number, members: readonly Person[]): readonly (readonly Person[])[] {
  const lengths = count < 2 ? [] : [4, 3, 2];
  for (const length of lengths) {
    const word = rest.slice(0, length);
    const holders = members.filter(({ title, duties }) => duties.includes(word) || title.endsWith(word));
    if (word.length === length && holders.length === count) return [holders];
  }
  return [];
}
