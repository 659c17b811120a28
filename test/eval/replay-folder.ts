/** The program's own replay of a folder, in this process, with its results as documents of the open formats. */
import type { Services } from '../../src/cli/command.ts';
import { loadFolder } from '../../src/cli/folder.ts';
import { replayDocuments } from '../../src/cli/replay.ts';
import { replay } from '../../src/flow/replay.ts';
import type { ReplayDocuments } from './documents.ts';

export async function replayFolder(folder: string, services: Services): Promise<ReplayDocuments> {
  const { org, envelopes } = await loadFolder(folder, services);
  const { rules, calendar } = services;
  const store = services.openStore(':memory:');
  try {
    const { stream, ...rest } = replayDocuments(await replay(envelopes, { org, rules, calendar, store }), org);
    return { digests: stream, ...rest };
  } finally {
    await store.close();
  }
}
