/** Whom a directive is for after a copy: those who are named win over everybody who reads it, and two named audiences are joined. */
import type { Directive } from '../model/directive.ts';
import { groupKey } from '../model/message.ts';
import type { Ask, Audience } from '../model/reading.ts';
import { mayBeAsked } from '../model/seen-by.ts';
import { asks } from './asked.ts';
import type { Joined } from './entry.ts';

/**
 * What was only to be known was for all who read it; a task is for those it asks.
 * @param isAnew it is asked for in the place of what stood there: what was only told, or taken back to be sent again
 */
export function audienceWith(state: Directive, ask: Ask, isAnew: boolean): Audience {
  if (isAnew) return ask.audience;
  return saysAgainToAll(state, ask) || isPassedOnToSome(state, ask) ? state.audience : joined(state.audience, ask.audience);
}

/** "转营养办:三个园也要查", passed on in their own group: who reads it where it was said is still asked. */
function isPassedOnToSome(
  { audience, evidence }: Directive,
  { handedOn, relayed, audience: { people, unclear }, evidence: said }: Ask,
): boolean {
  if (!audience.unclear || unclear || (handedOn !== true && !relayed)) return false;
  const groups = new Set(evidence.map(groupKey));
  return said.every((one) => !groups.has(groupKey(one))) && people.every((person) => audience.people.includes(person));
}

export function withJoined(state: Directive, audience: Audience, at: number): ReadonlyMap<string, number> {
  const { audience: known, joined } = state;
  if (audience.people === known.people && audience.perhaps === undefined) return joined;
  const before = new Set(mayBeAsked(state));
  const fresh = mayBeAsked({ audience }).filter((person) => !before.has(person) && !joined.has(person));
  return fresh.length === 0 ? state.joined : new Map([...state.joined, ...fresh.map((person) => [person, at] as const)]);
}

/** Who answers as one who is meant belongs to those who are asked, or to those who may be. */
export function withAnswerer(state: Directive, { person, chance, at, heardAt }: Joined): Directive {
  if (asks(state.audience, person)) return state;
  const audience =
    chance === undefined
      ? withPerhaps(
          { ...state.audience, people: peopleOfBoth(state.audience, { people: [person], unclear: false }) },
          state.audience.perhaps,
        )
      : withPerhaps(state.audience, state.audience.perhaps, { [person]: chance });
  return { ...state, audience, joined: withJoined(state, audience, heardAt ?? at) };
}

/** Where "各村" were asked, a later "大家…" in the same group, or in another that reaches most of them, means them, not all who read it. */
function saysAgainToAll(state: Directive, ask: Ask): boolean {
  if (ask.audience.general !== true || state.audience.general === true || state.audience.unclear) return false;
  const groups = new Set(state.evidence.map(groupKey));
  if (ask.evidence.every((one) => groups.has(groupKey(one)))) return true;
  const reached = state.audience.people.filter((person) => asks(ask.audience, person)).length;
  return reached * 2 > state.audience.people.length;
}

/** Those who are named win over "everybody who reads it"; two named audiences are joined. */
function joined(first: Audience, second: Audience): Audience {
  if (first.unclear !== second.unclear) return first.unclear ? second : first;
  const people = peopleOfBoth(first, second);
  return withPerhaps({ people, unclear: first.unclear }, first.perhaps, second.perhaps);
}

/** With those whom it may ask beside the others, each by the greater chance. */
export function withPerhaps({ perhaps: _, ...audience }: Audience, ...some: readonly Audience['perhaps'][]): Audience {
  const perhaps: Record<string, number> = {};
  for (const [person, chance] of some.flatMap((one) => Object.entries(one ?? {}))) {
    if (!asks(audience, person)) perhaps[person] = Math.max(perhaps[person] ?? 0, chance);
  }
  return Object.keys(perhaps).length === 0 ? audience : { ...audience, perhaps };
}

/** One list as long as nobody joins: whoever has looked people up in it needn't do so again. */
function peopleOfBoth(first: Audience, second: Audience): readonly string[] {
  const addsNobody = isInOrder(first.people) && second.people.every((person) => asks(first, person));
  if (addsNobody) return first.people;
  const people = [...new Set([...first.people, ...second.people])].toSorted();
  inOrder.add(people);
  return people;
}

/** Lists that are known to be in order, each person once: copies come again and again, and the list may be that of a whole county. */
const inOrder = new WeakSet<readonly string[]>();

function isInOrder(people: readonly string[]): boolean {
  if (inOrder.has(people)) return true;
  const is = people.every((person, index) => index === 0 || (people[index - 1] ?? '') < person);
  if (is) inOrder.add(people);
  return is;
}
