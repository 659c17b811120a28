/**
 * Runs the program. `run` does it as its users do, in a process of its own with nothing of this one's environment; `runInside` runs
 * the same commands in this process, which is twenty times faster.
 */
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { services } from '../../src/app.ts';
import { runCommand } from '../../src/cli/run.ts';
import { readSettings } from '../../src/config/settings.ts';

export const ROOT = new URL('../..', import.meta.url).pathname;
export const MAIN = `${ROOT}src/main.ts`;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  /** The folder that it is started in. */
  readonly folder?: string;
  readonly stdin?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

export function environmentOf(folder: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: folder, QUNYAO_HOME: folder, ...more };
}

export function run(args: readonly string[], { folder = tmpdir(), stdin = '', environment = {} }: Circumstances = {}): Ran {
  const done = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: environmentOf(folder, environment),
    input: stdin,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: done.status, stdout: done.stdout, stderr: done.stderr };
}

export interface InsideCircumstances extends Omit<Circumstances, 'stdin'> {
  /** Where the shipped chats are, under `data`. */
  readonly root?: string;
}

/** Standard input is not read. */
export async function runInside(
  args: readonly string[],
  { folder = tmpdir(), environment = {}, root = ROOT }: InsideCircumstances = {},
): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  const print = (text: string): void => {
    stdout += text;
  };
  const settings = readSettings(environmentOf(folder, { INIT_CWD: folder, npm_command: 'run', ...environment }));
  const program = services({ ...settings, root });
  const code = await runCommand(args, {
    ...program,
    print,
    warn: (text) => {
      stderr += `${text}\n`;
    },
    openOutput: (path) => (path === '-' ? { write: print, close: async () => {} } : program.openOutput(path)),
  });
  return { code, stdout, stderr };
}

export function jsonLines<T = Record<string, unknown>>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
