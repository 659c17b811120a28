/**
 * Who has to know of a danger or a demand: those who are spoken to, those who answer for the place, those whose duty it is,
 * and the leaders. A clue of misconduct goes to leaders and those whose duty it is alone, never to those it is about.
 */
import type { ConcernModel } from '../../../model/concern-model.ts';
import type { Envelope } from '../../../model/message.ts';
import type { Organisation, Person } from '../../../model/organisation.ts';
import type { Audience } from '../../../model/reading.ts';
import { once } from '../../once.ts';
import { givesTasks, servesWhole } from '../../standing.ts';
import { matchesOf } from '../../text/matches.ts';
import { clueIn, isMisconduct } from '../misconduct.ts';
import { areaStem } from './areas.ts';
import { areasIn, areasOfMembers } from './areas-spoken.ts';
import { concernSigns, type Told, toldIn } from './concern-signs.ts';
import { isLikelyConcerned, LIKELY, oddsOf, SHIPPED_CONCERNS } from './concern-worth.ts';
import {
  answersForAll,
  dutiesOf,
  emergencyOffices,
  isOfOffice,
  isSomebodysDuty,
  matterOf,
  namedDuty,
  onDuty,
  specialists,
  watchesOver,
} from './duty-holders.ts';
import { cadresOf } from './everybody.ts';
import { officesNamed } from './offices.ts';
import type { People } from './people.ts';
import { calledIn, namedIn, ownersIn, type Scene, sceneOf } from './scene.ts';
import { looksAfter } from './stationed.ts';

/** What is told as a demand may be a clue of misconduct. */
export function isLikelyClue(text: string, model: ConcernModel = SHIPPED_CONCERNS): boolean {
  return clueIn(text, model.clue) === 'likely';
}

/** Which of the two its words sound like. */
type Spoken = Exclude<Told['kind'], 'clue'>;

/** @param model that of the program where none is given */
export function concernedBy(
  text: string,
  message: Envelope,
  org: Organisation,
  kind: Spoken,
  model: ConcernModel = SHIPPED_CONCERNS,
): Audience {
  const scene = sceneOf(text, message, org);
  const clue = clueIn(text, model.clue);
  const isClue = clue === 'likely';
  const acting = isClue ? ofClue(scene, message, org, kind, model) : actingBy(readTold(scene, message, org, kind), model);
  const isWatched = clue === 'for leaders';
  const watching = isWatched ? watchersOf(circleOf(message, scene)).filter((person) => person !== scene.sender) : [];
  const people = [...acting, ...watching];
  return {
    people: [...new Set(people.map(({ id }) => id))].toSorted(),
    unclear: !isClue && !isWatched && !isSomebodysDuty(text) && calledUpon(scene).length === 0,
    says: '谁的地段、职责,和领导',
  };
}

/** What may be a clue, or a danger like any other, is also for those who would have to act on it, but for those whom it may be about. */
function ofClue(scene: Scene, message: Envelope, org: Organisation, kind: Spoken, model: ConcernModel): readonly Person[] {
  const suspects = suspectsIn(scene);
  const acting = isMisconduct(scene.text) ? [] : actingBy(readTold(scene, message, org, kind), model);
  const clue = readClue(scene, message);
  return [...clue.found, ...likeliest(clue, model), ...acting].filter((person) => !suspects.has(person));
}

/** Of those who may have to look into a clue the few whose duty it is most likely: it is for no more people than need to know. */
function likeliest(clue: Told, model: ConcernModel): readonly Person[] {
  return clue.candidates
    .flatMap((person) => (clue.found.has(person) ? [] : { person, odds: oddsOf(concernSigns(person, clue), model) }))
    .filter(({ odds }) => odds > LIKELY.clue)
    .toSorted((a, b) => b.odds - a.odds)
    .slice(0, MOST_BESIDE)
    .map(({ person }) => person);
}

/** Of 260 clues of labelled chats the two likeliest are 45 of the 93 who have to look into one and whom no rule finds, and 204 others. */
const MOST_BESIDE = 2;

/** A clue, those who watch over conduct, and who else of their circle may have to look into it. */
export function readClue(scene: Scene, message: Envelope): Told {
  const circle = circleOf(message, scene);
  const suspects = suspectsIn(scene);
  const found = new Set(watchers(scene, circle).filter((person) => person !== scene.sender && !suspects.has(person)));
  const isCandidate = (person: Person): boolean => person !== scene.sender && !suspects.has(person) && standsAbove(person);
  return toldIn({ kind: 'clue', scene, found, candidates: circle.filter(isCandidate) });
}

/** Of a place only who watches over it, or leads: a clue may be about anybody else there, though it names nobody. */
function standsAbove(person: Person): boolean {
  return person.areas.length === 0 || person.roles.includes('leader') || watchesOver(person);
}

