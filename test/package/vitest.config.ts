import { defineConfig } from 'vitest/config';

/** The proof that a package installs into an empty folder and runs there takes minutes, and stands alone: `npm run test:package`. */
// biome-ignore lint/style/noDefaultExport: vitest reads its settings from the default export.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/package/pack.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 1_200_000,
  },
});
