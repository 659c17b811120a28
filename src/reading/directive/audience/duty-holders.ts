/** Whose duty a danger or a demand is: by its kind (data/lexicon/duties.json), by a duty that one person alone has, by the words of a duty themselves. */
import duties from '../../../../data/lexicon/duties.json' with { type: 'json' };
import type { Organisation, Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { servesWhole } from '../../standing.ts';
import { type WordPlaces, wordPlaces } from '../../text/word-places.ts';

interface Duty {
  /** Words of what is told. */
  readonly about: RegExp;
  /** Words of a title or a duty that answers for it. */
  readonly duty: RegExp;
}

const WATCHES = new RegExp(duties.misconduct.duty.join('|'), 'u');
const WHOLE = /全面/u;

const DUTIES: readonly Duty[] = duties.duties.map(({ about, duty }) => ({
  about: new RegExp(about.join('|'), 'u'),
  duty: new RegExp(duty.join('|'), 'u'),
}));
/** Is it a kind of danger or demand that some office answers for? */
export function isSomebodysDuty(text: string): boolean {
  return dutiesOf(text).length > 0;
}

/** Several ask this of the same text one after another. */
let last: { readonly text: string; readonly duties: readonly Duty[] } | null = null;

/** The kinds of danger and demand that a text tells. */
export function dutiesOf(text: string): readonly Duty[] {
  if (last?.text !== text) last = { text, duties: DUTIES.filter(({ about }) => about.test(text)) };
  return last.duties;
}

/** "光伏井的板子": whoever alone has a word of it among their duties, in whatever group it was told. */
export function specialists(text: string, org: Organisation): readonly Person[] {
  const { words, holders } = soleDuties(org);
  return [...words.find(text)].flatMap((word) => holders[word] ?? []);
}

/** The duties that one person of the organisation alone has, and who that is. */
const soleDuties = once(({ people }: Organisation): { readonly words: WordPlaces; readonly holders: readonly Person[] } => {
  const byDuty = new Map<string, Person[]>();
  for (const person of people) {
    for (const duty of new Set(person.duties)) byDuty.set(duty, [...(byDuty.get(duty) ?? []), person]);
  }
  const sole = [...byDuty].flatMap(([duty, holders]) =>
    duty.length >= 2 && holders.length === 1 && holders[0]?.areas.length === 0 ? [[duty, holders[0]] as const] : [],
  );
  return { words: wordPlaces(sole.map(([duty]) => duty)), holders: sole.map(([, holder]) => holder) };
});

/** For each kind of danger in the text those of a circle whose duty it is, in whatever group of it they sit. */
export function onDuty(text: string, circle: readonly Person[], everybody: readonly Person[]): readonly Person[] {
  return dutiesOf(text).flatMap(({ duty }) => holdersNear(circle, everybody, duty));
}

/** What is of no kind that has an office of its own is for those who see to emergencies. */
export function emergencyOffices(circle: readonly Person[], everybody: readonly Person[]): readonly Person[] {
  return holdersNear(circle, everybody, EMERGENCIES);
}

const EMERGENCIES = /应急|安全生产|安监|安委|周边安全|安全与?后勤|安全保卫|安保/u;

/** Of the circle; where nobody of it has that duty, the one or two of the whole organisation who have. */
function holdersNear(circle: readonly Person[], everybody: readonly Person[], duty: RegExp): readonly Person[] {
  const near = holdersIn(circle, duty);
  if (near.length > 0) return near;
  const far = holdersIn(everybody, duty);
  return far.length <= FEW_HOLDERS ? far : [];
}

/** More of them are those of as many places. */
const FEW_HOLDERS = 2;

/** Keeps an office of the whole, and leads nothing. */
export function isOfOffice(person: Person): boolean {
  return servesWhole(person) && !person.roles.includes('leader');
}

const titleAndDuties = once(({ title, duties }: Person): string => `${title} ${duties.join(' ')}`);
const holdersByDuty = once((_: readonly Person[]) => new Map<RegExp, readonly Person[]>());

/** A large circle is looked through once for each kind of danger. */
function holdersIn(circle: readonly Person[], duty: RegExp): readonly Person[] {
  const known = holdersByDuty(circle);
  let holders = known.get(duty);
  if (holders === undefined) {
    holders = circle.filter((person) => isOfOffice(person) && duty.test(titleAndDuties(person)));
    known.set(duty, holders);
  }
  return holders;
}

/** Those of the group in whose duties a longer word of the text stands itself: 高边坡, 石方爆破. */
export function namedDuty(text: string, members: readonly Person[]): readonly Person[] {
  return members.filter((person) => person.duties.some((duty) => duty.length >= 3 && !WHOLE.test(duty) && text.includes(duty)));
}

/** "社长收医保": the offices whose matter is named, however short its name; those of the group, else those of its circle. */
export function matterOf(text: string, members: readonly Person[], circle: readonly Person[]): readonly Person[] {
  const isTheirs = (person: Person): boolean => isOfOffice(person) && mattersOf(person).some((matter) => text.includes(matter));
  const here = members.filter(isTheirs);
  return here.length > 0 ? here : circle.filter(isTheirs);
}

/** 医保养老 are two. */
const mattersOf = once(({ duties }: Person): readonly string[] =>
  duties
    .filter((duty) => duty.length >= 2 && !WHOLE.test(duty))
    .flatMap((duty) => (duty.length === 4 ? [duty, duty.slice(0, 2), duty.slice(2)] : [...new Set([duty, duty.replace(WHAT_IS_DONE, '')])]))
    .filter((matter) => !ANY_OFFICE.test(matter)),
);

/** 协管员管理, 消毒药发放: what is done with them. */
const WHAT_IS_DONE = /(?<=..)(?:管理|监管|监督|工作|服务|登记|发放|审核|审批|核查|核发|调处|整治|巡查)$/u;
/** Of any office, so of none. */
const ANY_OFFICE = /^(?:工作|管理|日常|综合|协调|安全|生产|服务|办公|办公室|后勤)$/u;

/** Over conduct. */
export function watchesOver(person: Person): boolean {
  return WATCHES.test(titleAndDuties(person));
}

/** For the whole of an office or a place. */
export function answersForAll({ duties }: Person): boolean {
  return WHOLE.test(duties.join(' '));
}
