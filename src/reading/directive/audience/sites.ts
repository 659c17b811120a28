/**
 * "橹湾、青滩、沙嘴三个渡口": a site that stands in a list beside places, and which no area is called by, but a duty of somebody
 * who answers for an area is (橹湾渡).
 */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { matchesOf } from '../../text/matches.ts';
import { namesArea } from './areas.ts';

const LIST = /[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8}){1,9}/gu;
/** 橹湾渡, 橹湾渡口: the site and what it is. */
const LONGEST_KIND = 2;
const SHORTEST_DUTY = 3;

/** Site → who alone has it among their duties, of those who answer for an area. */
const sitesOf = once((people: readonly Person[]): ReadonlyMap<string, Person> => {
  const holders = new Map<string, Set<Person>>();
  for (const person of people) {
    if (person.areas.length === 0) continue;
    for (const site of person.duties.flatMap(sitesNamedBy)) holders.set(site, (holders.get(site) ?? new Set()).add(person));
  }
  return new Map(
    [...holders].flatMap(([site, [holder, ...others]]) => (holder === undefined || others.length > 0 ? [] : [[site, holder]])),
  );
});

function sitesNamedBy(duty: string): readonly string[] {
  if (duty.length < SHORTEST_DUTY || duty.includes('全面')) return [];
  return Array.from({ length: LONGEST_KIND }, (_, cut) => duty.slice(0, duty.length - cut - 1)).filter((site) => site.length >= 2);
}

/** @param areas those that the text names */
export function siteOwners(text: string, areas: readonly string[], everybody: readonly Person[]): readonly Person[] {
  if (areas.length === 0 || !text.includes('、')) return NOBODY;
  const sites = sitesOf(everybody);
  return matchesOf(LIST, text).flatMap(([list]) => {
    const words = list.split('、');
    if (!words.some((word) => areas.some((area) => namesArea(word, area)))) return [];
    return words.flatMap((word, index) => siteAt(word, index, words.length, sites) ?? []);
  });
}

const NOBODY: readonly Person[] = [];

/** What stands before the first word of a list, and behind its last, is none of it. */
function siteAt(word: string, index: number, count: number, sites: ReadonlyMap<string, Person>): Person | undefined {
  const isSite = (site: string): boolean =>
    word === site || (index === 0 && word.endsWith(site)) || (index === count - 1 && word.startsWith(site));
  return [...sites].find(([site]) => isSite(site))?.[1];
}
