/** What may make a danger or a demand somebody's to act on: signs, which weigh what the concern model learned. */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { servesWhole } from '../../standing.ts';
import { areasIn } from './areas-spoken.ts';
import type { Scene } from './scene.ts';
import { looksAfter } from './stationed.ts';

/** Of a person and what is told: how they stand to it and to the group; each of its words goes with each word of their post. */
export interface ConcernSigns {
  readonly facts: readonly string[];
  readonly words: readonly string[];
  readonly posts: readonly string[];
}

/** What is told, as far as it is the same for everybody. */
export interface Told {
  readonly kind: 'hazard' | 'appeal' | 'clue';
  readonly scene: Scene;
  /** Whom the rules find. */
  readonly found: ReadonlySet<Person>;
  /** Who else may have to act: those of the circle of the group, unless it is somebody's already. */
  readonly candidates: readonly Person[];
  /** Pairs of characters in it. */
  readonly words: readonly string[];
  /** Of the name and the department of the group. */
  readonly groupWords: readonly string[];
  readonly owners: ReadonlySet<Person>;
  /** Those that are named, else those of who tells it. */
  readonly places: readonly string[];
  readonly namesPlace: boolean;
}

export function toldIn(given: Pick<Told, 'kind' | 'scene' | 'found' | 'candidates'>): Told {
  const { text, people, groupName, department } = given.scene;
  const areas = areasIn(text, people.everybody, people);
  return {
    ...given,
    words: runsOf(text),
    groupWords: runsOf(`${groupName} ${department}`),
    owners: new Set(areas.flatMap((area) => people.ownersOf(area))),
    places: areas.length > 0 ? areas : (given.scene.sender?.areas ?? []),
    namesPlace: areas.length > 0,
  };
}

export function concernSigns(person: Person, told: Told): ConcernSigns {
  const { words, kind } = told;
  const post = postOf(person);
  const stand = person.roles.includes('leader') ? 'leads' : servesWhole(person) ? 'serves' : told.owners.has(person) ? 'owns' : 'field';
  const facts = factsOf(person, told, shared(words, post.runs), shared(told.groupWords, post.runs));
  return {
    facts: [...facts, `kind ${kind}`, ...facts.map((fact) => `${kind} ${fact}`)],
    words,
    posts: [stand, ...post.words],
  };
}

function factsOf(person: Person, told: Told, says: number, saysGroup: number): readonly string[] {
  const { scene, found, owners, places, namesPlace } = told;
  const { sender, members, mentioned } = scene;
  const tells = person === sender;
  const here = tells || members.includes(person);
  const isFound = found.has(person);
  const owns = owners.has(person) ? 'owns' : namesPlace ? 'elsewhere' : 'nowhere';
  const leads = person.roles.includes('leader');
  const whole = servesWhole(person);
  const near = sender !== undefined && !namesPlace && sender.areas.some((area) => person.areas.includes(area));
  const after = looksAfter(person, places);
  const size = members.length <= 3 ? 'few' : members.length <= 6 ? 'some' : members.length <= 10 ? 'many' : 'crowd';
  return [
    `found ${isFound}`,
    `here ${here}`,
    owns,
    `leads ${leads}`,
    `tells ${tells}`,
    `near ${near}`,
    `whole ${whole}`,
    `says ${says}`,
    `group ${saysGroup}`,
    `rung ${mentioned.includes(person)}`,
    `after ${after}`,
    `after ${after} leads ${leads}`,
    `after ${after} here ${here}`,
    `outsider ${sender === undefined}`,
    `found ${isFound} here ${here}`,
    `found ${isFound} ${owns}`,
    `found ${isFound} whole ${whole}`,
    `found ${isFound} leads ${leads}`,
    `found ${isFound} says ${says}`,
    `found ${isFound} group ${saysGroup}`,
    `${owns} here ${here}`,
    `${owns} leads ${leads}`,
    `${owns} tells ${tells}`,
    `${owns} whole ${whole}`,
    `group ${saysGroup} here ${here}`,
    `says ${says} here ${here}`,
    `says ${says} group ${saysGroup}`,
    `near ${near} here ${here}`,
    `whole ${whole} here ${here}`,
    `whole ${whole} tells ${tells}`,
    `leads ${leads} here ${here}`,
    `${size} here ${here}`,
    `${size} whole ${whole}`,
    `leads ${leads} here ${here} whole ${whole} ${size}`,
    `leads ${leads} here ${here} says ${says} group ${saysGroup}`,
  ];
}

/** Two say as much as more. */
function shared(words: readonly string[], others: readonly string[]): number {
  return Math.min(2, words.filter((word) => others.includes(word)).length);
}

interface Post {
  /** Words that tell the post: duties and what the title begins with, and the pairs of characters in them. */
  readonly words: readonly string[];
  readonly runs: readonly string[];
}

export const postOf = once(({ title, duties }: Person): Post => {
  const words = [...duties, ...title.split(RANK)].filter((word) => word.length >= 2);
  return {
    words: [...new Set(words.flatMap((word) => [...(word.length <= 3 ? [word] : []), ...runsOf(word)]))],
    runs: runsOf(`${title} ${duties.join(' ')}`),
  };
});

const RANK = /主任|所长|站长|局长|副|书记|队长|科长|股长|干事|专干|党支部|党总支|中心|办公室|[兼、,，(（)）\s]/u;

/** Pairs of Chinese characters. */
export function runsOf(text: string): readonly string[] {
  const runs = text
    .split(/[^\u4e00-\u9fff]+/u)
    .flatMap((part) => Array.from({ length: Math.max(0, part.length - 1) }, (_, at) => part.slice(at, at + 2)));
  return [...new Set(runs)];
}
