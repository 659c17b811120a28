/** From the words behind a command's name to its arguments, or to what is wrong with them, as a sentence can tell it. */
import { parseArgs } from 'node:util';
import type { Arguments, Command } from './command.ts';
import type { Facts, WordCode } from './words.ts';

export interface Misuse {
  readonly code: WordCode;
  readonly facts: Facts;
}

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string; readonly multiple?: boolean }>>;
type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

/** A negative number is no option: groups of some chat systems have such ids. */
const GUARD = '\u0000';

export function argumentsOf(command: Command, args: readonly string[]): Arguments | Misuse {
  const options = optionsOf(command);
  const parsed = parseArgs({ args: args.map(guarded), options, allowPositionals: true, strict: false, tokens: true });
  for (const token of parsed.tokens) {
    const misuse = misuseOf(token, options);
    if (misuse !== null) return misuse;
  }
  const positionals = parsed.positionals.map(unguarded);
  const values = Object.fromEntries(Object.entries(parsed.values).map(([name, value]) => [name, plain(value)]));
  return (values['help'] === true ? null : wrongCount(command, positionals)) ?? { values, positionals };
}

export function isMisuse(given: Arguments | Misuse): given is Misuse {
  return 'code' in given;
}

function optionsOf({ options }: Command): Options {
  const own = Object.entries(options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple === true }]);
  return { ...Object.fromEntries(own), help: { type: 'boolean', short: 'h' } };
}

function misuseOf(token: Token, options: Options): Misuse | null {
  if (token.kind !== 'option') return null;
  const { rawName: option, value } = token;
  const spec = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
  if (spec === undefined) {
    const known = Object.keys(options).map((name) => `--${name}`);
    return { code: 'error.usage.option', facts: { option, options: known.join(' ') } };
  }
  if (spec.type === 'boolean') return value === undefined ? null : { code: 'error.usage.switch', facts: { option } };
  const looksLikeOption = token.inlineValue === false && /^-./u.test(value ?? '');
  return value === undefined || looksLikeOption ? { code: 'error.usage.value', facts: { option } } : null;
}

function wrongCount({ takes: [least, most] }: Command, given: readonly string[]): Misuse | null {
  if (given.length > most) return { code: 'error.usage.extra', facts: { extra: given.slice(most).join(' ') } };
  if (given.length >= least) return null;
  return given.length === 0
    ? { code: 'error.usage.nothing', facts: {} }
    : { code: 'error.usage.missing', facts: { given: given.join(' ') } };
}

function guarded(arg: string): string {
  return /^-\d+$/u.test(arg) ? GUARD + arg : arg;
}

function unguarded(arg: string): string {
  return arg.startsWith(GUARD) ? arg.slice(GUARD.length) : arg;
}

function plain(value: string | boolean | (string | boolean)[] | undefined): Arguments['values'][string] {
  if (typeof value === 'string') return unguarded(value);
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? unguarded(one) : one)) : value;
}
