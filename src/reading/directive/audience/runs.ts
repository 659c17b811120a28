/**
 * Short names that no roster holds: "盐场" for 北滩盐场, "恒砼" for 恒砼水泥, "段队" for 段虎 of a 执法队. A few characters in a row of a name, a
 * title or a place stand in the text, and the fewer members have them, the surer it is who is meant.
 */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';

export interface Run {
  /** 1 / members who have it; 0: none stands in the text. */
  readonly rarity: number;
  readonly length: number;
  /** At the start of a word of a list or a sentence. */
  readonly starts: boolean;
  /** Where in the text, from 0 to 1. */
  readonly at: number;
  /** Of the two words beside it in a list those that begin with a run of somebody else. */
  readonly beside: number;
  /** Behind "报", "交给", "找": to whom something goes. */
  readonly handed: boolean;
}

export interface Runs {
  of(person: Person): Run;
  /** 1 / members whom a surname with a character of the title in the text may mean; 0: none. */
  surnameTitle(person: Person): number;
}

const LONGEST = 6;
const NO_RUN: Run = { rarity: 0, length: 0, starts: false, at: 1, beside: 0, handed: false };

export function runsIn(text: string, members: readonly Person[]): Runs {
  const owners = ownersIn(text, members);
  const starts = startsIn(text);
  const found = new Map<Person, Run>();
  const firstOf = new Map<number, ReadonlySet<Person>>();
  const places: { readonly at: number; readonly run: string; readonly who: ReadonlySet<Person> }[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    const run = longestRun(text, at, owners);
    if (run === null) continue;
    const who = owners.get(run) as ReadonlySet<Person>;
    places.push({ at, run, who });
    if (starts.has(at)) firstOf.set(at, who);
  }
  const order = [...starts].toSorted((a, b) => a - b);
  for (const { at, run, who } of places) {
    for (const person of who) {
      const known = found.get(person);
      const one: Run = {
        rarity: 1 / who.size,
        length: run.length,
        starts: starts.has(at),
        at: at / text.length,
        beside: besideOf(at, person, order, firstOf),
        handed: HANDED.test(text.slice(Math.max(0, at - 3), at)),
      };
      if (known === undefined || isBetter(one, known)) found.set(person, one);
    }
  }
  const bySurname = surnameTitles(text, members);
  return { of: (person) => found.get(person) ?? NO_RUN, surnameTitle: (person) => bySurname.get(person) ?? 0 };
}

function isBetter(one: Run, known: Run): boolean {
  const score = (run: Run): number => run.rarity + (run.starts ? 0.3 : 0) - (run.handed ? 0.5 : 0) + run.length / 100;
  return score(one) > score(known);
}

const HANDED = /(?:[报交找送传]|[发]给?|联系)[给到至]?$/u;

function longestRun(text: string, at: number, owners: ReadonlyMap<string, ReadonlySet<Person>>): string | null {
  for (let length = Math.min(LONGEST, text.length - at); length >= 2; length--) {
    const run = text.slice(at, at + length);
    if (owners.has(run)) return run;
  }
  return null;
}

/** Where a word of a list or a sentence may begin. */
function startsIn(text: string): ReadonlySet<number> {
  const starts = new Set<number>([0]);
  for (let at = 0; at < text.length; at++) if (BREAK.test(text[at] ?? '')) starts.add(at + 1);
  for (const match of text.matchAll(LEADS)) starts.add(match.index + match[0].length);
  return starts;
}

const BREAK = /[\s、,，。:：;；!?！？()（）和跟与及/|@"“”]/u;
const LEADS = /[请让叫派由]|还有|加上|以及|另外|各位/gu;

function besideOf(at: number, person: Person, order: readonly number[], firstOf: ReadonlyMap<number, ReadonlySet<Person>>): number {
  const place = order.findLastIndex((start) => start <= at);
  return [order[place - 1], order[place + 1]].filter((start) => {
    const who = start === undefined ? undefined : firstOf.get(start);
    return who !== undefined && !(who.size === 1 && who.has(person));
  }).length;
}

/** Of the runs of characters that stand in a text the members who have them. */
function ownersIn(text: string, members: readonly Person[]): ReadonlyMap<string, ReadonlySet<Person>> {
  const inText = new Set(runsOfWord(text));
  const owners = new Map<string, Set<Person>>();
  for (const person of members) {
    for (const run of runsOf(person)) {
      if (!inText.has(run)) continue;
      const who = owners.get(run);
      if (who === undefined) owners.set(run, new Set([person]));
      else who.add(person);
    }
  }
  return owners;
}

/** Of names, title and places: kept by person, for everybody sits in many groups. */
const runsOf = once(({ name, title, aliases, areas }: Person): readonly string[] => [
  ...new Set([name, title, ...aliases, ...areas].flatMap(runsOfWord).filter((run) => HAN.test(run))),
]);

function runsOfWord(word: string): readonly string[] {
  const runs: string[] = [];
  for (let from = 0; from < word.length - 1; from++) {
    for (let length = 2; length <= LONGEST && from + length <= word.length; length++) runs.push(word.slice(from, from + length));
  }
  return runs;
}

const HAN = /^[\u4e00-\u9fff]+$/u;

/** "霍所", "何库", "老鲍": the surname of one with a character of his title, or of an elder or a younger one. */
function surnameTitles(text: string, members: readonly Person[]): ReadonlyMap<Person, number> {
  const calls = Map.groupBy(
    members.flatMap((person) => callsBySurname(person, text).map((call) => ({ call, person }))),
    ({ call }) => call,
  );
  const found = new Map<Person, number>();
  for (const [, list] of calls) for (const { person } of list) found.set(person, Math.max(found.get(person) ?? 0, 1 / list.length));
  return found;
}

function callsBySurname({ name, title }: Person, text: string): readonly string[] {
  const surname = name.slice(0, 1);
  const calls: string[] = [];
  for (let at = text.indexOf(surname); at >= 0; at = text.indexOf(surname, at + 1)) {
    const [before, behind] = [text[at - 1] ?? '', text[at + 1] ?? ''];
    if (title.includes(behind) && HAN.test(behind)) calls.push(surname + behind);
    if (/[老小阿大]/u.test(before)) calls.push(before + surname);
    if (/[姐哥总工叔姨]/u.test(behind)) calls.push(surname + behind);
  }
  return calls;
}
