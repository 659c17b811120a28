/**
 * Is an ask a copy of something known? What must never be one is kept apart by rule (people who have nothing in common, what is long
 * closed: apart-by-rule.ts); for the rest a small model weighs all dimensions of their likeness, learned from labelled pairs (`npm run train:merge`),
 * and what is possible by it is looked at again (second-look.ts).
 */
import type { Directive } from '../model/directive.ts';
import { DAY, type Instant, MINUTE } from '../model/instant.ts';
import { groupKey, type MessageKey } from '../model/message.ts';
import { type Ask, isTask, isTold, type TurnReading } from '../model/reading.ts';
import { chanceByTrees } from '../model/trees.ts';
import { apartFor, CORRECTED_WITHIN, isMessageKind } from './apart-by-rule.ts';
import type { Judged } from './judged.ts';
import { type Compared, comparedWith, type Likeness, lastOf, likenessOf } from './likeness.ts';
import { copyAtLeast, dangerAtLeast, orderAtLeast } from './merge-needs.ts';
import { chanceOf } from './merge-score.ts';
import { sayLikeness } from './merge-words.ts';
import { restatedDeadline } from './restated.ts';
import { type Possible, possible, staysTwo } from './second-look.ts';
import type { LedgerState } from './state.ts';

export interface Merge {
  readonly directive: Directive;
  /** As what it is another telling of that. */
  readonly ask: Ask;
  /** Why the two are one, for `explain`. */
  readonly why: string;
}

export interface MergeDecision {
  readonly merge: Merge | null;
  /** Near, but not the same. */
  readonly similar: readonly string[];
}

const CANDIDATES = 12;
/** At second sight the two are one. */
const AGAIN_AT_LEAST = 0.8;
const MAX_AGE = 45 * DAY;
/** Notices and what can't be read are one only where they say the same. */
const VERBATIM = 0.5;
/** Taken back and sent again in other words. */
const CORRECTED = 0.2;
/** Its title names another thing. */
const CORRECTED_ELSE = 0.4;
/** One of the two was judged to be of another kind. */
const MISJUDGED_AT_LEAST = 0.8;
/** Of all words of both. */
const IN_COMMON = 0.1;
const SIMILAR_AT_LEAST = 0.08;

export function decideMerge(state: LedgerState, reading: TurnReading, ask: Ask, at: Instant): MergeDecision {
  const retold = retoldTask(state, reading, ask, at);
  if (retold !== null) return { merge: retold, similar: [] };
  // What a rule keeps apart is neither the same nor near.
  const judged = likeliestFirst(compare(state, reading, ask, sorted(state, reading, ask, at).open, at));
  const [likeliest] = judged;
  const best = likeliest !== undefined && likeliest.chance >= likeliest.needed ? likeliest : judged.find((one) => addsTo(ask, one));
  const merge = best === undefined ? null : { directive: best.directive, ask, why: whyOf(best) };
  const similar = judged
    .filter((one) => one !== best)
    .filter((one) => one.chance >= SIMILAR_AT_LEAST && isTask(one.directive.kind) && isTask(ask.kind))
    .map((one) => one.directive.id);
  return { merge, similar: similar.slice(0, 3) };
}

/**
 * "户口本那事,毕业证在学校的先拿打印的那张": to nobody in particular and by no other time, of what its sender has asked some of this group for
 * and of nothing else: one more word on that.
 */
function addsTo({ audience }: Ask, { directive, likeness }: Judged): boolean {
  if (likeness === null || directive.status !== 'open' || directive.audience.unclear) return false;
  if (!audience.unclear || directive.audience.people.length >= audience.people.length) return false;
  const { sameIssuer, sameGroup, shareOfMost, text, otherDeadline } = likeness;
  return isTask(directive.kind) && sameIssuer + sameGroup + shareOfMost === 3 && text >= SAYS_ENOUGH && otherDeadline === 0;
}

const SAYS_ENOUGH = 0.35;

