/** Whole circles of a group: its cadres, its staff, its offices, those with a task in common. */
import type { Person } from '../../../model/organisation.ts';
import { servesWhole, standsAbovePlaces } from '../../standing.ts';
import { matchesOf } from '../../text/matches.ts';
import { headsOfBody } from './counted-people.ts';
import { withoutExcepted } from './excepted.ts';
import { numberOf } from './numbers.ts';
import { headsApart } from './titles.ts';
import { isOfFirm } from './trades.ts';

/** Said to whom one usually speaks to, not to every last one. */
const LOOSELY = /大家|各位|各家|同志们|诸位|各人/u;
/** "本群的都来". */
const ALL_OF_GROUP =
  '(?:(?:[本这]个?|咱们?|我们)?群里?的?一个(?:都|也)?不(?:能|许|准)?[落少](?:下|了)?|机关大院的?(?:各位|同志们?)(?:都|全|一律)(?:要|得)?(?=[来到去参])|(?:(?:(?:[本这]个?|咱们?|我们)群(?:里)?的?|群里的)(?:同志们?|人员|成员|干部|各位|诸位|人)?|群里的?(?:姐妹|兄弟|老师|伙伴|同志)们?)(?:都|全)|群里各[^。;!?\n]{2,24}(?:都|全部?)(?=(?:要|得)?(?:上线|来|到|参加)))';
export const ALL_HERE = new RegExp(`${ALL_OF_GROUP}(?:要|得)?(?:来|去|到|参加|上线)`, 'u');
/** "各办公室下班前把插座拔了": each room has its sockets, whoever sits in it. */
export const EVERY_ROOM = /各(?:办公室|房间)(?=[^。;!?\n]{0,10}(?:插[座头]|电源|门窗|窗户|空调|灯))/u;
/** Of those who are spoken to, not of those whom a list is of. */
const ONE_EACH = '(?<!(?:对象|人员|户|老人|学生|残疾人|群众|居民|宣传)[^。;!?]{0,12})(?:一人|人手)一[份张](?!表册)';
const STRICTLY = new RegExp(
  `${ALL_OF_GROUP}|${EVERY_ROOM.source}|在座的?(?:各位|同志|都|先)|在群的(?:都|人)|所有人|全体|(?<=^|[,。;:\\s])全[局办](?:同志|人员|干部|职工)|各(?:医疗|用人|预算|主管|[县区市]直|成员|责任|帮扶|派驻|直属|相关|有关)?(?:单位|部门|机构)|各组|各(?:点位|岗位|卡[口点])(?=都|全|注意|请|要|[,:])|(?<=^|[。!\\n\\s])[一二三四五六七八九十\\d]{1,3}家(?:成员|责任|相关)?单位(?=听|注意|都|各|请|[:,])|(?<=^|[,。;:\\s])在家的?(?:同志|各位|人)?(?:都|全部?|一律)(?=来|到|参)|人人|每人(?![面见访量测查打补])|每个人|${ONE_EACH}|(?:本|咱们?)群(?:的)?(?:各位|诸位)|(?:群里|在(?:本|这个?)?群)的?每一?位|(?<=^|[,。:;!?\\s])全员(?=[要都得须]{0,2}(?:到|来|参加|上岗|出动|在岗|集合|就位|在线))(?![^,。;]{0,6}情况)`,
  'u',
);
const EVERYBODY = new RegExp(`${STRICTLY.source}|${LOOSELY.source}`, 'u');
/** It rings every phone, whoever is meant. */
export const RINGS_ALL = /@\s?(?:所有人|全体成员)/gu;
/** Words that mean leaders too: "机关干部上各自包的片" are all who don't sit in a place. */
const LEADERS_TOO =
  /机关干部|全体|全[\u4e00-\u9fff]{1,3}干部|班子|每人|人人|每个人|(?<![手司])机关的?(?:同志|各位)|(?<![手司])机关[^,。]{0,4}(?:全部|全员)/u;
/** Who looks after a village or is sent to one, where titles tell. */
const STATIONED =
  /(?<!(?:盯着?|叫|让|喊|带着?|组织|通知|发动|督促))(?:包[村片组联保企厂]|驻[村点企厂]|挂[点联]|联[村点企])(?:的?(?:干部|同志)|的(?:人|各位)?(?=[,:都]))/u;
