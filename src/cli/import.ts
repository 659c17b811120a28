/** `import FILE…`: chat exports and rosters into the store; then everything new is settled. */
import { resolve } from 'node:path';
import { ingestExport } from '../flow/ingest.ts';
import { liveOrganisation } from '../flow/live-organisation.ts';
import { runningRules } from '../flow/rule-book.ts';
import { settleStore } from '../flow/settle-store.ts';
import { NO_ROSTER } from '../model/organisation.ts';
import type { LiveStore } from '../ports/live-store.ts';
import { type Arguments, type Command, type Services, textOption, UsageError } from './command.ts';
import { asLines, tellUnknown } from './folder.ts';
import { filesOf, isRoster } from './import-files.ts';
import { tellProblem } from './problems.ts';
import { storePathOf } from './store-path.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'import.summary',
  usage: 'import.usage',
  takes: [1, 1000],
  options: {
    format: { type: 'string', value: 'NAME', says: 'import.option.format' },
    store: { type: 'string', value: 'FILE', says: 'option.store' },
  },
  async run(given, services) {
    const format = formatNamed(given, services);
    const files = given.positionals.flatMap((name) => (name === '-' ? [name] : filesOf(resolve(services.settings.callerFolder, name))));
    const store = services.openStore(storePathOf(given, services));
    let problems = 0;
    try {
      const roster = JSON.stringify(await store.loadRoster());
      const rosters = new Set(files.filter((file) => isRoster(file)));
      for (const file of rosters) problems += await importRoster(file, store, services);
      for (const file of files.filter((name) => !rosters.has(name))) problems += await importChat(file, format, store, services);
      await settleImported(store, services, JSON.stringify(await store.loadRoster()) !== roster);
      services.print(`${services.say('import.settled', { messages: await store.countMessages() })}\n`);
    } finally {
      await store.close();
    }
    return problems > 0 ? 1 : 0;
  },
};

function formatNamed(given: Arguments, { importFormats }: Services): string | undefined {
  const format = textOption(given, 'format');
  if (format !== undefined && !importFormats.includes(format))
    throw new UsageError('import.no-such-format', { format, formats: importFormats.join(' ') });
  return format;
}

async function importRoster(file: string, store: LiveStore, services: Services): Promise<number> {
  const { loadRoster, say, warn, print } = services;
  const result = loadRoster(file);
  if ('roster' in result) {
    tellUnknown(file, result.unknown, services);
    await store.saveRoster(result.roster);
    print(`${say('import.roster', { file, people: result.roster.people.length, groups: result.roster.groups.length })}\n`);
    return 0;
  }
  warn(say('error.roster', { file, mistakes: asLines(result.mistakes) }));
  return result.mistakes.length;
}

async function importChat(file: string, format: string | undefined, store: LiveStore, services: Services): Promise<number> {
  const { timezone } = (await store.loadRoster()) ?? NO_ROSTER;
  const events = services.readExport(file, { timezone, ...(format === undefined ? {} : { format }) });
  const counts = await ingestExport(events, store, {
    onProblem: (event) => tellProblem(event, services),
    onProgress: (done) => services.progress(services.say('import.reading', { done })),
  });
  services.progress('');
  services.print(`${services.say('import.done', { file, ...counts })}\n`);
  return counts.problems;
}

/** @param all the roster is another one: it says who speaks and who is asked, so everything is read again */
async function settleImported(store: LiveStore, services: Services, all: boolean): Promise<void> {
  const org = await liveOrganisation(store);
  const { calendar, startReading } = services;
  const rules = await runningRules(store, services.rules);
  const progress = (done: number, total: number): void => services.progress(services.say('import.settling', { done, total }));
  await settleStore(store, { org, rules, calendar, startReading }, progress, all);
  services.progress('');
}
