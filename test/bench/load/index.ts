/**
 * Load for measuring: the written scenarios as the townships of one county, each copied under other names, week after week,
 * with other figures in the texts, all groups speaking at once. No time and no random number of the machine goes in.
 */
import type { ScenarioFolder } from '../../../src/cli/folder.ts';
import { byTime, type Envelope, type Message } from '../../../src/model/message.ts';
import { type Group, type Organisation, organisation, type Person } from '../../../src/model/organisation.ts';
import { renamer, renaming } from './names.ts';
import { below, type Random, randomFrom } from './random.ts';
import { loadScenarios } from './scenarios.ts';
import { saidAgain, weeksBetween } from './texts.ts';

/** Of each scenario: three townships make some 200 groups and 400 people. */
const COPIES = 3;
const START = Date.UTC(2026, 8, 7);
const WEEK = 7 * 86_400_000;
const SCATTER = 20_000;

export interface Load {
  readonly org: Organisation;
  /** So many messages from the first week on, in time order, numbered as a store would. */
  readonly messages: (count: number) => readonly Message[];
  /** The same without end, a week at a time. */
  readonly weeks: () => Iterable<readonly Message[]>;
}

interface Township {
  readonly scenario: ScenarioFolder;
  readonly prefix: string;
  readonly rename: (text: string) => string;
  readonly people: readonly Person[];
  readonly groups: readonly Group[];
}

/** @param copies of each scenario, under other names */
export async function loadOf(seed = 1, copies = COPIES): Promise<Load> {
  const scenarios = await loadScenarios();
  const random = randomFrom(seed);
  const townships = Array.from({ length: copies }, (_, copy) =>
    scenarios.map((scenario, index) => township(scenario, `t${copy}.${index}-`, random)),
  ).flat();
  const [first] = scenarios;
  if (first === undefined) throw new Error('no scenarios');
  const people = townships.flatMap((one) => one.people);
  const groups = townships.flatMap((one) => one.groups);
  const org = organisation({ ...first.org, org: '县', people, groups });
  const weeks = () => weeksOf(townships, randomFrom(seed + 1));
  return { org, weeks, messages: (count) => firstOf(weeks(), count) };
}

function township(scenario: ScenarioFolder, prefix: string, random: Random): Township {
  const { org, envelopes } = scenario;
  const outsiders = envelopes.filter((envelope) => !org.personById.has(envelope.sender.id)).map((envelope) => envelope.sender.name);
  const names = renaming(org.people, outsiders, random);
  const rename = renamer(names);
  const people = org.people.map((person) => ({
    ...person,
    id: prefix + person.id,
    name: names.get(person.name) ?? person.name,
    areas: person.areas.map((area) => names.get(area) ?? area),
    aliases: person.aliases.map((alias) => names.get(alias) ?? alias),
    accounts: {},
  }));
  const groups = org.groups.map((group) => ({ ...group, id: prefix + group.id, members: group.members.map((member) => prefix + member) }));
  return { scenario, prefix, rename, people, groups };
}

function* weeksOf(townships: readonly Township[], random: Random): Iterable<readonly Message[]> {
  let seq = 0;
  for (let week = 0; ; week++) {
    const heard = townships.flatMap((one) => weekOf(one, START + week * WEEK, week, random));
    yield heard.toSorted(byTime).map((envelope) => ({ ...envelope, seq: ++seq }));
  }
}

function firstOf(weeks: Iterable<readonly Message[]>, count: number): readonly Message[] {
  const messages: Message[] = [];
  for (const week of weeks) {
    for (const message of week) if (messages.length < count) messages.push(message);
    if (messages.length === count) break;
  }
  // A scenario longer than a week goes on in the next one, and a store gives everything in time order.
  return messages.toSorted(byTime).map((message, index) => ({ ...message, seq: index + 1 }));
}

function weekOf({ scenario, prefix, rename }: Township, start: number, week: number, random: Random): readonly Envelope[] {
  const begin = scenario.envelopes[0]?.sentAt ?? start;
  const shift = weeksBetween(begin, start) + below(random, SCATTER);
  const year = new Date(begin).getUTCFullYear();
  const idOf = (id: string) => `${prefix}${week}-${id}`;
  return scenario.envelopes.map((envelope) => ({
    ...envelope,
    group: prefix + envelope.group,
    id: idOf(envelope.id),
    sentAt: envelope.sentAt + shift,
    sender: { id: prefix + envelope.sender.id, name: rename(envelope.sender.name) },
    text: saidAgain(rename(envelope.text), shift, year, random),
    ...(envelope.mentions === undefined ? {} : { mentions: envelope.mentions.map((id) => (id === '*' ? id : prefix + id)) }),
    ...(envelope.replyTo === undefined ? {} : { replyTo: idOf(envelope.replyTo) }),
    ...(envelope.recalls === undefined ? {} : { recalls: idOf(envelope.recalls) }),
    ...(envelope.edits === undefined ? {} : { edits: idOf(envelope.edits) }),
  }));
}
