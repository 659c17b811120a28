import { defineConfig } from 'vitest/config';

// Files share a worker: a third of the time went into starting one for each.
// biome-ignore lint/style/noDefaultExport: vitest reads its settings from the default export.
export default defineConfig({
  test: { root: new URL('..', import.meta.url).pathname, include: ['test/**/*.test.ts'], testTimeout: 60_000, isolate: false },
});
