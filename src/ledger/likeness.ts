/** How an ask and a known directive compare: on text, action and object, audience, recipient, deadline, issuer, place, period, form, and time. */
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../model/instant.ts';
import type { Dimension } from '../model/merge-weights.ts';
import { groupKey } from '../model/message.ts';
import { type Ask, isTask, isTold, type TurnReading } from '../model/reading.ts';
import { asks, haveOtherPeople } from './asked.ts';
import { inBoth } from './in-both.ts';
import { compareDeadlines, differ, fallTogether, isShortlyBefore } from './same-time.ts';

export type Likeness = Readonly<Record<Dimension, number>>;

/** Why two are never one: an order on a danger that is closed, other work orders, closed too long ago, taken back too long ago or by another, an order back to who asked, one for whenever a case comes, other people, one sentence with another thing in it, the word of an outsider. */
export type ApartFor =
  | 'closed-danger'
  | 'other-code'
  | 'done'
  | 'taken-back'
  | 'back-to-asker'
  | 'in-case'
  | 'other-people'
  | 'other-matter'
  | 'other-thing'
  | 'outsider';

/** Weights of topics: rare among the known directives = telling. */
export interface TopicWeights {
  weigh(topics: readonly string[]): { readonly sum: number; readonly each: readonly number[] };
  overlap(topics: readonly string[], directive: Directive): { readonly shared: number; readonly smaller: number; readonly whole: number };
  /** How much of a directive's title stands among some topics. */
  titleShare(directive: Directive, topics: readonly string[]): number;
  /** How many are due at an instant. */
  countDueAt(at: Instant): number;
}

/** Of a few words even one in common is a large share. */
const FEW = 3;
/** Shared words beyond this say no more. */
const MOST_SHARED = 8;
const MOST_FIGURES = 3;
const OLDEST = 5;
/** Topics of a title that names a thing. */
const NAMED = 3;
/** Within some minutes what one group was told is told to the others. */
const CROSSING = 15 * MINUTE;
/** The next message of somebody who is still typing. */
const AT_ONCE = 1.5 * MINUTE;

/** A candidate with what it has in common with an ask, by weight, and the most that any candidate has. */
export interface Compared {
  readonly known: Directive;
  readonly shared: number;
  readonly whole: number;
  readonly most: number;
}

export function comparedWith(ask: Ask, pool: readonly Directive[], weights: TopicWeights): readonly Compared[] {
  const overlaps = pool.map((known) => weights.overlap(ask.topics, known));
  const most = Math.max(0, ...overlaps.map(({ shared }) => shared));
  return pool.map((known, index) => ({ known, shared: overlaps[index]?.shared ?? 0, whole: overlaps[index]?.whole ?? 0, most }));
}

/** One literal with a line a dimension: this is done for dozens of candidates an ask, and putting it together from parts costs more than the rest. */
export function likenessOf(
  ask: Ask,
  reading: TurnReading,
  { known, shared, whole, most }: Compared,
  weights: TopicWeights,
  at: Instant,
): Likeness {
  const { turn, sender } = reading;
  const here = known.heard.has(groupKey(turn));
  const sameIssuer = known.issuer.id === sender.id;
  const age = at - known.openedAt;
  const since = at - lastOf(known.heard);
  const atOnce = sameIssuer && here;
  const text = Math.min(shared, MOST_SHARED) / (MOST_SHARED / 2);
  const passedDown = !sameIssuer && sender.person !== null && asks(known.audience, sender.person);
  const gathersForIt = (person: string): boolean => known.voices.includes(person) || (passedDown && person === sender.person);
  const titles = [sureOf(ask.object) * titleIn(ask, known, weights), sureOf(known.object) * weights.titleShare(known, ask.topics)] as const;
  const object = Math.min(...titles);
  const [ours, theirs] = [ask.particulars, known.particulars];
  const due = compareDeadlines(ask.deadline, known.deadline);
  // A time that many are bound to is less telling.
  const seldom = 1 / (1 + Math.log2(Math.max(1, weights.countDueAt(known.deadline?.at ?? at))));
  const atOneTime = due === 'clock' || due === 'same';
  const asker = known.issuer.person;
  // "这个不是应急办要的那张": whose it says that it isn't.
  const namesAsker =
    !ask.apart &&
    (asker === null ? namesOutsider(ask, known) : ours.persons.includes(asker) && !(isTask(known.kind) && asksForIt(ask, asker)));
  return {
    text,
    instant: due === 'same' && fallTogether(ask.deadline, known.deadline) ? seldom : 0,
    retoldDown: passedDown && due === 'other' && isShortlyBefore(ask.deadline, known.deadline) ? text : 0,
    crossed: here ? 0 : Math.exp(-since / CROSSING),
    share: whole > 0 ? shared / whole : 0,
    shareOfMost: most > 0 ? shared / most : 0,
    object,
    otherObject: Number(object === 0 && ask.object.length >= NAMED && known.object.length >= NAMED),
    nothing: Number(shared === 0),
    contained: shared / (FEW + weights.weigh(ask.topics).sum),
    agreed: atOneTime ? Math.max(...titles) ** 2 : 0,
    relayedWords: ask.relayed ? Math.min(1, shared) : 0,
    figures: Math.min(MOST_FIGURES, inBoth(ours.figures, theirs.figures)) / MOST_FIGURES,
    recipient: agree(ours.recipients, theirs.recipients),
    otherRecipient: ours.recipients.some(gathersForIt) ? 0 : disagree(ours.recipients, theirs.recipients),
    namesAsker: Number(namesAsker),
    samePlace: jaccard(ours.areas, theirs.areas),
    otherPlace: disagree(ours.areas, theirs.areas),
    otherPeriod: disagree(ours.periods, theirs.periods),
    otherForm: disagree(ours.forms, theirs.forms),
    sameForm: agree(ours.forms, theirs.forms),
    otherPeople: Number(meansOthers(ask, sender.person, known)),
    sameClock: due === 'clock' ? seldom : 0,
    sameDeadline: Number(due === 'same'),
    sameDay: Number(due === 'day'),
    otherDeadline: Number(due === 'other'),
    oneDeadline: Number(due === 'one'),
    timeAndAsker: Number(atOneTime && namesAsker),
    timeAndRelay: Number(atOneTime && (ask.relayed || ask.handedOn === true)),
    sameIssuer: Number(sameIssuer),
    sameGroup: Number(here),
    relayed: Number(ask.relayed),
    handedOn: Number(ask.handedOn === true),
    passedDown: Number(passedDown),
    replied: Number(repliesTo(ask, known)),
    listed: Number(isListed(ask, reading)),
    apart: Number(ask.apart === true),
    atOnce: Number(atOnce && since < AT_ONCE && !differ(ask.deadline, known.deadline)),
    fragment: Number(atOnce && since < 5 * MINUTE && ask.deadline === null && ask.audience.unclear),
    sameKind: Number((ask.kind === 'meeting') === (known.kind === 'meeting')),
    soon: Math.exp(-age / (2 * HOUR)),
    withinHour: Number(since < HOUR),
    today: Number(age < 12 * HOUR),
    days: Math.min(OLDEST, age / DAY),
  };
}

