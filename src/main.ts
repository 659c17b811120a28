#!/usr/bin/env node
/** Process entry: argv → command → exit code. */
import { services } from './app.ts';
import { runCommand } from './cli/run.ts';

// What people said is written for the account that runs this alone.
process.umask(0o077);
const given = services();
try {
  process.exitCode = await runCommand(process.argv.slice(2), given);
} catch (error) {
  given.progress('');
  given.warn(given.say('error.unexpected', { reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
  process.exitCode = 1;
}
