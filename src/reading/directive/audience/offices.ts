/** Which offices a text asks: by their names, in lists, or all of them ("各办所"). */
import type { Person } from '../../../model/organisation.ts';
import { formsOfArea } from './areas.ts';
import { areasOfMembers } from './areas-spoken.ts';
import { everyOffice, type House } from './every-office.ts';
import { isHandInTarget } from './named.ts';
import { addedToList, inLists, isCountedList } from './office-lists.ts';
import { callsAmong, callsOf, contracted, officeOf, officesOf, withoutSeat } from './office-names.ts';
import { HEAD_AFTER, heads, headsWholeOffice, isHead, staffOf } from './office-staff.ts';

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
    (person) =>
      !isLed(person) && (!HEADS_ONLY.test(text) || isHead(person) || text.includes(person.name) || !hasOtherHead(person, house.everybody)),
  );
  if (isCountedList(text, new Set(withoutStaff(listed, text)).size)) return [...new Set(asked)];
  const every = everyOffice(text, below, house);
  const aides = every.length > 0 && WITH_STAFF.test(text) ? below.filter(({ title }) => AIDE.test(title)) : [];
  const included = every.length > 0 ? staff.filter((person) => isIncluded(text, person)) : [];
  return [...new Set([...every, ...aides, ...included, ...asked])];
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

/** Heads are called; that of this office has called them himself. */
const HEADS_ONLY = /负责人|负责同志|主要领导|一把手/u;

function hasOtherHead(person: Person, everybody: readonly Person[]): boolean {
  return everybody.some((other) => other !== person && isHead(other) && officeOf(other) === officeOf(person));
}

/** "各科室负责人及干事". */
const WITH_STAFF = /负责(?:人|同志)(?:及|和|、|与|、各)(?:干事|科员|办事员|工作人员)/u;
const AIDE = /(?:干事|科员|办事员)(?:[、(]|$)/u;

const NOBODY: readonly Person[] = [];

/** An office that is asked is its head, who passes it on; without one among them it is whoever works there. */
function withoutStaff(people: readonly Person[], text: string): readonly Person[] {
  return people.filter(
    (person) =>
      (headsWholeOffice(person) && !people.some((other) => isSectionOf(other, person, text))) ||
      headsSectionNamed(person, text) ||
      !people.some((other) => headsWholeOffice(other) && areOfOneOffice(other, person)),
  );
}

/** "组织科、干部科各出2人", beside who is vice head of the whole 组织部. */
function headsSectionNamed(person: Person, text: string): boolean {
  const [whole, section] = officesOf(person);
  return whole !== undefined && section !== undefined && text.includes(section) && !isHandInTarget(text, section) && heads(person, section);
}

/** "县财政局预算股报一份": the section is asked, and not the bureau, which is named nowhere else. */
function isSectionOf(chief: Person, head: Person, text: string): boolean {
  const [whole, section] = officesOf(chief);
  if (chief === head || whole === undefined || whole !== officeOf(head) || !headsSectionNamed(chief, text)) return false;
  const rest = callsOf(head).reduce((words, call) => words.replaceAll(`${call}${section}`, '…'), text);
  return rest !== text && !callsOf(head).some((call) => rest.includes(call));
}

/** 防汛办信息员 sits in what 县防汛抗旱指挥部办公室主任 heads. */
function areOfOneOffice(head: Person, person: Person): boolean {
  const [own, of] = [officeOf(head), officeOf(person)];
  return own === of || (own !== undefined && of !== undefined && OF_HEADQUARTERS.test(own) && contracted(withoutSeat(own)).includes(of));
}

const OF_HEADQUARTERS = /(?:指挥部|领导小组|委员会)办公室$/u;

/** What follows an office that is asked; a noun behind it tells whose thing is spoken of ("林业站坟山火源点"). */
const ASKED_AFTER =
  /^(?:$|[、,:;。()和及与\s—-]|主要|负责|主任|站长|所长|股长|科长|部长|院长|局长|处长|组长|请|要|把|将|于|对|就(?!是|在|用)|同志|各|也|都|下?周[一二三四五六日末]|参加|出席|列席|到[会场位]|上线|一起|分管|副|都|今|明|后|本|先|派|牵头|配合|协助|会同|联合|现场|到场|务必|尽快|抓紧|马上|立即|你们|的同志|手[上里头]|[那这]边|报(?=$|[,。;、我数人\d]|一下|本[周月季年]|[个张份][^,。;]{0,6}[表数单]?|(?:完成)?[\u4e00-\u9fff]{0,6}(?:表|数|名单|清单|台账|情况|投资额?|总结|计划|方案|信息|材料)(?=[,。;!\s]|$))|(?:\d{1,2}月)?\d{1,2}(?:[日号]|[点:])[^,。;!?了过]{0,10}前(?=[报交填送把将]|上报|完成|到[会岗场位])(?![^,。;!?]{1,8}的)|的(?:人(?![数员])|赶紧|马上|抓紧|[几两三四五][位个]|各位|同事)|加[个把]?班|帮(?:我|忙|着)|在(?![^,。;!?]*[了过着的]|[^。;!?\n]*,[^。;!?\n]*(?:各|[村社区镇乡])|[核催等查收审忙])[^,。;:!?]{1,14}(?:各?[立设摆贴]|张贴|值守)|来人|出人|到时|从[^,。;]{1,8}[调抽派拿运]|来[一1]|出(?![台现来事了的具过纳示]))/u;

/** 党政办社事办财政所三家: a list without marks. */
const OFFICE_NEXT =
  /^[\u4e00-\u9fff]{1,5}(?:办|站|所|中心|队|场|院)(?:[\u4e00-\u9fff]{1,5}(?:办|站|所|中心|队|场|院))*(?:[两三四五六]家|各|[,:、])/u;

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
    !/[报交送发到至转按给跟由在以]$|(?<!请)把$|要求$|配合$|协助$|(?:发布|来源|发文|制发|印发|签发):$/u.test(
      text.slice(Math.max(0, at - 3), at),
    ) && !isSignature(text, at, office)
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
