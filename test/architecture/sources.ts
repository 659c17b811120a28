/** The source files as the rules see them: their text, their code without comments, and what they import. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const ROOT = new URL('../..', import.meta.url).pathname;

export interface Import {
  /** A file of the project from its root, or the name of a package; `node:` stands for all of Node's own modules. */
  readonly target: string;
  readonly isFile: boolean;
  readonly typeOnly: boolean;
}

export interface Source {
  readonly path: string;
  readonly text: string;
  /** Without comments. */
  readonly code: string;
  readonly imports: readonly Import[];
}

/** Every TypeScript file of the program. */
export function readSources(): readonly Source[] {
  return ['src', 'adapters'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .toSorted()
      .map((path) => asSource(path, readFileSync(join(ROOT, path), 'utf8'))),
  );
}

export function asSource(path: string, text: string): Source {
  const code = withoutComments(text);
  return { path, text, code, imports: importsOf(path, code) };
}

/** Keeps `//` inside a string such as an address: only one that opens the line or follows a blank starts a comment. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|\s)\/\/.*$/gmu, '$1');
}

const FROM = /^\s*(?:import|export)\s(?<types>type\s)?[^;'"]*?from\s+['"](?<from>[^'"]+)['"]/gmu;
const BARE = /^\s*import\s+['"](?<from>[^'"]+)['"]/gmu;
const DYNAMIC = /\b(?:import|require|import\.meta\.resolve)\(\s*['"](?<from>[^'"]+)['"]/gu;

function importsOf(path: string, code: string): readonly Import[] {
  return [FROM, BARE, DYNAMIC].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(({ groups }) => {
      const from = groups?.['from'] ?? '';
      const isFile = from.startsWith('.');
      return {
        target: isFile ? posix.join(posix.dirname(path), from) : packageName(from),
        isFile,
        typeOnly: groups?.['types'] !== undefined,
      };
    }),
  );
}

function packageName(from: string): string {
  if (from.startsWith('node:')) return 'node:';
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}
