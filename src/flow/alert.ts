/** What can't wait for the next digest: a danger, something due before it, an urgent order, a late change. Once per person, directive and reason. */

import { type DigestDay, nextDigestAfter } from '../digest/schedule.ts';
import { knownSince, selectItem } from '../digest/select.ts';
import type { Alert, AlertReason } from '../model/digest.ts';
import type { Directive, DirectiveChange } from '../model/directive.ts';
import { type Day, dayAt, type Instant } from '../model/instant.ts';
import { groupKey, type Message, type MessageKey, messageKey } from '../model/message.ts';
import { type Organisation, type Person, personOf, readers } from '../model/organisation.ts';
import { isTask } from '../model/reading.ts';
import { asSeenBy, isPerhapsOf, isRatherOf, mayBeAsked, perhapsChance } from '../model/seen-by.ts';
import { changeSaid, settledAt, turnsPeople } from './changed-alert.ts';
import { GivenAlerts } from './given-alerts.ts';
import { quietUntil } from './quiet-hours.ts';

export interface AlertBook {
  /** Takes in who says something where, and whom it rings: whoever writes in a group has read what was told there before. */
  note(message: Pick<Message, 'platform' | 'group' | 'sender' | 'sentAt' | 'mentions'>): void;
  /** Alerts that a directive calls for now, and that were not given before. */
  /** @param since when it was said, where that was earlier: it came late, or nobody was there to tell it */
  alertsFor(directive: Directive, at: Instant, since?: Instant): readonly Alert[];
  /** When the next quiet hours end that hold something back; null where nothing is held back. */
  nextRelease(): Instant | null;
  /** What was held back until then and is still needed, unless a digest has told it. */
  release(at: Instant, directives: ReadonlyMap<string, Directive>): readonly Alert[];
  /** What was given for directives that are not known any more: nothing asks for it, and memory must not grow with history. */
  forget(known: ReadonlyMap<string, Directive>): void;
  /** Somebody sits in a group now, or no longer. */
  organise(org: Organisation): void;
}

interface HeldBack {
  readonly person: string;
  readonly directive: string;
  readonly since: Instant;
  readonly until: Instant;
}

/** How many alerts each person has had on a day. */
interface DayCounts {
  day: Day | null;
  readonly of: Map<string, number>;
}

