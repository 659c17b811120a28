/** The house as a table: which part may import which, and from outside which packages. */
export interface Layer {
  readonly imports: readonly string[];
  /** Parts of which only the types may be imported. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[] | 'any';
}

export const PURE: readonly string[] = ['model', 'reading', 'ledger', 'digest', 'policy'];
const OUTER = [...PURE, 'flow', 'ports', 'config', 'data'];

export const LAYERS: Readonly<Record<string, Layer>> = {
  model: { imports: [] },
  reading: { imports: ['model', 'data'], packages: ['chinese-days', 'opencc-js'] },
  ledger: { imports: ['model', 'data'] },
  digest: { imports: ['model', 'data'] },
  policy: { imports: ['model', 'data'] },
  ports: { imports: ['model'], types: ['ledger'] },
  flow: { imports: [...PURE, 'ports'] },
  store: { imports: ['model', 'ports'], types: ['ledger'], packages: ['node:', 'better-sqlite3'] },
  parallel: { imports: ['model', 'reading', 'flow', 'ports', 'data'], packages: ['node:'] },
  refine: { imports: ['model', 'ports'], packages: 'any' },
  config: { imports: ['model', 'data'], packages: ['node:', 'yaml', 'zod'] },
  service: { imports: OUTER, packages: ['node:', 'node-cron', 'pino'] },
  cli: { imports: OUTER, types: ['service'], packages: ['node:', 'zod'] },
  console: { imports: OUTER, packages: 'any' },
  'adapter-kit': { imports: ['model', 'ports'], packages: ['zod'] },
  app: { imports: [...OUTER, 'cli', 'console', 'service', 'store', 'parallel', 'refine', 'adapters'], packages: 'any' },
  main: { imports: ['app', 'cli'], packages: ['node:'] },
  launcher: { imports: ['main', 'config'], packages: ['node:'] },
  adapters: { imports: ['adapter-kit'], packages: 'any' },
};

/** src/flow/replay.ts → flow; src/app.ts → app; anything under adapters/ or data/ → that. */
export function layerOf(path: string): string {
  const [top = '', name = ''] = path.split('/');
  return top === 'src' ? name.replace(/\.ts$/u, '') : top;
}

/** adapters/files/qq-text/index.ts → files; the registry itself belongs to no adapter. */
export function adapterOf(path: string): string | null {
  const [top, name, ...rest] = path.split('/');
  return top === 'adapters' && rest.length > 0 ? (name ?? null) : null;
}
