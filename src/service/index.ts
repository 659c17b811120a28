/**
 * The running service: adapters hand in, the reader settles, the closer makes the digests that are due, delivery sends, the desk answers.
 * Each is a use case of flow; here they are wired, woken and stopped, and nothing is decided.
 */

import { classifiedNotice } from '../flow/classified-notice.ts';
import { dueFinder } from '../flow/close-due.ts';
import { notCoveredFor } from '../flow/coverage.ts';
import { addMember } from '../flow/join-group.ts';
import { liveOrganisation } from '../flow/live-organisation.ts';
import { liveReader } from '../flow/live-reader.ts';
import { receiver } from '../flow/receive.ts';
import { runningRules } from '../flow/rule-book.ts';
import { sendDigests } from '../flow/send-digests.ts';
import { settleAgain } from '../flow/settle-store.ts';
import { DAY, type Instant } from '../model/instant.ts';
import { type Envelope, groupKey } from '../model/message.ts';
import type { Organisation, Person } from '../model/organisation.ts';
import type { LiveStore } from '../ports/live-store.ts';
import { isCatchingUp } from './catching-up.ts';
import { coverageWatch } from './coverage-watch.ts';
import { codeOf, placeOf } from './error-facts.ts';
import { healthOf } from './health.ts';
import { makeHouse } from './keep-house.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Service, ServiceSettings } from './parts.ts';

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
  let heardLateAt = 0;
  let stopped = false;
  /** One after the other: two who speak for the first time at the same moment both sit there. */
  let joining: Promise<void> = Promise.resolve();
  const organisation = (): Organisation => org;
  const coverage = coverageWatch({ store, adapters, organisation });
  const rules = () => runningRules(store, settings.shipped);
  const { startReading } = settings;
  const delivery = settings.makeDelivery(organisation);
  const alerted = (): void => delivery.poke();
  const reader = liveReader({ store, calendar, organisation, rules, now, startReading, breathe, alerted });
  const finder = dueFinder(store, (day) => calendar.isWorkday(day), since);

  async function reloaded(): Promise<void> {
    org = await liveOrganisation(store);
    reader.refresh();
    coverage.lookSoon();
    delivery.poke();
  }

  const desk = settings.makeDesk({ organisation, reader, wake: () => delivery.poke(), reloaded, gaps: coverage.gaps, breathe });
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
        coverage.left(platform, group);
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
    const isStarting = adapters.some((adapter) => adapter.health().state === 'starting');
    if (due.length === 0 || isCatchingUp(at, { startedAt, heardLateAt, isStarting })) return;
    await coverage.look(at);
    const made = await sendDigests(due, {
      store,
      org,
      calendar,
      rules: await rules(),
      now: at,
      spreadMinutes: settings.spreadMinutes,
      notCovered: (person) => notCoveredFor(coverage.gaps(), person),
      isReachable,
    });
    log('info', 'digests.made', { count: made });
  }

  function isReachable(person: Person): boolean {
    return adapters.some(({ platform, traits }) => traits.sendsDirect && person.accounts[platform] !== undefined);
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
      await coverage.look(now());
      return await healthOf({ store, adapters, startedAt, groupsNotCovered: coverage.gaps().length, now: now() });
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
