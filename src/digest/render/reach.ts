/** The issuer's own view of what is open: what was asked, how many have answered, who has not. */

import { type Day, dayAt, type Instant } from '../../model/instant.ts';
import type { ReachNote } from '../../model/leadership.ts';
import type { Organisation, Person } from '../../model/organisation.ts';
import type { Reach } from '../../model/reach.ts';
import { timeWords } from './deadline-line.ts';
import { oneLine } from './line.ts';
import { say, words } from './words.ts';

/** @param now from where days are told */
export function renderReaches(reaches: readonly Reach[], issuer: Person, org: Organisation, now: Instant): string {
  if (reaches.length === 0) return `${say(words.reach.none, { name: issuer.name })}\n`;
  const today = dayAt(now, org.timezone);
  const blocks = reaches.map((reach, index) => renderReach(reach, index + 1, org, today));
  return `${[say(words.reach.headline, { name: issuer.name, count: reaches.length }), ...blocks].join('\n')}\n`;
}

/** @param number the handle of the directive */
export function renderReach(
  { directive, asked, reached, missing, reminded }: Reach,
  number: number,
  org: Organisation,
  today: Day,
): string {
  const time = directive.deadline === null ? words.deadline.open : timeWords(directive.deadline, today, org.timezone);
  const heard = say(missing.length === 0 ? words.reach.all : words.reach.some, {
    asked,
    reached,
    missing: missing.map(nameOf).join('、'),
  });
  const again = remindedWords(reminded.map(({ person, state }) => ({ name: nameOf(person), state })));
  return `${number}. ${oneLine(directive.title)}\n   ${words.deadline.clock}${time}\n   ${heard}${again}`;
}

/** Those who were reminded by name and had answered; empty without such. */
export function remindedWords(reminded: ReachNote['reminded']): string {
  if (reminded.length === 0) return '';
  const people = reminded.map(({ name, state }) => say(words.reach[state], { name: oneLine(name) })).join('、');
  return say(words.reach.reminded, { people });
}

function nameOf({ name, areas }: Person): string {
  return areas[0] === undefined ? name : say(words.headline.readerOf, { name, place: areas[0] });
}
