/** A day of a county: who is in which group, what was said, and the directives that came of it; made up, but in true proportions. */

import type { Opened } from '../../../src/ledger/entry.ts';
import { LedgerState } from '../../../src/ledger/state.ts';
import { DAY, dayOf, HOUR, type Instant, MINUTE } from '../../../src/model/instant.ts';
import { LABELS, type Label, NOISE } from '../../../src/model/label.ts';
import { type Organisation, organisation, type Person } from '../../../src/model/organisation.ts';
import { NO_PARTICULARS } from '../../../src/model/reading.ts';
import type { JudgedMessage } from '../../../src/ports/store.ts';
import { below, oneOf, type Random, randomFrom } from './random.ts';

export const GROUPS = 2000;
export const PER_PERSON = 30;
/** Of a group's messages of a day: kept, and among them those that ask. */
const KEPT = 15;
const ASKS = 2;
const NOISY = 45;
/** Of all asks: to everybody of the group; the rest are to one or two. */
const TO_ALL = 0.15;
const EARLIER_DAYS = 2;

export const EVERY_DAY = (): boolean => true;

export interface LargeDay {
  readonly org: Organisation;
  readonly ledger: LedgerState;
  readonly messages: readonly JudgedMessage[];
  readonly from: Instant;
  readonly to: Instant;
}

const TO = Date.UTC(2026, 10, 17, 10);

export function largeDay(people: number): LargeDay {
  const random = randomFrom(7);
  const org = largeOrganisation(people);
  const ledger = new LedgerState();
  const messages: JudgedMessage[] = [];
  for (let day = EARLIER_DAYS; day >= 0; day--) {
    const from = TO - (day + 1) * DAY;
    const said = org.groups.flatMap((group) => sayings(group.id, day, from, random));
    for (const one of said.filter((message) => message.label === 'directive')) ledger.append(opened(org, one, random));
    if (day === 0) messages.push(...said.toSorted((a, b) => a.sentAt - b.sentAt));
  }
  return { org, ledger, messages, from: TO - DAY, to: TO };
}

function largeOrganisation(count: number): Organisation {
  const people: Person[] = Array.from({ length: count }, (_, index) => ({
    ...{ id: `p${index}`, name: `人${index}`, title: '村党支部书记', roles: ['cadre'] as const, areas: [`村${index}`] },
    ...{ duties: [], aliases: [], accounts: {}, digestAt: null },
  }));
  const members = Array.from({ length: GROUPS }, (): string[] => []);
  for (const [index, person] of people.entries()) {
    for (let place = 0; place < PER_PERSON; place++) members[(index * 7 + place * 67) % GROUPS]?.push(person.id);
  }
  const groups = members.map((ids, index) => ({ platform: 'chat', id: `g${index}`, name: `群${index}`, department: '', members: ids }));
  const hours = { workday: { start: 510, end: 1050 }, digestAt: 1080, workdaysOnly: false, quietHours: null, alertCap: null };
  return organisation({ org: '县', timezone: 'Asia/Shanghai', ...hours, people, groups });
}

function sayings(group: string, day: number, from: Instant, random: Random): readonly JudgedMessage[] {
  const noise = LABELS.filter((label) => NOISE.has(label));
  const talk: readonly Label[] = ['report', 'question', 'answer', 'update'];
  return Array.from({ length: KEPT + NOISY }, (_, index) => {
    const keep = index < KEPT;
    const label: Label = index < ASKS ? 'directive' : keep ? oneOf(random, talk) : oneOf(random, noise);
    return { platform: 'chat', group, id: `d${day}m${index}`, sentAt: from + MINUTE + below(random, DAY - 2 * MINUTE), label, keep };
  });
}

function opened(org: Organisation, { platform, group, id, sentAt }: JudgedMessage, random: Random): Opened {
  const members = org.membersByGroup.get(`${platform}\u0000${group}`) ?? new Set();
  const all = [...members];
  const people = random() < TO_ALL ? all : [oneOf(random, all), oneOf(random, all)];
  const at = TO + below(random, 5 * DAY) + HOUR;
  const quote = `请于${dayOf(Math.floor(at / DAY))}前把第${below(random, 1000)}号核验表报办公室`;
  const deadline = {
    ...{ at, day: dayOf(Math.floor(at / DAY)), precision: 'day' as const, basis: 'assumed' as const, anchor: null, phrase: '前' },
    ...{ span: [2, 12] as const, recurrence: null, until: null, certain: true, steps: ['date'] },
  };
  const ask = {
    ...{
      kind: 'directive' as const,
      title: quote.slice(2),
      deadline,
      urgency: 'none' as const,
      audience: { people, unclear: false },
      topics: [`${group}${id}`],
    },
    ...{
      evidence: [{ platform, group, id, quote, span: [0, quote.length] as const }],
      unsure: false,
      confidence: 0.95,
      condition: null,
      relayed: false,
      apart: false,
      object: [],
      particulars: NO_PARTICULARS,
    },
  };
  const directive = `${group}-${id}`;
  return {
    kind: 'opened',
    directive,
    turn: directive,
    at: sentAt,
    order: 0,
    ask,
    issuer: { id: 'office', name: '办公室', person: null },
    similarTo: [],
  };
}
