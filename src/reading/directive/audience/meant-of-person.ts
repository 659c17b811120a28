/** The signs that one person is meant: how the words name them, their title and their place, and whether people like them were found. */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { addressesOf } from './address.ts';
import { hasPlace } from './meant-of-ask.ts';
import { isSingled, type MeantScene, PLACE_KINDS, placeKindOf, share, type Words } from './meant-scene.ts';
import { callsOf } from './office-names.ts';

export const SIGNS_OF_PERSON = [
  'isFound',
  'isMember',
  'name',
  'given',
  'alias',
  'titled',
  'familiar',
  'place',
  'placeWhole',
  'office',
  'officeWhole',
  'titleRun',
  'titleRunWhole',
  'dutyRun',
  'dutyRunWhole',
  'titleEnd',
  'titleEndWhole',
  'isMentioned',
  'leads',
  'placeCount',
  'placeKind',
  'likeCount',
  'likeShare',
  'likeFound',
  'isHead',
  'departmentRun',
  'groupRun',
  'senderTitleRun',
  'senderDutyRun',
  'rare',
  'rareLength',
  'rareStarts',
  'rareAt',
  'rareBeside',
  'rareHanded',
  'rareWhole',
  'surnameTitle',
  'placeMates',
  'placeRank',
  'mateFound',
  'placesFound',
  'likeNamed',
  'othersNamed',
  'domain',
  'isCounted',
] as const;
type SignOfPerson = (typeof SIGNS_OF_PERSON)[number];

export function signsOfPerson(person: Person, seen: MeantScene): readonly number[] {
  const values: Readonly<Record<SignOfPerson, number>> = {
    ...howNamed(person, seen, seen.wordsFor(person)),
    ...howTold(person, seen, seen.wordsFor(person)),
    ...amongOthers(person, seen),
  };
  return SIGNS_OF_PERSON.map((sign) => values[sign]);
}

type Signs<Name extends SignOfPerson> = Readonly<Record<Name, number>>;

/** By name, address, place, office, or by a run of their characters that few others have. */
function howNamed(person: Person, { scene }: MeantScene, { text, whole, runs, runsWhole }: Words) {
  const { titled, familiar } = addressesOf(person);
  const [inText, inOffice] = [hasPlace(text, person), hasOffice(text, person)];
  const { rarity, length, starts, at, beside, handed } = runs.of(person);
  return {
    name: Number(text.includes(person.name)),
    given: Number(person.name.length > 2 && text.includes(person.name.slice(1))),
    alias: Number(person.aliases.some((alias) => alias.length > 1 && text.includes(alias))),
    titled: Number(titled.some((form) => text.includes(form))),
    familiar: Number(familiar.some((form) => text.includes(form))),
    place: Number(inText),
    placeWhole: Number(whole === text ? inText : hasPlace(whole, person)),
    office: Number(inOffice),
    officeWhole: Number(whole === text ? inOffice : hasOffice(whole, person)),
    isMentioned: Number(scene.mentioned.includes(person)),
    rare: rarity,
    rareLength: length,
    rareStarts: Number(starts),
    rareAt: at,
    rareBeside: beside,
    rareHanded: Number(handed),
    rareWhole: runsWhole.of(person).rarity,
    surnameTitle: runs.surnameTitle(person),
  } satisfies Partial<Signs<SignOfPerson>>;
}

/** What the words, the group and who asks have in common with their title and duties. */
function howTold(person: Person, { scene: { sender, department, groupName } }: MeantScene, { text, whole }: Words) {
  const { title, duties } = person;
  const isAll = whole === text;
  const [titleRun, dutyRun, titleEnd] = [commonRun(title, text), longestOf(duties, text), Number(text.includes(title.slice(-2)))];
  return {
    titleRun,
    titleRunWhole: isAll ? titleRun : commonRun(title, whole),
    dutyRun,
    dutyRunWhole: isAll ? dutyRun : longestOf(duties, whole),
    titleEnd,
    titleEndWhole: isAll ? titleEnd : Number(whole.includes(title.slice(-2))),
    departmentRun: commonRun(title, department),
    groupRun: Math.max(commonRun(title, groupName), longestOf(duties, groupName)),
    senderTitleRun: sender === undefined ? 0 : commonRun(title, sender.title),
    senderDutyRun: sender === undefined ? 0 : Math.max(0, ...sender.duties.map((duty) => longestOf(duties, duty))),
    domain: pairsOf(person).filter((pair) => whole.includes(pair)).length,
  } satisfies Partial<Signs<SignOfPerson>>;
}

/** Whether they were found, and how they stand to those who were, and to those who are named. */
function amongOthers(person: Person, { scene: { members }, isFound, isMember, runs, kinds, places, singled, counted }: MeantScene) {
  const kind = placeKindOf(person);
  const { people, found, singled: alikeSingled, placesFound } = kinds.get(kind) ?? NOBODY;
  const mates = (places.get(person.areas[0] ?? '') ?? []).filter((other) => other !== person);
  const others = people.length - 1;
  const [ownFound, ownSingled] = [Number(isMember(person) && isFound(person)), Number(isMember(person) && isSingled(runs, person))];
  return {
    isFound: Number(isFound(person)),
    isMember: Number(isMember(person)),
    leads: Number(person.roles.includes('leader')),
    isHead: Number(HEAD.test(person.title)),
    isCounted: Number(counted.has(person)),
    placeCount: person.areas.length,
    placeKind: PLACE_KINDS.indexOf(kind),
    likeCount: people.length,
    likeShare: share(people.length, members.length),
    likeFound: share(found - ownFound, others),
    placeMates: mates.length,
    placeRank: mates.filter((other) => rankOf(other) > rankOf(person)).length,
    mateFound: share(mates.filter(isFound).length, mates.length),
    placesFound,
    likeNamed: share(alikeSingled - ownSingled, others),
    othersNamed: share(singled - ownSingled, members.length - 1),
  } satisfies Partial<Signs<SignOfPerson>>;
}

const NOBODY = { people: [], found: 0, singled: 0, placesFound: 0 };

function hasOffice(text: string, person: Person): boolean {
  return callsOf(person).some((call) => call.length > 1 && text.includes(call));
}

/** Of one place the secretary is asked before the deputy, and both before the clerk. */
function rankOf({ title }: Person): number {
  if (/副|助理|会计|文书|委员|专干|干事|网格员|联络员|信息员/u.test(title)) return 0;
  return /书记|主任|[局站所校科股院队园部场镇乡]长|经理|负责人/u.test(title) ? 1 : 0;
}

const HEAD = /(?:主任|书记|[局站所校科股院队园部]长|经理)$/u;

/** Pairs of characters of somebody's duties. */
const pairsOf = once(({ duties }: Person): readonly string[] => {
  const pairs = duties.flatMap((duty) => Array.from({ length: Math.max(0, duty.length - 1) }, (_, at) => duty.slice(at, at + 2)));
  return [...new Set(pairs)];
});

function longestOf(words: readonly string[], text: string): number {
  return words.reduce((longest, word) => Math.max(longest, commonRun(word, text)), 0);
}

/** How many characters in a row of a word stand in a text, at most. */
function commonRun(word: string, text: string): number {
  let longest = 0;
  for (let from = 0; from + longest < word.length; from++) {
    while (from + longest < word.length && text.includes(word.slice(from, from + longest + 1))) longest++;
  }
  return longest;
}
