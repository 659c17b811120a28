/** `replay DIR`: a whole scenario on a simulated clock, in a throwaway store. */
import { resolve } from 'node:path';
import { alertDocument, digestDocument, receiptDocument } from '../digest/document.ts';
import { verdictDocument } from '../digest/verdict-document.ts';
import { type ReplayResult, replay } from '../flow/replay.ts';
import type { Organisation } from '../model/organisation.ts';
import { type Command, type Services, textOption } from './command.ts';
import { loadFolder } from './folder.ts';

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
    const { org, envelopes, problems } = await loadFolder(folder, services);
    const store = services.openStore(':memory:');
    const { rules, calendar } = services;
    const progress = (done: number, total: number): void => {
      if (done % 50 === 0) services.progress(services.say('import.settling', { done, total }));
    };
    const result = await replay(envelopes, { org, rules, calendar, store, progress });
    services.progress('');
    await store.close();
    const documents = replayDocuments(result, org);
    const outputs = { digests: documents.stream, verdicts: documents.verdicts, receipts: documents.receipts };
    for (const [name, lines] of Object.entries(outputs)) {
      const path = textOption(given, name);
      if (path !== undefined) await writeLines(path, lines, services);
    }
    const digests = result.stream.filter((one) => one.kind === 'digest').length;
    const summary = services.say('replay.done', { messages: envelopes.length, digests, alerts: result.stream.length - digests });
    if (given.values['digests'] === undefined && given.values['verdicts'] === undefined && given.values['receipts'] === undefined)
      services.print(`${summary}\n`);
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

async function writeLines(path: string, lines: readonly object[], services: Services): Promise<void> {
  const output = services.openOutput(path);
  for (const line of lines) output.write(`${JSON.stringify(line)}\n`);
  await output.close();
}
