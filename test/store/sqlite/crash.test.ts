/** Kills a process that fills a store with SIGKILL, which nothing can catch, and looks at what it leaves behind. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/model/message.ts';
import type { Store } from '../../../src/ports/store.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { envelopesBetween, settledBatchOf } from '../../kit/store-builders.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

const CHILD = join(import.meta.dirname, '../../kit/store-until-killed.ts');
/** Small and large batches in turn, so that kills fall both between and into them. */
const SIZES = Array.from({ length: 40 }, (_, index) => [1, 40, 700, 150][index % 4] ?? 1);
const ALL = SIZES.reduce((sum, size) => sum + size, 0);
const ENDS_OF_BATCHES = new Set(SIZES.map((_, index) => SIZES.slice(0, index).reduce((sum, size) => sum + size, 0)));

/** After which line the process is killed, and how many microseconds later. */
interface Kill {
  readonly line: number;
  readonly later: number;
}

interface Death {
  readonly lines: readonly string[];
  readonly signal: string | null;
}

let path: string;
beforeEach(() => {
  path = join(temporaryFolder(), 'store.sqlite');
});

function runUntilKilled(task: string, sizes: readonly number[], fatal: number, kill: Kill | null): Promise<Death> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, task, path, sizes.join(','), String(fatal)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (lines.length !== kill?.line) return;
      for (const from = performance.now(); performance.now() - from < kill.later / 1000; );
      child.kill('SIGKILL');
    });
    child.on('error', reject).on('close', (_code, signal) => resolve({ lines, signal }));
  });
}

function integrity(): unknown {
  const db = new Database(path);
  const answer = db.pragma('integrity_check', { simple: true });
  db.close();
  return answer;
}

async function reopened<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = openSqliteStore(path);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

function allMessages(): Promise<readonly Message[]> {
  return reopened((store) => store.messagesAfter(0, 1_000_000));
}

/** The store holds exactly the first messages of the chat, in their order, up to the end of a batch. */
function expectWholeBatches(messages: readonly Message[]): void {
  const expected = envelopesBetween(0, messages.length).map((envelope, index) => ({ ...envelope, seq: index + 1 }));
  expect(isDeepStrictEqual(messages, expected)).toBe(true);
  expect(messages.length === ALL || ENDS_OF_BATCHES.has(messages.length)).toBe(true);
}

const SERIES: readonly (readonly Kill[])[] = [
  [1, 6, 11, 19].map((line, index) => ({ line, later: index * 900 })),
  [2, 7, 14, 22].map((line, index) => ({ line, later: 400 + index * 700 })),
  [3, 10, 18, 26].map((line, index) => ({ line, later: 2900 - index * 800 })),
];

describe('a store whose process is killed', () => {
  it.each(SERIES.map((kills) => ({ kills, lines: kills.map(({ line }) => line).join(', ') })))(
    'after lines $lines: has all that was acknowledged, and takes the rest',
    async ({ kills }) => {
      for (const kill of kills) {
        const { lines, signal } = await runUntilKilled('ingest', SIZES, -1, kill);
        const messages = await allMessages();
        expect(signal).toBe('SIGKILL');
        expect(messages.length).toBeGreaterThanOrEqual(Number(lines.at(-1)));
        expectWholeBatches(messages);
        expect(integrity()).toBe('ok');
      }
      await reopened((store) => store.ingest(envelopesBetween(0, ALL)));
      const complete = await allMessages();
      expect(complete).toHaveLength(ALL);
      expectWholeBatches(complete);
    },
  );

  it.each([0, 60, 1631])('while it writes message %i: has the batches before, and nothing of that one', async (fatal) => {
    const { lines, signal } = await runUntilKilled('ingest', SIZES, fatal, null);
    const messages = await allMessages();
    expect(signal).toBe('SIGKILL');
    expect(messages).toHaveLength(Number(lines.at(-1) ?? 0));
    expectWholeBatches(messages);
    expect(integrity()).toBe('ok');
  });
});

describe('settling whose process is killed', () => {
  it.each([
    { when: 'between storing and settling', fatal: -1, kill: { line: 3, later: 0 } },
    { when: 'while it saves what was settled', fatal: 0, kill: null },
  ])('$when: the cursor stays behind, and settling again doubles nothing', async ({ fatal, kill }) => {
    const { lines, signal } = await runUntilKilled('settle', [30, 50], fatal, kill);
    expect([signal, lines.slice(0, 2)]).toEqual(['SIGKILL', ['stored', 'stored']]);
    await reopened(async (store) => {
      expect([await store.settledCursor(), await store.countMessages()]).toEqual([30, 80]);
      const left = await store.messagesAfter(30, 1000);
      expect([(await store.loadEntries()).length, (await store.verdictsOf(left)).length]).toEqual([10, 0]);
      for (let times = 0; times < 2; times += 1) await store.saveSettled(settledBatchOf(left));
      expect([(await store.loadEntries()).length, (await store.verdictsOf(left)).length, await store.settledCursor()]).toEqual([
        26, 50, 80,
      ]);
    });
    expect(integrity()).toBe('ok');
  });
});
