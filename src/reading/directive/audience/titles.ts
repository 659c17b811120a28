/** Of the several people of a place those who are called: by a title that they hold, or in a town by their line. */
import type { Person } from '../../../model/organisation.ts';
import { TOWN_FIRST } from '../../../model/seats.ts';
import { matchesOf } from '../../text/matches.ts';
import { TOWN } from './areas.ts';
import { isHandInTarget } from './named.ts';
import { contracted } from './office-names.ts';
import type { People } from './people.ts';

export function titlesCalled(text: string, { speech }: People): readonly string[] {
  const groups = speech.headTitles.exec(text.replaceAll(SPARED, ''))?.groups;
  return (groups?.['titles'] ?? groups?.['alone'] ?? '').match(speech.title) ?? [];
}

/** "各社区安全员都来,书记不用来". */
const SPARED = /(?:书记|支书|主任|[站所校园院]长)们?(?:就|都|可以)?不(?:(?:用|必|消)(?:来|去|到|参加|报|管)|来|去|参加)了?(?=[,。;!]|$)/gu;

export function holdsOne(owner: Person, titles: readonly string[]): boolean {
  return titles.some((title) => holds(owner, title === '支书' ? '书记' : title));
}

/** Those without an area whose title names a body and then what somebody is in it: 机动中队中队长, 宁康物业经理. */
export function headsApart(body: string, head: RegExp, members: readonly Person[]): readonly Person[] {
  return headsOf(body, head, members).filter(({ areas }) => areas.length === 0);
}

/** The same, whatever area they have. */
export function headsOf(body: string, head: RegExp, members: readonly Person[]): readonly Person[] {
  return members.filter(({ title }) => {
    const at = title.indexOf(body);
    return at >= 0 && head.test(title.slice(at + body.length));
  });
}

/** Of several people of one area those with the title that is called: "各村书记" leaves the clerk out. */
export function titled(text: string, owners: readonly Person[], people: People): readonly Person[] {
  const titles = titlesCalled(text, people);
  const isMain = MAIN.test(text);
  const isCalled = (owner: Person): boolean =>
    holdsOne(owner, titles) || isCalledInTown(owner, text) || (isMain && HEAD_OF_PLACE.test(owner.title));
  const section = sectionCalled(text, owners, people);
  const called = withoutSent(
    owners.filter((owner) => isCalled(owner) || (section !== null && isOfSection(owner, section))),
    text,
  );
  const areas = new Set(called.flatMap((owner) => owner.areas));
  return owners.filter((owner) => called.includes(owner) || !owner.areas.some((area) => areas.has(area)));
}

/** "各院公卫注意", "各校食堂今天…": the section of each that stands right behind them and in the titles of some of their people. */
function sectionCalled(text: string, owners: readonly Person[], { speech }: People): string | null {
  for (const { index, 0: whole } of [...matchesOf(speech.every, text), ...matchesOf(speech.counted, text)]) {
    const rest = text.slice(index + whole.length);
    for (const length of [4, 3, 2]) {
      const words = rest.slice(0, length);
      if (words.length === length && !OF_THE_WHOLE.test(words) && isOfSome(words, owners)) return words;
    }
  }
  return null;
}

/** What the whole place is called as well. */
const OF_THE_WHOLE = /党|支部|两委|村委|居委|村民|委员|社区|书记|主任|负责|干部|[^\u4e00-\u9fff]/u;

function isOfSome(words: string, owners: readonly Person[]): boolean {
  return owners.some((owner) => isOfSection(owner, words)) && owners.some((owner) => !isOfSection(owner, words));
}

/** By title, or by a duty that is a post: "各社区退管员", who is its 社工 or its 副主任. */
function isOfSection({ title, duties }: Person, words: string): boolean {
  return title.includes(words) || (POST.test(words) && duties.some((duty) => duty.replace(/[(（].*$/u, '') === words));
}

const POST = /(?:员|专干|干事|联络人)$/u;

/** "各村主要负责人": who heads a village, whatever the title. */
const MAIN = /(?:主要(?:负责人|负责同志|领导)|一把手|主职)(?!签|盖|审|把关|确认|同意)/u;
const HEAD_OF_PLACE = /^(?!.*(?:第一书记|副|妇女|妇联|文书|会计|网格)).*(?:书记|主任|[镇乡]长)$/u;

/** "各村支书": who was sent to a village as its 第一书记 isn't called where it has a secretary of its own. */
function withoutSent(called: readonly Person[], text: string): readonly Person[] {
  if (!BRANCH.test(text) || SENT.test(text)) return called;
  const own = new Set(called.filter(({ title }) => !SENT.test(title)).flatMap(({ areas }) => areas));
  return called.filter(({ title, areas }) => !SENT.test(title) || !areas.some((area) => own.has(area)));
}

const BRANCH = /支书|书记/u;
const SENT = /第一书记/u;

/** "各乡镇分管负责同志、农办负责人": of the several people of a town those who are called by their line. */
function isCalledInTown({ title, areas }: Person, text: string): boolean {
  if (!areas.some((area) => TOWN.test(area))) return false;
  if (IN_CHARGE.test(text) && DEPUTY.test(title)) return true;
  return officesInTown(title).some((office) => text.includes(office) && !isHandInTarget(text, office));
}

const IN_CHARGE = /分管(?:负责同志|负责人|领导|同志|副?[镇乡]长|副主任)(?!签|审|把关|同意|确认)/u;
const DEPUTY = /副[镇乡]长|副主任|副书记/u;

/** 农办主任兼水利站负责人: 农办, 水利站; 农业水利综合站 is called 综合站, too. */
function officesInTown(title: string): readonly string[] {
  return matchesOf(OFFICE_IN_TOWN, title.replace(TOWN_FIRST, '')).flatMap(([office]) => [
    office,
    ...(SHORT_OFFICE.exec(office) ?? []),
    ...contracted(office).filter((short) => short.length > 3),
  ]);
}

/** The last word and what it is. */
const SHORT_OFFICE = /(?<=..)[\u4e00-\u9fff]{2}(?:办|站|所|中心)$/u;
const OFFICE_IN_TOWN = /[\u4e00-\u9fff]{1,8}?(?:办|站|所|中心)(?=主任|站长|所长|负责人)/gu;

/** 副书记, 书记助理 stand below the one who is called. */
export function holds({ title }: Person, word: string): boolean {
  if (!title.includes(word) || (word === '书记' && title.includes('文书'))) return false;
  return word !== '书记' || title.replaceAll(BELOW_SECRETARY, '').includes(word);
}

const BELOW_SECRETARY = /副书记|书记助理/gu;
