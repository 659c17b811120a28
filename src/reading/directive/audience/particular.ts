/** The reader of whoever is named: persons, titles, offices, places, circles that several share. */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { formsOfArea } from './areas.ts';
import { areasIn } from './areas-spoken.ts';
import { withoutTold } from './asides.ts';
import { ALL_HERE, circlesNamed, EVERY_ROOM, isToEverybody } from './everybody.ts';
import { withoutExcepted } from './excepted.ts';
import { isCalled, isHost } from './named.ts';
import { partsGiven, sentencesGiven } from './parts-given.ts';
import { calledIn, namedIn, officesIn, outsideIn, ownersIn, type Scene } from './scene.ts';

const NOBODY: readonly Person[] = [];

/** Each of those who are named: 文博、聂峰每人三分钟. */
const EACH = /每个?人/gu;

function calledBesideAll(scene: Scene): readonly Person[] {
  const called = [...calledIn(scene, scene.text), ...outsideIn(scene).filter((person) => isCalled(person, scene.text))];
  return called.filter((person) => !isHost(person, scene.text));
}

/** "本群所有人今晚九点上线,志伟主持". */
const STARTS_WITH_EVERYBODY = /^(?:本群|咱们?群|群里)的?(?:所有人|全体)|^在座的?(?:各位|同志|都)/u;

/** "各位,…请铜锣巷社区和城建办共同上门": a place that is bidden is asked, whoever is hailed before. */
function placesBid(scene: Scene): readonly Person[] {
  const bids = matchesOf(BIDS, scene.text).map(({ groups }) => groups?.['who'] ?? '');
  return bids.flatMap((who) =>
    ownersIn(scene, who).filter(({ areas }) => areas.some((area) => formsOfArea(area).some((form) => who.startsWith(form)))),
  );
}

/** "锡箔弄11号、马衙前5号两处的申请…柏书记、长林书记,13号前送我": where one of each place is named, the places only tell of what. */
function withoutMates(people: readonly Person[], places: readonly string[], named: readonly Person[]): readonly Person[] {
  const isTheirs = (place: string): boolean => named.some(({ areas }) => areas.includes(place));
  return places.length > 1 && places.every(isTheirs)
    ? people.filter((person) => named.includes(person) || !person.areas.some((area) => places.includes(area)))
    : people;
}

const BIDS = /(?<![邀申聘])请(?<who>[\u4e00-\u9fff]{2,16}?)(?=共同|联合|一起|负责|核实|上门|派人|安排|协助|配合|尽快|抓紧|马上)/gu;

/** First by what is asked alone, then by all that is said. */
export function particular(scene: Scene): readonly Person[] | null {
  const text = withoutTold(scene.text);
  const asked = text === scene.text ? null : named({ ...scene, text });
  return asked !== null && asked.length > 0 ? asked : named(scene);
}

function named(scene: Scene): readonly Person[] | null {
  const { text, members, people } = scene;
  // "施乡长带队,本群的都来": who leads them there doesn't come alone.
  if (ALL_HERE.test(text) || EVERY_ROOM.test(text) || STARTS_WITH_EVERYBODY.test(text)) return null;
  const isToAll = isToEverybody(text.replaceAll(EACH, '')) || scene.mentionsAll;
  const areas = areasIn(text, members, people);
  // Who rings everybody, or speaks to all, only tells of those whom he doesn't call.
  const given = isToAll ? NOBODY : sentencesGiven(scene);
  const persons = [
    ...(isToAll ? calledBesideAll(scene) : namedIn(scene, text)),
    ...partsGiven(scene),
    // "丛亮带两台车;盛院长救护车开到北门等": each begins a sentence of the list.
    ...(new Set(given).size > 1 ? given : NOBODY),
  ];
  // Beside names and beside "大家" one place is where it happens, not who is asked.
  const isPlace = areas.length < 2 && (isToAll || persons.length > 0);
  const asked = [
    ...scene.mentioned,
    ...withoutMates([...persons, ...(isPlace ? placesBid(scene) : ownersIn(scene, text))], areas, namedIn(scene, text)),
    ...officesIn(scene),
    ...circlesNamed(text, members),
  ];
  return withoutExcepted(asked, text);
}
