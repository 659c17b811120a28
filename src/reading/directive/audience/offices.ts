/** Which offices a text asks: by their names, in lists, or all of them ("各办所"). */
import type { Person } from '../../../model/organisation.ts';
import { STATE_BODY } from '../../../model/seats.ts';
import { once } from '../../once.ts';
import { servesWhole, standsAbovePlaces } from '../../standing.ts';
import { matchesOf } from '../../text/matches.ts';
import { formsOfArea } from './areas.ts';
import { areasOfMembers } from './areas-spoken.ts';
import { isHandInTarget } from './named.ts';
import { numberOf } from './numbers.ts';
import { addedToList, inLists, isCountedList } from './office-lists.ts';
import { callsAmong, callsOf, contracted, officeOf, officesOf, WHOLE_BODY, withoutSeat } from './office-names.ts';

const EVERY =
  /(?:各|相关|其[余他它]|每一?个)(?:业务|职能|内设)?(?<kinds>(?:(?:办公室|[办所站股科局室部队院校]|处(?!理|置|分)|中心|部门|单位(?=[、和及]各?(?:乡|镇|街道|村|社区)))、?){1,5})(?:室|单位)?(?=[,:、。()\s负主要站所把将请于注的在各今明周星也都要自先本每\d一二三四五六七八九十上下手报交填出抓派对]|[股科站所队局]长|$)/gu;
/** "四办主任", "五个业务科室": as many as the group has besides the one who speaks. */
const COUNTED =
  /(?<![周第\d])(?<count>[两三四五六七八九十])(?:(?:个|家)?(?:(?<kind>[办所站局股科])室?|部门|办公室)的?(?:主任|负责人|[所站局股科]长)|个(?:业务|内设|职能)?(?:(?<sections>[科股])室|部门|办所|(?<kinds>[办所站股科局]{1,2})(?=[,:、上下本今明各每注请]|$)))/u;
/** Of so few one more would be another. */
const OWN_TOO = 3;

/** "各站站长": of that kind alone, whatever else they head. */
const EACH_HEAD = /各(?<kind>[站所科股])\k<kind>长/u;
const EACH = /每一?个[站所局院校队]/u;

/** What is known of an organisation beyond a group. */
interface House {
  readonly everybody: readonly Person[];
  /** `units`: what its areas are called. */
  readonly speech: { readonly units: readonly string[] };
}

const HEAD = /(?:主任|护士长|站长|所长|股长|科长|处长|部长|院长|校长|局长|队长|组长|馆长|团长|经理|负责人)/u;

/** @param house "各办公室" in a group without them means those of the whole roster, and "各站" none of them where that is what its areas are */
export function officesNamed(
  text: string,
  members: readonly Person[],
  house: House = { everybody: members, speech: { units: [] } },
): readonly Person[] {
  const { staff, below } = staffOf(members);
  if (below.length === 0) return NOBODY;
  const inBrackets = EACH_LISTED.exec(text)?.groups?.['list'];
  const alone = inBrackets === undefined ? NOBODY : withoutStaff(inLists(inBrackets, below), text);
  if (new Set(alone).size > 1) return [...new Set(alone)];
  const leaders = members.filter(({ roles }) => roles.includes('leader') && roles.includes('cadre'));
  const places = areasOfMembers(members).flatMap(formsOfArea);
  const listed = inLists(text, below, staffOf(house.everybody).below, leaders, places);
  const led = leaders
    .map((person) => ({ person, calls: callsOfLed(person, members) }))
    .filter(({ person, calls }) => isOfficeCalled(text, person, calls, members));
  const isLed = (person: Person): boolean =>
    !isHead(person) && led.some(({ calls }) => calls.some((call) => callsOf(person).includes(call)));
  const byName = [
    ...below.filter((person) => isOfficeCalled(text, person, callsAmong(person, below), members)),
    ...led.map(({ person }) => person),
    ...(OWN_OFFICE.test(text) ? below.filter(({ title }) => HEADS_OFFICE.test(title)) : []),
  ];
  const asked = withoutStaff([...byName, ...listed, ...addedToList(text, below)], text).filter(
    (person) => !isLed(person) && (!HEADS_ONLY.test(text) || isHead(person) || !hasOtherHead(person, house.everybody)),
  );
  if (isCountedList(text, new Set(withoutStaff(listed, text)).size)) return [...new Set(asked)];
  const every = everyOffice(text, below, house);
  const included = every.length > 0 ? staff.filter((person) => isIncluded(text, person)) : [];
  return [...new Set([...every, ...included, ...asked])];
}

