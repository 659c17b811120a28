/** Single orders with whom each asks, by hands that had not seen the program: data/audiences. Read by the very functions that the program runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../../../src/cli/command.ts';
import { loadOrganisation } from '../../../src/cli/folder.ts';
import type { Envelope } from '../../../src/model/message.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import { audienceOf } from '../../../src/reading/directive/audience/index.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import { DATA } from '../noise/labelled-chats.ts';

/** One line of a cases.jsonl. */
export interface AudienceCase {
  readonly group: string;
  readonly sender: string;
  /** Ids of people, or "*". */
  readonly mentions: readonly string[];
  readonly text: string;
  /** Those who must act, without the sender; null where the text doesn't say it. */
  readonly people: readonly string[] | null;
  readonly note: string;
  /** The program reads it otherwise as yet. */
  readonly open?: true;
}

export interface AudienceSet {
  readonly name: string;
  readonly org: Organisation;
  readonly cases: readonly AudienceCase[];
}

export const AUDIENCES = join(DATA, 'audiences');

export function audienceSets(services: Services): readonly AudienceSet[] {
  return readdirSync(AUDIENCES)
    .toSorted()
    .map((name) => ({
      name,
      org: loadOrganisation(join(AUDIENCES, name, 'roster.json'), services),
      cases: readFileSync(join(AUDIENCES, name, 'cases.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as AudienceCase),
    }));
}

export interface Told {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** Whom the program would ask amiss: cadres alone; where nothing is said, all that it names in spite of that. */
export function toldOf(one: AudienceCase, org: Organisation): Told {
  const { sender, text, people } = one;
  const audience = audienceOf(normalise(text).text, messageOf(one, org), org);
  const asked = audience.people.filter((id) => id !== sender && org.personById.get(id)?.roles.includes('cadre') === true);
  if (people === null) return { missing: [], extra: audience.unclear ? [] : asked };
  return { missing: people.filter((id) => id !== sender && !asked.includes(id)), extra: asked.filter((id) => !people.includes(id)) };
}

export function messageOf({ group, sender, mentions, text }: AudienceCase, org: Organisation): Envelope {
  const [first] = org.groups.filter(({ id }) => id === group);
  return {
    platform: first?.platform ?? '',
    group,
    id: 'm1',
    sentAt: SENT_AT,
    sender: { id: sender, name: sender },
    kind: 'text',
    text,
    mentions,
  };
}

const SENT_AT = Date.parse('2026-06-08T09:00:00+08:00');
