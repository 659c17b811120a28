/** The program's own replay of a folder, in this process, with its results as documents of the open formats. */
import { services } from '../../src/app.ts';
import { loadFolder } from '../../src/cli/folder.ts';
import { replayDocuments } from '../../src/cli/replay.ts';
import { replay } from '../../src/flow/replay.ts';
import type { ReplayDocuments } from './documents.ts';

export async function replayFolder(folder: string): Promise<ReplayDocuments> {
  const given = services();
  const { org, envelopes } = await loadFolder(folder, given);
  const store = given.openStore(':memory:');
  try {
    const { stream, ...rest } = replayDocuments(await replay(envelopes, { org, rules: given.rules, calendar: given.calendar, store }), org);
    return { digests: stream, ...rest };
  } finally {
    await store.close();
  }
}
