/** The question about one directive: its messages and the few around them, masked; never more of a group's day. */
import type { Directive } from '../../model/directive.ts';
import { type Instant, isoAt, MINUTE } from '../../model/instant.ts';
import { byTime, groupKey, type Message, messageKey } from '../../model/message.ts';
import { type Organisation, personOf } from '../../model/organisation.ts';
import type { MaskedMessage, RefineMode, RefineQuestion } from '../../model/refinement.ts';
import { doubtsOf } from './doubts.ts';
import { type Masked, type Masker, masker } from './mask.ts';
import { isWithheld } from './withheld.ts';

export interface AskedMessage {
  readonly message: Message;
  readonly masked: Masked;
}

/** A question with the way back from it; only `question` is ever sent. */
export interface PreparedQuestion {
  readonly question: RefineQuestion;
  readonly directive: Directive;
  readonly asked: readonly AskedMessage[];
  /** Placeholder → person of the roster, of those who stand in the asked messages. */
  readonly people: ReadonlyMap<string, string>;
}

/** Around the asked messages: so long before and after, so many, so much of each. */
export const AROUND = { before: 30 * MINUTE, after: 10 * MINUTE };
const MOST_BEFORE = 3;
const MOST_AFTER = 2;
const MOST_TEXT = 200;
const MOST_ASKED_TEXT = 1500;
const MOST_ASKED = 4;
const WEEKDAYS = '日一二三四五六';

export interface Surroundings {
  readonly org: Organisation;
  readonly mode: RefineMode;
  /** Messages of about that time, of any group. */
  readonly messages: readonly Message[];
  readonly namesTime: (text: string) => boolean;
}

/** Null where nothing is in doubt, or it must not be sent. */
export function questionOf(directive: Directive, { org, mode, messages, namesTime }: Surroundings): PreparedQuestion | null {
  const [first] = directive.evidence;
  if (first === undefined) return null;
  const evidence = new Set(directive.evidence.map(messageKey));
  const inGroup = messages.filter((one) => groupKey(one) === groupKey(first)).toSorted(byTime);
  const own = inGroup.filter((one) => evidence.has(messageKey(one)) && one.text !== '').slice(0, MOST_ASKED);
  if (own.length === 0 || inGroup.some((one) => evidence.has(messageKey(one)) && isWithheld(one, org))) return null;
  const text = own.map((one) => one.text).join('\n');
  const doubts = doubtsOf(directive, text, namesTime(text), mode);
  if (doubts.length === 0) return null;
  const shown = [...around(inGroup, own, org)];
  const hiding = masker(
    org,
    shown.map(({ sender }) => sender.name),
  );
  const masked = new Map(shown.map((one) => [one, hiding.mask(one.text)] as const));
  const asked = own.map((message) => ({ message, masked: masked.get(message) ?? hiding.mask(message.text) }));
  return {
    directive,
    asked,
    people: peopleIn(asked, hiding, org),
    question: {
      doubts,
      title: hiding.mask(directive.title).text,
      messages: shown.map((one) => maskedMessage(one, masked.get(one)?.text ?? '', own.includes(one), hiding, org)),
    },
  };
}

function around(inGroup: readonly Message[], own: readonly Message[], org: Organisation): readonly Message[] {
  const [first, last] = [inGroup.indexOf(own[0] as Message), inGroup.indexOf(own.at(-1) as Message)];
  const sayable = (one: Message): boolean => one.text !== '' && !own.includes(one) && !isWithheld(one, org);
  const before = inGroup.slice(0, first).filter(sayable).slice(-MOST_BEFORE);
  const after = inGroup
    .slice(last + 1)
    .filter(sayable)
    .slice(0, MOST_AFTER);
  return [...before, ...own, ...after];
}

function maskedMessage(
  { sender, sentAt, platform }: Message,
  text: string,
  asked: boolean,
  hiding: Masker,
  org: Organisation,
): MaskedMessage {
  const person = personOf(org, platform, sender.id);
  const place = person === undefined ? '外人' : person.roles.includes('leader') ? '领导' : '成员';
  return {
    by: `${hiding.speaker(sender.id, person?.name ?? sender.name)}(${place})`,
    when: whenOf(sentAt, org.timezone),
    text: text.slice(0, asked ? MOST_ASKED_TEXT : MOST_TEXT),
    asked,
  };
}

function whenOf(at: Instant, timezone: string): string {
  const local = isoAt(at, timezone);
  const day = local.slice(0, 10);
  return `${day} 周${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''} ${local.slice(11, 16)}`;
}

/** Only who is named in the asked messages themselves, and is one person alone, can be meant by them. */
function peopleIn(asked: readonly AskedMessage[], hiding: Masker, org: Organisation): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const placeholder of asked.flatMap(({ masked }) => masked.text.match(/⟦人\d+⟧/gu) ?? [])) {
    const name = hiding.nameBehind(placeholder);
    const persons = org.people.filter((person) => name !== undefined && (person.name === name || person.aliases.includes(name)));
    if (persons.length === 1 && persons[0] !== undefined) found.set(placeholder, persons[0].id);
  }
  return found;
}