/** What is told other than a clue, and whom the rules find. */
export function readTold(scene: Scene, message: Envelope, org: Organisation, kind: Spoken): Told {
  const circle = circleOf(message, scene);
  const named = charged(scene);
  // Whose it is has been said: nobody else has to find it out.
  const isGiven = named.length > 0 || isToldTo(scene);
  const found = new Set(acting(scene, org, circle, { kind, named, isGiven }));
  return toldIn({ kind, scene, found, candidates: isGiven ? [] : circle });
}

function actingBy(told: Told, model: ConcernModel): readonly Person[] {
  const others = told.candidates.filter((person) => !told.found.has(person) && isLikelyConcerned(person, told, model));
  return [...told.found, ...others];
}

function circleOf(message: Envelope, { people }: Scene): readonly Person[] {
  return people.circleOf(people.members(message));
}

function calledUpon(scene: Scene): readonly Person[] {
  return [...scene.mentioned, ...calledIn(scene, scene.text), ...calledByTitle(scene), ...ownersIn(scene, scene.text)];
}

/** Not what befalls everybody: "所有人家都停电了". */
const BIDDEN =
  /(?<=^|[,。;!\s])(?:各(?:点位|岗位|卡[口点]|组|岗)|在岗的?(?:同志|人员|各位)|群里的?各位)(?:人员|同志)?(?:都|全|马上|立即|立刻|赶紧|注意|请|把|先)/u;

interface Charge {
  readonly kind: Spoken;
  /** Those whom a work order charges. */
  readonly named: readonly Person[];
  readonly isGiven: boolean;
}

function acting(scene: Scene, org: Organisation, circle: readonly Person[], { kind, named, isGiven }: Charge): readonly Person[] {
  const { text, members, sender } = scene;
  const here = [...onDuty(text, circle, org.people), ...namedDuty(text, members)];
  const alone = specialists(text, org);
  const bound = here.length > 0 ? [...here, ...alone.filter((person) => members.includes(person))] : alone;
  // "各点位都停一下手,把自己那块看一遍".
  const everyone = BIDDEN.test(text) ? cadresOf(members) : [];
  const known = [...calledUpon(scene), ...everyone, ...named, ...bound];
  // A neighbours' group, or a handful of people: all who read it there may have to act.
  const isSmall = members.length <= (sender === undefined ? NEIGHBOURS : FEW);
  // Nobody's place or duty: the offices of the group have to find out whose it is.
  const finders = isSmall ? cadresOf(members) : bound.length > 0 || isGiven ? [] : findersIn(members);
  const onCall =
    kind === 'hazard' && !isGiven && (bound.length === 0 || !isSomebodysDuty(text)) ? emergencyOffices(circle, org.people) : [];
  const owners = kind === 'hazard' ? ownersHere(scene) : [];
  const all = [...known, ...owners, ...onCall, ...finders, ...leaders(members, text, circle)];
  return (all.length > 0 ? all : members).filter((person) => person !== sender);
}

/** Where no place is named it is that of the group, or of who tells it. */
function ownersHere(scene: Scene): readonly Person[] {
  const { text, groupName, sender, people } = scene;
  if (areasIn(text, people.everybody, people).length > 0) return [];
  const ofGroup = areasIn(groupName, scene.members, people);
  const ofTeller = sender === undefined || servesWhole(sender) ? [] : sender.areas;
  const here = ofGroup.length > 0 ? ofGroup : ofTeller;
  const owners = [here, areasAround(here, people)].map((areas) => areas.flatMap((area) => people.ownersOf(area)));
  return [...owners.flatMap((some) => (some.length <= FEW ? some : [])), ...people.everybody.filter((person) => looksAfter(person, here))];
}

/** 石桥头村 lies in no 石桥村. */
const OF_ITS_OWN = /(?:[村镇乡屯寨]|街道|社区|嘎查|苏木)$/u;

/** 云顶社区 of 云顶国际2座. */
function areasAround(areas: readonly string[], people: People): readonly string[] {
  const isAround = (other: string, area: string): boolean =>
    other !== area && areaStem(other).length > 1 && area.startsWith(areaStem(other)) && !OF_ITS_OWN.test(area);
  return areasOfMembers(people.everybody).filter((other) => areas.some((area) => isAround(other, area)));
}

/** "占武你现在折回去拦住": it is somebody's already; a leader who is called has yet to find out whose. */
function isToldTo(scene: Scene): boolean {
  const called = [...scene.mentioned, ...calledIn(scene, scene.text)];
  return givesTasks(scene.standing) && called.some(({ roles }) => !roles.includes('leader'));
}

const FEW = 5;
const NEIGHBOURS = 8;

