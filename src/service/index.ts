/**
 * The running service: adapters hand in, the reader settles, the closer makes the digests that are due, delivery sends, the desk answers.
 * Each is a use case of flow; here they are wired, woken and stopped, and nothing is decided.
 */

import { classifiedNotice } from '../flow/classified-notice.ts';
import { dueFinder } from '../flow/close-due.ts';
import { type CoverageGap, coverageGaps, notCoveredFor } from '../flow/coverage.ts';
import type { Delivery } from '../flow/deliver.ts';
import { addMember } from '../flow/join-group.ts';
import { liveOrganisation } from '../flow/live-organisation.ts';
import { type LiveReader, liveReader } from '../flow/live-reader.ts';
import { receiver } from '../flow/receive.ts';
import type { Refining } from '../flow/refine.ts';
import { runningRules } from '../flow/rule-book.ts';
import { sendDigests } from '../flow/send-digests.ts';
import { settleAgain } from '../flow/settle-store.ts';
import { DAY, type Instant, MINUTE } from '../model/instant.ts';
import { type Envelope, groupKey } from '../model/message.ts';
import type { Organisation, Person, Roster } from '../model/organisation.ts';
import type { ChatAdapter } from '../ports/chat.ts';
import type { LiveStore } from '../ports/live-store.ts';
import type { Log } from '../ports/log.ts';
import type { ReadingAhead } from '../ports/reading-ahead.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import type { TunedRuleSet } from '../reading/noise/overlay.ts';
import type { RuleSet } from '../reading/noise/rule-set.ts';
import { codeOf, placeOf } from './error-facts.ts';
import type { HealthReport } from './health-page.ts';
import { makeHouse } from './keep-house.ts';
import type { BackupPlan } from './nightly-backup.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface ServiceSettings {
  readonly store: LiveStore;
  readonly roster: Roster;
  readonly adapters: readonly ChatAdapter[];
  readonly calendar: WorkCalendar;
  readonly shipped: RuleSet;
  readonly spreadMinutes: number;
  readonly graceSeconds: number;
  readonly messagesDays: number;
  /** Where the store is copied each night; left out, it isn't. */
  readonly backups?: BackupPlan | null;
  /** Resolves when the envelope is durable. */
  readonly keep: (envelope: Envelope) => Promise<void>;
  /** Starts a reader beside this thread; absent where one thread does it all. */
  readonly startReading?: ((org: Organisation, rules: TunedRuleSet) => ReadingAhead) | undefined;
  readonly makeDelivery: (organisation: () => Organisation) => Delivery;
  readonly makeDesk: (parts: DeskParts) => Desk;
  /** Absent where nobody is asked. */
  readonly makeRefining?: (parts: Pick<DeskParts, 'organisation' | 'reader'>) => Refining;
  readonly now: () => Instant;
  readonly log: Log;
}

/** Answers what people tell the bot. */
export interface Desk {
  answerWaiting(): Promise<void>;
  /** Answers with how many. */
  answerSlow(): Promise<number>;
  /** True where the words in a group were a command: then nothing of them is kept. */
  groupCommand(envelope: Envelope, sender: Person | undefined, enrolled: boolean): Promise<boolean>;
}

export interface DeskParts {
  readonly organisation: () => Organisation;
  readonly reader: LiveReader;
  /** Something is to be sent. */
  readonly wake: () => void;
  /** People, groups or rules have changed. */
  readonly reloaded: () => Promise<void>;
  readonly gaps: () => readonly CoverageGap[];
  readonly breathe: () => Promise<void>;
}

export interface Service {
  /** Does all that is due now; called every few seconds, and after anything came in. */
  tick(): Promise<void>;
  health(): Promise<HealthReport>;
  stop(): Promise<void>;
}

