/** `rules`, `rehearse`, `label`, `train`: what admins change, through the real program. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from '../kit/here.ts';
import { type Ran, run, runInside } from '../kit/program.ts';
import { DEMO } from '../kit/scenarios.ts';
import { CHAT, writeScenario } from '../kit/small-scenario.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const AD = { id: 'local.ad', label: 'share', weight: 6, says: '拼团广告', pattern: '拼团', hits: ['今天拼团草莓'], misses: ['抱团取暖'] };
/** Would take orders of this chat for chatter. */
const HIDES = { ...AD, id: 'local.hides', label: 'chitchat', weight: 12, pattern: '统计表|复核名单', hits: ['统计表'], misses: ['名单'] };

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qunyao-test-'));
  writeScenario(folder);
  expect((await runInside(['import', 'scenario'], { folder })).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In a process of its own, as its users do. */
function qunyao(...args: readonly string[]): Ran {
  return run(args, { folder, environment: { QUNYAO_LANG: 'en' } });
}

/** A copy of the store. */
function ownFolder(): string {
  const own = temporaryFolder();
  cpSync(folder, own, { recursive: true });
  return own;
}

describe('rules', () => {
  it('lists the shipped ones, and shows one', async () => {
    const list = qunyao('rules', 'list');
    expect([list.code, list.stderr]).toEqual([0, '']);
    expect(list.stdout).toMatch(/^ask\.deed .*要人做事/mu);
    expect(list.stdout).toMatch(/all as shipped/u);
    expect((await runHere(['rules', 'show', 'ask.deed'], { folder })).stdout).toMatch(/ask\.deed \[shipped\]\n.*directive/u);
  });

  it('speaks Chinese', async () => {
    expect((await runInside(['rules', 'history'], { folder })).stdout).toBe('还没有改过规则。\n');
  });

  it('adds a rule from a file, tells the rehearsal, and keeps who, when and why', async () => {
    const own = ownFolder();
    writeFileSync(join(own, 'ad.json'), `\uFEFF${JSON.stringify(AD, null, 2)}`);
    const environment = { QUNYAO_LANG: 'en' };
    const added = await runInside(['rules', 'add', 'ad.json', '--by', '王芳', '--reason', '广告太多'], { folder: own, environment });
    expect(added).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Rehearsed .* 7 messages[\s\S]*Saved as version 1/u),
    });
    expect((await runInside(['rules', 'edit', 'local.ad', '--weight', '3'], { folder: own, environment })).code).toBe(0);
    expect((await runInside(['rules', 'mute', 'praise.words'], { folder: own, environment })).code).toBe(0);
    const shown = (await runInside(['rules', 'show', 'local.ad'], { folder: own, environment })).stdout;
    expect(shown).toMatch(/local\.ad \[local\]\n.*share 3/u);
    expect(shown.match(/^version [12] /gmu)).toHaveLength(2);
    expect(shown).toMatch(/version 1 .* 王芳: .*广告太多/u);
    expect((await runInside(['rules', 'undo'], { folder: own, environment })).code).toBe(0);
    const history = JSON.parse((await runInside(['rules', 'history', '--json'], { folder: own })).stdout) as {
      number: number;
      restores: number | null;
      at: string;
    }[];
    expect(history.map(({ number, restores }) => [number, restores])).toEqual([
      [1, null],
      [2, null],
      [3, null],
      [4, 2],
    ]);
    expect(history[0]?.at).toMatch(/\+08:00$/u);
    expect((await runInside(['rules', 'remove', 'local.ad'], { folder: own, environment })).code).toBe(0);
    expect((await runInside(['rules', 'show', 'local.ad'], { folder: own, environment })).code).toBe(1);
  });

  it('refuses a change that hides a directive, and saves it when every message is named', async () => {
    const own = ownFolder();
    const args = ['rules', 'add', JSON.stringify(HIDES)];
    const refused = await runHere(args, { folder: own });
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/✗ \S/u);
    const names = refused.stderr.match(/--even-if \S+/gu) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect((await runHere(['rules', 'history', '--json'], { folder: own })).stdout.trim()).toBe('[]');
    const named = names.flatMap((name) => name.split(' '));
    expect((await runHere([...args, ...named.slice(2)], { folder: own })).code).toBe(1);
    expect((await runHere([...args, ...named], { folder: own })).code).toBe(0);
  });

  it('is read with from then on', async () => {
    const own = ownFolder();
    expect((await runHere(['rules', 'add', JSON.stringify({ ...AD, label: 'chitchat' })], { folder: own })).code).toBe(0);
    const later = { ...(JSON.parse(CHAT[4] ?? '') as object), id: 'm20', sentAt: '2026-11-18T09:00:00+08:00', text: '今天拼团草莓' };
    writeFileSync(join(own, 'later.jsonl'), JSON.stringify(later));
    await runHere(['import', 'later.jsonl'], { folder: own });
    expect((await runHere(['explain', 'm20'], { folder: own })).stdout).toMatch(/\(local\.ad\)[\s\S]*\+r1 判为/u);
    expect((await runHere(['explain', 'm04'], { folder: own })).stdout).not.toMatch(/\+r1 判为/u);
  });

  it('rehearses at least a week before it saves', async () => {
    const own = ownFolder();
    const { code, stdout } = await runHere(['rules', 'add', JSON.stringify(AD), '--days', '1', '--json'], { folder: own });
    const { rehearsal } = JSON.parse(stdout) as { rehearsal: { from: string; to: string } };
    expect([code, Date.parse(rehearsal.to) - Date.parse(rehearsal.from)]).toEqual([0, 7 * 86_400_000]);
  });

  const usage = ['an unknown action', 'a missing id', 'a wrong weight', 'a version that is no number', 'no days'];

  it.each<readonly [what: string, args: readonly string[], tells: string]>([
    ['an unknown action', ['sing'], 'sing'],
    ['an unknown rule', ['mute', 'ask.nothing'], 'ask.nothing'],
    ['a missing id', ['mute'], 'mute'],
    ['a file that is not there', ['add', 'nowhere.json'], 'nowhere.json'],
    ['what is not JSON', ['add', '{"id":'], 'not JSON'],
    ['an unknown key', ['add', JSON.stringify({ ...AD, colour: 'red' })], 'colour?'],
    ['a missing key', ['add', JSON.stringify({ ...AD, misses: undefined })], 'misses'],
    ['an unknown label', ['add', JSON.stringify({ ...AD, label: 'advert' })], 'label'],
    ['a shipped id', ['add', JSON.stringify({ ...AD, id: 'ask.deed' })], 'local.'],
    ['a pattern that may never end', ['add', JSON.stringify({ ...AD, pattern: '(拼+)+团' })], 'repeat inside a repeat'],
    ['a pattern that hits everything', ['add', JSON.stringify({ ...AD, pattern: '[^抱]', hits: ['拼'], misses: ['抱'] })], '%'],
    ['a wrong weight', ['edit', 'ask.deed', '--weight', 'much'], 'not "much"'],
    ['a weight that is too much', ['edit', 'ask.deed', '--weight', '99'], '99'],
    ['the file of another rule', ['edit', 'local.b', JSON.stringify(AD)], 'local.ad'],
    ['nothing to undo', ['undo'], 'version'],
    ['a version that is no number', ['undo', 'last'], 'last'],
    ['no days', ['mute', 'ask.deed', '--days', '0'], '366'],
  ])('%s is refused with the reason', async (what, args, tells) => {
    const { code, stdout, stderr } = await runHere(['rules', ...args], { folder });
    expect([code, stdout]).toEqual([usage.includes(what) ? 2 : 1, '']);
    expect(stderr).toContain(tells);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });
});

