/** Which store a command works on: the one named with --store, else the default. */
import { resolve } from 'node:path';
import { type Arguments, type Services, textOption } from './command.ts';

export function storePathOf(given: Arguments, { settings }: Services): string {
  const named = textOption(given, 'store');
  return named === undefined ? settings.storePath : resolve(settings.callerFolder, named);
}
