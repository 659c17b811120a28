import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const MODULE = new URL('../../src/app/small-heaps.ts', import.meta.url).href;
/** Some are alive for good, and many for a while; tells how often all that was dead was collected. */
const PROGRAM = `
  import { PerformanceObserver, constants } from 'node:perf_hooks';
  const { keepHeapsSmall } = await import(process.argv[1]);
  if (process.argv[2] === 'small') keepHeapsSmall();
  let collected = 0;
  new PerformanceObserver((list) => {
    for (const { detail } of list.getEntries()) if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) collected++;
  }).observe({ entryTypes: ['gc'] });
  const some = (count) => Array.from({ length: count }, (_, number) => ({ number, word: 'w' + number, list: [number] }));
  const kept = some(400_000);
  let passing = [];
  for (let round = 0; round < 200; round++) passing = [...passing.slice(-4), some(50_000)];
  await new Promise((resolve) => setTimeout(resolve, 100));
  console.log(collected, kept.at(-1).word, passing.length);
`;

function collections(how: 'small' | 'as-it-is'): number {
  return Number.parseInt(execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM, MODULE, how], { encoding: 'utf8' }), 10);
}

it('looks for what is dead more often than V8 would', () => {
  expect(collections('small')).toBeGreaterThan(collections('as-it-is'));
});