/** "明天9点三楼开防火会,葛场长别落下" was taken for something to know: where much speaks for it, it tells a known task to more people. */
function retoldTask(state: LedgerState, reading: TurnReading, { asTask: ask }: Ask, at: Instant): Merge | null {
  if (ask === undefined) return null;
  const tasks = sorted(state, reading, ask, at).open.filter(({ kind, status }) => isTask(kind) && status === 'open');
  const best = likeliestFirst(compare(state, reading, ask, tasks, at))[0];
  if (best === undefined || best.chance < Math.max(best.needed, MISJUDGED_AT_LEAST)) return null;
  return { directive: best.directive, ask, why: whyOf(best) };
}

/** Every known directive that could be meant, the likeliest first. */
export function judgeCandidates(state: LedgerState, reading: TurnReading, ask: Ask, at: Instant): readonly Judged[] {
  const { open, apart } = sorted(state, reading, ask, at);
  return likeliestFirst([...apart, ...compare(state, reading, ask, open, at)]);
}

/** The candidates that are to be compared, and those that a rule keeps apart. */
function sorted(
  state: LedgerState,
  reading: TurnReading,
  ask: Ask,
  at: Instant,
): { readonly open: readonly Directive[]; readonly apart: readonly Judged[] } {
  const open: Directive[] = [];
  const apart: Judged[] = [];
  for (const directive of candidates(state, reading, ask, at)) {
    const rule = apartFor(ask, reading, directive, at);
    if (rule === null) open.push(directive);
    else apart.push({ directive, ...APART, likeness: null, apart: rule });
  }
  return { open, apart };
}

function compare(state: LedgerState, reading: TurnReading, ask: Ask, pool: readonly Directive[], at: Instant): readonly Judged[] {
  const judged = atFirst(state, reading, ask, pool, at);
  const { again, vectors } = state.merging;
  if (isMessageKind(ask.kind) || again === undefined) return judged;
  const looked = new Map(possible(judged, ask, reading, at, vectors).map(({ judged: one, signs }) => [one, chanceByTrees(again, signs)]));
  return judged.map((one) => {
    const chance = looked.get(one);
    return chance === undefined || one.sentAgain === true || (one.chance < one.needed && staysTwo(ask, one))
      ? one
      : { ...one, chance, needed: AGAIN_AT_LEAST };
  });
}

function atFirst(state: LedgerState, reading: TurnReading, ask: Ask, pool: readonly Directive[], at: Instant): readonly Judged[] {
  return comparedWith(ask, pool, state).map((one) => judge(state, reading, ask, one, at));
}

/** For training: what is possible at first sight, with its signs. */
export function possibleAtFirst(state: LedgerState, reading: TurnReading, ask: Ask, at: Instant): readonly Possible[] {
  if (isMessageKind(ask.kind)) return [];
  return possible(atFirst(state, reading, ask, sorted(state, reading, ask, at).open, at), ask, reading, at, state.merging.vectors);
}

function likeliestFirst(judged: readonly Judged[]): readonly Judged[] {
  return judged.toSorted((a, b) => b.chance - b.needed - (a.chance - a.needed) || (a.directive.id < b.directive.id ? -1 : 1));
}

function candidates(state: LedgerState, reading: TurnReading, ask: Ask, at: Instant): readonly Directive[] {
  const { group } = reading.turn;
  const isOwn = (one: MessageKey): boolean => one.group === group && ask.evidence.some(({ id }) => id === one.id);
  const here = state.inGroup(groupKey(reading.turn), CANDIDATES);
  const due = ask.deadline === null ? [] : state.dueAt(ask.deadline.at, CANDIDATES);
  const pool = new Set([...state.sharing(ask.topics, CANDIDATES), ...here, ...due]);
  return [...pool].filter(
    (known) => at - newestOf(known) <= MAX_AGE && known.openedAt <= at && mayBeSame(ask, reading, known, at) && !known.evidence.some(isOwn),
  );
}

/** What comes again is told again for as long as it lasts; counted from its opening it would be opened anew, and stand twice in each digest. */
function newestOf({ deadline, heard, openedAt }: Directive): Instant {
  return deadline?.recurrence == null ? openedAt : Math.max(openedAt, lastOf(heard));
}

