/**
 * Which directive a change is about, at second sight: trees weigh each that is possible by how it fits, by what surrounds the two, and by what the
 * first look has picked.
 */
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { ALONE_DIMENSIONS, CHANGE_DIMENSIONS } from '../model/merge-weights.ts';
import { type Change, type ChangeKind, ITEM_KINDS, type TurnReading } from '../model/reading.ts';
import { NEARNESS_SIGNS, type Nearness } from '../model/word-vectors.ts';
import { asks } from './asked.ts';
import type { ChangeTargets } from './first-target.ts';
import { aloneness, type Scored } from './likely-targets.ts';
import { lastOf } from './likeness.ts';
import { aheadOfOthers, longestRuns } from './longest-run.ts';
import { hoursBetween, POSSIBLE, statusSign } from './look-signs.ts';

const AROUND = [
  'odds',
  'needed',
  'rank',
  'next',
  'none',
  'picked',
  'anyPicked',
  'doubted',
  'change',
  'knownKind',
  'status',
  'hoursLeft',
  'hoursToNew',
  'hoursMoved',
  'hoursKnown',
  'hoursUnheard',
  'groups',
  'knownPeople',
  'knownUnclear',
  'evidence',
  'changes',
  'knownComesAgain',
  'people',
  'peopleInBoth',
  'confidence',
  'fallbackKind',
  'besides',
  'hasOldDay',
  'aboutMeeting',
  'gathering',
  'asked',
  'sharedDays',
  'run',
  'runAhead',
  'headRun',
  'headRunAhead',
] as const;
type Around = (typeof AROUND)[number];

export const TARGET_SIGNS: readonly string[] = [
  ...CHANGE_DIMENSIONS,
  ...ALONE_DIMENSIONS.map((name) => `alone.${name}`),
  ...AROUND,
  ...NEARNESS_SIGNS,
  ...NEARNESS_SIGNS.map((name) => `head.${name}`),
];

const KINDS: readonly ChangeKind[] = ['cancel', 'deadline', 'reinstate', 'remind', 'amend', 'done', 'whom'];

export interface PossibleTarget {
  readonly directive: Directive;
  /** Of TARGET_SIGNS. */
  readonly signs: Float64Array;
}

/** @param scored all that the change could be about, the likeliest first, each with the chance that it needed, and how near it is to all that is said and to what is called by name */
export function possibleTargets(
  scored: readonly (Scored & { readonly needed: number; readonly near: Nearness; readonly headNear: Nearness })[],
  picked: ChangeTargets,
  change: Change,
  reading: TurnReading,
  at: Instant,
): readonly PossibleTarget[] {
  const alone = aloneness(change, reading);
  const none = 1 - scored.reduce((sum, { chance }) => sum + chance, 0);
  const known = scored.map(({ directive }) => directive.topics);
  const runs = longestRuns(change.topics, known);
  const headRuns = longestRuns(change.head, known);
  const runsAhead = aheadOfOthers(runs);
  const headRunsAhead = aheadOfOthers(headRuns);
  return scored.flatMap((one, rank) => {
    const { directive, likeness, chance, needed, near, headNear } = one;
    const isPicked = picked.directives.includes(directive);
    if (chance < POSSIBLE && !isPicked && near.nearer >= NEAREST && headNear.nearer >= NEAREST) return [];
    const around: Readonly<Record<Around, number>> = {
      odds: Math.log(Math.max(chance, LEAST)),
      needed,
      rank,
      next: scored[rank === 0 ? 1 : 0]?.chance ?? 0,
      none,
      picked: Number(isPicked),
      anyPicked: Number(picked.directives.length > 0),
      doubted: Number(picked.doubtful.includes(directive)),
      ...aroundOf(change, reading, directive, at),
      run: runs[rank] ?? 0,
      runAhead: runsAhead[rank] ?? 0,
      headRun: headRuns[rank] ?? 0,
      headRunAhead: headRunsAhead[rank] ?? 0,
    };
    const signs = Float64Array.from([
      ...CHANGE_DIMENSIONS.map((name) => likeness[name]),
      ...ALONE_DIMENSIONS.map((name) => alone[name]),
      ...AROUND.map((name) => around[name]),
      ...NEARNESS_SIGNS.map((name) => near[name]),
      ...NEARNESS_SIGNS.map((name) => headNear[name]),
    ]);
    return [{ directive, signs }];
  });
}

/** What lies nearest to the words of a change is looked at again, however unlikely it was. */
const NEAREST = 2;
const LEAST = 1e-6;

type AroundBoth = Exclude<
  Around,
  'odds' | 'needed' | 'rank' | 'next' | 'none' | 'picked' | 'anyPicked' | 'doubted' | 'run' | 'runAhead' | 'headRun' | 'headRunAhead'
>;

function aroundOf(
  { change, deadline, audience, fallback, besides, oldDay, days = [], aboutMeeting, gathering }: Change,
  { sender: { person } }: TurnReading,
  known: Directive,
  at: Instant,
): Readonly<Record<AroundBoth, number>> {
  const due = known.deadline?.at;
  const called = audience === null || audience.unclear ? [] : audience.people;
  const { unclear, people } = known.audience;
  return {
    change: KINDS.indexOf(change),
    knownKind: ITEM_KINDS.indexOf(known.kind),
    status: statusSign(known),
    hoursLeft: hoursBetween(at, due),
    hoursToNew: hoursBetween(at, deadline?.at),
    hoursMoved: hoursBetween(due, deadline?.at),
    hoursKnown: hoursBetween(known.openedAt, at),
    hoursUnheard: hoursBetween(lastOf(known.heard), at),
    groups: known.heard.size,
    knownPeople: unclear ? 0 : people.length,
    knownUnclear: Number(unclear),
    evidence: known.evidence.length,
    changes: known.changes.length,
    knownComesAgain: Number(known.deadline?.recurrence != null),
    people: called.length,
    peopleInBoth: unclear ? 0 : called.filter((one) => asks(known.audience, one)).length,
    confidence: fallback?.confidence ?? -1,
    fallbackKind: fallback === null ? -1 : ITEM_KINDS.indexOf(fallback.kind),
    besides: Number(besides === true),
    hasOldDay: Number(oldDay !== null),
    aboutMeeting: Number(aboutMeeting),
    gathering: Number(gathering === true),
    asked: Number(person !== null && !unclear && asks(known.audience, person)),
    sharedDays: days.filter((day) => known.days?.includes(day) === true).length,
  };
}