describe('rehearse', () => {
  it('tells what a change would do, and saves nothing', async () => {
    const { code, stdout, stderr } = await runHere(['rehearse', 'add', JSON.stringify(HIDES)], { folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/vanish/u);
    expect(stderr).toContain('--even-if');
    expect((await runHere(['rules', 'list'], { folder })).stdout).toMatch(/all as shipped/u);
  });

  it('without a change compares what runs with what was shipped', async () => {
    expect((await runHere(['rehearse', '--days', '30'], { folder })).stdout).toMatch(/7 messages: 0 verdicts change[\s\S]*stay the same/u);
  });

  it('answers in JSON', async () => {
    const document = JSON.parse((await runHere(['rehearse', 'mute', 'ask.deed', '--json'], { folder })).stdout) as {
      outcome: string;
      rehearsal: { messages: number };
    };
    expect(document).toMatchObject({ outcome: 'rehearsed', rehearsal: { messages: 7 } });
  });
});

describe('label', () => {
  it('corrects a message at once, and explain tells it', async () => {
    const own = ownFolder();
    const evidence = async (): Promise<string> =>
      (await runInside(['digest', '--for', 'lin', '--date', '2026-11-16', '--json'], { folder: own })).stdout;
    expect(await evidence()).toContain('"m01"');
    const done = await runInside(['label', 'm01', 'chitchat', '--group', 'g1', '--by', '王芳', '--reason', '旧文件'], { folder: own });
    expect(done).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/✗ .*统计表/u) });
    expect(await evidence()).not.toContain('"m01"');
    expect((await runInside(['explain', 'm01', '--group', 'g1'], { folder: own })).stdout).toMatch(
      /王芳更正为这一类[\s\S]*王芳:chitchat “旧文件”/u,
    );
    expect((await runInside(['label', 'm01', 'none', '--group', 'g1'], { folder: own })).code).toBe(0);
    expect(await evidence()).toContain('"m01"');
  });

  it('holds in a digest whose hour falls into the turn of the message', async () => {
    const own = temporaryFolder();
    const line = (id: string, time: string, text: string): string =>
      JSON.stringify({ ...(JSON.parse(CHAT[0] ?? '') as object), id, sentAt: `2026-11-16T${time}:00+08:00`, text });
    writeScenario(own, [...CHAT, line('m17', '17:58', '请各村于11月19日前把防火值班表报镇农办'), line('m18', '18:02', '辛苦大家')]);
    await runHere(['import', 'scenario'], { folder: own });
    const digest = async (): Promise<string> =>
      (await runHere(['digest', '--for', 'lin', '--date', '2026-11-16', '--json'], { folder: own })).stdout;
    expect(await digest()).toContain('"m17"');
    expect((await runHere(['label', 'm17', 'chitchat'], { folder: own })).code).toBe(0);
    expect(await digest()).not.toContain('"m17"');
  });

  it.each([
    [['m01', 'advert', '--group', 'g1'], 2, 'advert'],
    [['m01', 'ack'], 1, 'g1 g2'],
    [['m99', 'ack'], 1, 'm99'],
  ] as const)('%j is refused with %i', async (args, exit, tells) => {
    const { code, stdout, stderr } = await runHere(['label', ...args], { folder });
    expect([code, stdout]).toEqual([exit, '']);
    expect(stderr).toContain(tells);
  });
});

