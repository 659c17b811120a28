import { describe, expect, it } from 'vitest';
import { readDocuments } from './documents.ts';
import { evaluate } from './evaluate.ts';
import { TWO_DAYS, twoDaysReplay } from './fixture.ts';
import { renderMisses } from './misses.ts';
import { reportOf } from './report.ts';

/** Each look at the clock is two seconds after the one before. */
function slowClock(): () => number {
  let time = 0;
  return () => {
    time += 2000;
    return time;
  };
}

const replayFolder = async () => twoDaysReplay();

describe('an evaluation', () => {
  it('adds counts up, takes statistics over all digests, and tells the speed of the replays', async () => {
    const evaluation = await evaluate([TWO_DAYS, TWO_DAYS], { replayFolder, now: slowClock() });
    expect(reportOf(evaluation)).toMatchObject({
      messages: 26,
      seconds: 4,
      messagesPerSecond: 7,
      all: {
        'verdict: directives kept': { good: 8, total: 10 },
        'verdict: missing': 2,
        'verdict: top confusions': { 'directive>ack': 2 },
        'digest: items median': 3,
        'digest: items max': 6,
      },
      scenarios: { 'two-days': { 'verdict: directives kept': { good: 4, total: 5 }, 'digest: second digest on a day': 1 } },
    });
  });

  it('takes the median over all digests, not of medians', async () => {
    const empty = async () => ({ ...twoDaysReplay(), digests: twoDaysReplay().digests.map((document) => ({ ...document, items: [] })) });
    const replays = [replayFolder, empty];
    const evaluation = await evaluate([TWO_DAYS, TWO_DAYS], { replayFolder: async () => (replays.shift() ?? empty)(), now: slowClock() });
    expect(reportOf(evaluation)).toMatchObject({ all: { 'digest: items median': 0, 'digest: items max': 6 } });
  });

  it('tells misses of the same subject once', async () => {
    const { scenarios } = await evaluate([TWO_DAYS], { replayFolder, now: slowClock() });
    const lines = renderMisses('two-days', scenarios[0]?.themes ?? []).split('\n');
    expect(lines[0]).toBe('--- misses: two-days');
    expect(lines).toContain('minute | D1 | mei | gold 2026-11-18T17:30:00+08:00 | got 2026-11-18T18:00:00+08:00 | 报普查表');
    expect(lines).toContain('needless alert | mei | m08 (and 1 more)');
  });
});

describe('the documents of a replay', () => {
  it('are refused where they don’t keep to the format', () => {
    const documents = twoDaysReplay();
    const odd = { ...documents, digests: documents.digests.map((document) => ({ ...document, schema: 'qunyao.digest/2' })) };
    expect(() => readDocuments(odd)).toThrow(/schema/u);
  });
});
