import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that wait for processes and for the clocks of others: begun first, so that nothing waits for them at the end. */
const LONG = ['adapters/wechat/', 'cli/tuning', 'flow/replay', 'store/sqlite/crash', 'cli/store', 'flow/train-local', 'app/first-day'];

class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONG.findIndex((one) => moduleId.includes(`/test/${one}`));
      return place === -1 ? LONG.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

// Files share a worker: a third of the time went into starting one for each. One worker more than there are cores, as some only wait.
// Node reads the sources itself, as it does for users. The limits are for what hangs, not for a machine that is busy with others.
// biome-ignore lint/style/noDefaultExport: vitest reads its settings from the default export.
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // Has a run of its own: package/vitest.config.ts.
    exclude: ['test/package/pack.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    isolate: false,
    experimental: { viteModuleRunner: false },
    // What one process has compiled, those that tests start and kill needn't compile again. It is where the program keeps its own.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongFilesFirst },
  },
});
