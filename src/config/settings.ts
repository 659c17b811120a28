/** The environment and the place of the installation, read once into frozen settings. The only reader of process.env. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storeNamedIn } from './service.ts';

export type Language = 'zh' | 'en';

export interface Settings {
  /** Where the package is installed: package.json, data/. */
  readonly root: string;
  /** Relative paths on the command line are relative to this. */
  readonly callerFolder: string;
  /** File of the main store. */
  readonly storePath: string;
  /** File of the demo's store, made anew by each run. */
  readonly demoStorePath: string;
  /** qunyao.yaml: the service runs with it; without it `start` shows the demo. */
  readonly configPath: string;
  readonly language: Language;
  readonly colour: boolean;
  readonly interactive: boolean;
  readonly version: string;
  /** How the caller runs a command: in a checkout through npm, else by its name. */
  readonly command: string;
}

export function readSettings(variables: NodeJS.ProcessEnv = process.env): Settings {
  // A variable that is set to nothing counts as not set.
  const environment = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const root = packageRoot(dirname(fileURLToPath(import.meta.url)));
  const callerFolder =
    environment['INIT_CWD'] !== undefined && environment['npm_command'] !== undefined ? environment['INIT_CWD'] : process.cwd();
  const isInstalled = root.includes(`${sep}node_modules${sep}`);
  const home = environment['QUNYAO_HOME'] ?? (isInstalled ? callerFolder : root);
  const forced = environment['FORCE_COLOR'];
  const colour = environment['NO_COLOR'] === undefined && (forced === undefined ? process.stdout.isTTY === true : forced !== '0');
  const configPath = resolve(callerFolder, environment['QUNYAO_CONFIG'] ?? join(home, 'qunyao.yaml'));
  return Object.freeze({
    root,
    callerFolder,
    storePath: resolve(callerFolder, environment['QUNYAO_STORE'] ?? configuredStore(configPath) ?? join(home, 'data/var/qunyao.sqlite')),
    demoStorePath: join(home, 'data/var/demo.sqlite'),
    configPath,
    language: languageOf(environment),
    colour,
    interactive: process.stderr.isTTY === true && environment['CI'] === undefined,
    version: versionOf(root),
    command: isInstalled ? 'qunyao' : 'npm run -s qunyao --',
  });
}

/** The store of the service is that of every command: who looks something up must not look into an empty one. */
export function configuredStore(configPath: string): string | null {
  if (!existsSync(configPath)) return null;
  try {
    const named = storeNamedIn(readFileSync(configPath, 'utf8'));
    return named === null ? null : resolve(dirname(configPath), named);
  } catch {
    // `start` and `doctor` tell that it can't be read.
    return null;
  }
}

/** Chinese unless the locale names another language. */
function languageOf(environment: NodeJS.ProcessEnv): Language {
  const locale = environment['QUNYAO_LANG'] ?? environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '';
  return locale === '' || /^(?:zh|(?:C|POSIX)(?:\.|$))/iu.test(locale) ? 'zh' : 'en';
}

/** The nearest folder upwards that holds package.json. */
function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? process.cwd() : packageRoot(parent);
}

function versionOf(root: string): string {
  const content: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return typeof content === 'object' && content !== null && 'version' in content ? String(content.version) : '0';
}
