/** `replay DIR`: a whole scenario on a simulated clock, in a throwaway store. */
import { resolve } from 'node:path';
import { alertDocument, digestDocument, receiptDocument } from '../digest/document.ts';
import { verdictDocument } from '../digest/verdict-document.ts';
import { type ReplayResult, replay } from '../flow/replay.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Command } from './command.ts';
import { loadFolder } from './folder.ts';
import { type Output, openOutputs } from './outputs.ts';

export const replayCommand: Command = {
  name: 'replay',
  summary: 'replay.summary',
  usage: 'replay.usage',
  takes: [1, 1],
  options: {
    digests: { type: 'string', value: 'FILE', says: 'replay.option.digests' },
    verdicts: { type: 'string', value: 'FILE', says: 'replay.option.verdicts' },
    receipts: { type: 'string', value: 'FILE', says: 'replay.option.receipts' },
  },
  async run(given, services) {
    const folder = resolve(services.settings.callerFolder, given.positionals[0] ?? '.');
    const { org, envelopes, problems, files } = await loadFolder(folder, services);
    const outputs = openOutputs(given, ['digests', 'verdicts', 'receipts'], files, services);
    const store = services.openStore(':memory:');
    const { rules, calendar } = services;
    const progress = (done: number, total: number): void => {
      if (done % 50 === 0) services.progress(services.say('import.settling', { done, total }));
    };
    const result = await replay(envelopes, { org, rules, calendar, store, progress });
    services.progress('');
    await store.close();
    const documents = replayDocuments(result, org);
    await writeLines(outputs.get('digests'), documents.stream);
    await writeLines(outputs.get('verdicts'), documents.verdicts);
    await writeLines(outputs.get('receipts'), documents.receipts);
    const digests = result.stream.filter((one) => one.kind === 'digest').length;
    const summary = services.say('replay.done', { messages: envelopes.length, digests, alerts: result.stream.length - digests });
    if (outputs.size === 0) services.print(`${summary}\n`);
    else services.warn(summary);
    return problems > 0 ? 1 : 0;
  },
};

export interface ReplayDocuments {
  readonly stream: readonly object[];
  readonly verdicts: readonly object[];
  readonly receipts: readonly object[];
}

export function replayDocuments(result: ReplayResult, org: Organisation): ReplayDocuments {
  return {
    stream: result.stream.map((one) =>
      one.kind === 'digest' ? digestDocument(one.digest, org.timezone) : alertDocument(one.alert, org.timezone),
    ),
    verdicts: result.verdicts.map(verdictDocument),
    receipts: result.receipts.map(receiptDocument),
  };
}

async function writeLines(output: Output | undefined, lines: readonly object[]): Promise<void> {
  if (output === undefined) return;
  for (const line of lines) output.write(`${JSON.stringify(line)}\n`);
  await output.close();
}
