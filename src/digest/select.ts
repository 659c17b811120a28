/** Which items stand in a person's digest, in which section and in which state. */

import type { Deadline } from '../model/deadline.ts';
import type { DigestItem, ItemStatus, Section } from '../model/digest.ts';
import type { Directive, DirectiveChange } from '../model/directive.ts';
import { DAY, dayNumber, type Instant } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import { EVERYTHING, type Organisation, OVERDUE_DAYS, type Person } from '../model/organisation.ts';
import { isTold } from '../model/reading.ts';
import { asSeenBy, isPerhapsOf, isRatherOf } from '../model/seen-by.ts';
import { type IsWorkday, occurrenceAfter } from './occurrence.ts';

export interface DigestWindow {
  readonly from: Instant;
  readonly to: Instant;
  /** When the reader's next digest comes. */
  readonly next: Instant;
  /** For what recurs on working days; plain weekdays where no calendar is at hand. */
  readonly isWorkday?: IsWorkday | undefined;
}

/** How long what was told, and nobody closes, goes on standing in digests. */
const TOLD_FOR = 2 * DAY;

export type SelectedItem = Omit<DigestItem, 'number'>;

/** The item of one directive for one reader, or null where it doesn't stand in this digest. */
export function selectItem(known: Directive, reader: Person, org: Organisation, window: DigestWindow): SelectedItem | null {
  const directive = asSeenBy(known, reader.id);
  if (isOwn(directive, reader) || knownSince(directive) > window.to) return null;
  const shownSince = directive.joined.get(reader.id) ?? knownSince(directive);
  const isNew = shownSince > window.from;
  const changes = directive.changes.filter((one) => isWithin(one.heardAt ?? one.at, window) && one.change !== 'remind');
  const deadline = occurrenceAfter(directive.deadline, window.to, window.isWorkday);
  const shown = deadline ?? directive.deadline;
  if (!isNew && (changes.length === 0 || isOthersDone(directive, reader)) && !stillStands(directive, reader, deadline, window, org))
    return null;
  return {
    id: directive.id,
    section: sectionOf(directive, shown, changes, isNew, window),
    kind: directive.kind,
    title: directive.title,
    issuer: { id: directive.issuer.id, name: directive.issuer.name },
    deadline: shown,
    status: statusOf(directive, reader, shown, changes, window),
    urgency: directive.urgency,
    confidence: directive.confidence,
    evidence: directive.evidence.map((one) => (isMember(org, reader, one) ? one : { ...one, quote: null, span: null })),
    changes: onceEach(changes).map(({ field, from, to, message }) => ({ field, from, to, message })),
    audienceUnclear: directive.audience.unclear,
    ...(isPerhapsOf(directive, reader.id) ? { perhaps: true as const } : {}),
    conflict: directive.conflict,
    similarTo: directive.similarTo,
    condition: directive.condition,
    // Who is told to see to it has a task, whoever's duty it was.
    ...(directive.selfHelp === true && directive.evidence.length === 1 ? { selfHelp: true as const } : {}),
    ...(isLetGo(directive, reader, org, window) ? { letGo: true as const } : {}),
    outsider: directive.issuer.person === null && org.people.length > 0,
  };
}

/** That others have done it is no news for whom it may not even have asked. */
function isOthersDone(directive: Directive, reader: Person): boolean {
  return directive.status === 'done' && isPerhapsOf(directive, reader.id);
}

/** What was told twice in a window stands once, with its latest telling. */
function onceEach(changes: readonly DirectiveChange[]): readonly DirectiveChange[] {
  return changes.filter(
    ({ field, from, to }, index) =>
      !changes.slice(index + 1).some((later) => later.field === field && later.from === from && later.to === to),
  );
}

/** What came late is new when it is heard. */
export function knownSince({ heardAt, openedAt }: Pick<Directive, 'heardAt' | 'openedAt'>): Instant {
  return heardAt ?? openedAt;
}

function isWithin(at: Instant, { from, to }: DigestWindow): boolean {
  return at > from && at <= to;
}

/** Who asks needs no reminder of it; who has told of a danger and is then ordered to act does. */
function isOwn(directive: Directive, reader: Person): boolean {
  const told = isTold(directive.kind);
  return directive.issuer.person === reader.id && !(told && directive.audience.people.includes(reader.id));
}

/** Is a directive one that digests still show, whoever reads them? */
export function isStanding(known: Directive, reader: Person, org: Organisation, window: DigestWindow): boolean {
  const directive = asSeenBy(known, reader.id);
  return stillStands(directive, reader, occurrenceAfter(directive.deadline, window.to, window.isWorkday), window, org);
}

