import { expect, it } from 'vitest';
import { type Condition, makeHealthKeeper } from '../../src/adapter-kit.ts';

it('tells one state, and logs each change of it once', () => {
  let condition: Condition = 'starting';
  const logged: unknown[] = [];
  const health = makeHealthKeeper(
    { now: () => 7, log: (level, event, facts) => void logged.push([level, event, facts]) },
    'x.not-kept',
    () => condition,
  );
  expect(health.now()).toEqual({ state: 'starting', lastHeardAt: null });
  health.heard();
  condition = 'up';
  health.changed();
  health.changed();
  expect(health.now()).toEqual({ state: 'up', lastHeardAt: 7 });
  health.kept(false);
  expect(health.now()).toEqual({ state: 'degraded', why: { code: 'x.not-kept', facts: {} }, lastHeardAt: 7 });
  condition = { state: 'down', why: { code: 'x.closed', facts: { port: '1' } } };
  health.changed();
  expect(health.now()).toEqual({ ...condition, lastHeardAt: 7 });
  expect(logged).toEqual([
    ['info', 'chat.health', { state: 'up' }],
    ['warn', 'chat.health', { state: 'degraded', code: 'x.not-kept' }],
    ['warn', 'chat.health', { state: 'down', code: 'x.closed', port: '1' }],
  ]);
});
