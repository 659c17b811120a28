/** Replay: a whole scenario on a simulated clock, message by message in time order. A digest knows only what was sent before it. */
import { digestDays } from '../digest/schedule.ts';
import type { LedgerState } from '../ledger/state.ts';
import type { Alert, Digest, Receipt } from '../model/digest.ts';
import type { Day, Instant } from '../model/instant.ts';
import { byTime, type Envelope, messageKey } from '../model/message.ts';
import type { Organisation, Person } from '../model/organisation.ts';
import type { Verdict } from '../model/reading.ts';
import { withoutClassified } from '../policy/classified.ts';
import { NO_REFINEMENTS, type Refinements } from '../policy/refine/overlay.ts';
import type { Store } from '../ports/store.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import type { RuleSet } from '../reading/noise/rule-set.ts';
import { alertBook } from './alert.ts';
import { closingWindow, composeDigest } from './close-day.ts';
import { closingTimes, standingUntil } from './closing-times.ts';
import { type Settler, settler } from './settle.ts';

export interface ReplaySettings {
  readonly org: Organisation;
  readonly calendar: WorkCalendar;
  readonly rules: RuleSet;
  /** An empty store. */
  readonly store: Store;
  /** What a refiner's words have come to by a moment; asked before the digests of that moment are made. */
  readonly refinements?: (ledger: LedgerState, at: Instant) => Promise<Refinements>;
  /** Told after each message: how many of how many. */
  readonly progress?: (done: number, total: number) => void;
}

export interface ReplayResult {
  /** Digests and alerts in the order in which they would go out. */
  readonly stream: readonly ({ readonly kind: 'digest'; readonly digest: Digest } | { readonly kind: 'alert'; readonly alert: Alert })[];
  /** Final verdicts by message, in the order of the input. */
  readonly verdicts: readonly Verdict[];
  readonly receipts: readonly Receipt[];
  readonly settler: Settler;
}

export async function replay(envelopes: readonly Envelope[], settings: ReplaySettings): Promise<ReplayResult> {
  const { org, store } = settings;
  const isWorkday = (day: Day): boolean => settings.calendar.isWorkday(day);
  const due = digestDays(org, isWorkday);
  const alerts = alertBook(org, due);
  const settling = settler(settings);
  const stream: ReplayResult['stream'][number][] = [];
  const sorted = envelopes.toSorted(byTime);
  const [first] = sorted;
  if (first === undefined) return { stream, verdicts: [], receipts: [], settler: settling };
  const closings = closingTimes(org, sorted, due, (recursUntil) => standingUntil(settling.ledger, org, recursUntil));
  const previous = new Map<string, Instant>();
  const verdicts = new Map<string, Verdict>();

  /** What quiet hours have held back goes out at their end; a digest of that moment comes first. */
  function releaseUntil(limit: Instant): void {
    for (let at = alerts.nextRelease(); at !== null && at < limit; at = alerts.nextRelease()) {
      for (const alert of alerts.release(at, settling.ledger.directives)) stream.push({ kind: 'alert', alert });
    }
  }

  async function closeUntil(limit: Instant): Promise<void> {
    for (let closing = closings.next(limit); closing !== null; closing = closings.next(limit)) {
      releaseUntil(closing.at);
      await store.saveSettled(settling.takeBatch());
      const digests = await closeAt(closing.at, closing.people);
      for (const digest of await store.putDigests(digests)) stream.push({ kind: 'digest', digest });
    }
    releaseUntil(limit);
  }

  async function closeAt(at: Instant, people: readonly Person[]): Promise<Digest[]> {
    const refinements = (await settings.refinements?.(settling.ledger, at)) ?? NO_REFINEMENTS;
    const book = { org, ledger: settling.ledger, due, isWorkday, notCovered: [], refinements };
    const windows = new Map<Instant, ReturnType<typeof closingWindow>>();
    const digests: Digest[] = [];
    for (const person of people) {
      const from = previous.get(person.id) ?? (first?.sentAt ?? at) - 1000;
      let window = windows.get(from);
      if (window === undefined) {
        window = closingWindow(from, at, await store.judgedBetween(from, at), settling.ledger);
        windows.set(from, window);
      }
      previous.set(person.id, at);
      digests.push(composeDigest(book, person, window));
    }
    return digests;
  }

  for (const [index, envelope] of sorted.entries()) {
    await closeUntil(envelope.sentAt);
    for (const message of await store.ingest([withoutClassified(envelope)])) {
      const { touched, reading } = settling.settle(message);
      for (const verdict of reading.verdicts) verdicts.set(messageKey(verdict), verdict);
      alerts.note(message);
      for (const directive of touched) {
        for (const alert of alerts.alertsFor(directive, message.sentAt)) stream.push({ kind: 'alert', alert });
      }
    }
    settings.progress?.(index + 1, sorted.length);
  }
  await closeUntil(Number.POSITIVE_INFINITY);
  await store.saveSettled(settling.takeBatch());
  return {
    stream,
    verdicts: uniqueKeys(envelopes).flatMap((key) => verdicts.get(key) ?? []),
    receipts: receiptsOf(settling),
    settler: settling,
  };
}

function uniqueKeys(envelopes: readonly Envelope[]): readonly string[] {
  return [...new Set(envelopes.map(messageKey))];
}

function receiptsOf({ ledger }: Settler): readonly Receipt[] {
  return [...ledger.directives.values()]
    .flatMap((directive) =>
      directive.answers.map(({ person, state, at, platform, group, id }) => ({
        at,
        receipt: { item: directive.id, evidence: directive.evidence, person, state, message: { platform, group, id } },
      })),
    )
    .toSorted((a, b) => a.at - b.at || (a.receipt.message.id < b.receipt.message.id ? -1 : 1))
    .map(({ receipt }) => receipt);
}