describe('train --local', () => {
  /** As in an installed package: no chat is shipped but the demo. */
  function packageFolder(): string {
    const root = temporaryFolder();
    cpSync(DEMO, join(root, 'data/demo'), { recursive: true });
    return root;
  }

  it('learns from the corrections, keeps a version, and is undone like any change', async () => {
    const own = ownFolder();
    const environment = { QUNYAO_LANG: 'en' };
    expect((await runInside(['label', 'm04', 'notice', '--group', 'g1'], { folder: own })).code).toBe(0);
    const root = packageFolder();
    const would = await runInside(['rehearse', '--model'], { folder: own, environment, root });
    expect(would).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Learned from 1 corrections/u) });
    expect((await runInside(['rules', 'history', '--json'], { folder: own })).stdout.trim()).toBe('[]');
    const trained = await runInside(['train', '--local', '--by', '王芳'], { folder: own, environment, root });
    expect([trained.code, trained.stderr]).toEqual([0, '']);
    expect(trained.stdout).toMatch(/Saved as version 1/u);
    expect((await runInside(['rules', 'history'], { folder: own, environment })).stdout).toMatch(
      /version 1 .*王芳: .*local model 1 .*learned from corrections/u,
    );
    expect((await runInside(['rules', 'undo'], { folder: own, environment })).code).toBe(0);
  });

  it.each([
    [['train', '--local'], 1, 'qunyao label'],
    [['train'], 2, '--local'],
  ] as const)('%j with nothing to learn is refused with %i', async (args, exit, tells) => {
    const { code, stdout, stderr } = await runHere(args, { folder });
    expect([code, stdout]).toEqual([exit, '']);
    expect(stderr).toContain(tells);
  });
});
