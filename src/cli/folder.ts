/** Loads a scenario folder: its roster and its chat. Broken lines are told and skipped. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '../model/message.ts';
import { type Organisation, organisation } from '../model/organisation.ts';
import { InputError, type Services } from './command.ts';
import { tellProblem } from './problems.ts';

export interface ScenarioFolder {
  readonly org: Organisation;
  readonly envelopes: readonly Envelope[];
  readonly problems: number;
  /** What it was read from. */
  readonly files: readonly string[];
}

const ROSTER_NAMES = ['roster.json', 'roster.yaml', 'roster.yml'];

export function rosterIn(folder: string): string | null {
  const name = ROSTER_NAMES.find((candidate) => existsSync(join(folder, candidate)));
  return name === undefined ? null : join(folder, name);
}

export function loadOrganisation(path: string, services: Services): Organisation {
  const result = services.loadRoster(path);
  if ('roster' in result) {
    tellUnknown(path, result.unknown, services);
    return organisation(result.roster);
  }
  throw new InputError('error.roster', { file: path, mistakes: asLines(result.mistakes) });
}

/** Keys that nobody reads: surely not meant, and no mistake that would keep a roster out. */
export function tellUnknown(file: string, keys: readonly string[], { say, warn }: Services): void {
  for (const key of keys) warn(`${file}: ${key}: ${say('config.roster-key')}`);
}

/** Each on a line of its own, under a heading. */
export function asLines(mistakes: readonly string[]): string {
  return mistakes.map((mistake) => `\n  ${mistake}`).join('');
}

export async function loadFolder(folder: string, services: Services): Promise<ScenarioFolder> {
  const roster = rosterIn(folder);
  if (roster === null) throw new InputError('error.no-roster', { file: folder });
  const chat = join(folder, 'chat.jsonl');
  if (!existsSync(chat)) throw new InputError('error.no-chat', { file: folder });
  const org = loadOrganisation(roster, services);
  const envelopes: Envelope[] = [];
  let problems = 0;
  for await (const event of services.readExport(chat, { format: 'chat-jsonl', timezone: org.timezone })) {
    if (event.kind === 'message') envelopes.push(event.envelope);
    if (event.kind === 'problem') {
      problems++;
      tellProblem(event, services);
    }
  }
  return { org, envelopes, problems, files: [roster, chat] };
}
