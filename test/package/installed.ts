/** Packs the project, installs the package into an empty folder as anybody would, and runs what was installed. */
import { execFile, type SpawnOptions, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const ROOT = new URL('../..', import.meta.url).pathname;
const Packed = z.tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })]);

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @returns the package's file and the paths in it */
export async function pack(into: string): Promise<{ readonly file: string; readonly paths: readonly string[] }> {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--pack-destination', into], { cwd: ROOT });
  const [{ filename, files }] = Packed.parse(JSON.parse(stdout));
  return { file: join(into, filename), paths: files.map(({ path }) => path) };
}

/** @returns the folder with `node_modules/.bin/qunyao` */
export async function install(file: string, folder: string): Promise<string> {
  mkdirSync(folder);
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', file], {
    cwd: folder,
    env: ownEnvironment(),
  });
  return folder;
}

/** The environment of somebody at a shell, with the machine's own Node: without what an npm script and its PATH added. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:npm_(?!config_(?:registry|cache|userconfig))|INIT_CWD$|NODE(?:$|_ENV|_OPTIONS|_V8)|VITEST|QUNYAO_|FORCE_COLOR|LC_|LANG)/u.test(
        name,
      ),
  );
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !/node_modules|node-gyp-bin/u.test(folder));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}

/** The version of the Node that a shell on this machine starts. */
export async function ownNodeVersion(): Promise<readonly [major: number, minor: number]> {
  const { stdout } = await promisify(execFile)('node', ['--version'], { env: ownEnvironment() });
  const [major = 0, minor = 0] = stdout.slice(1).split('.').map(Number);
  return [major, minor];
}

/** Runs to the end. `during` sees the child as soon as it has said something on standard error. */
export function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
  during?: (kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Ended> {
  const child = spawn(command, args, { env: ownEnvironment(), ...options, stdio: 'pipe' });
  const said = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  child.stderr?.once('data', () => during?.((signal) => child.kill(signal)));
  if (during === undefined) child.stdin?.end();
  else child.stdin?.write('not a line of JSON\n');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...said }));
  });
}
