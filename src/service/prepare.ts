/** From a configuration file to adapters that could start, or every mistake with its place. Nothing is connected yet. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type SecretLookup, secretsBeside } from '../config/environment.ts';
import type { RosterResult } from '../config/roster.ts';
import { isOwnHost, parseServiceConfig, type ServiceConfig } from '../config/service.ts';
import type { Roster } from '../model/organisation.ts';
import type { ChatAdapter, ChatAdapterKind, ChatProblem, ChatSurroundings } from '../ports/chat.ts';

export interface PrepareSettings {
  readonly registry: Readonly<Record<string, () => Promise<ChatAdapterKind>>>;
  readonly loadRoster: (path: string) => RosterResult;
  /** What an adapter of that name finds around it; `secrets` are never to be seen in what it logs. */
  readonly around: (name: string) => ChatSurroundings;
  readonly variables?: NodeJS.ProcessEnv;
}

export interface Prepared {
  readonly config: ServiceConfig;
  readonly roster: Roster;
  readonly adapters: readonly ChatAdapter[];
  readonly secrets: readonly string[];
  /** The refiner's; null where none is needed. */
  readonly refineKey: string | null;
  /** What is no mistake, but surely not meant. */
  readonly warnings: readonly Mistake[];
}

/** A place in a file with what is wrong there: a code of data/lang and its facts. */
export interface Mistake extends ChatProblem {
  readonly at: string;
}

export async function prepareService(
  path: string,
  settings: PrepareSettings,
): Promise<Prepared | { readonly mistakes: readonly Mistake[] }> {
  const text = textOf(path);
  if (text === null) return { mistakes: [{ at: path, code: 'config.no-file', facts: { file: path } }] };
  const parsed = parseServiceConfig(text);
  const mistakes: Mistake[] = 'mistakes' in parsed ? [...parsed.mistakes] : [];
  const readable = 'mistakes' in parsed ? parsed.readable : parsed.config;
  if (readable === null) return { mistakes };
  const warnings: Mistake[] = [];
  const roster = readable.roster === null ? null : rosterOf(resolve(dirname(path), readable.roster), settings, mistakes, warnings);
  const lookUp = secretsBeside(path, settings.variables);
  const adapters: ChatAdapter[] = [];
  const secrets: string[] = [];
  for (const [name, chat] of Object.entries(readable.chats)) {
    const kind = await kindOf(name, chat.kind ?? name, settings, mistakes);
    if (kind === null) continue;
    const given = secretsFor(name, kind, lookUp, mistakes);
    secrets.push(...Object.values(given));
    const { kind: _, ...own } = chat;
    const made = kind.make(name, own, given, settings.around(name));
    if ('mistakes' in made) mistakes.push(...placed(made.mistakes, name, kind, given));
    else adapters.push(made);
  }
  if ('config' in parsed && Object.keys(parsed.config.chats).length === 0)
    mistakes.push({ at: 'chats', code: 'config.no-chats', facts: { kinds: Object.keys(settings.registry).join(' ') } });
  const refineKey = 'config' in parsed ? refineKeyOf(parsed.config, lookUp, mistakes) : null;
  if (refineKey !== null) secrets.push(refineKey);
  if (mistakes.length > 0 || roster === null || !('config' in parsed)) return { mistakes };
  return { config: parsed.config, roster, adapters, secrets, refineKey, warnings };
}

/** An adapter's own mistakes where they can be mended: a secret's in its variable. That one is missing was told already. */
function placed(mistakes: readonly Mistake[], name: string, kind: ChatAdapterKind, given: Readonly<Record<string, string>>): Mistake[] {
  const isSecret = (at: string): boolean => kind.secrets.some((secret) => secret.name === at);
  return mistakes
    .filter(({ at }) => !isSecret(at) || given[at] !== undefined)
    .map((one) => ({ ...one, at: isSecret(one.at) ? variableOf(name, one.at) : `chats.${name}${one.at === '' ? '' : `.${one.at}`}` }));
}

function variableOf(name: string, secret: string): string {
  return `QUNYAO_${name.toUpperCase().replaceAll('-', '_')}_${secret}`;
}

const REFINE_KEY = 'QUNYAO_REFINE_KEY';

function refineKeyOf({ refine }: ServiceConfig, lookUp: SecretLookup, mistakes: Mistake[]): string | null {
  if (refine.mode === 'off') return null;
  const result = lookUp(REFINE_KEY);
  if ('value' in result) return result.value;
  if (result.missing === 'unreadable')
    mistakes.push({ at: REFINE_KEY, code: 'config.secret-file', facts: { variable: REFINE_KEY, file: result.file ?? '' } });
  else if (!isOwnHost(refine.baseUrl)) mistakes.push({ at: REFINE_KEY, code: 'config.secret', facts: { variable: REFINE_KEY } });
  return null;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function rosterOf(path: string, { loadRoster }: PrepareSettings, mistakes: Mistake[], warnings: Mistake[]): Roster | null {
  if (textOf(path) === null) {
    mistakes.push({ at: 'roster', code: 'config.no-roster', facts: { file: path } });
    return null;
  }
  const result = loadRoster(path);
  if ('roster' in result) {
    for (const at of result.unknown) warnings.push({ at: `${path}: ${at}`, code: 'config.roster-key', facts: {} });
    return result.roster;
  }
  for (const mistake of result.mistakes) mistakes.push({ at: path, code: 'config.roster', facts: { mistake } });
  return null;
}

async function kindOf(name: string, kind: string, { registry }: PrepareSettings, mistakes: Mistake[]): Promise<ChatAdapterKind | null> {
  const load = Object.hasOwn(registry, kind) ? registry[kind] : undefined;
  if (load !== undefined) return await load();
  mistakes.push({ at: `chats.${name}`, code: 'config.no-kind', facts: { kind, kinds: Object.keys(registry).join(' ') } });
  return null;
}

function secretsFor(name: string, kind: ChatAdapterKind, lookUp: SecretLookup, mistakes: Mistake[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { name: secret, needed } of kind.secrets) {
    const variable = variableOf(name, secret);
    const result = lookUp(variable);
    if ('value' in result) found[secret] = result.value;
    else if (result.missing === 'env-unreadable') {
      if (needed) mistakes.push({ at: variable, code: 'config.env-file', facts: { file: result.file ?? '' } });
    } else if (result.missing === 'unreadable')
      mistakes.push({ at: variable, code: 'config.secret-file', facts: { variable, file: result.file ?? '' } });
    else if (needed) mistakes.push({ at: variable, code: 'config.secret', facts: { variable } });
  }
  return found;
}
