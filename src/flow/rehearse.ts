/** Rehearsal: the store's last days read again under two rule sets, on the simulated clock of their digests. Nothing is written. */
import { digestDays, nextDigestAfter } from '../digest/schedule.ts';
import { selectItem } from '../digest/select.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, type Instant } from '../model/instant.ts';
import { type Message, messageKey } from '../model/message.ts';
import { EVERYTHING, type Organisation, type Person, readers } from '../model/organisation.ts';
import { type Comparison, compareDays, type SeenDays, type SeenItem, type SeenVerdict } from '../policy/rehearsal.ts';
import type { Store } from '../ports/store.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import type { TunedRuleSet } from '../reading/noise/overlay.ts';
import { rewind } from './rewind.ts';
import type { Settler } from './settle.ts';
import { TURN_LENGTH } from './turns.ts';

export const REHEARSED_DAYS = 7;

export interface Rehearsal extends Comparison {
  readonly from: Instant;
  readonly to: Instant;
}

export interface RehearsalSettings {
  readonly org: Organisation;
  readonly calendar: WorkCalendar;
  readonly days: number;
  readonly progress: (done: number, total: number) => void;
  /** Lets others have their turn, where others run beside it. */
  readonly breathe?: () => Promise<void>;
}

/** Settled in one go. */
const AT_ONCE = 500;

export async function rehearse(store: Store, before: TunedRuleSet, after: TunedRuleSet, settings: RehearsalSettings): Promise<Rehearsal> {
  const to = (await store.timeRange())?.last ?? 0;
  const from = to - settings.days * DAY;
  let done = 0;
  const step = (): void => settings.progress(++done, 2 * Math.ceil(settings.days));
  const was = await readDays(store, before, from, to, settings, step);
  const is = await readDays(store, after, from, to, settings, step);
  return { from, to, ...compareDays(was, is) };
}

async function readDays(
  store: Store,
  rules: TunedRuleSet,
  from: Instant,
  to: Instant,
  { org, calendar, breathe }: RehearsalSettings,
  step: () => void,
): Promise<SeenDays> {
  const { settling, from: start } = await rewind(store, { org, calendar, rules }, from + TURN_LENGTH + 1);
  const verdicts = new Map<string, SeenVerdict>();
  const digests = digestClock(org, calendar, start, to);
  for (let day = start; day < to; day += DAY) {
    for (const [index, message] of (await store.messagesBetween(day, Math.min(day + DAY, to))).entries()) {
      if (index % AT_ONCE === 0) await breathe?.();
      digests.closeUntil(message.sentAt, settling);
      settle(message, settling, verdicts);
    }
    step();
  }
  digests.closeUntil(Number.POSITIVE_INFINITY, settling);
  return { verdicts, items: digests.items };
}

function settle(message: Message, settling: Settler, verdicts: Map<string, SeenVerdict>): void {
  for (const { platform, group, id, label, keep } of settling.settle(message).reading.verdicts) {
    const key = messageKey({ platform, group, id });
    const text = key === messageKey(message) ? message.text : (verdicts.get(key)?.text ?? '');
    verdicts.set(key, { platform, group, id, label, keep, text });
  }
}

interface DigestClock {
  /** Closes every digest that is due before an instant. */
  closeUntil(limit: Instant, settling: Settler): void;
  readonly items: ReadonlyMap<string, SeenItem>;
}

interface Closing {
  readonly person: Person;
  readonly from: Instant;
  readonly to: Instant;
  readonly next: Instant;
}

function digestClock(org: Organisation, calendar: WorkCalendar, start: Instant, end: Instant): DigestClock {
  const closings = closingsOf(org, calendar, start, end);
  const items = new Map<string, SeenItem & { readonly people: Set<string> }>();
  let at = 0;
  return {
    items,
    closeUntil(limit, { ledger }) {
      for (let closing = closings[at]; closing !== undefined && closing.to < limit; closing = closings[++at]) {
        const { person, ...window } = closing;
        const mine = person.id === EVERYTHING.id ? ledger.directives.values() : ledger.ofPerson(person.id);
        for (const directive of mine) {
          if (selectItem(directive, person, org, { ...window, isWorkday: (day) => calendar.isWorkday(day) }) === null) continue;
          const item = items.get(directive.id) ?? seenItem(directive);
          if (item === null) continue;
          item.people.add(person.id);
          items.set(directive.id, item);
        }
      }
    },
  };
}

function seenItem({ id, kind, title, evidence: [first] }: Directive): (SeenItem & { readonly people: Set<string> }) | null {
  if (first === undefined) return null;
  return { id, kind, title, evidence: { platform: first.platform, group: first.group, id: first.id }, people: new Set() };
}

/** Each reader's digests of these days, up to the one that holds the last message. */
function closingsOf(org: Organisation, calendar: WorkCalendar, start: Instant, end: Instant): readonly Closing[] {
  const due = digestDays(org, (day) => calendar.isWorkday(day));
  const people = readers(org).length === 0 ? [EVERYTHING] : readers(org);
  const closings = people.flatMap((person) => {
    const list: Closing[] = [];
    for (let [from, to] = [start, nextDigestAfter(org, person, start, due)]; from < end; ) {
      const next = nextDigestAfter(org, person, to, due);
      list.push({ person, from, to, next });
      [from, to] = [to, next];
    }
    return list;
  });
  return closings.toSorted((a, b) => a.to - b.to);
}
