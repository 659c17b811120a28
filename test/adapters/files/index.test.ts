import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS, readBatches, readExport, readStream, recognise } from '../../../adapters/files/index.ts';
import { all, bytesOf, envelopes, FIXTURES, fixture, inPieces, problems, read } from './kit.ts';

const MARK = Uint8Array.from([0xef, 0xbb, 0xbf]);
const withMark = (bytes: Uint8Array) => Uint8Array.from([...MARK, ...bytes]);
const MESSAGE = '{"platform":"qq","group":"g","id":"1","sentAt":"2026-11-16T08:00:00Z","sender":{"id":"a","name":"甲"},"text":"好"}';

describe('recognise', () => {
  it.each(FIXTURES)('knows %s by its content', (name) => {
    const format = name.split('/')[0];
    expect(recognise(fixture(name), '/any/where/export.bin')).toBe(format);
    expect(recognise(fixture(name).subarray(0, 700), 'chat.jsonl')).toBe(format);
  });

  it.each(FIXTURES.filter((name) => !name.includes('gb18030')))('knows %s behind a byte order mark', (name) => {
    expect(recognise(withMark(fixture(name)))).toBe(name.split('/')[0]);
  });

  it('knows a Telegram chat on one line, and one whose keys were sorted', () => {
    expect(recognise(bytesOf('{"name":"群","type":"private_group","id":1,"messages":[{"id":1,'))).toBe('telegram-desktop');
    expect(recognise(bytesOf('{"id":1,"messages":[{"date":"2026-11-16T08:00:00","id":1,'))).toBe('telegram-desktop');
  });

  it('knows chat.jsonl whose first lines are broken', () => {
    expect(recognise(bytesOf(`{"platform":\n\nnonsense\n${MESSAGE}`))).toBe('chat-jsonl');
  });

  it('knows a QQ export that has lost its banner', () => {
    expect(recognise(bytesOf('2026-11-16 8:31:05 张三(经发办)(12345)\n收到\n'))).toBe('qq-text');
  });

  it.each([
    ['nothing', ''],
    ['plain text', '会议纪要\n2026-11-16 记录\n'],
    ['a roster', '{"org":"石桥镇","people":[{"id":"a"}],"groups":[{"platform":"wechat","id":"g01"}]}'],
    ['labels', '{"id":"m0001","label":"ack","directive":null}\n'],
    ['the export of another program', '{"chatlab":{"version":"0.0.1"},"meta":{"name":"群","platform":"qq"},"messages":[]}'],
    ['a list', '[{"id":1,"messages":[]}]'],
    ['zeros', '\0'.repeat(500)],
  ])('says that it does not know %s', (_, text) => {
    expect(recognise(bytesOf(text))).toBeNull();
  });
});

describe('readExport', () => {
  it('reads a file', async () => {
    const path = new URL('../../../adapters/files/chat-jsonl/fixtures/chat.jsonl', import.meta.url).pathname;
    const events = await all(readExport(path));
    expect(envelopes(events)).toHaveLength(6);
    expect(events.flatMap((event) => (event.kind === 'problem' ? [event.file] : []))).toEqual(Array(8).fill(path));
  });

  it('tells what the system says of a file that it cannot read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qunyao-files-'));
    expect(problems(await all(readExport(join(folder, 'missing.json'))))).toEqual(['import.unreadable 0 reason=ENOENT']);
    expect(problems(await all(readExport(folder)))).toEqual(['import.unreadable 0 reason=EISDIR']);
    rmSync(folder, { recursive: true });
  });

  it('says that a file is empty, unknown, or of a format that no one reads', async () => {
    expect(problems(await read(''))).toEqual(['import.empty 0']);
    expect(problems(await read('\uFEFF \r\n'))).toEqual(['import.empty 0']);
    expect(problems(await read('会议纪要'))).toEqual(['import.unknown-format 0']);
    expect(problems(await read('会议纪要'.repeat(50_000)))).toEqual(['import.unknown-format 0']);
    expect(problems(await read(MESSAGE, { format: 'fax' }))).toEqual([
      expect.stringMatching(/^import\.no-such-format 0 format=fax formats=.*telegram-desktop/u),
    ]);
  });

  it('takes the format that it is told', async () => {
    expect(problems(await read('会议纪要', { format: 'chat-jsonl' }))).toEqual(['import.not-json 1']);
  });

  it('passes on an error that is nobody’s file', async () => {
    async function* broken(): AsyncIterable<Uint8Array> {
      yield bytesOf(MESSAGE);
      throw new TypeError('a mistake of our own');
    }
    await expect(all(readStream(broken(), 'export'))).rejects.toThrow('a mistake of our own');
  });

  it('gives messages while the export still comes in', async () => {
    let taken = 0;
    async function* endless(): AsyncIterable<Uint8Array> {
      for (;;) {
        taken += 1;
        yield bytesOf(`${MESSAGE}\n`.repeat(100));
      }
    }
    let messages = 0;
    for await (const event of readStream(endless(), 'export')) {
      expect(event.kind).toBe('message');
      messages += 1;
      if (messages === 5_000) break;
    }
    expect(taken).toBeLessThan(60);
  });

  it('gives the same events in batches', async () => {
    const bytes = fixture('telegram-desktop/fixtures/single-chat.json');
    const batches = await all(readBatches(inPieces(bytes, [1000]), 'export'));
    expect(batches.flat()).toEqual(await read(bytes));
  });
});

describe('every format', () => {
  it('has a fixture', () => {
    expect(new Set(FIXTURES.map((name) => name.split('/')[0]))).toEqual(new Set(FORMATS.map((reader) => reader.name)));
  });

  it.each(FIXTURES)('%s: a problem never holds words of a message', async (name) => {
    const events = await read(fixture(name));
    const facts = events.flatMap((event) => (event.kind === 'problem' ? Object.values(event.problem.facts) : []));
    expect(facts.filter((fact) => /[^\w.-]/u.test(fact))).toEqual([]);
  });

  it.each(FIXTURES)('%s: no key stands twice', async (name) => {
    const keys = envelopes(await read(fixture(name))).map((envelope) => `${envelope.group} ${envelope.id}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(3);
  });
});
