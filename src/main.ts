#!/usr/bin/env node
/** Process entry: argv → command → exit code. */
import { services } from './app.ts';
import { runCommand } from './cli/run.ts';

const given = services();
try {
  process.exitCode = await runCommand(process.argv.slice(2), given);
} catch (error) {
  given.progress('');
  given.warn(given.say('error.unexpected', { reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
  process.exitCode = 1;
}
