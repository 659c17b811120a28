import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkExchanges } from './check/exchanges.ts';
import { tell } from './check/problem.ts';
import { readScenario, type Scenario } from './check/scenario.ts';
import { writeSmallScenario } from './check/small-scenario.ts';

let data = '';

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'qunyao-exchanges-'));
});

afterEach(() => {
  rmSync(data, { recursive: true });
});

interface Line {
  readonly id?: string;
  readonly group?: string;
  readonly sender?: string;
  readonly minute?: number;
  readonly text?: string;
}

/** The people and groups of the small scenario, and a message by each line; labels for m0001 and m0002 unless others are given. */
function problemsOf(lines: readonly Line[], labelled: readonly string[] = ['m0001', 'm0002']): readonly string[] {
  const folder = join(data, 'corpus/phrases-in-chat');
  mkdirSync(folder, { recursive: true });
  writeSmallScenario(folder);
  const chat = lines.map(({ id, group = 'g1', sender = 'wang', minute, text }, index) => ({
    platform: 'chat',
    group,
    id: id ?? `m000${index + 1}`,
    sentAt: `2026-03-02T09:${10 + (minute ?? index)}:00+08:00`,
    sender: { id: sender, name: sender },
    kind: 'text',
    text: text ?? `第${index}句`,
  }));
  writeFileSync(join(folder, 'chat.jsonl'), linesOf(chat));
  writeFileSync(join(folder, 'labels.jsonl'), linesOf(labelled.map((id) => ({ id, label: 'ack' }))));
  return checkExchanges(data, [scenario()]).map(tell);
}

function linesOf(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

function scenario(): Scenario {
  writeSmallScenario(join(data, 'small'));
  const { scenario: small } = readScenario(data, 'small');
  if (small === null) throw new Error('the small scenario is sound');
  return small;
}

it('a corpus need not have any', () => expect(checkExchanges(data, [])).toEqual([]));

it('those in order are sound', () => expect(problemsOf([{}, { sender: 'x-shop' }])).toEqual([]));

it.each<readonly [says: string, lines: readonly Line[], labelled: readonly string[]]>([
  ['chat.jsonl:2: m0002 has no label', [{}, {}], ['m0001']],
  ['labels.jsonl:2: there is no message m0002', [{}], ['m0001', 'm0002']],
  ['chat.jsonl:2: m0001 stands twice', [{}, { id: 'm0001' }], ['m0001']],
  ['labels.jsonl:2: m0001 has a label twice', [{}], ['m0001', 'm0001']],
  ['chat.jsonl:2: m0002 is earlier than the message before it', [{ minute: 5 }, { minute: 1 }], ['m0001', 'm0002']],
  ['chat.jsonl:1: nobody stands in no roster', [{ sender: 'nobody' }, {}], ['m0001', 'm0002']],
  ['chat.jsonl:2: there is no group g9', [{}, { group: 'g9' }], ['m0001', 'm0002']],
])('%s', (says, lines, labelled) => {
  expect(problemsOf(lines, labelled)).toEqual([`corpus/phrases-in-chat/${says}`]);
});