/** Those of them who are stationed with firms. */
const WITH_FIRMS = /[包驻联][企厂]/u;
/** People of the offices, beside those of the villages. */
const HOUSE_STAFF =
  /(?<![进手司])机关(?!人员?(?:详见|见附|另)|[这那]边|每个?[办所站科股]|食堂|大院|大楼|门口|院|值班|[^,。;]{0,4}带班|的?(?:另外|另报|不用|不在|[那这][张份]))|镇干部|乡干部|街道干部|局干部/u;
/** Those of the offices and of the places alike. */
const ALL_CADRES =
  /全(?:体|[镇乡街县区局院校]|[\u4e00-\u9fff]{2})(?:党员|机关|工作)?干部(?!会|大会|培训|名)|干部职工|(?<!非)本群(?:全体|所有人|各位|的?都)/u;
const LEADERS =
  /(?:全体|各位|各|所有|(?:人员|对象|范围|单位):[^。\n]{0,16}|(?<=^|[,:;。、\s])(?!其他))(?:党政)?(?:领导)?班子成员(?!已|另|不|除外|由|带班|值班|[^,。;]{0,4}不用)|班子(?:里)?的?各位(?:领导|成员)?|班子领导们?(?=[,:、。])|(?<=^|[,:;。、\s])(?:党委|党政|领导)班子(?=(?:[、,和及][^。;]{0,20})?(?<!不)(?:参加|到会))|(?<=^|[,:、])(?:局|镇|乡|街道|县|区)(?:分管|党组|班子)?领导(?:班子)?(?=[,、])|各位(?:镇|乡|局)?领导(?:请|于|按|参加|[、和及](?:各|全体|所有)[^,。:]{1,8}[:,])/u;
const SHARED_DUTY =
  /(?:各位|各|全体|所有|每个)(?<duty>(?!(?:成|人|组|队)员)[\u4e00-\u9fff]{1,5}?(?:员|专干|干事|管家|负责人|联络人)|(?:驻村)?工作队(?:队长)?|[股科]长)|(?<=^|[,。;:!?\s])(?<all>(?:联络|网格|信息|统计|安全|护林|河道|防疫)员|村医|专干|第一书记|(?:组织|宣传|统战|纪检|专职)委员)(?=们|一律|全都|都(?:要|得|来|到|参加)|一人一|每人|的(?:年度|季度|月度)?[\u4e00-\u9fff]{0,2}(?:述职|总结|周报|日志|月报)[,,:])/gu;

const BROUGHT = /带(?:上|着)?[一两三\d](?:名|个|位)(?<duty>[\u4e00-\u9fff]{1,4}?(?:员|专干|干事))/gu;
/** "各位书记、各位妹妹:": two circles are hailed side by side. */
const HAILED_TWICE = /各位[^,。:!、\s]{1,5}[、和,]\s?各位[^,。:!、\s]{1,5}[:,!。]/u;

export function isToEverybody(text: string): boolean {
  return EVERYBODY.test(text);
}

export function isLoosely(text: string): boolean {
  return LOOSELY.test(text) && !STRICTLY.test(text);
}

/** Leaders who are cadres, too, are meant where everybody is said in so many words, or where a leader speaks to all. */
export function everybody(text: string, members: readonly Person[], byLeader: boolean): readonly Person[] {
  const all = cadresOf(members);
  return LEADERS_TOO.test(text) || STRICTLY.test(text.replaceAll(RINGS_ALL, '')) || byLeader ? all : belowLeaders(all);
}

export function meansAllCadres(text: string): boolean {
  return ALL_CADRES.test(text);
}

export function staffIn(text: string, members: readonly Person[]): readonly Person[] {
  const isHouse = HOUSE_STAFF.test(text);
  const isStationed = STATIONED.test(text);
  if (!isHouse && !isStationed) return [];
  const withFirms = WITH_FIRMS.test(text);
  const stationed = isStationed ? members.filter((person) => isStationedIn(person, withFirms)) : [];
  if (stationed.length > 0 && !isHouse) return stationed;
  const staff = members.filter((person) => standsAbovePlaces(person) && person.roles.includes('cadre'));
  const asked = LEADERS_TOO.test(text) ? staff : belowLeaders(staff);
  return [...new Set([...asked, ...stationed])];
}

/** 包村干部 by title, 包仙人渡村 or 包联大辛纸箱厂 by duty. */
function isStationedIn({ title, duties }: Person, withFirms: boolean): boolean {
  if (!withFirms && STATIONED.test(title)) return true;
  return duties.some((duty) => IS_STATIONED.test(duty) && IS_PLACE.test(duty) !== withFirms);
}

