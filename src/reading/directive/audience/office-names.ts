/** What the offices of a roster are called: by their whole names, without their seat, by the first characters of their words. */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';

const OFFICE =
  /(?<office>(?:(?<=^|[、,，兼])[局镇乡县区市]办公室)|[\u4e00-\u9fff]{2,10}?(?:指挥部|领导小组|委员会)办公室(?=主任)|[\u4e00-\u9fff]{2,10}?(?:(?<![村居管]|业主)委员会|海关|办公室|办|所|站|中心(?!校|小学|中学)|科(?![员学技普研])|股(?!员)|(?<!会议|办公|教|活动|卫生|医务)室(?=主任)|局|(?<!办事)处|院|大队|中队|司|队|(?<!干)部|组(?!织)|门诊|工会|协会|商会|公司|专班|(?<!人)社(?![区会保])|[小中]学|校(?!长|园)|(?<![宾旅饭茶酒咖啡])馆(?=[长副办、兼]|$)|(?<=气象|电视|广播|地震)台|(?<=园区?)管委会|粮库|(?:剧|歌舞|文工|艺术|演出)团|(?:服务|景|园)区(?=[总]?经理|主任|运营|值班|负责人)|工区(?=区长|主任|负责人|[\u4e00-\u9fff]{2}班)|(?:物流|产业|工业|科技|创业)园(?=[总]?经理|主任|运营|负责人)))/u;
/** What an office's name ends in. */
export const SUFFIX =
  /(?:委员会|管委会|海关|办公室|办所|办|所|站|中心|科|股|局|处|院|大队|中队|司|队|部|组|门诊|工会|协会|商会|公司|专班|社|[小中]学|校|馆|团|(?:服务|景|园|工)区|(?:物流|产业|工业|科技|创业)园)$/u;

/** 县疾控中心 is called 疾控中心 in its own county; of a name that is no more than its kind (医院) nobody can tell whose it is. */
export const callsOf = once((person: Person): readonly string[] => [...officesOf(person).flatMap(callsOfOffice), ...callsByNumber(person)]);

/** 12315投诉举报中心 is called 12315中心. */
function callsByNumber({ title }: Person): readonly string[] {
  const { number, kind } = NUMBERED.exec(title)?.groups ?? {};
  return number === undefined ? [] : [`${number}${kind}`];
}

const NUMBERED = /(?<number>\d{5})[\u4e00-\u9fff]{1,8}?(?<kind>中心|办|专班|站)/u;

/** 自然资源所所长、征迁办主任 holds two; 城市更新(征收)办 is called by both words. */
export const officesOf = once(({ title }: Person): readonly string[] =>
  title
    .replaceAll(IN_BRACKETS, '$<name>$<kind>、$<other>$<kind>')
    .split(/[、,，兼()（）]/u)
    .flatMap(officesIn),
);

const IN_BRACKETS = /(?<name>[\u4e00-\u9fff]{2,8})[(（](?<other>[\u4e00-\u9fff]{2,6})[)）](?<kind>办公室|[办科股站所局]|中心)(?![的长])/gu;

/** 县交通局公路养护站 is both: the station of the bureau. */
function officesIn(part: string): readonly string[] {
  const match = OFFICE.exec(part);
  const office = match?.groups?.['office'];
  if (match === null || office === undefined) return [];
  return WHOLE_BODY.test(office) ? [office, ...officesIn(part.slice(match.index + office.length))] : [office];
}

export const WHOLE_BODY =
  /(?:局|海关|委|(?:组织|宣传|统战|武装)部|政府|办事处|疾控中心|管委会|粮库|医院|[总分]院|卫生院|学校|[中小]学|集团|公司)$/u;

/** By all of these, and by short names that fit no other office of theirs. */
export function callsAmong(person: Person, staff: readonly Person[]): readonly string[] {
  return [...callsOf(person), ...shortCallsOf(person, staff)];
}

/** By one short name that fits no other office of theirs. */
export function shortCallsOf(person: Person, staff: readonly Person[]): readonly string[] {
  const byOffice = contractions(staff);
  return officesOf(person).flatMap((office) => byOffice.get(office) ?? []);
}

function callsOfOffice(office: string): readonly string[] {
  const short = withoutSeat(office);
  const names = [office, ...(short === office || short.replace(SUFFIX, '').length < 2 ? [] : [short])];
  return [
    ...names,
    ...names.flatMap(shortened),
    ...(BARE.exec(short) ?? []),
    ...otherStemsOf(short).map((stem) => stem + shortSuffix(short)),
  ];
}

/** What people go on calling an office after it got another name, and what sits there in other counties: 农牧局 for 农业农村局. */
const ALSO_CALLED: readonly (readonly [stem: string, name: RegExp])[] = [
  ['农牧', /农业农村|畜牧/u],
  ['国土', /自然资源/u],
  ['环保', /生态环境/u],
  ['安监', /应急管理/u],
  ['水务', /水利/u],
  ['水利', /水务/u],
  ['扶贫', /乡村振兴/u],
  ['卫计', /卫生健康/u],
  ['工商', /市场监督/u],
  ['流管', /流动人口/u],
  ['林草', /林业/u],
];

/** @param office without its seat */
export function otherStemsOf(office: string): readonly string[] {
  return ALSO_CALLED.filter(([stem, name]) => name.test(office) && !office.includes(stem)).map(([stem]) => stem);
}

