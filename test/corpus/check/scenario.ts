/** One labelled scenario, read, with the look-ups that the checks need. */
import { basename } from 'node:path';
import type { Problem } from './problem.ts';
import { lineOfId, type Row, readLines, readList, readText, readWhole } from './read.ts';
import { ChatLine, DirectiveEntry, GoldLine, type Person, RosterFile } from './schemas.ts';

export interface Scenario {
  /** Below the data folder, as `corpus/flood-week`. */
  readonly folder: string;
  readonly name: string;
  readonly roster: RosterFile;
  readonly chat: readonly Row<ChatLine>[];
  readonly gold: readonly Row<GoldLine>[];
  readonly directives: readonly Row<DirectiveEntry>[];
  /** Place in the chat, by message id. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly messageOf: ReadonlyMap<string, ChatLine>;
  readonly goldOf: ReadonlyMap<string, GoldLine>;
  readonly directiveOf: ReadonlyMap<string, DirectiveEntry>;
  readonly personOf: ReadonlyMap<string, Person>;
  /** The person behind a sender: by an account on the platform, else by the id itself; the sender's id where it is nobody's. */
  readonly personBehind: (platform: string, sender: string) => string;
  /** The line of the roster on which a person or a group begins. */
  readonly rosterLine: (id: string) => number;
}

/** The scenario, or null with the problems that keep it from being read. */
export function readScenario(data: string, folder: string): { readonly scenario: Scenario | null; readonly problems: readonly Problem[] } {
  const roster = readWhole(data, `${folder}/roster.json`, RosterFile);
  const chat = readLines(data, `${folder}/chat.jsonl`, ChatLine);
  const gold = readLines(data, `${folder}/gold.jsonl`, GoldLine);
  const directives = readList(data, `${folder}/directives.json`, DirectiveEntry);
  const problems = [roster, chat, gold, directives].flatMap((read) => read.problems);
  const [given] = roster.rows;
  if (problems.length > 0 || given === undefined) return { scenario: null, problems };
  const rosterText = readText(data, `${folder}/roster.json`) ?? '';
  const scenario: Scenario = {
    folder,
    name: basename(folder),
    roster: given.value,
    chat: chat.rows,
    gold: gold.rows,
    directives: directives.rows,
    placeOf: new Map(chat.rows.map(({ value }, place) => [value.id, place])),
    messageOf: byId(chat.rows),
    goldOf: byId(gold.rows),
    directiveOf: byId(directives.rows),
    personOf: new Map(given.value.people.map((person) => [person.id, person])),
    personBehind: (platform, sender) => given.value.people.find(({ accounts }) => accounts?.[platform] === sender)?.id ?? sender,
    rosterLine: (id) => lineOfId(rosterText, id),
  };
  return { scenario, problems };
}

export function isOutsider(id: string): boolean {
  return id.startsWith('x-');
}

/** The ids of a gold line's tasks. */
export function tasksOf({ directive, directives }: GoldLine): readonly string[] {
  return directives ?? (directive === null ? [] : [directive]);
}

/** Values that stand for the second time or more, with their lines. */
export function repeated<T>(rows: readonly Row<T>[], keyOf: (value: T) => string): readonly Row<T>[] {
  const seen = new Set<string>();
  return rows.filter(({ value }) => {
    const known = seen.has(keyOf(value));
    seen.add(keyOf(value));
    return known;
  });
}

function byId<T extends { readonly id: string }>(rows: readonly Row<T>[]): ReadonlyMap<string, T> {
  return new Map(rows.map(({ value }) => [value.id, value]));
}
