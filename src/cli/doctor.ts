/** `doctor`: what is configured, what is missing, and how to fix it. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { joined } from '../flow/live-organisation.ts';
import { silentGroups } from '../flow/silent-groups.ts';
import { type Day, dayAt, isoAt } from '../model/instant.ts';
import type { Binding } from '../ports/live-store.ts';
import type { Prepared } from '../service/prepare.ts';
import { type Arguments, type Command, type Services, textOption } from './command.ts';
import { mistakeLines } from './config-mistakes.ts';
import { refineFinding } from './refine-findings.ts';
import { storePathOf } from './store-path.ts';
import { isWordCode } from './words.ts';

interface Finding {
  readonly good: boolean;
  readonly text: string;
}

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'doctor.summary',
  usage: 'doctor.usage',
  takes: [0, 0],
  options: {
    store: { type: 'string', value: 'FILE', says: 'option.store' },
    config: { type: 'string', value: 'FILE', says: 'start.option.config' },
  },
  async run(given, services) {
    const path = storePathOf(given, services);
    const findings = [
      nodeVersion(services),
      ...(await storeFindings(path, services)),
      ...calendarFindings(services, dayAt(Date.now(), 'Asia/Shanghai')),
      ...(await chatFindings(given, path, services)),
    ];
    for (const { good, text } of findings) services.print(`${good ? '✓' : '!'} ${text}\n`);
    return 0;
  },
};

function nodeVersion({ say }: Services): Finding {
  const good = Number(process.versions.node.split('.')[0]) >= 24;
  return { good, text: say(good ? 'doctor.node' : 'doctor.node.old', { version: process.versions.node }) };
}

async function storeFindings(path: string, services: Services): Promise<readonly Finding[]> {
  const { say } = services;
  if (!existsSync(path)) return [{ good: false, text: say('doctor.store.none', { path }) }];
  const store = services.openStore(path);
  try {
    const roster = await store.loadRoster();
    const known: Finding = { good: true, text: say('doctor.store', { path, messages: await store.countMessages() }) };
    if (roster === null) return [known, { good: false, text: say('doctor.roster.none') }];
    const { org, people, groups } = roster;
    const silent = await silentGroups(store, groups);
    const now = isoAt(Date.now(), roster.timezone);
    return [
      known,
      { good: true, text: say('doctor.roster', { org, people: people.length, groups: groups.length }) },
      { good: true, text: say('doctor.timezone', { timezone: roster.timezone, now }) },
      ...(silent.length === 0
        ? []
        : [{ good: false, text: say('doctor.groups.silent', { count: silent.length, groups: silent.slice(0, 10).join('、') }) }]),
    ];
  } finally {
    await store.close();
  }
}

/** The configuration, and what each chat system says of token, rights and settings. */
async function chatFindings(given: Arguments, storePath: string, services: Services): Promise<readonly Finding[]> {
  const { say, settings } = services;
  const named = textOption(given, 'config');
  const path = named === undefined ? settings.configPath : resolve(settings.callerFolder, named);
  if (named === undefined && !existsSync(path)) return [{ good: false, text: say('doctor.chats.none', { file: path }) }];
  const prepared = await services.prepareService(path);
  if ('mistakes' in prepared) return mistakeLines(prepared.mistakes, say).map((text) => ({ good: false, text }));
  const { people } = joined(prepared.roster, await bindingsIn(storePath, services), []);
  const findings: Finding[] = [
    { good: true, text: say('doctor.config', { file: path, chats: prepared.adapters.length }) },
    ...mistakeLines(prepared.warnings, say).map((text) => ({ good: false, text })),
  ];
  for (const adapter of prepared.adapters) {
    for (const { good, code, facts } of await adapter.check())
      findings.push({ good, text: `${adapter.name}: ${isWordCode(code) ? say(code, facts) : code}` });
    if (!adapter.traits.sendsDirect) continue;
    const bound = people.filter(({ accounts }) => accounts[adapter.platform] !== undefined).length;
    findings.push({ good: bound > 0, text: `${adapter.name}: ${say('doctor.accounts', { bound, people: people.length })}` });
  }
  return [...findings, await testRefiner(prepared, storePath, services)];
}

/** The test call costs something, so it stands in the log of calls like any other. */
async function testRefiner(prepared: Prepared, path: string, services: Services): Promise<Finding> {
  const { call, ...finding } = await refineFinding(prepared, services, Date.now());
  if (call === null || !existsSync(path)) return finding;
  const store = services.openStore(path);
  try {
    await store.saveRefining({ call, answers: [], accepted: [] });
  } finally {
    await store.close();
  }
  return finding;
}

/** Accounts that people have bound in the chat stand in the store alone. */
async function bindingsIn(path: string, services: Services): Promise<readonly Binding[]> {
  if (!existsSync(path)) return [];
  const store = services.openStore(path);
  try {
    return await store.bindings();
  } finally {
    await store.close();
  }
}

/** This year must be there; from October on, next year's holidays are looked for too. */
export function calendarFindings({ say, calendar }: Pick<Services, 'say' | 'calendar'>, today: Day): readonly Finding[] {
  const year = Number(today.slice(0, 4));
  const wanted = Number(today.slice(5, 7)) >= 10 ? [year, year + 1] : [year];
  return wanted.map((one) => {
    const good = calendar.isPublished(one);
    return { good, text: say(good ? 'doctor.calendar' : 'doctor.calendar.missing', { year: one }) };
  });
}