export function alertBook(known: Organisation, due: DigestDay, given: readonly string[] = []): AlertBook {
  let org = known;
  const keys = new GivenAlerts(given);
  const counts: DayCounts = { day: null, of: new Map() };
  const held = new Map<string, HeldBack>();
  /** When each person has last said something in a group. */
  const spoke = new Map<string, Map<string, Instant>>();
  /** Whom the last message that rang somebody in a group rang, and when. */
  const rung = new Map<string, { readonly at: Instant; readonly everybody: boolean; readonly people: ReadonlySet<string> }>();
  /** By directive, whom the platform rang for the state that it has. */
  const rungFor = new Map<string, Map<string, string>>();
  const people = new Map(readers(org).map((person) => [person.id, person]));
  const wasAlerted = (person: string, directive: string): boolean =>
    (['hazard', 'due', 'urgent'] as const).some((reason) => keys.has(person, directive, reason));

  /** Whoever has said a word to it, or where it was told, since the change was told has read the change. */
  function hasReadSince(directive: Directive, person: string, since: Instant): boolean {
    const told = changeSaid(directive, since)?.message;
    const spokeAt = told === undefined ? undefined : spoke.get(person)?.get(groupKey(told));
    return (spokeAt ?? 0) > since || directive.answers.some((one) => one.person === person && one.at >= since);
  }

  /** Whom the platform has rung for the change itself, by name or with everybody, needn't be rung for it again, nor where it is told once more. */
  function wasRung(directive: Directive, person: string, since: Instant): boolean {
    const change = changeSaid(directive, since);
    if (change === undefined) return false;
    const state = stateTold(directive, change);
    if (rungFor.get(directive.id)?.get(person) === state) return true;
    if (!rings(change.message, person, since)) return false;
    const others = rungFor.get(directive.id) ?? new Map<string, string>();
    rungFor.set(directive.id, others.set(person, state));
    return true;
  }

  function rings(told: MessageKey, person: string, at: Instant): boolean {
    const last = rung.get(groupKey(told));
    if (last?.at !== at) return false;
    return last.people.has(person) || (last.everybody && org.groupByKey.get(groupKey(told))?.members.includes(person) === true);
  }

  /** @param since when it was said: earlier than `at` where it was held back */
  function alertOf(known: Directive, id: string, at: Instant, since: Instant): Alert | null {
    const person = people.get(id);
    // Asked first of what is touched a hundred times and has long been told.
    if (person === undefined || (changeSaid(known, since) === undefined && wasAlerted(id, known.id) && !isOrderedTo(known, id)))
      return null;
    if (hasDone(known, id) || hasJoinedByWord(known, id, since)) return null;
    const isPerhaps = isPerhapsOf(known, id);
    const directive = isPerhaps ? { ...asSeenBy(known, id), unsure: known.unsure } : asSeenBy(known, id);
    const next = nextDigestAfter(org, person, at, due);
    const isShown = nextDigestAfter(org, person, directive.joined.get(id) ?? knownSince(directive), due) < next;
    const moment = { at, since, next };
    const said = reasonFor(directive, moment, wasAlerted(id, directive.id), isShown);
    // What has come with the order is told as that, at once.
    const reason = said === null || said === 'hazard' ? (orderToTeller(directive, person, moment) ?? said) : said;
    if (reason === null || keys.has(id, directive.id, reason) || (isPerhaps && !isWorthWaking(known, id, reason))) return null;
    if (reason === 'changed' && wasInDigest(directive, person, since, next)) return null;
    if (reason === 'changed' && (hasReadSince(directive, id, since) || wasRung(directive, id, since))) return null;
    const item = selectItem(directive, person, org, { from: directive.openedAt - 1, to: Math.max(at, knownSince(directive)), next });
    if (item === null) return null;
    const until = reason === 'hazard' ? null : (quietFor(directive, at) ?? (reason === 'changed' ? settledAt(directive, at, since) : null));
    if (until !== null) held.set(`${id} ${directive.id}`, { person: id, directive: directive.id, since, until });
    // The cap comes last: it counts what goes out.
    if (until !== null || isBeyondCap(org, person, reason, at, counts)) return null;
    keys.add(id, directive.id, reason);
    return { at, cadre: id, reason, item: { ...item, number: 1 } };
  }

  /** Until when it waits; not what would be due before anybody hears of it. */
  function quietFor({ deadline }: Directive, at: Instant): Instant | null {
    const until = quietUntil(org, at);
    return until !== null && deadline !== null && deadline.at > at && deadline.at <= until ? null : until;
  }

  /** Who has told of a danger of their own place was sent word of that alone; an order to see to it is another matter. */
  function orderToTeller(directive: Directive, person: Person, moment: Moment): AlertReason | null {
    const { orderedAt, status } = directive;
    if (status !== 'open' || orderedAt === undefined || !isOrderedTo(directive, person.id)) return null;
    // It has stood in a digest.
    if (nextDigestAfter(org, person, orderedAt, due) < moment.next) return null;
    return isDueBefore(directive, moment) ? 'due' : isPressing(directive) ? 'urgent' : null;
  }

  /** What is only told once more has stood in a digest of the reader's when that came after the first telling. */
  function wasInDigest(directive: Directive, person: Person, since: Instant, next: Instant): boolean {
    const change = changeSaid(directive, since);
    const ofField = directive.changes.filter(({ field }) => field === change?.field);
    // What was said otherwise in between makes the last word news.
    const first = ofField[ofField.findLastIndex(({ from, to }) => from !== change?.from || to !== change.to) + 1];
    return first !== undefined && first !== change && nextDigestAfter(org, person, first.heardAt ?? first.at, due) < next;
  }

  function noteRung(message: Parameters<AlertBook['note']>[0]): void {
    const { mentions = [] } = message;
    if (mentions.length === 0) return;
    const people = new Set(mentions.flatMap((id) => personOf(org, message.platform, id)?.id ?? []));
    rung.set(groupKey(message), { at: message.sentAt, everybody: mentions.includes('*'), people });
  }

  const wasTold = ({ person, since }: HeldBack, at: Instant): boolean => {
    const reader = people.get(person);
    return reader === undefined || nextDigestAfter(org, reader, since, due) <= at;
  };

  return {
    note(message) {
      noteRung(message);
      const person = personOf(org, message.platform, message.sender.id)?.id;
      if (person === undefined || !people.has(person)) return;
      const groups = spoke.get(person) ?? new Map<string, Instant>();
      spoke.set(person, groups.set(groupKey(message), message.sentAt));
    },
    forget(known) {
      keys.keep(known);
      for (const id of rungFor.keys()) if (!known.has(id)) rungFor.delete(id);
    },
    organise(next) {
      org = next;
    },
    alertsFor(directive, at, since = at) {
      if (!mayCall(directive, since)) return [];
      return mayBeAsked(directive).flatMap((id) => alertOf(directive, id, at, since) ?? []);
    },
    nextRelease() {
      return [...held.values()].reduce<Instant | null>((first, { until }) => (first === null ? until : Math.min(first, until)), null);
    },
    release(at, directives) {
      const ready = [...held].filter(([, { until }]) => until <= at);
      for (const [key] of ready) held.delete(key);
      return ready.flatMap(([, one]) => {
        const directive = directives.get(one.directive);
        return directive === undefined || !mayBeAsked(directive).includes(one.person) || wasTold(one, at)
          ? []
          : (alertOf(directive, one.person, at, one.since) ?? []);
      });
    },
  };
}

