/** All offices of a house, all of a kind, or as many as are counted: "各办所", "各站站长", "五个业务科室". */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { numberOf } from './numbers.ts';
import { officeOf, officesOf, WHOLE_BODY } from './office-names.ts';
import { headedAmong, heads, headsAmong, headsWhole, isOffice, staffOf } from './office-staff.ts';

const EVERY =
  /(?:各|相关|其[余他它]|每一?个)(?:业务|职能|内设)?(?<kinds>(?:(?:办公室|(?:[办所站股科局室部队院校]|场(?!所|地|次|合))|处(?!理|置|分)|中心(?!校|小学|学校|园|幼儿园|卫生院|社区|村|户)|部门|单位(?=[、和及]各?(?:乡|镇|街道|村|社区)))、?){1,5})(?:室|单位)?(?=[,:、。()\s负主要站所把将请于注的在各今明周星也都要自先本每和及\d一二三四五六七八九十上下手报交填出抓派对]|[股科站所队局]长|$)/gu;
/** "四办主任", "五个业务科室": as many as the group has besides the one who speaks. */
const COUNTED =
  /(?<![周第\d])(?<count>[两三四五六七八九十])(?:(?:个|家)?(?:(?<kind>[办所站局股科])室?|部门|办公室)的?(?:主任|负责人|[所站局股科]长)|个(?:业务|内设|职能)?(?:(?<sections>[科股])室|部门|办所|(?<kinds>[办所站股科局]{1,2})(?=[,:、上下本今明各每注请]|$)))/u;
/** Of so few one more would be another. */
const OWN_TOO = 3;

/** "各站站长、各所所长": of those kinds alone, whatever else they head. */
const EACH_HEAD = /各(?<kind>[站所科股])\k<kind>长/gu;
const HEADS_OF_KIND = new RegExp(EACH_HEAD.source, 'u');
const EACH = /每一?个[站所局院校队]/u;

/** "其他部门也在催", "其余股室报过了". */
const REST_TOLD = /^(?:也|都|早就?|昨[天晚])?(?:在(?=[催忙查等])|已|[催问说]|[报交填做弄](?:过|完|好|齐)?了)/u;

/** What is known of an organisation beyond a group. */
export interface House {
  readonly everybody: readonly Person[];
  /** `units`: what its areas are called. */
  readonly speech: { readonly units: readonly string[] };
}

export function everyOffice(text: string, below: readonly Person[], { everybody, speech: { units } }: House): readonly Person[] {
  const { count, kind, kinds: countedKinds, sections } = COUNTED.exec(text)?.groups ?? {};
  // 各所、各股室: places of one's own may stand beside the offices. 各校, 各院 alone are places.
  const kinds = matchesOf(EVERY, text)
    .filter(({ index, 0: said }) => !said.startsWith('其') || !REST_TOLD.test(text.slice(index + said.length)))
    .map(({ groups }) => groups?.['kinds'] ?? '')
    .filter((kind) => !units.includes(kind) && !/^[院校、]+$/u.test(kind));
  const isEvery = kinds.length > 0;
  if (count === undefined && !isEvery) return NOBODY;
  const offices = headsAmong(below)
    .filter((person) => !headsWhole(person, below) && !leadsTeam(person))
    .filter((person) => countedKinds === undefined || [...countedKinds].some((one) => isOfKind(person, one)));
  const [only = '', another] = kinds;
  const ofOneKind =
    another === undefined && ONE_KIND.test(only) && !HEADS_OF_KIND.test(text) ? offices.filter((person) => isOfAny(person, only)) : [];
  if (isEvery && ofOneKind.length >= SEVERAL && (only !== '站' || ofOneKind.length * 2 >= offices.length))
    return only.length === 1 ? ofOneKind : offices.filter((person) => ofOneKind.includes(person) || !isWholeBody(person));
  // Who counts his own office with them is none of those who listen.
  const all = numberOf(count);
  const called = headsOfKindsCalled(text, below);
  if (called.length > 0) return called;
  if (!isEvery)
    return offices.length === all || (all > OWN_TOO && offices.length === all - 1) ? offices : ofKind(offices, kind ?? sections, all);
  // "每个站": of that kind; "各办, 各站所" are all of them, whatever they are called.
  if (EACH.test(text)) return offices.filter((person) => kinds.some((kind) => [...kind].some((one) => isOfKind(person, one))));
  const asked = [...offices, ...loneStaff(below, everybody)];
  if (asked.length > 1) return asked;
  // Whoever speaks to the stations of several towns means the one that sits there.
  return offices.length === 1 && kinds.some((kind) => isOfKind(offices[0], kind)) ? offices : headsAmong(staffOf(everybody).below);
}

/** "各股": where there are several of just that kind, the office that isn't called so is none of them; "各股室" are all but 县疾控, 县医院. */
const ONE_KIND = /^(?:[股科]室?|[站局])$/u;
const SEVERAL = 3;

/** Nobody where other offices are called beside them, or a kind has no head here. */
function headsOfKindsCalled(text: string, below: readonly Person[]): readonly Person[] {
  const kinds = matchesOf(EACH_HEAD, text).map(({ groups }) => groups?.['kind'] ?? '');
  if (kinds.length === 0 || OTHER_OFFICES.test(text.replaceAll(EACH_HEAD, ''))) return NOBODY;
  const found = kinds.map((kind) => below.filter((person) => headsKind(person, kind, below)));
  return found.every((heads) => heads.length > 0) ? found.flat() : NOBODY;
}

const OTHER_OFFICES = /各(?!位|自|[一出报派带交填村乡镇县区]|社区|街道|苏木|嘎查|居|学校|组)[\u4e00-\u9fff]/u;

/** A deputy, where the office has no head here. */
function headsKind(person: Person, kind: string, below: readonly Person[]): boolean {
  const headed = officesOf(person).filter((office) => office.endsWith(kind) && heads(person, office));
  const isDeputy = (office: string, { title }: Person): boolean => title.includes(`${office}副`);
  return headed.some(
    (office) =>
      !isDeputy(office, person) ||
      !below.some((other) => other !== person && officesOf(other).includes(office) && heads(other, office) && !isDeputy(office, other)),
  );
}

/** "四股股长": of the heads those of that kind of office. */
function ofKind(heads: readonly Person[], kind: string | undefined, count: number): readonly Person[] {
  const alike = kind === undefined ? NOBODY : heads.filter((person) => isOfKind(person, kind));
  return alike.length === count ? alike : NOBODY;
}

/** 党组成员、综合执法大队大队长 sits above the sections. */
function leadsTeam(person: Person): boolean {
  return person.roles.includes('leader') && officeOf(person)?.endsWith('队') === true;
}

function isWholeBody(person: Person): boolean {
  return WHOLE_BODY.test(officeOf(person) ?? '');
}

function isOfAny(head: Person, kinds: string): boolean {
  return [...kinds].some((kind) => isOfKind(head, kind));
}

function isOfKind(head: Person | undefined, kind: string): boolean {
  return head !== undefined && officeOf(head)?.endsWith(kind) === true;
}

/** An office that nobody of the roster heads is asked through whoever speaks for it: a 干事, a 教导员. */
function loneStaff(below: readonly Person[], everybody: readonly Person[]): readonly Person[] {
  const headed = headedAmong(everybody);
  return below.filter((person) => isOffice(officeOf(person)) && !headed.has(officeOf(person)) && LONE_STAFF.test(person.title));
}

const LONE_STAFF = /(?:干事|科员|教导员|指导员|技术员|工作人员)$/u;

const NOBODY: readonly Person[] = [];
