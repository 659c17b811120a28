/** The question about one directive: its messages, and the few without which they can't be understood, masked; never more of a group's day. */
import type { Directive } from '../../model/directive.ts';
import { type Instant, isoAt, MINUTE } from '../../model/instant.ts';
import { byTime, groupKey, type Message, messageKey } from '../../model/message.ts';
import { type Organisation, personOf } from '../../model/organisation.ts';
import type { Doubt, MaskedMessage, RefineMode, RefineQuestion } from '../../model/refinement.ts';
import { doubtsOf } from './doubts.ts';
import { type Masked, type Masker, masker } from './mask.ts';
import { mayBeOne } from './one-task.ts';
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
  /** What it may be one with; null where that is not asked. */
  readonly other: { readonly directive: Directive; readonly asked: readonly AskedMessage[] } | null;
  /** Placeholder → person of the roster, of those who stand in the asked messages. */
  readonly people: ReadonlyMap<string, string>;
}

/** Around messages that say too little by themselves: so long before and after, so many, so much of each. */
export const AROUND = { before: 15 * MINUTE, after: 3 * MINUTE };
const MOST_BEFORE = 2;
const MOST_AFTER = 1;
const MOST_TEXT = 120;
/** Characters below which a text leans on what was said before it. */
const SELF_CONTAINED = 12;
const POINTING_WITHIN = 30;
const POINTING = /^(?:@\S+\s*)?(?:这个|那个|上面|上述|此事|同上|补充|更正|[+＋])/u;
const MOST_ASKED_TEXT = 1500;
const MOST_ASKED = 4;
/** Of the item that it may be one with. */
const MOST_OTHER = 2;
const MOST_OTHER_TEXT = 600;
const WEEKDAYS = '日一二三四五六';

export interface Surroundings {
  readonly org: Organisation;
  readonly mode: RefineMode;
  /** Messages of about that time, of any group, and those of the item that it may be one with. */
  readonly messages: readonly Message[];
  /** Names by which people are known in its groups, beside those of the roster. */
  readonly names: readonly string[];
  readonly namesTime: (text: string) => boolean;
  /** What the ledger has kept it apart from by little. */
  readonly nearest: Directive | null;
}

/** Null where nothing is in doubt, or it must not be sent. */
export function questionOf(directive: Directive, given: Surroundings): PreparedQuestion | null {
  const { org, mode, messages, namesTime } = given;
  const own = messagesOf(directive, messages, org, MOST_ASKED);
  if (own.length === 0) return null;
  const text = own.map((one) => one.text).join('\n');
  const found = doubtsOf(directive, text, namesTime(text), mode);
  const others = otherMessages(directive, own, given);
  if (found.length === 0 && others.length === 0) return null;
  const shown = [...(leansOnOthers(text) ? around(own, given) : []), ...own, ...others].toSorted(byTime);
  const hiding = masker(org, [...given.names, ...shown.map(({ sender }) => sender.name)]);
  const masked = new Map(shown.map((message) => [message, { message, masked: hiding.mask(message.text) }] as const));
  const hidden = (list: readonly Message[]): readonly AskedMessage[] => list.flatMap((one) => masked.get(one) ?? []);
  const asked = hidden(own);
  const people = peopleIn(asked, hiding, org);
  const told = found.filter((doubt) => !isBeyondAnswer(doubt, directive, people));
  const other = others.length === 0 ? null : given.nearest;
  const doubts = other === null ? told : [...told, 'same' as const];
  if (doubts.length === 0) return null;
  return {
    directive,
    asked,
    other: other === null ? null : { directive: other, asked: hidden(others) },
    people,
    question: {
      doubts,
      title: hiding.mask(directive.title).text,
      ...(other === null ? {} : { otherTitle: hiding.mask(other.title).text }),
      messages: hidden(shown).map((one) => ({
        ...maskedMessage(one, own.includes(one.message), hiding, org),
        ...(others.includes(one.message) ? { other: true as const, text: one.masked.text.slice(0, MOST_OTHER_TEXT) } : {}),
      })),
    },
  };
}

/** An ask of nobody in particular stays unsure whatever is said of it, and only who is named in it can be told to be meant. */
function isBeyondAnswer(doubt: Doubt, { audience }: Directive, people: ReadonlyMap<string, string>): boolean {
  if (doubt !== 'verdict' && doubt !== 'audience') return false;
  return audience.unclear && ![...people.values()].some((id) => audience.people.includes(id));
}

/** Those that ask a directive; none where one of them must not be sent. */
function messagesOf({ evidence }: Directive, messages: readonly Message[], org: Organisation, most: number): readonly Message[] {
  const keys = new Set(evidence.map(messageKey));
  const found = messages.filter((one) => keys.has(messageKey(one))).toSorted(byTime);
  return found.some((one) => isWithheld(one, org)) ? [] : found.filter(({ text }) => text !== '').slice(0, most);
}

/** None where the two can't be one, or a message asks both: it says itself that they are two. */
function otherMessages(directive: Directive, own: readonly Message[], { nearest, messages, org, mode }: Surroundings): readonly Message[] {
  if (nearest === null || mode === 'off' || !mayBeOne(directive, nearest)) return [];
  const found = messagesOf(nearest, messages, org, MOST_OTHER);
  return found.some((one) => own.includes(one)) ? [] : found;
}

/** A few words, or words that point at what was said before. */
function leansOnOthers(text: string): boolean {
  const length = text.replace(/[\s\p{P}]/gu, '').length;
  return length < SELF_CONTAINED || (length < POINTING_WITHIN && POINTING.test(text));
}

function around(own: readonly Message[], { messages, org }: Surroundings): readonly Message[] {
  const [first, last] = [own[0] as Message, own.at(-1) as Message];
  const inGroup = messages.filter((one) => groupKey(one) === groupKey(first)).toSorted(byTime);
  const sayable = inGroup.filter((one) => one.text !== '' && !own.includes(one) && !isWithheld(one, org));
  const before = sayable.filter((one) => byTime(one, first) < 0 && one.sentAt >= first.sentAt - AROUND.before);
  const after = sayable.filter((one) => byTime(one, last) > 0 && one.sentAt <= last.sentAt + AROUND.after);
  return [...before.slice(-MOST_BEFORE), ...after.slice(0, MOST_AFTER)];
}

function maskedMessage({ message, masked }: AskedMessage, asked: boolean, hiding: Masker, org: Organisation): MaskedMessage {
  const { sender, sentAt, platform } = message;
  const person = personOf(org, platform, sender.id);
  const place = person === undefined ? '外人' : person.roles.includes('leader') ? '领导' : '成员';
  return {
    by: `${hiding.speaker(sender.id, person?.name ?? sender.name)}(${place})`,
    when: whenOf(sentAt, org.timezone),
    text: masked.text.slice(0, asked ? MOST_ASKED_TEXT : MOST_TEXT),
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