/** Whether it may call for an alert of anybody. */
function mayCall(directive: Directive, since: Instant): boolean {
  return changeSaid(directive, since) !== undefined || (directive.status === 'open' && !isDoubtful(directive));
}

/** What a change has come to: told once more it is the same; another place is told by each change of it. */
function stateTold({ status, deadline }: Directive, { change, message }: DirectiveChange): string {
  return `${change} ${change === 'amend' ? messageKey(message) : `${status} ${deadline?.at}`}`;
}

/**
 * What may well be theirs can't wait either, nor what may be and is due before any digest would tell them; that something has changed which
 * hardly is theirs, or may be a danger, wakes nobody.
 */
function isWorthWaking(directive: Directive, person: string, reason: AlertReason): boolean {
  return isRatherOf(directive, person) || (reason === 'due' && perhapsChance(directive, person) >= MAY_BE_THEIRS);
}

const MAY_BE_THEIRS = 0.15;

interface Moment {
  readonly at: Instant;
  readonly since: Instant;
  /** When the reader's next digest comes. */
  readonly next: Instant;
}

/** @param isShown whether it has stood in one of the reader's digests; then only a change is news */
function reasonFor(directive: Directive, moment: Moment, alerted: boolean, isShown: boolean): AlertReason | null {
  const { at, since, next } = moment;
  const change = changeSaid(directive, since);
  if (change !== undefined && (alerted || isShown) && turnsPeople(directive, change, { at, next, alerted })) return 'changed';
  if (alerted || isShown || directive.status !== 'open' || isDoubtful(directive)) return null;
  const task = isTask(directive.kind);
  if (directive.kind === 'hazard') return 'hazard';
  if ((task || directive.kind === 'appeal') && isDueBefore(directive, moment)) return 'due';
  return task && isPressing(directive) ? 'urgent' : null;
}

function isDueBefore({ deadline }: Directive, { at, next }: Moment): boolean {
  return deadline !== null && deadline.at > at && deadline.at <= next;
}

/** "3个工作日内贴出来,有意见马上讲": what has more time than that is pressed for some part of it only. */
function isPressing({ urgency, deadline }: Directive): boolean {
  return urgency === 'immediate' && deadline === null;
}

function isOrderedTo({ kind, issuer, orderedAt }: Directive, person: string): boolean {
  return kind === 'hazard' && issuer.person === person && orderedAt !== undefined;
}

/** What may be nothing doesn't wake anybody; what may well be something does. */
function isDoubtful({ unsure, kind, confidence }: Directive): boolean {
  return confidence < (kind === 'hazard' ? DANGER : unsure ? UNSURE : kind === 'meeting' ? GATHERING : ORDER);
}

/** How sure it has to be. Dangers told in passing are seldom sure, and most of those above it are real. */
const DANGER = 0.3;
const ORDER = 0.4;
/** An hour at which people are called together is seldom talk. */
const GATHERING = 0.3;
/** What surely asks, though it can't be told what has become of it. */
const UNSURE = 0.8;

function hasDone(directive: Directive, person: string): boolean {
  return directive.answers.some((one) => one.person === person && one.state === 'done');
}

/** Whom their own answer has brought in has read what it answers. */
function hasJoinedByWord({ joined, answers }: Directive, person: string, since: Instant): boolean {
  const at = joined.get(person);
  return at !== undefined && at >= since && answers.some((one) => one.person === person && one.at <= at);
}

/** The daily cap holds everything back but dangers; what is beyond it stands in the next digest. */
function isBeyondCap(org: Organisation, person: Person, reason: AlertReason, at: Instant, counts: DayCounts): boolean {
  if (reason === 'hazard' || org.alertCap === null) return false;
  const day = dayAt(at, org.timezone);
  if (counts.day !== day) counts.of.clear();
  counts.day = day;
  const count = counts.of.get(person.id) ?? 0;
  counts.of.set(person.id, count + 1);
  return count >= org.alertCap;
}
