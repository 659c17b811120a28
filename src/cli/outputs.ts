/** The files that a long command writes: opened before its work begins, none in the place of another or of what is read. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Arguments, type Services, textOption, UsageError } from './command.ts';

export type Output = ReturnType<Services['openOutput']>;

/** @param inputs files that are read, by what they are called to people */
export function openOutputs(
  given: Arguments,
  options: readonly string[],
  inputs: readonly string[],
  { settings, openOutput }: Services,
): ReadonlyMap<string, Output> {
  const taken = new Map(inputs.map((path) => [path, path]));
  const paths = new Map<string, string>();
  for (const name of options) {
    const path = textOption(given, name);
    if (path === undefined) continue;
    paths.set(name, path);
    // Standard output takes what comes, one after the other.
    if (path === '-') continue;
    const file = resolve(settings.callerFolder, path);
    const other = [...taken].find(([one]) => isSameFile(one, file));
    if (other !== undefined) throw new UsageError('error.same-file', { option: `--${name}`, other: other[1], file: path });
    taken.set(file, `--${name}`);
  }
  return new Map([...paths].map(([name, path]) => [name, openOutput(path)]));
}

/** Also by another name; what is no plain file, such as /dev/null, holds nothing that could be lost. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  if (a === undefined || b === undefined) return one === other;
  return a.isFile() && a.dev === b.dev && a.ino === b.ino;
}
