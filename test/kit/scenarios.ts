/** The shipped scenarios, read once, and what the program makes of them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../src/app.ts';
import type { Services } from '../../src/cli/command.ts';
import { loadFolder, type ScenarioFolder } from '../../src/cli/folder.ts';
import { type ReplayResult, replay } from '../../src/flow/replay.ts';
import type { Digest } from '../../src/model/digest.ts';
import type { Envelope } from '../../src/model/message.ts';
import type { Organisation } from '../../src/model/organisation.ts';

export type { ScenarioFolder };

const DATA = new URL('../../data', import.meta.url).pathname;

export const DEMO = join(DATA, 'demo');
/** The folders of the corpus that hold a labelled scenario. */
export const CORPUS: readonly string[] = readdirSync(join(DATA, 'corpus'))
  .map((name) => join(DATA, 'corpus', name))
  .filter((folder) => existsSync(join(folder, 'gold.jsonl')));

export const PROGRAM: Services = services();

const loaded = new Map<string, Promise<ScenarioFolder>>();

export function scenario(folder: string): Promise<ScenarioFolder> {
  const known = loaded.get(folder) ?? loadFolder(folder, PROGRAM);
  loaded.set(folder, known);
  return known;
}

export async function replayed(envelopes: readonly Envelope[], org: Organisation): Promise<ReplayResult> {
  const { rules, calendar } = PROGRAM;
  const store = PROGRAM.openStore(':memory:');
  try {
    return await replay(envelopes, { org, rules, calendar, store });
  } finally {
    await store.close();
  }
}

const results = new Map<string, Promise<ReplayResult>>();

/** A shipped scenario as it is, replayed once for all who only look at what came of it. */
export function replayedFolder(folder: string): Promise<ReplayResult> {
  const known = results.get(folder) ?? scenario(folder).then(({ envelopes, org }) => replayed(envelopes, org));
  results.set(folder, known);
  return known;
}

export function digestsOf({ stream }: Pick<ReplayResult, 'stream'>): readonly Digest[] {
  return stream.flatMap((one) => (one.kind === 'digest' ? [one.digest] : []));
}
