/** Kills a service that sends with SIGKILL, again and again, and looks at what the platform has got in the end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../src/model/instant.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { aDigestText } from '../../kit/outgoing-builders.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

const CHILD = join(import.meta.dirname, '../../kit/deliver-until-killed.ts');
const PEOPLE = 60;
const KILLS = 5;

let path: string;
let platform: string;
beforeEach(async () => {
  const folder = temporaryFolder();
  path = join(folder, 'store.sqlite');
  platform = join(folder, 'platform.jsonl');
  const store = openSqliteStore(path);
  await store.putOutgoing(Array.from({ length: PEOPLE }, (_, index) => aDigestText(`person-${index}`)));
  await store.close();
});

/** Each run begins six minutes later than the one before, so that doubts are settled. */
async function runOnce(run: number, place: string, fatal: number, killAfter: number | null): Promise<string | number | null> {
  const args = [CHILD, path, platform, String(run * 6 * MINUTE), place, String(fatal)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  if (killAfter !== null) {
    await once(child.stdout, 'data');
    await wait(killAfter);
    child.kill('SIGKILL');
  }
  const [code, signal] = (await closed) as [number | null, string | null];
  return code ?? signal;
}

interface Received {
  readonly key: string;
  readonly text: string;
}

function received(): ReadonlyMap<string, readonly Received[]> {
  const lines = existsSync(platform) ? readFileSync(platform, 'utf8').trimEnd().split('\n') : [];
  return Map.groupBy(
    lines.map((line) => JSON.parse(line) as Received),
    ({ key }) => key,
  );
}

function expectOnce(): void {
  const all = received();
  expect(all.size).toBe(PEOPLE);
  for (const messages of all.values()) {
    const texts = messages.map(({ text }) => text);
    // Twice only with the mark, and never twice without.
    expect(texts.filter((text) => !text.startsWith('（补发）')).length).toBeLessThanOrEqual(1);
    expect(texts.filter((text) => text.startsWith('（补发）')).length).toBeLessThanOrEqual(2);
  }
}

describe('a service that is killed', () => {
  it('has sent everybody the digest once, or again with a mark', { timeout: 120_000 }, async () => {
    for (let run = 0; run < KILLS; run++) await runOnce(run, 'never', 0, 5 + 14 * run);
    expect(await runOnce(KILLS, 'never', 0, null)).toBe(0);
    expectOnce();
  });

  it.each(['before', 'after'])('… just %s the platform has it', { timeout: 120_000 }, async (place) => {
    expect(await runOnce(0, place, 20, null)).toBe('SIGKILL');
    const store = openSqliteStore(path);
    expect(await store.strandedAttempts(0)).toBeGreaterThan(0);
    await store.close();
    expect(await runOnce(1, 'never', 0, null)).toBe(0);
    expectOnce();
  });
});
