/** `backup FILE`: a complete copy of the store, while everything runs on. */
import { resolve } from 'node:path';
import type { Command } from './command.ts';
import { openExistingStore } from './store-path.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: 'backup.summary',
  usage: 'backup.usage',
  takes: [1, 1],
  options: { store: { type: 'string', value: 'FILE', says: 'option.store' } },
  async run(given, services) {
    const { settings, say, print } = services;
    const file = resolve(settings.callerFolder, given.positionals[0] ?? '');
    const store = openExistingStore(given, services);
    try {
      await store.backup(file);
      print(`${say('backup.done', { file, messages: await store.countMessages() })}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
