/**
 * How much memory reading a big export takes, and how fast it goes: a file of the given size (200 MB) in each format is
 * written to the temporary folder, read in a process of its own, and deleted. Run: node test/bench/import-memory.ts [MB]
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExport } from '../../adapters/files/index.ts';

const MEGABYTE = 1024 * 1024;
const WORDS = '请各村于明天下班前把秋粮测产表报农业办，收到请回复。';

interface Sample {
  readonly head: string;
  readonly entry: (index: number) => string;
  readonly foot: string;
}

const SAMPLES: Readonly<Record<string, Sample>> = {
  'chat-jsonl': {
    head: '',
    entry: (index) =>
      `{"platform":"wechat","group":"g01","id":"m${index}","sentAt":"2026-11-16T08:31:05+08:00","sender":{"id":"p${index % 40}","name":"某村-某人"},"kind":"text","text":"${WORDS}${index}"}\n`,
    foot: '',
  },
  'telegram-desktop': {
    head: '{\n "name": "某镇工作群",\n "type": "private_supergroup",\n "id": 1987654321,\n "messages": [\n',
    entry: (index) => {
      const message = {
        id: index,
        ...{ type: 'message', date: '2026-11-16T08:31:05', date_unixtime: '1794789065', from: '某村-某人' },
        ...{ from_id: `user${index % 40}`, text: `${WORDS}${index}`, text_entities: [{ type: 'plain', text: `${WORDS}${index}` }] },
      };
      return `${index === 0 ? '' : ',\n'}  ${JSON.stringify(message, null, 1).replaceAll('\n', '\n  ')}`;
    },
    foot: '\n ]\n}',
  },
  'qq-text': {
    head: '消息记录（此消息记录为文本格式，不支持重新导入）\n\n================================================================\n消息分组:我的QQ群\n================================================================\n消息对象:某镇工作群\n================================================================\n\n',
    entry: (index) =>
      `2026-11-16 8:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')} 某村-某人(${10001 + (index % 40)})\r\n${WORDS}${index}\r\n\r\n`,
    foot: '',
  },
};

function write(path: string, sample: Sample, size: number): number {
  const file = openSync(path, 'w');
  let written = writeSync(file, sample.head);
  let count = 0;
  while (written < size) {
    let block = '';
    for (const end = count + 2000; count < end; count += 1) block += sample.entry(count);
    written += writeSync(file, block);
  }
  writeSync(file, sample.foot);
  closeSync(file);
  return count;
}

async function measure(path: string): Promise<void> {
  const before = process.memoryUsage().rss;
  let most = before;
  let messages = 0;
  let problems = 0;
  const started = performance.now();
  for await (const event of readExport(path)) {
    if (event.kind === 'message') messages += 1;
    if (event.kind === 'problem') problems += 1;
    if (messages % 5000 === 0) most = Math.max(most, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - started) / 1000;
  const size = statSync(path).size / MEGABYTE;
  const figures = [
    `${messages} messages, ${problems} problems, ${size.toFixed(0)} MB in ${seconds.toFixed(1)} s`,
    `${(size / seconds).toFixed(0)} MB/s, ${Math.round(messages / seconds)} messages/s`,
    `memory +${((most - before) / MEGABYTE).toFixed(0)} MB, at most ${(most / MEGABYTE).toFixed(0)} MB`,
  ];
  process.stdout.write(`${figures.join(' · ')}\n`);
}

function measureAll(size: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'qunyao-import-'));
  try {
    for (const [name, sample] of Object.entries(SAMPLES)) {
      const path = join(folder, name);
      write(path, sample, size);
      const run = spawnSync(process.execPath, [import.meta.filename, '--read', path], { encoding: 'utf8' });
      process.stdout.write(`${name}: ${run.stdout}${run.stderr}`);
      rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === '--read') await measure(process.argv[3] ?? '');
else measureAll(Number(process.argv[2] ?? 200) * MEGABYTE);
