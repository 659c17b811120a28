/**
 * What a change takes for granted of what it is about: that those whom it names are asked and still owe it, that it was taken back where it
 * is taken up again, that its period, place and form are those that are named.
 */
import type { Directive } from '../model/directive.ts';
import { HOUR, type Instant } from '../model/instant.ts';
import type { ChangeDimension } from '../model/merge-weights.ts';
import type { Change } from '../model/reading.ts';
import { inBoth } from './in-both.ts';

type Fit<Name extends ChangeDimension> = Readonly<Record<Name, number>>;

/** Who is named is asked by the directive, or it is another one. */
export function peopleFit({ audience, particulars: { areas } }: Change, known: Directive): Fit<'people' | 'otherPeople' | 'otherPlace'> {
  const otherPlace = Number(differ(areas, known.particulars.areas));
  if (audience === null || audience.people.length === 0 || known.audience.unclear) return { people: 0, otherPeople: 0, otherPlace };
  const share = inBoth(audience.people, known.audience.people) / audience.people.length;
  return { people: share, otherPeople: Number(share === 0), otherPlace };
}

/** "查站长那盒台账提前到周三", or in reply to one of them: the share of those who are asked that is spoken of or to. */
export function namesAsked({ particulars: { persons }, repliesTo }: Change, { audience }: Directive): number {
  return audience.unclear ? 0 : shareOf(audience.people, (person) => persons.includes(person) || person === repliesTo);
}

/** "施主任周一要的那份": it was asked, or altered, then, and by them. */
export function askedFit({ asked }: Change, { openedAt, changes, voices, audience }: Directive): Fit<'askedThen' | 'asker'> {
  if (asked === undefined) return { askedThen: 0, asker: 0 };
  const { on } = asked;
  // "林芳那份表": of those who are asked themselves it may tell whose it is to deliver.
  const by = asked.by.filter((person) => voices.includes(person) || audience.unclear || !audience.people.includes(person));
  const isThen = (at: Instant): boolean => on.some(([from, until]) => at >= from && at < until);
  const isLater = on.length > 0 && on.every(([, until]) => openedAt >= until);
  const asker = by.length === 0 ? 0 : by.some((person) => voices.includes(person)) ? 1 : -1;
  return { askedThen: isThen(openedAt) || changes.some(({ at }) => isThen(at)) ? 1 : isLater ? -1 : 0, asker };
}

/** Who tells a change tells it to those whom it is about: the share of them that doesn't sit there. */
export function absentees({ present }: Change, { audience, issuer }: Directive): number {
  if (audience.unclear || audience.general === true || present.length === 0) return 0;
  const asked = audience.people.filter((person) => person !== issuer.person);
  return shareOf(asked, (person) => !present.includes(person));
}

/** So long after it was called off it is told once more, in the next group or with the reason. */
const TOLD_AGAIN = HOUR;

/** What is taken up again was taken back; what stands needs none of it. */
export function stateFit(
  { change, revives, topics, particulars: { periods, forms } }: Change,
  { status, closedAt, deadline, particulars }: Directive,
  at: Instant,
): Fit<'revived' | 'standsYet' | 'offStill' | 'offAgain' | 'series' | 'recurring' | 'otherPeriod' | 'sameForm' | 'otherForm'> {
  const recurs = deadline?.recurrence != null;
  return {
    revived: Number(status === 'cancelled' && (change === 'reinstate' || revives)),
    offStill: Number(status === 'cancelled' && change === 'deadline' && !revives),
    offAgain: Number(status === 'cancelled' && change === 'cancel' && at - (closedAt ?? at) < TOLD_AGAIN),
    standsYet: Number(status === 'open' && change === 'reinstate'),
    recurring: Number(recurs),
    series: Number(recurs && topics.some((topic) => SERIES.test(topic))),
    otherPeriod: Number(differ(periods, particulars.periods)),
    sameForm: Number(inBoth(forms, particulars.forms) > 0),
    otherForm: Number(differ(forms, particulars.forms)),
  };
}

/** Words for what comes again and again, among pairs of characters. */
const SERIES = /^(?:[日周]报|每[天日晚周早]|天天|零报)$/u;

/** "还差梨园、寺沟": the others have delivered it by now, and these haven't. */
export function owed({ change, audience }: Change, known: Directive): number {
  if (change !== 'remind' || audience === null || audience.people.length === 0) return 0;
  const delivered = new Set(known.answers.flatMap(({ person, state }) => (state === 'acknowledged' ? [] : [person])));
  const named = new Set(audience.people);
  const late = known.audience.people.filter((person) => named.has(person));
  const others = known.audience.people.filter((person) => !named.has(person));
  return shareOf(late, (person) => !delivered.has(person)) * shareOf(others, (person) => delivered.has(person));
}

function shareOf(people: readonly string[], isMeant: (person: string) => boolean): number {
  return people.length === 0 ? 0 : people.filter(isMeant).length / people.length;
}

/** Both say something, and nothing in common. */
function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && inBoth(a, b) === 0;
}
