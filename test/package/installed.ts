/** Packs the project, installs the package into an empty folder as anybody would, and runs what was installed. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { z } from 'zod';

const ROOT = new URL('../..', import.meta.url).pathname;
const Packed = z.tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })]);

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a reader of the package looks for first. */
export function papers(): readonly string[] {
  return readdirSync(ROOT).filter((name) => /^(?:LICENSE|README)/u.test(name));
}

/** @returns the package's file and the paths in it */
export async function pack(into: string): Promise<{ readonly file: string; readonly paths: readonly string[] }> {
  const packed = await succeed('npm', ['pack', '--json', '--pack-destination', into], { cwd: ROOT, env: process.env });
  const [{ filename, files }] = Packed.parse(JSON.parse(packed));
  return { file: join(into, filename), paths: files.map(({ path }) => path) };
}

/** @returns the folder with `node_modules/.bin/qunyao` */
export async function install(file: string, folder: string): Promise<string> {
  mkdirSync(folder);
  await succeed('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', file], { cwd: folder });
  return folder;
}

const OF_THIS_RUN =
  /^(?:npm_(?!config_(?:registry|cache|userconfig))|NODE(?:$|_ENV|_OPTIONS|_V8)|INIT_CWD$|VITEST|QUNYAO_|FORCE_COLOR|LC_|LANG)/u;

/** The environment of somebody at a shell, with the machine's own Node: without what an npm script and its PATH added. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OF_THIS_RUN.test(name));
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !/node_modules|node-gyp-bin/u.test(folder));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}

/** Of the Node that a shell on this machine starts. */
export async function ownNodeMajor(): Promise<number> {
  return Number.parseInt((await succeed('node', ['--version'])).slice(1), 10);
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

/** @returns what it printed; a failure is told with all that it said */
async function succeed(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${stderr}${stdout}`);
  return stdout;
}
