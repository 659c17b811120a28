/** Which store a command works on: the one named with --store, else the default. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LiveStore } from '../ports/live-store.ts';
import { type Arguments, InputError, type Services, textOption } from './command.ts';

export function storePathOf(given: Arguments, { settings }: Services): string {
  const named = textOption(given, 'store');
  return named === undefined ? settings.storePath : resolve(settings.callerFolder, named);
}

/** For commands that only make sense with messages in it: a mistyped name makes no new file. */
export function openExistingStore(given: Arguments, services: Services): LiveStore {
  const path = storePathOf(given, services);
  if (existsSync(path)) return services.openStore(path);
  throw textOption(given, 'store') === undefined ? new InputError('error.no-messages') : new InputError('error.no-store', { file: path });
}
