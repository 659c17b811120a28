/** The program's own replay of a folder, in this process, with its results as documents of the open formats. */
import type { Services } from '../../src/cli/command.ts';
import { loadFolder } from '../../src/cli/folder.ts';
import { replayDocuments } from '../../src/cli/replay.ts';
import { type ReplaySettings, replay } from '../../src/flow/replay.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';
import type { ReplayDocuments } from './documents.ts';

/** @param around gives the replay something more */
export async function replayFolder(
  folder: string,
  services: Services,
  rules: RuleSet,
  around: (settings: ReplaySettings) => ReplaySettings = (settings) => settings,
): Promise<ReplayDocuments> {
  const { org, envelopes } = await loadFolder(folder, services);
  const { calendar } = services;
  const store = services.openStore(':memory:');
  try {
    const { stream, ...rest } = replayDocuments(await replay(envelopes, around({ org, rules, calendar, store })), org);
    return { digests: stream, ...rest };
  } finally {
    await store.close();
  }
}