/** 执法队 of 街道办事处副主任兼综合行政执法队队长: what a leader heads besides the whole. */
function callsOfLed(person: Person, members: readonly Person[]): readonly string[] {
  const led = officesOf(person).filter((office) => !OF_THE_WHOLE.test(office) && headsIt(person, office));
  const calls = led.flatMap((office) => [office, withoutSeat(office), ...contracted(office), ...contracted(withoutSeat(office))]);
  return [...new Set(calls)].filter((call) => !members.some((other) => other !== person && isHead(other) && callsOf(other).includes(call)));
}

const OF_THE_WHOLE = /(?:局|委|政府|办事处|街道|[镇乡县区市])$/u;

function headsIt({ title }: Person, office: string): boolean {
  const behind = title.slice(title.indexOf(office) + office.length);
  return /^(?:主任|[大中支总]?队长|站长|所长|部长|组长|负责人|书记|长)/u.test(behind);
}

/** "请办公室、建设股各报一张": what keeps the papers of the whole, in a list or told what to do. */
const OWN_OFFICE = /(?:^|[,。;:、\s请和及与由])(?:本?局)?办公室(?=[、,:和及与]|各|把|牵头|负责|主任|的(?:人|同志|赶紧))/u;
const HEADS_OFFICE = /^(?:[\u4e00-\u9fff]{1,10}局)?办公室主任/u;

/** "各办(应急、规建、卫健)": each of those. */
const EACH_LISTED = /各(?:办公?室?|科室?|股室?|站所?|所站|部门|单位)[:]?\((?<list>[^()]{4,60})\)/u;

/** Who heads an office and names it beside others means himself, and nobody below him. */
export function withoutOwnOffice(asked: readonly Person[], sender: Person | undefined): readonly Person[] {
  if (sender === undefined || !isHead(sender)) return asked;
  return asked.filter(
    (person) => officesOf(person).at(-1) !== officesOf(sender).at(-1) || isHead(person) || HEADS_OFFICE.test(person.title),
  );
}

function everyOffice(text: string, below: readonly Person[], { everybody, speech: { units } }: House): readonly Person[] {
  const { count, kind, kinds: countedKinds, sections } = COUNTED.exec(text)?.groups ?? {};
  // 各所、各股室: places of one's own may stand beside the offices. 各校, 各院 alone are places.
  const kinds = matchesOf(EVERY, text)
    .map(({ groups }) => groups?.['kinds'] ?? '')
    .filter((kind) => !units.includes(kind) && !/^[院校、]+$/u.test(kind));
  const isEvery = kinds.length > 0;
  if (count === undefined && !isEvery) return NOBODY;
  const heads = headsAmong(below)
    .filter((person) => !headsWhole(person, below) && !leadsTeam(person))
    .filter((person) => countedKinds === undefined || [...countedKinds].some((one) => isOfKind(person, one)));
  const [only = '', another] = kinds;
  const ofOneKind = another === undefined && ONE_KIND.test(only) ? heads.filter((person) => isOfAny(person, only)) : [];
  if (isEvery && ofOneKind.length >= SEVERAL)
    return only.length === 1 ? ofOneKind : heads.filter((person) => ofOneKind.includes(person) || !isWholeBody(person));
  // Who counts his own office with them is none of those who listen.
  const all = numberOf(count);
  const ofKindCalled = EACH_HEAD.exec(text)?.groups?.['kind'];
  if (ofKindCalled !== undefined) return below.filter((person) => headsKind(person, ofKindCalled));
  if (!isEvery) return heads.length === all || (all > OWN_TOO && heads.length === all - 1) ? heads : ofKind(heads, kind ?? sections, all);
  // "每个站": of that kind; "各办, 各站所" are all of them, whatever they are called.
  if (EACH.test(text)) return heads.filter((person) => kinds.some((kind) => [...kind].some((one) => isOfKind(person, one))));
  const asked = [...heads, ...loneStaff(below, everybody)];
  if (asked.length > 1) return asked;
  // Whoever speaks to the stations of several towns means the one that sits there.
  return heads.length === 1 && kinds.some((kind) => isOfKind(heads[0], kind)) ? heads : headsAmong(staffOf(everybody).below);
}

/** "各股": where there are several of just that kind, the office that isn't called so is none of them; "各股室" are all but 县疾控, 县医院. */
const ONE_KIND = /^[股科]室?$/u;
const SEVERAL = 3;

function headsKind(person: Person, kind: string): boolean {
  return officesOf(person).some((office) => office.endsWith(kind) && heads(person, office) && !person.title.includes(`${office}副`));
}

