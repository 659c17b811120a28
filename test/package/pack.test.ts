/** One package, one install, and everything that a stranger would try first, under the machine's own Node. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ended, install, ownEnvironment, ownNodeMajor, pack, papers, run } from './installed.ts';

const folder = mkdtempSync(join(tmpdir(), 'qunyao-package-'));
const caller = join(folder, 'caller');
const needsOtherNode = (await ownNodeMajor()) < 24;
let paths: readonly string[] = [];
let installed = '';

beforeAll(async () => {
  const packed = await pack(folder);
  paths = packed.paths;
  installed = await install(packed.file, join(folder, 'installed'));
  mkdirSync(caller);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('packs the built program, the demo and the papers, and nothing else', () => {
  const needed = [
    ...papers(),
    'data/demo/chat.jsonl',
    'data/demo/roster.json',
    'data/model/noise.bin',
    'dist/data/lexicon/words.json',
    'dist/src/launcher.js',
    'dist/src/main.js',
    'package.json',
  ];
  expect(paths).toEqual(expect.arrayContaining(needed));
  const allowed =
    /^(?:LICENSE|README(?:\.zh-CN)?\.md|THREATS\.md|qunyao\.example\.yaml|\.env\.example|package\.json|data\/demo\/[\w.]+|data\/model\/noise\.bin|dist\/data\/(?!corpus)[\w/-]+\.json|dist\/(?:src|adapters)\/[\w/-]+\.js)$/u;
  expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
});

it('says what it can do', async () => {
  const ended = await qunyao('--help');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toMatch(/^群要.*\n[\s\S]*\breplay\b/u);
});

it('starts with nothing configured, keeping its store with the caller', async () => {
  const ended = await qunyao('start');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toMatch(/^群要 · \d+月\d+日/mu);
  expect(existsSync(join(caller, 'data/var/demo.sqlite'))).toBe(true);
});

it('replays a scenario that lies beside the caller', async () => {
  mkdirSync(join(caller, 'tiny'));
  const member = { id: 'li', name: '李玉' };
  const group = { platform: 'one', id: 'g1', name: '村级群', members: ['li', 'zhao'] };
  const zhao = { id: 'zhao', name: '赵敏' };
  writeFileSync(join(caller, 'tiny/roster.json'), JSON.stringify({ org: '小镇', people: [member, zhao], groups: [group] }));
  const message = {
    platform: 'one',
    group: 'g1',
    id: 'm1',
    sentAt: '2026-11-17T09:00:00+08:00',
    sender: zhao,
    kind: 'text',
    text: '请李玉明天下班前把核验表报给我。',
  };
  writeFileSync(join(caller, 'tiny/chat.jsonl'), `${JSON.stringify(message)}\n`);
  expect(await qunyao('replay', 'tiny', '--digests', 'out.jsonl')).toMatchObject({ code: 0 });
  const digests = readFileSync(join(caller, 'out.jsonl'), 'utf8').trimEnd().split('\n');
  expect(digests.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ schema: 'qunyao.digest/1', cadre: 'li', date: '2026-11-17', unaccounted: 0 }),
  );
});

it('ends with 1 for bad input and 2 for bad usage, and says why on standard error only', async () => {
  const badInput = await qunyao('replay', 'nowhere');
  expect(badInput).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('nowhere') });
  const badUsage = await qunyao('repaly');
  expect(badUsage).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('repaly') });
});

it('runs on a Node that is new enough by itself', async () => {
  const ended = await run(process.execPath, [join(installed, 'node_modules/qunyao/dist/src/launcher.js'), '--version'], { cwd: caller });
  expect(ended).toEqual({ code: 0, signal: null, stdout: `${versionOf(installed)}\n`, stderr: '' });
});

it('passes a signal on and ends by it', async () => {
  const ended = await run(bin(), ['classify', '-'], { cwd: caller }, (kill) => kill('SIGTERM'));
  expect(ended).toMatchObject({ code: null, signal: 'SIGTERM' });
});

it.runIf(needsOtherNode)('says what to do when the Node that it brought along is missing, in the language of the caller', async () => {
  const [brought, aside] = [join(installed, 'node_modules/node/bin'), join(installed, 'aside')];
  renameSync(brought, aside);
  try {
    const english = { ...ownEnvironment(), LANG: 'en_US.UTF-8' };
    expect(await qunyao('--help')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('群要需要 24 以上') });
    expect(await run(bin(), ['--help'], { cwd: caller, env: english })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('npm rebuild node'),
    });
  } finally {
    renameSync(aside, brought);
  }
});

function bin(): string {
  return join(installed, 'node_modules/.bin/qunyao');
}

function qunyao(...args: readonly string[]): Promise<Ended> {
  return run(bin(), args, { cwd: caller });
}

function versionOf(where: string): unknown {
  return JSON.parse(readFileSync(join(where, 'node_modules/qunyao/package.json'), 'utf8')).version;
}
