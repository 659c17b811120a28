/** `restore FILE`: a backup in the place of the store, which is kept beside it. Refused while a service runs on it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InputError } from './command.ts';
import { storePathOf } from './store-path.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'restore.summary',
  usage: 'restore.usage',
  takes: [1, 1],
  options: { store: { type: 'string', value: 'FILE', says: 'option.store' } },
  async run(given, services) {
    const { settings, say, print } = services;
    const file = resolve(settings.callerFolder, given.positionals[0] ?? '');
    if (!existsSync(file)) throw new InputError('error.file-missing', { file, reason: 'ENOENT' });
    const path = storePathOf(given, services);
    const old = services.restoreStore(file, path);
    print(`${say(old === null ? 'restore.done' : 'restore.done.kept', { file, path, old: old ?? '' })}\n`);
    return 0;
  },
};