/** "@牟长庚 值班表17点前报": who is named as the one who is asked, or as one who is to come, isn't named as who has asked before. */
function asksForIt({ kind, audience }: Ask, person: string): boolean {
  if (audience.unclear || audience.general === true) return false;
  return kind === 'meeting' ? asks(audience, person) : audience.people.length === 1 && audience.people[0] === person;
}

/** "小丽老师的板凳我记到的": who told of it is in no roster, and is called as in the name that stands with what was told. */
function namesOutsider({ topics }: Ask, { kind, issuer }: Directive): boolean {
  return isTold(kind) && callsOf(issuer).some((runs) => runs.every((run) => topics.includes(run)));
}

/** What somebody of that display name is called, each as its pairs of characters. */
function callsOf({ name }: Directive['issuer']): readonly (readonly string[])[] {
  return (name.match(CALL) ?? [])
    .filter((call) => !ANYBODY.test(call))
    .map((call) => Array.from({ length: call.length - 1 }, (_, at) => call.slice(at, at + 2)));
}

const ANYBODY = /^(?:老师|老板|老人|老街|老乡|小区|小学|小组|业主|群众|家长|居民|阿姨|大爷|大妈)$/u;
const CALL =
  /[小老阿][\u4e00-\u9fff]|[\u4e00-\u9fff](?:大?[姐哥叔婶姨爷嫂]|妈妈|大爷|大妈|奶奶|阿姨|医生|老师|师傅|老板|船长|经理|总|伯)|^[\u4e00-\u9fff]{2,3}$/gu;

/** It answers a message that the known one rests on. */
export function repliesTo({ repliesTo: id }: Ask, { evidence }: Directive): boolean {
  return id !== undefined && evidence.some((one) => one.id === id);
}

/** One of several things that its message asks for. */
function isListed({ evidence: [own] }: Ask, { asks: all }: TurnReading): boolean {
  return own !== undefined && all.filter(({ evidence: [first] }) => first?.id === own.id).length > 1;
}

/** The share of an ask's title that stands in the other. */
function titleIn(ask: Ask, known: Directive, weights: TopicWeights): number {
  const { sum } = weights.weigh(ask.object);
  return sum === 0 ? 0 : weights.overlap(ask.object, known).shared / sum;
}

/** A title of one word ("截图") names nothing by itself. */
function sureOf(object: readonly string[]): number {
  return Math.min(1, object.length / NAMED);
}

/** When it was last heard of anywhere. */
export function lastOf(heard: ReadonlyMap<string, Instant>): Instant {
  let last = Number.NEGATIVE_INFINITY;
  for (const at of heard.values()) if (at > last) last = at;
  return last;
}

function agree(a: readonly string[], b: readonly string[]): number {
  return Number(inBoth(a, b) > 0);
}

/** The share of what both name in what any of them names. */
function jaccard(a: readonly string[], b: readonly string[]): number {
  const both = inBoth(a, b);
  return both === 0 ? 0 : both / (a.length + b.length - both);
}

/** Both say something, and nothing in common. */
function disagree(a: readonly string[], b: readonly string[]): number {
  return Number(a.length > 0 && b.length > 0 && inBoth(a, b) === 0);
}

/** Nobody is asked by both. Who asked the one doesn't count as asked by the other: "替方巧说一声" names her for her task. */
export function meansOthers(ask: Ask, sender: string | null, known: Directive): boolean {
  if (!haveOtherPeople(ask.audience, known.audience)) return false;
  return ask.audience.people.some((person) => person !== sender && !known.voices.includes(person));
}

/** The text itself points at the known one: it says that it is the same, names who asked it, the same recipient or form. */
export function pointsAt({ relayed, particulars }: Ask, { issuer, particulars: known }: Directive): boolean {
  return (
    relayed ||
    (issuer.person !== null && particulars.persons.includes(issuer.person)) ||
    inBoth(particulars.recipients, known.recipients) > 0 ||
    inBoth(particulars.forms, known.forms) > 0
  );
}

export function saysSameClock(ask: Ask, known: Directive): boolean {
  return compareDeadlines(ask.deadline, known.deadline) === 'clock';
}
