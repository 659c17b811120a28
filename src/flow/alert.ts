/** What can't wait for the next digest: a danger, something due before it, an urgent order, a late change. Once per person, directive and reason. */
import { type DigestDay, nextDigestAfter } from '../digest/schedule.ts';
import { selectItem } from '../digest/select.ts';
import type { Alert, AlertReason } from '../model/digest.ts';
import type { Directive, DirectiveChange } from '../model/directive.ts';
import { dayAt, type Instant, minutesOfDay } from '../model/instant.ts';
import { type Organisation, type Person, readers } from '../model/organisation.ts';

export interface AlertBook {
  /** Alerts that a directive calls for now, and that were not given before. */
  alertsFor(directive: Directive, at: Instant): readonly Alert[];
}

export function alertKey(person: string, directive: string, reason: AlertReason): string {
  return `${person} ${directive} ${reason}`;
}

export function alertBook(org: Organisation, due: DigestDay, given: readonly string[] = []): AlertBook {
  const keys = new Set(given);
  const counts = new Map<string, number>();
  const people = new Map(readers(org).map((person) => [person.id, person]));
  const wasAlerted = (person: string, directive: string): boolean =>
    (['hazard', 'due', 'urgent'] as const).some((reason) => keys.has(alertKey(person, directive, reason)));
  return {
    alertsFor(directive, at) {
      const alerts: Alert[] = [];
      for (const id of directive.audience.people) {
        const person = people.get(id);
        if (person === undefined || hasAnswered(directive, id)) continue;
        const next = nextDigestAfter(org, person, at, due);
        const isShown = nextDigestAfter(org, person, directive.joined.get(id) ?? directive.openedAt, due) < next;
        const reason = reasonFor(directive, at, next, wasAlerted(id, directive.id), isShown);
        if (reason === null || keys.has(alertKey(id, directive.id, reason))) continue;
        const item = selectItem(directive, person, org, { from: directive.openedAt - 1, to: at, next });
        // The cap comes last: it counts what goes out.
        if (item === null || isHeldBack(org, person, reason, at, counts)) continue;
        keys.add(alertKey(id, directive.id, reason));
        alerts.push({ at, cadre: id, reason, item: { ...item, number: 1 } });
      }
      return alerts;
    },
  };
}

/** @param isShown whether it has stood in one of the reader's digests; then only a change is news */
function reasonFor(directive: Directive, at: Instant, next: Instant, alerted: boolean, isShown: boolean): AlertReason | null {
  const change = directive.changes.findLast((one) => one.at === at && one.change !== 'remind');
  const isNear = directive.deadline !== null && directive.deadline.at > at && directive.deadline.at <= next;
  if (change !== undefined && (alerted || isShown) && turnsPeople(directive, change, at, next)) return 'changed';
  if (alerted || isShown || directive.status !== 'open' || isDoubtful(directive)) return null;
  const isTask = directive.kind === 'directive' || directive.kind === 'meeting';
  if (directive.kind === 'hazard') return 'hazard';
  if ((isTask || directive.kind === 'appeal') && isNear) return 'due';
  return isTask && directive.urgency === 'immediate' ? 'urgent' : null;
}

/** What may be nothing doesn't wake anybody; what may well be a danger does, the sooner where it is somebody's place or duty. */
function isDoubtful({ unsure, kind, confidence, audience }: Directive): boolean {
  return kind === 'hazard' ? confidence < (audience.unclear ? NOBODYS_DANGER : DANGER) : unsure;
}

/** Dangers told in passing are seldom sure; of those above it most are real. */
const DANGER = 0.25;
const NOBODYS_DANGER = 0.6;

/**
 * Who has read the old must not act on it before the next digest: a meeting that is off, elsewhere or at another time; a task
 * that is off, or due sooner. More time is no news that can't wait, and traffic never is.
 */
function turnsPeople(directive: Directive, change: DirectiveChange, at: Instant, next: Instant): boolean {
  const isNear = (time: Instant | null): boolean => time !== null && time > at && time <= next;
  const before = change.from === null ? null : Date.parse(change.from);
  const now = directive.deadline?.at ?? null;
  if (directive.kind === 'traffic' || directive.kind === 'notice' || directive.kind === 'opaque') return false;
  switch (change.change) {
    case 'deadline':
      return directive.kind === 'meeting' ? isNear(before) || isNear(now) : isNear(now) && now !== null && (before ?? now + 1) > now;
    case 'cancel':
      return isNear(now);
    case 'amend':
      return directive.kind === 'meeting' && isNear(now);
    default:
      return false;
  }
}

function hasAnswered(directive: Directive, person: string): boolean {
  return directive.answers.some((one) => one.person === person && one.state === 'done');
}

/** Quiet hours and the daily cap hold everything back but dangers; what is held back stands in the next digest. */
function isHeldBack(org: Organisation, person: Person, reason: AlertReason, at: Instant, counts: Map<string, number>): boolean {
  if (reason === 'hazard') return false;
  if (org.quietHours !== null && isWithin(org.quietHours.from, org.quietHours.to, minutesOfDay(at, org.timezone))) return true;
  if (org.alertCap === null) return false;
  const key = `${person.id} ${dayAt(at, org.timezone)}`;
  const count = counts.get(key) ?? 0;
  counts.set(key, count + 1);
  return count >= org.alertCap;
}

function isWithin(from: number, to: number, minutes: number): boolean {
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}
