/** `start`: the service, where there is a configuration; else the demo organisation through the whole pipeline, into a real store file. */
import { existsSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { layoutDigest, renderPlain } from '../digest/render/index.ts';
import { type ReplayResult, replay } from '../flow/replay.ts';
import type { Digest } from '../model/digest.ts';
import { clockWords, dayAt } from '../model/instant.ts';
import { NOISE } from '../model/label.ts';
import type { Envelope } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import { type Command, type Services, textOption } from './command.ts';
import { mistakeLines } from './config-mistakes.ts';
import { asLines, loadFolder } from './folder.ts';

export const startCommand: Command = {
  name: 'start',
  summary: 'start.summary',
  usage: 'usage',
  takes: [0, 0],
  options: { config: { type: 'string', value: 'FILE', says: 'start.option.config' } },
  async run(given, services) {
    const named = textOption(given, 'config');
    const path = named === undefined ? services.settings.configPath : resolve(services.settings.callerFolder, named);
    return named !== undefined || existsSync(path) ? await serve(path, services) : await showDemo(services);
  },
};

async function serve(path: string, services: Services): Promise<number> {
  const prepared = await services.prepareService(path);
  if ('mistakes' in prepared) {
    services.warn(services.say('error.config', { file: path, mistakes: asLines(mistakeLines(prepared.mistakes, services.say)) }));
    return 1;
  }
  for (const line of mistakeLines(prepared.warnings, services.say)) services.warn(line);
  await services.runService(path, prepared);
  return 0;
}

async function showDemo(services: Services): Promise<number> {
  const { settings, say, print, progress } = services;
  const started = performance.now();
  const { org, envelopes } = await loadFolder(join(settings.root, 'data/demo'), services);
  for (const suffix of ['', '-wal', '-shm']) rmSync(settings.demoStorePath + suffix, { force: true });
  const store = services.openStore(settings.demoStorePath);
  await store.saveRoster(org);
  const platforms = [...new Set(org.groups.map((group) => group.platform))];
  const days = new Set(envelopes.map((one) => dayAt(one.sentAt, org.timezone))).size;
  print(
    `${say('start.title', { org: org.org, people: org.people.length, groups: org.groups.length, platforms: platforms.join(' '), days })}\n`,
  );
  const { rules, calendar } = services;
  const result = await replay(envelopes, {
    org,
    rules,
    calendar,
    store,
    progress: (done, total) => progress(say('start.reading', { done, total })),
  });
  progress('');
  await store.close();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(
    `${say('start.read', { messages: envelopes.length, seconds, path: shortPath(settings.demoStorePath, settings.callerFolder) })}\n\n`,
  );
  show(result, org, envelopes, services);
  return 0;
}

function show(result: ReplayResult, org: Organisation, envelopes: readonly Envelope[], services: Services): void {
  const { say, print } = services;
  const digests = result.stream.flatMap((one) => (one.kind === 'digest' ? [one.digest] : []));
  const chosen = telling(digests, org);
  if (chosen === undefined) return;
  const person = org.personById.get(chosen.cadre);
  if (person === undefined) return;
  const time = clockWords(person.digestAt ?? org.digestAt);
  print(`${say('start.one', { name: person.name, date: chosen.date, time })}\n\n`);
  print(`${renderPlain(layoutDigest(chosen, { org, person }), { colour: services.settings.colour })}\n`);
  print(`${say('start.others')}\n`);
  for (const digest of digests.filter((one) => one.date === chosen.date && one.cadre !== chosen.cadre))
    print(`  ${summaryLine(digest, org, services)}\n`);
  print(`\n${filteredLines(result, envelopes, services).join('\n')}\n\n`);
  print(`${nextSteps(chosen, services).join('\n')}\n`);
}

/** The first person of the roster who gets a digest, on the day that shows most of what a digest can hold. */
function telling(digests: readonly Digest[], org: Organisation): Digest | undefined {
  const first = org.people.find((person) => person.areas.length > 0 && person.roles.includes('cadre'));
  const variety = (digest: Digest): number => new Set(digest.items.map((item) => item.section)).size;
  return digests.filter((digest) => digest.cadre === first?.id).toSorted((a, b) => variety(b) - variety(a))[0];
}

function summaryLine(digest: Digest, org: Organisation, { say }: Services): string {
  const person = org.personById.get(digest.cadre);
  const due = digest.items.filter((item) => item.section === 'due').length;
  return say('start.other', { name: person?.name ?? digest.cadre, title: person?.title ?? '', items: digest.items.length, due });
}

const SHOWN_PER_LABEL = 1;

/** A filtered message of each label with the sentence that filtered it. */
function filteredLines({ verdicts }: ReplayResult, envelopes: readonly Envelope[], { say }: Services): readonly string[] {
  const texts = new Map(envelopes.map((one) => [`${one.group} ${one.id}`, one.text]));
  const filtered = verdicts.filter((verdict) => !verdict.keep && NOISE.has(verdict.label));
  const lines = [...new Set(filtered.map((verdict) => verdict.label))].flatMap((label) =>
    filtered
      .filter((verdict) => verdict.label === label && (texts.get(`${verdict.group} ${verdict.id}`) ?? '') !== '')
      .slice(0, SHOWN_PER_LABEL)
      .map(
        (verdict) =>
          `  ${label.padEnd(10)} ${(texts.get(`${verdict.group} ${verdict.id}`) ?? '').replaceAll('\n', ' ').slice(0, 30)}  ← ${verdict.reasons[0]?.says ?? ''}`,
      ),
  );
  return [say('start.filtered', { total: filtered.length }), ...lines];
}

const NEXT_STEPS = ['start.next.import', 'start.next.digest', 'start.next.explain', 'start.next.connect'] as const;

function nextSteps(digest: Digest, { say, settings }: Services): readonly string[] {
  const id = digest.items[0]?.evidence[0]?.id ?? 'm0001';
  const path = shortPath(settings.demoStorePath, settings.callerFolder);
  return [say('start.next'), ...NEXT_STEPS.map((step, index) => `  ${index + 1}. ${say(step, { command: settings.command, id, path })}`)];
}

function shortPath(path: string, from: string): string {
  const short = relative(from, path);
  return short.startsWith('..') ? path : short;
}