/** Does an item that was shown before still stand, though nothing has changed? */
function stillStands(directive: Directive, reader: Person, deadline: Deadline | null, window: DigestWindow, org: Organisation): boolean {
  if (directive.status !== 'open') return false;
  if (isPerhapsOf(directive, reader.id)) return isRatherOf(directive, reader.id) && isDueNext(deadline, window);
  if (directive.unsure) return false;
  if (isPressed(directive, window) && !hasDone(directive, reader)) return true;
  const { to } = window;
  const age = to - directive.openedAt;
  switch (directive.kind) {
    case 'notice':
    case 'opaque':
      return false;
    case 'hazard':
    case 'appeal':
      return age <= TOLD_FOR || (deadline !== null && deadline.at > to);
    case 'traffic':
      return deadline !== null && deadline.at > to && !hasDone(directive, reader);
    case 'meeting':
      return deadline !== null && deadline.at > to;
    case 'directive':
      if (directive.deadline?.recurrence != null) return deadline !== null;
      if (hasDone(directive, reader)) return false;
      return to <= letGoAt(directive, org);
  }
}

/** What may well be somebody's is shown once more before its time, unless it comes again and again. */
function isDueNext(deadline: Deadline | null, { to, next }: DigestWindow): boolean {
  return deadline !== null && deadline.recurrence === null && deadline.at > to && deadline.at <= next;
}

/** Of what nothing was heard since then, and that wasn't due later, no digest of a window tells; a day more than that, for turns and time zones. */
export function toldSince({ overdueDays = OVERDUE_DAYS }: Organisation, from: Instant, to: Instant): Instant {
  return Math.min(from, to - TOLD_FOR, to - overdueDays * DAY) - DAY;
}

/** What is pressed for is still wanted, though it was due long ago and had been let go; a gathering that is over isn't. */
function isPressed({ kind, pressedAt }: Directive, window: DigestWindow): boolean {
  return pressedAt !== undefined && isWithin(pressedAt, window) && (kind === 'directive' || kind === 'hazard' || kind === 'appeal');
}

/** When a task that nobody closes is let go: some days after it was due; where it has no date, after it was asked. */
function letGoAt({ deadline, openedAt }: Pick<Directive, 'deadline' | 'openedAt'>, { overdueDays = OVERDUE_DAYS }: Organisation): Instant {
  return (deadline === null ? openedAt : deadline.at) + overdueDays * DAY;
}

/** Until when an item can stand in somebody's digest, if nothing more is heard of it; what recurs may do so for ever. */
export function standsUntil({ status, deadline, own, openedAt }: Directive, org: Organisation): Instant {
  if (status !== 'open') return openedAt;
  const ends = [deadline, ...(own?.values() ?? [])].map((one) => {
    if (one === null || one.recurrence === null) return letGoAt({ deadline: one, openedAt }, org);
    return one.until === null ? Number.POSITIVE_INFINITY : (dayNumber(one.until) + 2) * DAY;
  });
  return Math.max(openedAt + TOLD_FOR, ...ends);
}

/** Standing here for the last time; nothing goes in silence. */
function isLetGo(directive: Directive, reader: Person, org: Organisation, { next }: DigestWindow): boolean {
  if (directive.kind !== 'directive' || directive.status !== 'open' || directive.unsure || hasDone(directive, reader)) return false;
  return directive.deadline?.recurrence == null && letGoAt(directive, org) < next;
}

function sectionOf(
  directive: Directive,
  deadline: Deadline | null,
  changes: readonly DirectiveChange[],
  isNew: boolean,
  window: DigestWindow,
): Section {
  if (directive.kind === 'opaque' || (directive.unsure && directive.kind !== 'traffic')) return 'unsure';
  if (directive.kind === 'traffic') return 'traffic';
  if (directive.kind === 'hazard') return 'hazards';
  if (directive.kind === 'appeal') return 'appeals';
  if (directive.kind === 'notice') return 'notices';
  if (changes.length > 0) return 'changed';
  if (deadline !== null && deadline.at <= window.next) return 'due';
  return isNew ? 'new' : 'upcoming';
}

function statusOf(
  directive: Directive,
  reader: Person,
  deadline: Deadline | null,
  changes: readonly DirectiveChange[],
  { to }: DigestWindow,
): ItemStatus {
  if (directive.status !== 'open') return directive.status;
  if (changes.length > 0) return 'changed';
  if (directive.deadline?.recurrence == null && hasDone(directive, reader)) return 'done';
  return deadline !== null && deadline.at <= to && directive.kind !== 'notice' ? 'overdue' : 'open';
}

function hasDone(directive: Directive, reader: Person): boolean {
  return directive.answers.some((one) => one.person === reader.id && one.state === 'done');
}

export function isMember(org: Organisation, reader: Person, key: { readonly platform: string; readonly group: string }): boolean {
  return reader.id === EVERYTHING.id || org.membersByGroup.get(groupKey(key))?.has(reader.id) === true;
}