const IS_STATIONED = /^(?:包联?|包保|联系?|驻|挂)[\u4e00-\u9fff]{2,12}$/u;
const IS_PLACE = /(?:[村片组寨屯]|社区)$/u;

function leadersIn(text: string, members: readonly Person[]): readonly Person[] {
  const leaders = members.filter((person) => person.roles.includes('leader'));
  const ofVillages = LEADERS_OF_VILLAGES.test(text)
    ? leaders.filter(({ title, duties }) => [title, ...duties].some((one) => LOOKS_AFTER.test(one)))
    : [];
  return LEADERS.test(text) || (leaders.length === 1 && IN_CHARGE.test(text)) ? leaders : ofVillages;
}

/** "包村领导": 副乡长(包柳树岔村). */
const LEADERS_OF_VILLAGES = /(?<![报送交给向跟找与经由])(?:包[村片组联保]|驻[村点]|挂[点联]|联[村点])(?:的)?领导(?!带|签|审|同意)/u;
const LOOKS_AFTER = /(?:^|[(（、])(?:包联?|包保|联系?|驻|挂)[\u4e00-\u9fff、]{2,24}[村片组寨屯区]/u;

/** "石槽乡、渡头镇分管领导": the leaders whose titles begin with those towns. */
export function inChargeOfTowns(text: string, members: readonly Person[]): readonly Person[] {
  const towns = matchesOf(TOWNS_IN_CHARGE, text).flatMap(({ groups }) => (groups?.['towns'] ?? '').split(/[、和]/u));
  return members.filter(({ title }) => towns.some((town) => title.startsWith(town) && DEPUTY_OF_TOWN.test(title.slice(town.length))));
}

const TOWNS_IN_CHARGE =
  /(?<towns>[\u4e00-\u9fff]{1,4}(?:镇|乡|街道)(?:[、和][\u4e00-\u9fff]{1,4}(?:镇|乡|街道)){0,9})(?:党委|政府|各)?(?:的?分管|分管的?)(?:领导|负责人|负责同志|同志|副?[镇乡]长)/gu;
const DEPUTY_OF_TOWN = /^(?:党委|政府|人民政府|办事处)?(?:委员|副)/u;

/** "各街道请分管领导参加": in a group with one leader that one. */
const IN_CHARGE = /(?:请|由|要求|各[^,。;:]{1,6}|[、和及])分管(?:负责同志|负责人|领导)(?=[^,。;]{0,30}(?<!不)(?:参加|到会|出席|收看))/u;

/** "各网格员", "各村信息员": those whose title or duty says so. */
function sharersIn(text: string, members: readonly Person[]): readonly Person[] {
  return matchesOf(SHARED_DUTY, text).flatMap((match) => {
    const duty = (match.groups?.['duty'] ?? match.groups?.['all'] ?? '').replace(/^(?:村|社区|单位|办|所)/u, '');
    const stem = duty.replace(/(?:员|专干|干事|管家|负责人|联络人)$/u, '');
    const holders = members.filter(({ title, duties }) => title.includes(duty) || duties.some((one) => one.startsWith(duty)));
    // Where it is somebody's post, whose duties only have to do with it aren't called.
    if (duty.length > 1 && duty.endsWith('员') && holders.length > 1) return holders;
    const sharing = members.filter(
      ({ title, duties }) => (duty.length > 1 && title.includes(duty)) || (stem.length > 1 && duties.some((one) => one.includes(stem))),
    );
    return /(?:负责|联络)人$/u.test(duty) ? withOtherPlaces(sharing, members) : sharing;
  });
}

/** "各门诊负责人": where a place has nobody with that duty in the roster, it is those who answer for it. */
function withOtherPlaces(sharing: readonly Person[], members: readonly Person[]): readonly Person[] {
  const places = new Set(sharing.flatMap(({ areas }) => areas));
  return places.size < 2 ? sharing : members.filter((person) => sharing.includes(person) || person.areas.some((area) => !places.has(area)));
}

/** Whoever is named by a title, a duty or a circle that several share. */
export function circlesNamed(text: string, members: readonly Person[]): readonly Person[] {
  return [titlesCounted, titlesCalledEach, inChargeOfTowns, staffIn, leadersIn, sharersIn, firmsIn].flatMap((named) =>
    named(text, members),
  );
}

/** "老板们!", "各位老总:" among others who head none. */
function firmsIn(text: string, members: readonly Person[]): readonly Person[] {
  return BOSSES.test(text) ? members.filter(isOfFirm) : [];
}

const BOSSES = /^(?:@所有人\s)?(?:各位)?(?:老板|老总|掌柜|理事长)们?[!:](?!.*(?:各|也(?:要|请)?(?:参加|来|到|报)))/su;

/** "两家物业项目经理", "两家物业每晚清一次": as many as there are with that title. */
function titlesCounted(text: string, members: readonly Person[]): readonly Person[] {
  const ofBodies = matchesOf(COUNTED_TITLE, text).flatMap(({ groups: { count = '', body = '', title = '' } = {} }) => {
    const holders = members.filter((person) => person.title.includes(title) && person.title.includes(body));
    return holders.length === numberOf(count) ? holders : [];
  });
  return [...titlesAlone(text, members), ...headsHailed(text, members), ...headsOfAll(text, members), ...ofBodies];
}

function titlesAlone(text: string, members: readonly Person[]): readonly Person[] {
  return matchesOf(COUNTED_ALONE, text).flatMap(({ groups: { count = '', titles = '' } = {} }) => {
    const words = titles.match(EACH_OF_TITLES) ?? [];
    const holders = cadresOf(members).filter(({ title }) => words.some((word) => mainTitle(title).endsWith(word)));
    // "几位主任,…征地、安环、社事三家": of those hailed the ones that are counted.
    return (count === '几' && !COUNTED_BEHIND.test(text)) || holders.length === numberOf(count) ? holders : [];
  });
}

/** "所长碰头会,一个所讲10分钟": a gathering that is called by the title of those who come. */
export function gatheringOf(text: string, members: readonly Person[]): readonly Person[] | null {
  const title = GATHERING_OF.exec(text)?.groups?.['title'];
  if (title === undefined) return null;
  const holders = cadresOf(members).filter((person) => mainTitle(person.title).endsWith(title) && !person.title.includes(`副${title}`));
  return holders.length > 1 ? withoutExcepted(holders, text) : null;
}

const GATHERING_OF =
  /(?<=^|[,。;:!?\s]|[室楼]|(?:召|集中|统一)?开)(?<title>[所站校园院]长|村医|文书|会计|网格[员长]|(?:联络|信息|防疫|安全|护林)员)(?:碰头|碰面|工作|季度|月度|视频|座谈|例|调度|述职|恳谈|联席)会(?!议?材料|议?纪要|记录|精神|上)/u;

/** "各位股长站长,…各家": two posts that are hailed side by side are all who head something, whatever each is called. */
function headsOfAll(text: string, members: readonly Person[]): readonly Person[] {
  return TWO_POSTS.test(text)
    ? belowLeaders(cadresOf(members)).filter(({ title, areas }) => areas.length === 0 && HEADS.test(mainTitle(title)))
    : [];
}

const TWO_POSTS = /各位(?:(?:[股科]长|主任)[、和]?(?:[股科站所队]长|主任)|[站所队]长[、和]?(?:[股科]长|主任))(?=[,:!好早请\s])/u;
const HEADS = /(?<!副)(?:[股科站所]长|队长|主任)$/u;

/** "各位校长、园长好", "各位经理", where schools and firms are nobody's place: who heads one. */
function headsHailed(text: string, members: readonly Person[]): readonly Person[] {
  const words = matchesOf(HEADS_HAILED, text).flatMap(({ groups }) => groups?.['titles']?.match(/[校园院厂]长|经理/gu) ?? []);
  return members.filter(({ title, areas }) => areas.length === 0 && words.some((word) => mainTitle(title).endsWith(word)));
}

const HEADS_HAILED =
  /各位(?:项目|物业)?(?<titles>(?:[校园院厂]长|经理)(?:[、和](?:各位)?[校园院厂]长){0,2})(?=[,:!好们早请\s]|上午|下午|晚上)/gu;

/** 水生态环境股股长, 副局长 of 党组成员、副局长: what somebody is in the first office of the title. */
function mainTitle(title: string): string {
  return title.replace(/[(（].*$/u, '').split('兼')[0] ?? '';
}

/** "两位股长", "几个所长站长". */
const COUNTED_ALONE =
  /(?<![第周十])(?<count>[两三四五六七八九几])(?:位|名|个)(?<titles>(?:片区长|副?[股科站所队园校局镇乡部院厂片组]长|副?主任|副?书记|网格[长员]|村医|干事|专干|总干事)(?:[、和]?(?:副?[股科站所队园校院厂]长))*)(?!助理)/gu;
const COUNTED_BEHIND = /[两三四五六七八九十]家(?=[,。;:\s]|$)/u;
const EACH_OF_TITLES = /片区长|副?(?:[股科站所队园校局镇乡部院厂片组]长|主任|书记|网格[长员]|村医|干事|专干)/gu;

/** "各驻村工作队队长": all who have that title, though no place of theirs is told. */
export function titlesCalledEach(text: string, members: readonly Person[]): readonly Person[] {
  return matchesOf(EACH_TITLE, text).flatMap(({ groups }) => {
    const words = groups?.['words'] ?? '';
    for (let length = words.length; length >= SHORTEST_TITLE; length--) {
      const holders = members.filter(({ title, areas }) => areas.length === 0 && title.endsWith(words.slice(0, length)));
      if (holders.length > 1) return holders;
    }
    return headsOfBodies(words, members);
  });
}

/** "各物业", "各中心校": who heads one in a roster that has no places for them. */
function headsOfBodies(words: string, members: readonly Person[]): readonly Person[] {
  for (const body of [words.slice(0, 3), words.slice(0, 2)]) {
    const heads = headsApart(body, HEADS_BODY, members);
    if (heads.length > 1) return heads;
  }
  const school = SCHOOL.exec(words)?.[0];
  return school === undefined ? [] : headsOfBody(school, members);
}

/** Of a town or of its own: who heads one is meant, wherever it lies. */
const SCHOOL = /^(?:中心|完全)[小中]?[校学]/u;

const HEADS_BODY = /^(?:公司|服务)?(?:项目)?(?:部)?(?:经理|负责人|联络员|专员|代表|总监|安全员)/u;

const EACH_TITLE = /各(?:位|个)?(?<words>[\u4e00-\u9fff]{2,10})/gu;
const SHORTEST_TITLE = 4;

const COUNTED_TITLE =
  /(?<![第周十])(?<count>[两三四五六七八九])(?:家|位|名|个)(?<body>[\u4e00-\u9fff]{2,4}?)(?:(?<title>项目经理|经理|院长|校长|主任|站长|所长|负责人)|(?=[每各都要把请务抓今明于在来到派参,:、]))/gu;

/** "各乡镇各部门", "各乡镇、县直各单位": beside the places the offices of the group. */
export function officesBeside(text: string, members: readonly Person[]): readonly Person[] {
  return OFFICES_BESIDE.test(text) ? belowLeaders(cadresOf(members).filter(servesWhole)) : [];
}

const OFFICES_BESIDE =
  /各(?:乡镇|镇街?|街道|村|社区|苏木|嘎查|乡|片区)(?:党委|党工委|政府)?[、,和及]?(?:[县区市镇旗]直)?各?(?:有关|相关)?(?:部门|单位)(?<=各.{0,2}(?:部门|单位))/u;

/** "各村和学校": those who head the schools of a place that isn't divided by them. */
export function schoolsBeside(text: string, members: readonly Person[]): readonly Person[] {
  return SCHOOLS_BESIDE.test(text) ? members.filter(({ title }) => HEADS_SCHOOL.test(title)) : [];
}

const SCHOOLS_BESIDE =
  /各(?:乡镇|村(?:居)?|社区|单位)[、和及跟与]?(?:各?(?:村居?|社区|单位)[、和及跟与])?(?:中小)?学校(?![门周旁附里操食])/u;
const HEADS_SCHOOL = /(?<!副)[校园]长(?:$|[、(])/u;

/** "每个社区书记带一个网格员", said to all: which one is not said, so each of them reads it. */
export function broughtAlong(text: string, members: readonly Person[]): readonly Person[] {
  const duties = matchesOf(BROUGHT, text).flatMap(({ groups }) => groups?.['duty'] ?? []);
  return members.filter(({ title }) => duties.some((duty) => title.includes(duty)));
}

export function hailsTwice(text: string): boolean {
  return HAILED_TWICE.test(text);
}

/** Without those who are leaders, as long as anybody is left. */
export function belowLeaders(people: readonly Person[]): readonly Person[] {
  const below = people.filter((person) => !person.roles.includes('leader'));
  return below.length > 0 ? below : people;
}

export function cadresOf(people: readonly Person[]): readonly Person[] {
  return people.filter((person) => person.roles.includes('cadre'));
}