/** After a start or a gap a platform may still be handing over what was said: digests that are late anyway wait for it, but not for ever. */
const CATCHING_UP = 10_000;
const LONGEST_WAIT = 3 * MINUTE;
/** Habits of groups are looked at over so many days, and anew each hour. */
const HABIT_DAYS = 14;
const COVERAGE_EVERY = 60 * MINUTE;
/** So far back what was said is read again where the roster says otherwise than at the last start. */
const REREAD_DAYS = 14;

export async function startService(settings: ServiceSettings): Promise<Service> {
  const { store, adapters, calendar, log, now } = settings;
  const startedAt = now();
  const since = await firstStart(store, startedAt);
  const known = await store.loadRoster();
  const isOther = JSON.stringify(known) !== JSON.stringify(settings.roster);
  if (isOther) await store.saveRoster(settings.roster);

  let org = await liveOrganisation(store);
  let gaps: readonly CoverageGap[] = [];
  let gapsAt = 0;
  let heardLateAt = 0;
  let stopped = false;
  /** One after the other: two who speak for the first time at the same moment both sit there. */
  let joining: Promise<void> = Promise.resolve();
  const left = new Set<string>();
  const organisation = (): Organisation => org;
  const rules = () => runningRules(store, settings.shipped);
  const { startReading } = settings;
  const delivery = settings.makeDelivery(organisation);
  const alerted = (): void => delivery.poke();
  const reader = liveReader({ store, calendar, organisation, rules, now, startReading, breathe, alerted });
  const finder = dueFinder(store, (day) => calendar.isWorkday(day), since);

  async function reloaded(): Promise<void> {
    org = await liveOrganisation(store);
    reader.refresh();
    gapsAt = 0;
    delivery.poke();
  }

  const desk = settings.makeDesk({ organisation, reader, wake: () => delivery.poke(), reloaded, gaps: () => gaps, breathe });
  const read = oneAtATime(() => reader.readNew(), failed('read'));
  const answer = oneAtATime(async () => {
    await desk.answerWaiting();
    void answerSlow();
  }, failed('answer'));
  // Beside the others, who get theirs within the second.
  const answerSlow = oneAtATime(async () => {
    if ((await desk.answerSlow()) > 0) void answer();
  }, failed('answer'));
  const refining = settings.makeRefining?.({ organisation, reader });
  // Beside all else: no digest waits for it.
  const refine = oneAtATime(async () => await refining?.pass(), failed('refine'));
  const work = oneAtATime(tickOnce, failed('tick'));
  const house = makeHouse({ ...settings, organisation, wake: () => delivery.poke() });
  const copy = oneAtATime(() => house.copy(), failed('backup'));

  function failed(what: string): (error: unknown) => void {
    return (error) =>
      log('error', `${what}.failed`, { why: error instanceof Error ? error.name : 'unknown', code: codeOf(error), at: placeOf(error) });
  }

  const sinkOf = receiver({
    store,
    now,
    organisation,
    keep: async (envelope) => {
      if (envelope.heardAt !== undefined) heardLateAt = now();
      await settings.keep(envelope);
    },
    told: {
      message: () => void read(),
      direct: () => void answer(),
      echo: (platform, event) => delivery.echo(platform, event),
      groupCommand: (envelope, sender, enrolled) => desk.groupCommand(envelope, sender, enrolled),
      async newMember(envelope, person) {
        joining = joining.catch(() => undefined).then(() => join(envelope, person.id));
        await joining;
      },
      renamed: reloaded,
      async left(platform, group) {
        left.add(groupKey({ platform, group }));
        gapsAt = 0;
        log('warn', 'group.left', { platform });
      },
      async classified(envelope) {
        await store.putOutgoing([classifiedNotice(org, envelope, now())]);
        delivery.poke();
      },
    },
  });

  /** They are heard at once; nothing that was read is read again for it. */
  async function join(envelope: Envelope, person: string): Promise<void> {
    if (org.membersByGroup.get(groupKey(envelope))?.has(person) === true) return;
    await addMember(store, org, envelope, person, now());
    org = await liveOrganisation(store);
    reader.organise();
  }

  async function tickOnce(): Promise<void> {
    // Somebody has enrolled a group, or changed a rule, at the command line.
    if (await store.changedElsewhere()) await reloaded();
    await reader.readNew();
    await reader.releaseHeld();
    await closeDue();
    await answer();
    await house.forgetOld();
    void refine();
    // A large store takes its time: nobody's digest waits for the copy.
    void copy();
    delivery.poke();
  }

  /** Who has come, gone or moved is meant, or no longer meant, by what stands open. */
  async function readAgain(): Promise<void> {
    const since = startedAt - REREAD_DAYS * DAY;
    await reader.alone(async () => settleAgain(store, { org, calendar, rules: await rules(), breathe, startReading }, since, () => {}));
    log('info', 'roster.changed', { days: REREAD_DAYS });
  }

  async function closeDue(): Promise<void> {
    const at = now();
    const due = await finder.due(org, at - settings.graceSeconds * 1000);
    if (due.length === 0 || isCatchingUp(at)) return;
    await lookAtCoverage(at);
    const made = await sendDigests(due, {
      store,
      org,
      calendar,
      rules: await rules(),
      now: at,
      spreadMinutes: settings.spreadMinutes,
      notCovered: (person) => notCoveredFor(gaps, person),
      isReachable,
    });
    log('info', 'digests.made', { count: made });
  }

  function isCatchingUp(at: Instant): boolean {
    if (at - startedAt > LONGEST_WAIT) return at - heardLateAt < CATCHING_UP && at - heardLateAt > 0 && at - startedAt < 2 * LONGEST_WAIT;
    return (
      at - startedAt < CATCHING_UP || at - heardLateAt < CATCHING_UP || adapters.some((adapter) => adapter.health().state === 'starting')
    );
  }

  function isReachable(person: Person): boolean {
    return adapters.some(({ platform, traits }) => traits.sendsDirect && person.accounts[platform] !== undefined);
  }

  async function lookAtCoverage(at: Instant): Promise<void> {
    if (at - gapsAt < COVERAGE_EVERY && at >= gapsAt) return;
    gapsAt = at;
    const health = new Map(adapters.map((adapter) => [adapter.platform, adapter.health()]));
    gaps = coverageGaps({ org, health, heard: await store.heardTimes(at - HABIT_DAYS * DAY), left, now: at });
  }

  if (isOther && known !== null) await readAgain();
  await reader.readNew();
  await delivery.start();
  for (const adapter of adapters) {
    await adapter.start(sinkOf(adapter.platform));
    log('info', 'adapter.started', { name: adapter.name, platform: adapter.platform });
  }

  return {
    async tick() {
      if (!stopped) await work();
    },
    async health() {
      await lookAtCoverage(now());
      const states = Object.fromEntries(adapters.map((adapter) => [adapter.name, adapter.health().state]));
      const unknown = (await store.unknownParts()).length;
      const waiting = (await store.outgoingDue(now(), 1000)).length;
      const ok = Object.values(states).every((state) => state === 'up' || state === 'starting' || state === 'degraded');
      return {
        ok,
        adapters: states,
        groupsNotCovered: gaps.length,
        sending: { waiting, unknown },
        startedAt: new Date(startedAt).toISOString(),
      };
    },
    async stop() {
      stopped = true;
      refining?.stop();
      await Promise.all(adapters.map((adapter) => adapter.stop()));
      await delivery.stop();
      await Promise.all([read.idle(), answer.idle(), answerSlow.idle(), work.idle(), refine.idle(), copy.idle()]);
      await reader.stop();
    },
  };
}

/** When the service first ran on this store: nobody is owed a digest of a time before. */
async function firstStart(store: LiveStore, at: Instant): Promise<Instant> {
  const known = await store.recall('first-start');
  if (known !== null) return Number(known);
  await store.remember('first-start', String(at));
  return at;
}

/** A text goes out in some steps, each a turn of the loop: while a backlog is read, all of them come between two of its batches. */
const TURNS = 6;

async function breathe(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
}
