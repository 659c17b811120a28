import { describe, expect, it } from 'vitest';
import { ingestExport } from '../../src/flow/ingest.ts';
import type { Envelope } from '../../src/model/message.ts';
import type { ImportEvent } from '../../src/ports/chat-export.ts';
import { PROGRAM } from '../kit/scenarios.ts';
import { envelopesBetween } from '../kit/store-builders.ts';

const PROBLEM = { kind: 'problem', file: 'a.jsonl', line: 3, problem: { code: 'import.not-json', facts: {} } } as const;

async function* eventsOf(envelopes: readonly Envelope[], more: readonly ImportEvent[] = []): AsyncIterable<ImportEvent> {
  for (const [index, envelope] of envelopes.entries()) yield { kind: 'message', envelope, line: index + 1 };
  yield* more;
}

const QUIET = { onProblem: () => {}, onProgress: () => {} };

describe('ingestExport', () => {
  it('stores every message once, in batches, and says how many', async () => {
    const store = PROGRAM.openStore(':memory:');
    const envelopes = envelopesBetween(0, 2500);
    const progress: number[] = [];
    const counts = await ingestExport(eventsOf([...envelopes, ...envelopes.slice(0, 10)]), store, {
      ...QUIET,
      onProgress: (done) => progress.push(done),
    });
    expect(counts).toEqual({ stored: 2500, seen: 10, problems: 0 });
    expect(progress).toEqual([1000, 2000, 2510]);
    expect(await store.countMessages()).toBe(2500);
  });

  it('does nothing the second time', async () => {
    const store = PROGRAM.openStore(':memory:');
    const envelopes = envelopesBetween(0, 20);
    await ingestExport(eventsOf(envelopes), store, QUIET);
    const before = await store.messagesAfter(0, 100);
    const changed = envelopes.map((one) => ({ ...one, text: 'another' }));
    expect(await ingestExport(eventsOf(changed), store, QUIET)).toEqual({ stored: 0, seen: 20, problems: 0 });
    expect(await store.messagesAfter(0, 100)).toEqual(before);
  });

  it('hands problems on and keeps the names of groups', async () => {
    const store = PROGRAM.openStore(':memory:');
    const told: ImportEvent[] = [];
    const group = { platform: 'telegram', id: '-100', name: '西村群' };
    const counts = await ingestExport(eventsOf(envelopesBetween(0, 2), [PROBLEM, { kind: 'group', group }, PROBLEM]), store, {
      ...QUIET,
      onProblem: (one) => told.push(one),
    });
    expect(counts).toEqual({ stored: 2, seen: 0, problems: 2 });
    expect(told).toEqual([PROBLEM, PROBLEM]);
    expect(await store.loadGroups()).toEqual([group]);
  });

  it('keeps what it had when the export breaks off', async () => {
    const store = PROGRAM.openStore(':memory:');
    async function* broken(): AsyncIterable<ImportEvent> {
      yield* eventsOf(envelopesBetween(0, 1500));
      throw new Error('the disk was pulled out');
    }
    await expect(ingestExport(broken(), store, QUIET)).rejects.toThrow('pulled out');
    expect(await store.countMessages()).toBe(1000);
  });
});