/** The form of a work order names them: "承办:竹背村;协办:征迁办", "请黄羊滩村郑福全、规建办杜立成核实". */
const CHARGED =
  /(?:承办|协办|主办|责任|办理|牵头|交办|配合|协同)(?:单位|部门|人|科室)?[:]\s*(?<field>[^\n。;]{2,40})|请(?<asked>[^,。;\n]{2,30}?)(?:核实|核查|处置|办理|处理|调查|查[处清明办]|摸清|弄清|解决|回复|答复)/gu;

function charged(scene: Scene): readonly Person[] {
  return matchesOf(CHARGED, scene.text).flatMap(({ groups }) => {
    const words = groups?.['field'] ?? groups?.['asked'] ?? '';
    const here = officesNamed(words, scene.members);
    return [
      ...namedIn(scene, words),
      ...(here.length > 0 ? here : officesNamed(words, scene.people.everybody)),
      ...scene.people.everybody.filter(({ title }) => title.length >= FULL_TITLE && words.includes(title)),
    ];
  });
}

/** "承办:青杠水站、柏香村管水员": a title that says of which place it is, wherever its holder sits. */
const FULL_TITLE = 5;

/** Who heads the department that the group belongs to. */
function headsOfGroup({ members, department }: Scene): readonly Person[] {
  return department === '' ? [] : members.filter(({ title }) => title.includes(department));
}

/** The offices; in a group without any, such as a village's own, those who answer for it. */
function findersIn(members: readonly Person[]): readonly Person[] {
  const offices = officesOf(members);
  return offices.length > 0 ? offices : cadresOf(members);
}

function officesOf(members: readonly Person[]): readonly Person[] {
  return members.filter(isOfOffice);
}

/** "书记 闸口栏杆倒了", "校长再讲个事": the only one of the group with that title. */
function calledByTitle({ text, members }: Scene): readonly Person[] {
  const title = /^@?(?:[\u4e00-\u9fff]{0,4})?(?<title>书记|主任|校长|园长|站长|所长|经理)(?=[,\s!。再我你您问说]|$)/u.exec(text)?.groups?.[
    'title'
  ];
  if (title === undefined) return [];
  const holders = members.filter((person) => person.title.includes(title));
  const owners = holders.filter((person) => person.areas.length > 0);
  return holders.length === 1 ? holders : owners.length === 1 ? owners : [];
}

/** Leaders of the group; where none sits in it those of its circle whose duty it is, else those who answer for the whole. */
function leaders(members: readonly Person[], text: string, circle: readonly Person[]): readonly Person[] {
  const here = members.filter(({ roles }) => roles.includes('leader'));
  if (here.length > 0) return here;
  const all = leadersOf(circle);
  const wanted = dutiesOf(text).map(({ duty }) => duty);
  const bound = all.filter((person) => wanted.some((duty) => duty.test(person.duties.join(' '))));
  return bound.length > 0 ? bound : all.filter(answersForAll);
}

const leadersOf = once((circle: readonly Person[]) => circle.filter(({ roles }) => roles.includes('leader')));

const OFFICIALS =
  /村(?:里|上|头|干部|委|支书|书记|主任)|[乡镇县](?:里|上|头)|干部|书记|主任|站长|所长|领导|(?<!工作)[组社队]长(?![期年久时])|会计|文书|出纳/u;

/** Leaders, those who watch over conduct and whose matter it is. */
function watchers(scene: Scene, circle: readonly Person[]): readonly Person[] {
  const { text } = scene;
  const bound = [...onDuty(text, circle, scene.people.everybody), ...matterOf(text, scene.members, circle), ...headsOfGroup(scene)];
  return [...watchersOf(circle), ...askedToLook(scene), ...ownersOfClue(scene), ...bound];
}

function askedToLook(scene: Scene): readonly Person[] {
  return [...scene.mentioned, ...calledIn(scene, scene.text), ...charged(scene)];
}

function ownersOfClue(scene: Scene): readonly Person[] {
  const { text, sender, members } = scene;
  return [...ownersIn(scene, text), ...(sender === undefined ? members.filter(({ areas }) => areas.length > 0) : [])];
}

/** Of whom the clue may speak: who is named, and the officials of the place. */
function suspectsIn(scene: Scene): ReadonlySet<Person> {
  const called = new Set(askedToLook(scene));
  // Who was sent to watch over a place is not among those of the place that a clue speaks of.
  const officials = OFFICIALS.test(scene.text) ? ownersOfClue(scene).filter((person) => !watchesOver(person)) : [];
  return new Set([...namedIn(scene, scene.text), ...officials].filter((person) => !called.has(person)));
}

const watchersOf = once((circle: readonly Person[]) => circle.filter((person) => person.roles.includes('leader') || watchesOver(person)));
