/** The rules of the house. Each says in a sentence what it wants, and finds the places that break it. */
import { adapterOf, LAYERS, layerOf, PURE } from './layers.ts';
import type { Source } from './sources.ts';

export interface Rule {
  readonly sentence: string;
  readonly broken: (sources: readonly Source[]) => readonly string[];
}

export const RULES: readonly Rule[] = [
  {
    sentence: 'Every file of the program lives in a part of the house that has a line in the table of layers.',
    broken: (sources) => sources.filter(({ path }) => LAYERS[layerOf(path)] === undefined || isStray(path)).map(({ path }) => path),
  },
  {
    sentence:
      'Who may import whom: model ← reading, ledger, digest, policy ← flow → ports → model; only app builds stores, refiners and adapters.',
    broken: (sources) =>
      imports(sources, ({ path }, target, typeOnly) => path.startsWith('src/') && !mayImport(layerOf(path), layerOf(target), typeOnly)),
  },
  {
    sentence: 'An adapter imports src/adapter-kit.ts, its own folder and packages, and nothing else, so that it can be deleted alone.',
    broken: (sources) => imports(sources, ({ path }, target) => path.startsWith('adapters/') && !adapterMayImport(path, target)),
  },
  {
    sentence: 'A package is imported only where the table of layers lists it: SQLite drivers in src/store, model vendors in src/refine.',
    broken: (sources) =>
      sources.flatMap(({ path, imports: all }) =>
        all.filter(({ target, isFile }) => !isFile && !mayUse(path, target)).map(({ target }) => `${path} → ${target}`),
      ),
  },
  {
    sentence:
      'The pure folders (model, reading, ledger, digest, policy) have no I/O, no clock, no random and no async: such things come in as values.',
    broken: (sources) =>
      matches(
        sources.filter(isPure),
        /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\bperformance\.|\bMath\.random\b|\brandomUUID\b|\b(?:async|await)\b|\bPromise\b|\bset(?:Timeout|Interval|Immediate)\b|\bprocess\.|\bconsole\.|\bfetch\(/u,
      ),
  },
  {
    sentence: "No chat system's name appears in src: what is particular to one lives in its adapter.",
    broken: (sources) =>
      matches(
        sources.filter(({ path }) => path.startsWith('src/')).map((source) => ({ ...source, code: `${source.path}\n${source.text}` })),
        /telegram|wechat|wecom|dingtalk|feishu|onebot|(?<![a-z])qq(?![a-z])/iu,
      ),
  },
  {
    sentence: 'SQL is written only in src/store.',
    broken: (sources) =>
      matches(
        sources.filter(({ path }) => !path.startsWith('src/store/')),
        /\binsert\s+(?:or\s+\w+\s+)?into\b|\bdelete\s+from\b|\bcreate\s+(?:table|index|unique index)\b|\bpragma\s+\w|\bupdate\s+\w+\s+set\b|\bselect\s[^'"`]*\bfrom\s+\w/iu,
      ),
  },
  {
    sentence: 'Only src/config reads process.env.',
    broken: (sources) =>
      matches(
        sources.filter(({ path }) => !path.startsWith('src/config/')),
        /\bprocess\s*(?:\?\.|\.)\s*env\b|\bprocess\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b|\bloadEnvFile\b/u,
      ),
  },
  { sentence: 'No file imports itself in a circle, by way of others or of types alone.', broken: cycles },
];

function mayImport(from: string, to: string, typeOnly: boolean): boolean {
  const layer = LAYERS[from];
  return from === to || layer === undefined || layer.imports.includes(to) || (typeOnly && layer.types?.includes(to) === true);
}

function adapterMayImport(path: string, target: string): boolean {
  const adapter = adapterOf(path);
  if (layerOf(target) === 'adapter-kit') return true;
  return adapter === null ? target.startsWith('adapters/') : adapterOf(target) === adapter;
}

function mayUse(path: string, name: string): boolean {
  const layer = LAYERS[layerOf(path)];
  return layer === undefined || layer.packages === 'any' || layer.packages?.includes(name) === true;
}

/** In a folder's place but in none of the adapters; adapters/ itself holds only the registry. */
function isStray(path: string): boolean {
  return path.startsWith('adapters/') && adapterOf(path) === null && path !== 'adapters/registry.ts';
}

function isPure({ path }: Source): boolean {
  return path.startsWith('src/') && PURE.includes(layerOf(path));
}

function imports(sources: readonly Source[], wrong: (source: Source, target: string, typeOnly: boolean) => boolean): readonly string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter(({ target, isFile, typeOnly }) => isFile && wrong(source, target, typeOnly))
      .map(({ target }) => `${source.path} → ${target}`),
  );
}

function matches(sources: readonly Source[], pattern: RegExp): readonly string[] {
  return sources.flatMap(({ path, code }) => {
    const found = pattern.exec(code);
    return found === null ? [] : [`${path}: ${found[0]}`];
  });
}

/** Each circle once, as the files on the way round. */
function cycles(sources: readonly Source[]): readonly string[] {
  const next = new Map(sources.map(({ path, imports: all }) => [path, all.filter(({ isFile }) => isFile).map(({ target }) => target)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) found.push([...way.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const target of next.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return found;
}