function judge(state: LedgerState, reading: TurnReading, ask: Ask, compared: Compared, at: Instant): Judged {
  const directive = compared.known;
  const likeness = likenessOf(ask, reading, compared, state, at);
  const { chance, needed } = weighed(state, ask, directive, likeness, restatedDeadline(directive, reading, ask, at) !== null);
  const isSent = wasTakenBackNow(directive, reading, ask, at) && (chance >= needed || isAlikeThen(directive, ask, likeness));
  return isSent ? { directive, ...SENT_AGAIN, likeness } : { directive, chance, needed, likeness };
}

/** Taken back a moment ago, and the same hand asks for something of the kind in the same place: corrected, if it looks like it at all. */
function wasTakenBackNow(
  { status, closedAt, issuer, heard, kind }: Directive,
  { sender, turn }: TurnReading,
  ask: Ask,
  at: Instant,
): boolean {
  if (status !== 'cancelled' || closedAt === null || kind !== ask.kind || ask.apart) return false;
  return issuer.id === sender.id && at - closedAt <= A_MOMENT && heard.has(groupKey(turn));
}

/** Due then, with a word or two of it. */
function isAlikeThen({ deadline }: Directive, ask: Ask, { share }: Likeness): boolean {
  return deadline !== null && deadline.at === ask.deadline?.at && share > 0;
}

const A_MOMENT = 10 * MINUTE;
const SENT_AGAIN = { chance: 1, needed: 0.5, sentAgain: true } as const;

/** In words, for the one that is taken: telling it of every candidate would cost more than finding it. */
export function whyOf({ likeness, chance }: Judged): string {
  return likeness === null ? '' : sayLikeness(likeness, chance);
}

interface Weighed {
  readonly chance: number;
  readonly needed: number;
}

const APART: Weighed = { chance: 0, needed: 1 };

function weighed(state: LedgerState, ask: Ask, known: Directive, likeness: Likeness, restates: boolean): Weighed {
  if (isTold(known.kind) && isTask(ask.kind))
    return { chance: chanceOf(likeness, state.merging.order), needed: orderAtLeast(ask, known, likeness) };
  if (known.status === 'cancelled')
    return { chance: smallerShare(state, ask, known), needed: likeness.otherObject === 1 ? CORRECTED_ELSE : CORRECTED };
  if (isTold(ask.kind)) return { chance: chanceOf(likeness, state.merging.told), needed: dangerAtLeast(likeness) };
  if (isTask(ask.kind) && known.kind === 'notice') {
    // News of a storm isn't the meeting on it, which somebody else calls.
    if (ask.kind === 'meeting' && likeness.sameIssuer === 0 && likeness.share < IN_COMMON) return APART;
    return {
      chance: chanceOf(likeness, state.merging.copy),
      needed: Math.max(MISJUDGED_AT_LEAST, copyAtLeast(ask, known, likeness, false)),
    };
  }
  if (isMessageKind(ask.kind)) return { chance: likeness.share, needed: VERBATIM };
  if (ask.kind === 'traffic' && likeness.otherPeople === 1 && likeness.sameClock === 0) return APART;
  return { chance: chanceOf(likeness, state.merging.copy), needed: copyAtLeast(ask, known, likeness, restates) };
}

function smallerShare(state: LedgerState, ask: Ask, known: Directive): number {
  const { shared, smaller } = state.overlap(ask.topics, known);
  return smaller === 0 ? 0 : shared / smaller;
}

/** What was misjudged may be of another kind: what its sender took back a moment ago, and what was only to be known this very day. */
function mayBeSame({ kind }: Ask, { sender }: TurnReading, known: Directive, at: Instant): boolean {
  if (sameFamily(kind, known.kind)) return true;
  if (known.status === 'cancelled') return isTask(kind) && known.issuer.id === sender.id && at - (known.closedAt ?? at) <= CORRECTED_WITHIN;
  return isTask(kind) && known.kind === 'notice' && known.status === 'open' && at - known.openedAt <= DAY;
}

function sameFamily(ask: Ask['kind'], known: Ask['kind']): boolean {
  if (isTask(ask)) return isTask(known) || isTold(known);
  if (isTold(ask)) return isTold(known);
  return ask === known;
}
