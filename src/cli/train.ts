/** `train --local`: learns from all corrections of the store, rehearses it, and puts it to use. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnchorChat } from '../flow/lessons.ts';
import { REHEARSED_DAYS } from '../flow/rehearse.ts';
import { type TrainOutcome, trainLocal } from '../flow/train-local.ts';
import { type Command, InputError, type Services, UsageError } from './command.ts';
import { loadFolder, rosterIn } from './folder.ts';
import { outcomeDocument, tellOutcome } from './rules/outcome.ts';
import { inWorkshop, REHEARSAL_OPTIONS, SIGNING_OPTIONS, STORE_OPTION, type Workshop } from './rules/workshop.ts';

export const trainCommand: Command = {
  name: 'train',
  summary: 'train.summary',
  usage: 'train.usage',
  takes: [0, 0],
  options: { local: { type: 'boolean', says: 'train.option.local' }, ...SIGNING_OPTIONS, ...REHEARSAL_OPTIONS, ...STORE_OPTION },
  async run(given, services) {
    if (given.values['local'] !== true) throw new UsageError('train.local-only');
    return inWorkshop(given, services, (workshop) => trainHere(workshop, given.values['json'] === true, true, services));
  },
};

/** @param save false = only tells what would change */
export async function trainHere({ store, org, settings }: Workshop, json: boolean, save: boolean, services: Services): Promise<number> {
  const { say } = services;
  const started = performance.now();
  const trained = await trainLocal(
    store,
    await shippedChats(services),
    { ...settings, days: Math.max(settings.days, REHEARSED_DAYS), reason: settings.reason === '' ? say('train.reason') : settings.reason },
    save,
  );
  if (trained.kind === 'nothing') throw new InputError(`train.${trained.why}`);
  if (json) {
    services.print(`${JSON.stringify({ training: trained.training, ...outcomeDocument(trained.outcome, org.timezone) })}\n`);
    return exitCodeOf(trained, save);
  }
  const { strength, ...counts } = trained.training;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  services.print(
    `${say('train.done', { ...counts, seconds })}\n${strength < 1 ? `${say('train.weakened', { percent: Math.round(strength * 100) })}\n` : ''}`,
  );
  tellOutcome(trained.outcome, org.timezone, false, services);
  return exitCodeOf(trained, save);
}

function exitCodeOf({ outcome }: Extract<TrainOutcome, { kind: 'trained' }>, save: boolean): number {
  return outcome.kind === 'saved' || !save ? 0 : 1;
}

/** The chats that are shipped: what is judged right in them is to stay so. */
async function shippedChats(services: Services): Promise<readonly AnchorChat[]> {
  const { root } = services.settings;
  const corpus = join(root, 'data/corpus');
  const folders = [
    join(root, 'data/demo'),
    ...(existsSync(corpus)
      ? readdirSync(corpus)
          .toSorted()
          .map((name) => join(corpus, name))
      : []),
  ];
  const chats: AnchorChat[] = [];
  for (const folder of folders)
    if (rosterIn(folder) !== null && existsSync(join(folder, 'chat.jsonl'))) chats.push(await loadFolder(folder, services));
  return chats;
}
