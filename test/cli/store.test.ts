/** `import`, `digest`, `explain`, `doctor`, `start`: the commands that work on a store. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DigestDocument } from '../../src/digest/document.ts';
import { run, runInside } from '../kit/program.ts';
import { CHAT, ROSTER, writeScenario } from '../kit/small-scenario.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qunyao-test-'));
  writeScenario(folder);
  expect((await runInside(['import', 'scenario'], { folder })).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function digest(...args: readonly string[]): Promise<DigestDocument> {
  const { code, stdout, stderr } = await runInside(['digest', '--json', ...args], { folder });
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as DigestDocument;
}

describe('directives', () => {
  it('tells the issuer who has not answered, and asks who that is', async () => {
    const { code, stdout } = await runInside(['directives', '--for', 'bo'], { folder });
    expect(code).toBe(0);
    expect(stdout).toContain('柏松布置的');
    expect((await runInside(['directives'], { folder })).code).toBe(2);
    const documents = (await runInside(['directives', '--for', '柏松', '--json'], { folder })).stdout.trim().split('\n');
    for (const line of documents) expect(JSON.parse(line)).toMatchObject({ schema: 'qunyao.reach/1' });
  });
});

describe('ledger', () => {
  it('tells the story of a directive by a message of it or by its id', async () => {
    const { code, stdout } = await runInside(['ledger', 'm05'], { folder });
    expect(code).toBe(0);
    expect(stdout).toContain('柏松 布置 · 办理中');
    expect(stdout).toContain('改期 2026-11-18T17:30:00+08:00 → 2026-11-20T17:30:00+08:00 · 工作群 m05');
    expect(stdout).toContain('收到 2 人,已报 0 人,办完 0 人');
    const document: unknown = JSON.parse((await runInside(['ledger', 'm05', '--json'], { folder })).stdout);
    expect(document).toMatchObject({ schema: 'qunyao.ledger/1', status: 'open', story: [{ step: 'opened' }, { step: 'deadline' }] });
    const { item } = document as { readonly item: string };
    expect((await runInside(['ledger', item], { folder })).stdout).toBe(stdout);
  });

  it('tells whom alone a change is for', async () => {
    const own = temporaryFolder();
    const letOff = {
      id: 'm07',
      sentAt: '2026-11-17T10:00:00+08:00',
      sender: { id: 'bo', name: 'bo' },
      text: '秸秆离田面积统计表东村不用报了',
    };
    writeScenario(own, [...CHAT, JSON.stringify({ platform: 'wechat', group: 'g1', kind: 'text', ...letOff })]);
    expect((await runInside(['import', 'scenario'], { folder: own })).code).toBe(0);
    const { stdout } = await runInside(['ledger', 'm07'], { folder: own });
    expect(stdout).toContain('办理中 · 截止 2026-11-20T17:30:00+08:00 · 涉及 1 人');
    expect(stdout).toContain('增减人员 办理中 → 已取消 (林芳) · 工作群 m07');
    expect(JSON.parse((await runInside(['ledger', 'm07', '--json'], { folder: own })).stdout)).toMatchObject({
      story: [{}, {}, { step: 'whom', changes: [{ people: ['lin'] }] }],
    });
  });

  it('says that a message belongs to none', async () => {
    const { code, stderr } = await runInside(['ledger', 'm04'], { folder, environment: { QUNYAO_LANG: 'en' } });
    expect([code, stderr]).toEqual([1, expect.stringContaining('belongs to no directive')]);
  });
});

describe('import', () => {
  it('takes a folder, and nothing twice', async () => {
    const environment = { QUNYAO_LANG: 'en' };
    const again = await runInside(['import', 'scenario'], { folder, environment });
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('0 new, 7 known, 0 problems');
    expect(again.stdout).toContain('holds 7 messages');
  });

  it('takes standard input', () => {
    const own = temporaryFolder();
    const { code, stdout } = run(['import', '-', '--store', 'own.sqlite'], {
      folder: own,
      stdin: CHAT.join('\n'),
      environment: { QUNYAO_LANG: 'en' },
    });
    expect([code, stdout]).toEqual([0, expect.stringContaining('7 new')]);
  });

  it('reads everything again when the roster comes after the chat', async () => {
    const own = temporaryFolder();
    const scenario = writeScenario(own);
    await runInside(['import', join(scenario, 'chat.jsonl')], { folder: own });
    await runInside(['import', join(scenario, 'roster.json')], { folder: own });
    const args = ['digest', '--for', 'lin', '--json', '--date', '2026-11-16'];
    expect((await runInside(args, { folder: own })).stdout).toBe((await runInside(args, { folder })).stdout);
  });

  it('tells bad lines, takes the rest, and ends with 1', async () => {
    const own = temporaryFolder();
    writeFileSync(join(own, 'chat.jsonl'), [CHAT[0], 'no json', CHAT[1]].join('\n'));
    const { code, stdout, stderr } = await runInside(['import', 'chat.jsonl'], { folder: own, environment: { QUNYAO_LANG: 'en' } });
    expect(code).toBe(1);
    expect(stdout).toContain('2 new, 0 known, 1 problems');
    expect(stderr).toContain('chat.jsonl:2:');
  });

  it('leaves the roster as it is when the new one has mistakes', async () => {
    const own = temporaryFolder();
    const scenario = writeScenario(own);
    await runInside(['import', scenario], { folder: own });
    writeFileSync(
      join(scenario, 'roster.json'),
      JSON.stringify({ ...ROSTER, timezone: 'Mars/Base', people: [...ROSTER.people, ROSTER.people[0]] }),
    );
    const { code, stderr } = await runInside(['import', join(scenario, 'roster.json')], { folder: own });
    expect(code).toBe(1);
    expect(stderr).toContain('timezone: 不是 Asia/Shanghai 这样的时区');
    expect((await runInside(['digest', '--for', 'lin'], { folder: own })).code).toBe(0);
  });

  it.each([
    [['nowhere.jsonl'], 1, 'nowhere.jsonl'],
    [['scenario', '--format', 'carrier-pigeon'], 2, 'telegram-desktop'],
  ] as const)('%j is refused with %i', async (args, exit, tells) => {
    const { code, stderr } = await runInside(['import', ...args, '--store', 'other.sqlite'], { folder });
    expect(code).toBe(exit);
    expect(stderr).toContain(tells);
  });
});

describe('digest', () => {
  it('is of one person and one day', async () => {
    const { cadre, date, items, window } = await digest('--for', 'lin', '--date', '2026-11-16');
    expect([cadre, date, window.to]).toEqual(['lin', '2026-11-16', '2026-11-16T18:00:00+08:00']);
    expect(items[0]?.evidence[0]).toMatchObject({ group: 'g1', id: 'm01', quote: expect.stringContaining('统计表') });
  });

  it.each(['林芳', '东村林'])('finds the person by %s', async (name) => {
    expect((await digest('--for', name)).cadre).toBe('lin');
  });

  it('is of the newest day, for a reader in all groups, when nothing is said', async () => {
    expect(await digest()).toMatchObject({ cadre: '*', date: '2026-11-17', unaccounted: 0, coverage: { groups: 1 } });
  });

  it('is plain text or a page too, of the same content', async () => {
    const title = (await digest('--for', 'lin', '--date', '2026-11-16')).items[0]?.title ?? 'none';
    const plain = (await runInside(['digest', '--for', 'lin', '--date', '2026-11-16'], { folder })).stdout;
    const page = (await runInside(['digest', '--for', 'lin', '--date', '2026-11-16', '--html'], { folder })).stdout;
    expect(plain.split('\n')[0]).toBe('群要 · 11月16日 周一 · 林芳（东村）');
    expect(plain).toContain(title);
    expect(plain).not.toContain('\u001b');
    expect(page).toMatch(/^<!doctype html>/iu);
    expect(page).toContain(title);
  });

  it('of a day before everything is empty', async () => {
    const early = await digest('--for', 'lin', '--date', '2020-01-01');
    expect(early.items).toEqual([]);
    expect(early.window.from <= early.window.to).toBe(true);
  });

  it.each([
    [['--for', '王五'], 1, '林芳'],
    [['--date', '2026-02-30'], 2, '2026-02-30'],
    [['--date', 'today'], 2, 'today'],
  ] as const)('%j is refused with %i', async (args, exit, tells) => {
    const { code, stdout, stderr } = await runInside(['digest', ...args], { folder });
    expect([code, stdout]).toEqual([exit, '']);
    expect(stderr).toContain(tells);
  });

  it('asks back when two people have the name', async () => {
    const own = temporaryFolder();
    const scenario = writeScenario(own, CHAT, { ...ROSTER, people: [...ROSTER.people, { id: 'lin-2', name: '林芳' }] });
    await runInside(['import', scenario], { folder: own });
    const { code, stderr } = await runInside(['digest', '--for', '林芳'], { folder: own });
    expect(code).toBe(1);
    expect(stderr).toMatch(/lin lin-2/u);
  });

  it('without a roster calls groups by the names of their exports, and knows nobody', async () => {
    const own = temporaryFolder();
    const text = '请各村明天下班前把春耕备播进度表报农业办';
    const message = {
      id: 1,
      type: 'message',
      date: '2026-11-16T09:00:00',
      date_unixtime: '1794790800',
      from: '方站长',
      from_id: 'user1',
      text,
    };
    writeFileSync(join(own, 'result.json'), JSON.stringify({ name: '春耕工作群', type: 'private_supergroup', id: 7, messages: [message] }));
    await runInside(['import', 'result.json'], { folder: own });
    expect((await runInside(['digest'], { folder: own })).stdout).toContain('春耕工作群');
    const { code, stderr } = await runInside(['digest', '--for', '方站长'], { folder: own });
    expect([code, stderr]).toEqual([1, expect.stringContaining('还没有花名册')]);
  });

  it.each([['digest'], ['explain', 'm01'], ['rules', 'list']])('%s makes no new store where the name is mistyped', async (...args) => {
    const own = temporaryFolder();
    const { code, stderr } = await runInside([...args, '--store', 'tpyo.sqlite'], { folder: own });
    expect([code, stderr]).toEqual([1, expect.stringContaining('tpyo.sqlite')]);
    expect(existsSync(join(own, 'tpyo.sqlite'))).toBe(false);
  });

  it('of an empty store says what to do', async () => {
    const { code, stdout, stderr } = await runInside(['digest'], { folder: temporaryFolder() });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('qunyao import');
  });
});

describe('explain', () => {
  it('tells every stage of one message', async () => {
    const { code, stdout } = await runInside(['explain', 'm01', '--group', 'g1'], { folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/directive/u);
    expect(stdout).toContain('2026-11-18T17:30:00+08:00');
    const { stdout: json } = await runInside(['explain', 'm01', '--group', 'g1', '--json'], { folder });
    const stages = JSON.parse(json) as readonly { readonly stage: string; readonly lines: readonly string[] }[];
    expect(stages.every(({ stage, lines }) => stdout.includes(`【${stage}】`) && lines.every((line) => stdout.includes(line)))).toBe(true);
  });

  it.each([
    ['m99', 'm99'],
    ['m01', 'g1 g2'],
  ])('%s alone is bad input', async (id, tells) => {
    const { code, stdout, stderr } = await runInside(['explain', id], { folder });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(tells);
  });
});

describe('doctor', () => {
  it('says what there is and what is missing', async () => {
    const environment = { QUNYAO_LANG: 'en' };
    expect((await runInside(['doctor'], { folder, environment })).stdout).toMatch(
      /✓ store .*7 messages[\s\S]*✓ roster: 柏林镇, 3 people, 2 groups/u,
    );
    expect(await runInside(['doctor'], { folder: temporaryFolder(), environment })).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/! no store yet/u),
    });
  });
});

describe('a store that can’t be used', () => {
  it('is refused with a sentence and left alone when a newer version wrote it', async () => {
    const own = temporaryFolder();
    const scenario = writeScenario(own);
    await runInside(['import', scenario, '--store', 'new.sqlite'], { folder: own });
    const path = join(own, 'new.sqlite');
    const db = new Database(path);
    db.pragma('user_version = 999');
    db.close();
    const before = readFileSync(path);
    for (const args of [['digest'], ['import', scenario], ['explain', 'm02'], ['doctor']]) {
      const { code, stdout, stderr } = await runInside([...args, '--store', 'new.sqlite'], { folder: own });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('999');
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is refused when it is no store', async () => {
    const own = temporaryFolder();
    writeFileSync(join(own, 'text.sqlite'), 'this is a letter to my mother, not a database\n'.repeat(50));
    const { code, stderr } = run(['digest', '--store', 'text.sqlite'], { folder: own });
    expect(code).toBe(1);
    expect(stderr).toContain('text.sqlite');
    expect(stderr).not.toMatch(/^\s+at /mu);
  });
});

describe('start', () => {
  it('shows the demo with nothing configured, and can be run again', async () => {
    const own = temporaryFolder();
    for (const { code, stdout, stderr } of [run(['start'], { folder: own }), await runInside(['start'], { folder: own })]) {
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('群要 · 11月');
      expect(stdout).toContain('npm run -s qunyao -- import');
    }
  });
});
