/** Runs the real program as its users do: a process of its own, with nothing of this one's environment. */
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

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

export function jsonLines<T = Record<string, unknown>>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
