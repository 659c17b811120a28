/** argv to exit code: finds the command, reads its options, prints help, and words every refusal. */
import { StoreFailure } from '../ports/store-failure.ts';
import { argumentsOf, isMisuse } from './arguments.ts';
import { backupCommand } from './backup.ts';
import { bindCommand } from './bind.ts';
import { classifyCommand } from './classify.ts';
import { type Command, InputError, type Services, UsageError } from './command.ts';
import { deadlinesCommand } from './deadlines.ts';
import { digestCommand } from './digest.ts';
import { directivesCommand } from './directives.ts';
import { doctorCommand } from './doctor.ts';
import { enrolCommand } from './enrol.ts';
import { explainCommand } from './explain.ts';
import { forgetCommand } from './forget.ts';
import { importCommand } from './import.ts';
import { labelCommand } from './label.ts';
import { ledgerCommand } from './ledger.ts';
import { refineCommand } from './refine.ts';
import { rehearseCommand } from './rehearse.ts';
import { replayCommand } from './replay.ts';
import { restoreCommand } from './restore.ts';
import { rulesCommand } from './rules/index.ts';
import { startCommand } from './start.ts';
import { trainCommand } from './train.ts';

export const COMMANDS: readonly Command[] = [
  startCommand,
  importCommand,
  digestCommand,
  directivesCommand,
  explainCommand,
  ledgerCommand,
  replayCommand,
  classifyCommand,
  deadlinesCommand,
  rulesCommand,
  rehearseCommand,
  labelCommand,
  trainCommand,
  backupCommand,
  restoreCommand,
  forgetCommand,
  bindCommand,
  enrolCommand,
  refineCommand,
  doctorCommand,
];

const EXIT_BAD_INPUT = 1;
const EXIT_BAD_USAGE = 2;

export async function runCommand(args: readonly string[], services: Services): Promise<number> {
  const { say, print, warn } = services;
  const [name, ...rest] = args;
  if (name === undefined) {
    warn(overview(services).trimEnd());
    return EXIT_BAD_USAGE;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    print(overview(services));
    return 0;
  }
  if (name === '--version' || name === '-V') {
    print(`${services.settings.version}\n`);
    return 0;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    warn(say('error.unknown-command', { command: name, commands: COMMANDS.map((one) => one.name).join(' ') }));
    return EXIT_BAD_USAGE;
  }
  const given = argumentsOf(command, rest);
  if (isMisuse(given)) {
    warn(say('error.usage', { reason: say(given.code, given.facts) }));
    warn(say(command.usage));
    return EXIT_BAD_USAGE;
  }
  if (given.values['help'] === true) {
    print(helpOf(command, services));
    return 0;
  }
  try {
    return await command.run(given, services);
  } catch (error) {
    services.progress('');
    if (!(error instanceof InputError) && !(error instanceof StoreFailure)) throw error;
    warn(say(error.code, error.facts));
    return error instanceof UsageError ? EXIT_BAD_USAGE : EXIT_BAD_INPUT;
  }
}

function overview({ say }: Services): string {
  const rows = COMMANDS.map((command) => `  ${command.name.padEnd(11)}${say(command.summary)}`);
  return [say('about'), '', say('usage'), '', say('commands'), ...rows, '', say('more-help'), ''].join('\n');
}

function helpOf(command: Command, { say, importFormats }: Services): string {
  const rows = Object.entries(command.options).map(
    ([name, spec]) =>
      `  --${`${name}${spec.value === undefined ? '' : ` ${spec.value}`}`.padEnd(18)}${say(spec.says, { formats: importFormats.join(' ') })}`,
  );
  return [
    say(command.summary),
    '',
    say(command.usage),
    '',
    say('options'),
    ...rows,
    `  --${'help'.padEnd(18)}${say('option.help')}`,
    '',
  ].join('\n');
}
