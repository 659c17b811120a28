/**
 * More time for some of those asked, and for nobody else ("高台单独宽到14号,别的村还是11号"): they get a deadline of their own beside that of all.
 * Pure.
 */
import { type Deadline, isoOf } from '../model/deadline.ts';
import type { Directive, DirectiveChange } from '../model/directive.ts';
import { groupKey } from '../model/message.ts';
import type { Ask, Audience } from '../model/reading.ts';
import { asks } from './asked.ts';
import type { Changed } from './entry.ts';

/** Those whom a change is for alone; null where it is for all, or for none of those asked. */
export function onlySome(asked: Audience, change: Audience | null): readonly string[] | null {
  if (change === null || change.unclear || change.general === true) return null;
  const some = asked.people.filter((person) => change.people.includes(person));
  return some.length === 0 || some.length === asked.people.length ? null : some;
}

/**
 * "镇里要查消火栓,各位楼栋长明晚9点前报给我": who was asked asks those below for it by an earlier day, which binds none of the others who were asked.
 * Null where it is no such copy.
 */
export function passedDownTo(
  { audience, issuer, deadline, particulars, heard }: Directive,
  ask: Ask,
  voice: string | null | undefined,
): ReadonlyMap<string, Deadline> | null {
  if (voice == null || deadline === null || ask.deadline === null || ask.deadline.at >= deadline.at) return null;
  if (audience.unclear || voice === issuer.person || !asks(audience, voice) || particulars.recipients.includes(voice)) return null;
  const others = audience.people.filter((person) => person !== voice);
  const bidden = ask.audience.unclear || ask.audience.general === true ? [] : ask.audience.people;
  if (others.length === 0 || bidden.some((person) => others.includes(person))) return null;
  // Where all of them read it, it is for them too.
  if (bidden.length === 0 && ask.evidence.some((one) => heard.has(groupKey(one)))) return null;
  const { deadline: earlier } = ask;
  return new Map(bidden.map((person) => [person, earlier] as const));
}

/** Null where the change is for all. */
export function extendedFor(state: Directive, { only, audience, deadline, at, change, message, heardAt }: Changed): Directive | null {
  const people = only === true && deadline !== null ? onlySome(state.audience, audience) : null;
  if (people === null || deadline === null) return null;
  const had = people.map((person) => state.own?.get(person) ?? state.deadline);
  if (had.every((one) => one?.at === deadline.at)) return state;
  const told: DirectiveChange = {
    at,
    change,
    field: 'deadline',
    from: isoOf(had[0] ?? null),
    to: isoOf(deadline),
    message,
    people,
    ...(heardAt === undefined ? {} : { heardAt }),
  };
  return {
    ...state,
    own: new Map([...(state.own ?? []), ...people.map((person) => [person, deadline] as const)]),
    changes: [...state.changes, told],
  };
}

/** All were given another time: who had longer still has. */
export function ownAfter(own: Directive['own'], all: Deadline): Directive['own'] {
  const longer = [...(own ?? [])].filter(([, one]) => one.at > all.at);
  return longer.length === 0 ? undefined : new Map(longer);
}