/** Heads are called; that of this office has called them himself. */
const HEADS_ONLY = /负责人|负责同志|主要领导|一把手/u;

function hasOtherHead(person: Person, everybody: readonly Person[]): boolean {
  return everybody.some((other) => other !== person && isHead(other) && officeOf(other) === officeOf(person));
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

const LONE_STAFF = /(?:干事|科员|教导员|指导员)$/u;

const headsAmong = once((staff: readonly Person[]): readonly Person[] =>
  staff.filter((person) => isOffice(officeOf(person)) && HEAD.test(person.title)),
);

/** A roster's offices that have a head. */
const headedAmong = once((everybody: readonly Person[]): ReadonlySet<string | undefined> => new Set(headsAmong(everybody).map(officeOf)));

const NOBODY: readonly Person[] = [];

const staffOf = once((members: readonly Person[]) => {
  const staff = members.filter(
    (person) =>
      (servesWhole(person) || headsOwnBody(person) || (standsAbovePlaces(person) && isHead(person) && !person.title.includes('副'))) &&
      person.roles.includes('cadre'),
  );
  // A leader may head an office besides: 副镇长、经济发展局局长; a 武装部 is none of those that are called together.
  return {
    staff,
    below: staff.filter((person) => !person.roles.includes('leader') || (isHead(person) && officeOf(person)?.endsWith('部') === false)),
  };
});

/** 派出所所长 of the place that is the 派出所. */
function headsOwnBody({ title, areas }: Person): boolean {
  return areas.length > 0 && areas.every((area) => OWN_BODY.test(area) || (A_BODY.test(area) && title.includes(area))) && HEAD.test(title);
}

const A_BODY = /(?:站|所|中心|[大支]队|社|场|股|科|办|处)$/u;
const OWN_BODY = new RegExp(`(?:${STATE_BODY}|国有林场|农技站|供销社)$`, 'u');

/** 卫生院院长 heads what the offices of the others are parts of: 卫生院公卫科科长. */
function headsWhole(person: Person, staff: readonly Person[]): boolean {
  const office = officeOf(person) ?? '';
  const isHeadOfIt = !/[副、,，兼]/u.test(person.title) && person.title.startsWith(office);
  return person.roles.includes('leader') && isHeadOfIt && staff.filter(({ title }) => title.startsWith(office)).length > 2;
}

/** A team is none: "各局办" leaves it out. */
function isOffice(office: string | undefined): boolean {
  return office !== undefined && !/(?:组|专班|工作队)$/u.test(office);
}

/** An office that is asked is its head, who passes it on; without one among them it is whoever works there. */
function withoutStaff(people: readonly Person[], text: string): readonly Person[] {
  return people.filter(
    (person) =>
      headsWholeOffice(person) ||
      headsSectionNamed(person, text) ||
      !people.some((other) => headsWholeOffice(other) && areOfOneOffice(other, person)),
  );
}

/** "组织科、干部科各出2人", beside who is vice head of the whole 组织部. */
function headsSectionNamed(person: Person, text: string): boolean {
  const [whole, section] = officesOf(person);
  return whole !== undefined && section !== undefined && text.includes(section) && heads(person, section);
}

/** 防汛办信息员 sits in what 县防汛抗旱指挥部办公室主任 heads. */
function areOfOneOffice(head: Person, person: Person): boolean {
  const [own, of] = [officeOf(head), officeOf(person)];
  return own === of || (own !== undefined && of !== undefined && OF_HEADQUARTERS.test(own) && contracted(withoutSeat(own)).includes(of));
}

const OF_HEADQUARTERS = /(?:指挥部|领导小组|委员会)办公室$/u;

/** Heads one of his offices: 县卫健局医政股股长 heads the section. */
const isHead = once((person: Person): boolean => officesOf(person).some((office) => heads(person, office)));
/** Heads the first of them. */
const headsWholeOffice = once((person: Person): boolean => heads(person, officeOf(person) ?? ''));

function heads({ title }: Person, office: string): boolean {
  return office !== '' && HEAD_AFTER.test(title.slice(title.indexOf(office) + office.length));
}

/** What follows an office that is asked; a noun behind it tells whose thing is spoken of ("林业站坟山火源点"). */
const ASKED_AFTER =
  /^(?:$|[、,:;。()和及与\s—-]|主要|负责|主任|站长|所长|股长|科长|部长|院长|局长|处长|组长|请|要|把|将|于|对|就(?!是|在|用)|同志|各|也|都|下?周[一二三四五六日末]|参加|出席|列席|到[会场位]|上线|一起|分管|副|都|今|明|后|本|先|派|牵头|配合|协助|会同|联合|现场|到场|务必|尽快|抓紧|马上|立即|你们|的同志|手[上里头]|[那这]边|报(?=$|[,。;、我数人\d]|一下|本[周月季年]|[个张份][^,。;]{0,6}[表数单]?)|的(?:人(?![数员])|赶紧|马上|抓紧|[几两三四五][位个]|各位|同事)|加[个把]?班|帮(?:我|忙|着)|来人|出人|到时|从[^,。;]{1,8}[调抽派拿运]|来[一1]|出(?![台现来事了的具过纳示]))/u;

/** 党政办社事办财政所三家: a list without marks. */
const OFFICE_NEXT =
  /^[\u4e00-\u9fff]{1,5}(?:办|站|所|中心|队|场|院)(?:[\u4e00-\u9fff]{1,5}(?:办|站|所|中心|队|场|院))*(?:[两三四五六]家|各|[,:、])/u;

/** 疾控中心主任, 县医院分管副院长: of several people of an office the one who is called. */
const HEAD_AFTER = /^(?:分管)?(?<head>副?(?:主任|[大中支总]队长|[站所股科局处院校队部组馆团]长|经理))/u;

/** "表报县疾控中心", "转财务项目股": of a name that is only told, no shorter one within it is called either. */
function isOfficeCalled(text: string, person: Person, calls: readonly string[], members: readonly Person[]): boolean {
  const stands = calls.filter((office) => text.includes(office));
  // "执法大队仇立军同志负责": whose office it is that one of its people has.
  const others = stands.length === 0 ? NOBODY : members.filter((other) => other !== person && text.includes(other.name));
  let rest = stands.flatMap((office) => others.map(({ name }) => office + name)).reduce(without, text);
  const said = stands.filter((office) => rest.includes(office));
  for (const office of said.toSorted((a, b) => b.length - a.length)) {
    if (isAsked(rest, office, person)) return true;
    rest = rest.replaceAll(office, '…'.repeat(office.length));
  }
  return false;
}

function without(text: string, words: string): string {
  return text.replaceAll(words, '…'.repeat(words.length));
}

function isAsked(text: string, office: string, { name, title, duties }: Person): boolean {
  const at = text.indexOf(office);
  if (at < 0 || isHandInTarget(text, office)) return false;
  const after = text.slice(at + office.length);
  const head = HEAD_AFTER.exec(after)?.groups?.['head'];
  if (head !== undefined && !title.includes(head)) return false;
  if (WANTS.test(after)) return false;
  const isHead = LIST_HEAD.test(text.slice(0, at)) && !TOLD_AFTER.test(after);
  // 县医院发热门诊: what of the office is asked is his duty.
  if (!isHead && !ASKED_AFTER.test(after) && !OFFICE_NEXT.test(after) && ![name, ...duties].some((word) => after.startsWith(word)))
    return false;
  return (
    !/[报交送发到至转按给跟由在以]$|配合$|协助$|(?:发布|来源|发文|制发|印发|签发):$/u.test(text.slice(Math.max(0, at - 3), at)) &&
    !isSignature(text, at, office)
  );
}

/** "消防所要自查表": who wants something. */
const WANTS = /^(?:又|也|还|今年|这次)?要(?:的|求|[^,。;:!?]{0,6}(?:表|数|名单|材料|台账|清单|报告|照片|家底|底册|底数)(?=[,。;:!?(“]|$))/u;
/** "二、景区公司关闭徒步线": what an item begins with is whom it asks. */
const LIST_HEAD = /^\s*[(（]?[\d一二三四五六七八九十①-⑳]{1,3}[)）.、]\s*$/u;
const TOLD_AFTER = /^(?:的|说|讲|通知|来[电文信]|发[布来文]|定|转|在|和|已|还|是|那|这|刚|昨|会)/u;

/** "各股室(考试中心算在内)": an office that a leader heads, counted in by name. */
function isIncluded(text: string, person: Person): boolean {
  const named = /[(](?<names>[^()]{2,16}?)(?:也?算在内|也要|含|除外)?[)]/u.exec(text)?.groups?.['names'];
  if (named === undefined || !person.roles.includes('leader')) return false;
  return person.title.includes(named.replace(/(?:也?算在内|也要|含)$/u, ''));
}

/** The last line of a notice, with or without its date. */
function isSignature(text: string, at: number, office: string): boolean {
  return /^[^,。\n]{0,8}\s*(?:$|\n\s*\d{4}年|\d{4}年)/u.test(text.slice(at + office.length)) && /\n[^\n]{0,12}$/u.test(text.slice(0, at));
}