function shortSuffix(office: string): string {
  const suffix = SUFFIX.exec(office)?.[0] ?? '';
  return SHORT_SUFFIX.get(suffix) ?? suffix;
}

/** 港口办公室 is called 港口办, 县人民医院 县医院, 县中医医院 县中医院, 县社会福利院 县福利院. */
function shortened(office: string): readonly string[] {
  if (/^[\u4e00-\u9fff]{2,}办公室$/u.test(office)) return [office.slice(0, -2)];
  if (/.粮库$/u.test(office)) return ['粮库'];
  // 化工园管委会 is called 园区管委会, or 园区.
  if (/园(?:区)?管委会$/u.test(office)) return ['管委会', '园区管委会', '园区'];
  // 县采茶剧团 is called 剧团.
  const troupe = /(?<=..)(?:剧|歌舞|文工|艺术)团$/u.exec(office)?.[0];
  if (troupe !== undefined) return [troupe];
  const home = /^(?<seat>[省市县区])社会福利院$/u.exec(office)?.groups?.['seat'];
  if (home !== undefined) return [`${home}福利院`];
  const hospital = /^(?<seat>[省市县区])(?:人民|(?<chinese>中医))医院$/u.exec(office)?.groups;
  return hospital === undefined ? [] : [`${hospital['seat']}${hospital['chinese'] === undefined ? '' : '中'}医院`];
}

/** 疾控中心 is called 疾控. */
const BARE = /^(?:疾控|妇保|妇幼|血防|精卫|农技|水务|融媒|就业|社保|医保|不动产|政务|志愿)(?=(?:服务)?(?:中心|所|站|院)$)/u;

/** 县疾控中心, 沙梁街道民政办: whose it is goes without saying there. 市场管理办 is of no 市. */
export function withoutSeat(office: string): string {
  return office.replace(/^(?:[\u4e00-\u9fff]{2,3}(?:街道|[区县镇乡])|[省县区镇乡旗局]|市(?![场政容民]))/u, '');
}

/** 安全环保局 is called 安环局 by the first characters of its words, 党政综合办 党政办 or 综合办 by one of them, 农业农村办 农办. */
export function contracted(office: string): readonly string[] {
  const suffix = SUFFIX.exec(office)?.[0] ?? '';
  // 防汛抗旱指挥部办公室 is called 防汛办.
  const stem = office
    .slice(0, office.length - suffix.length)
    .replace(/(?:指挥部|领导小组|委员会)$/u, '')
    .replaceAll(JOINS, '');
  // 水生态环境股: 水, 生态, 环境.
  const words = stem.length % 2 === 1 ? [stem.slice(0, 1), ...(stem.slice(1).match(/../gu) ?? [])] : (stem.match(/../gu) ?? []);
  if (suffix === '' || words.length < 2 || words.join('').length !== stem.length) return [];
  const bare = words.filter((word) => !SAYS_LITTLE.test(word));
  const stems = [initials(words), ...pairsOf(words), ...words, ...(suffix === '办' ? [office.slice(0, 1)] : []), initials(bare)].filter(
    (stem) => stem !== '',
  );
  return [...new Set(stems)].flatMap((short) => [
    short + suffix,
    ...(SHORT_SUFFIX.has(suffix) ? [`${short}${SHORT_SUFFIX.get(suffix)}`] : []),
  ]);
}

/** 发展和改革: two words. */
const JOINS = /[和与及]/gu;
const SHORT_SUFFIX: ReadonlyMap<string, string> = new Map([
  ['办公室', '办'],
  ['委员会', '委'],
]);

/** 疫病预防控制中心 is called 疫控中心, 农业综合服务中心 农服中心: by the first characters of two of its words. */
function pairsOf(words: readonly string[]): readonly string[] {
  if (words.length < 3) return [];
  return words.flatMap((first, index) => words.slice(index + 1).map((second) => initials([first, second])));
}

/** 市场监督管理所 is called 市监所. */
const SAYS_LITTLE = /^(?:管理|服务|综合|工作)$/u;

function initials(words: readonly string[]): string {
  return words.map((word) => word.slice(0, 1)).join('');
}

/** Of each office of a group the short names that fit it alone. */
const contractions = once((staff: readonly Person[]): ReadonlyMap<string, readonly string[]> => {
  const offices = new Map<string, Set<string>>();
  for (const office of new Set(staff.flatMap(officesOf))) {
    for (const short of new Set([...contracted(office), ...contracted(withoutSeat(office))]))
      offices.set(short, withOffice(offices.get(short), office));
  }
  const alone = [...offices].flatMap(([short, [office, ...others]]) =>
    office === undefined || others.length > 0 ? [] : [{ short, office }],
  );
  return new Map(
    [...Map.groupBy(alone, ({ office }) => office)].map(([office, list]) => [office, list.map(({ short }) => short)] as const),
  );
});

/** 灌溉管理站 is 引泽灌区灌溉管理站, told without where it is. */
function withOffice(known: ReadonlySet<string> | undefined, office: string): Set<string> {
  const others = [...(known ?? [])];
  const isKnown = others.some((other) => other.endsWith(office) || office.endsWith(other));
  return new Set(isKnown ? others : [...others, office]);
}

/** The first of them. */
export const officeOf = once(({ title }: Person): string | undefined => OFFICE.exec(title)?.groups?.['office']);
