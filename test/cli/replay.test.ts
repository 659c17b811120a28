import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonLines, run, runInside } from '../kit/program.ts';
import { CHAT, ROSTER, writeScenario } from '../kit/small-scenario.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

interface DigestLine {
  readonly schema: string;
  readonly date: string;
  readonly cadre: string;
}

describe('replay', () => {
  it('writes digests, verdicts and receipts to the files it is given, and leaves nothing else behind', async () => {
    const folder = temporaryFolder();
    const scenario = writeScenario(folder);
    const { code, stdout, stderr } = await runInside(
      ['replay', 'scenario', '--digests', 'd.jsonl', '--verdicts', 'v.jsonl', '--receipts', 'r.jsonl'],
      {
        folder,
      },
    );
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    const digests = jsonLines<DigestLine>(readFileSync(join(folder, 'd.jsonl'), 'utf8')).filter(
      ({ schema }) => schema === 'qunyao.digest/1',
    );
    expect(digests.map(({ date, cadre }) => `${date} ${cadre}`)).toEqual(
      ['2026-11-16', '2026-11-17'].flatMap((date) => ['bo', 'lin', 'mei'].map((cadre) => `${date} ${cadre}`)),
    );
    const verdicts = jsonLines(readFileSync(join(folder, 'v.jsonl'), 'utf8'));
    expect(verdicts.map(({ group, id }) => `${group} ${id}`)).toEqual([
      'g1 m01',
      'g1 m02',
      'g1 m03',
      'g2 m01',
      'g1 m04',
      'g1 m05',
      'g1 m06',
    ]);
    const receipts = jsonLines(readFileSync(join(folder, 'r.jsonl'), 'utf8'));
    expect(receipts[0]).toMatchObject({
      schema: 'qunyao.receipt/1',
      person: 'lin',
      state: 'acknowledged',
      message: { group: 'g1', id: 'm02' },
    });
    expect(readdirSync(folder).toSorted()).toEqual(['d.jsonl', 'r.jsonl', 'scenario', 'v.jsonl']);
    expect(readdirSync(scenario).toSorted()).toEqual(['chat.jsonl', 'roster.json']);
  });

  it('writes to standard output where that is asked for, and takes the caller’s paths under npm', () => {
    const folder = temporaryFolder();
    writeScenario(folder);
    const environment = { INIT_CWD: folder, npm_command: 'run' };
    const { code, stdout } = run(['replay', 'scenario', '--digests', '-'], { environment });
    expect(code).toBe(0);
    expect(jsonLines<DigestLine>(stdout)).toHaveLength(6);
  });

  it('reads a roster in YAML, and says how much it was when no file is asked for', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'yaml'));
    writeFileSync(
      join(folder, 'yaml/roster.yaml'),
      'org: 柏林镇\npeople:\n  - {id: 1001, name: 林芳, areas: [东村]}\ngroups:\n  - {platform: telegram, id: g2, members: [1001]}\n',
    );
    writeFileSync(join(folder, 'yaml/chat.jsonl'), CHAT[3] ?? '');
    const { code, stdout } = await runInside(['replay', 'yaml'], { folder, environment: { QUNYAO_LANG: 'en' } });
    expect([code, stdout]).toEqual([0, '1 messages, 1 digests, 0 alerts.\n']);
  });

  it('tells broken lines with file and line, reads the rest, and ends with 1', async () => {
    const folder = temporaryFolder();
    const scenario = writeScenario(folder, ['{', ...CHAT, CHAT[0]?.replace('+08:00', '') ?? '', '{"group":"g1"}']);
    const { code, stdout, stderr } = await runInside(['replay', scenario, '--verdicts', '-'], { folder });
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toHaveLength(CHAT.length);
    for (const line of [1, 9, 10]) expect(stderr).toContain(`chat.jsonl:${line}:`);
  });

  it('an empty chat is a replay without digests', async () => {
    const folder = temporaryFolder();
    const scenario = writeScenario(folder, []);
    expect((await runInside(['replay', scenario, '--digests', '-'], { folder })).stdout).toBe('');
  });

  it.each<readonly [what: string, prepare: (folder: string) => string, tells: string]>([
    ['a folder that is not there', () => 'nowhere', 'nowhere'],
    ['a folder without a roster', (folder) => join(folder), 'roster.json'],
    [
      'a folder without a chat',
      (folder) => {
        writeFileSync(join(folder, 'roster.json'), JSON.stringify(ROSTER));
        return folder;
      },
      'chat.jsonl',
    ],
    [
      'a roster whose group has a member who is nobody',
      (folder) => writeScenario(folder, CHAT, { ...ROSTER, groups: [{ platform: 'wechat', id: 'g1', members: ['bo', 'ghost'] }] }),
      'ghost',
    ],
    [
      'a roster that is no JSON',
      (folder) => {
        writeFileSync(join(folder, 'roster.json'), '{"org":');
        writeFileSync(join(folder, 'chat.jsonl'), '');
        return folder;
      },
      'JSON',
    ],
  ])('%s is bad input', async (_what, prepare, tells) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await runInside(['replay', prepare(folder)], { folder });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(tells);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  it('opens its outputs before it replays anything', async () => {
    const folder = temporaryFolder();
    const scenario = writeScenario(folder);
    const { stderr } = await runInside(['replay', scenario, '--verdicts', 'v.jsonl', '--receipts', 'no/such.jsonl'], { folder });
    expect(stderr).toMatch(/no\/such\.jsonl.*ENOENT/u);
    expect(readFileSync(join(folder, 'v.jsonl'), 'utf8')).toBe('');
  });

  it.each([
    ['--digests', 'o.jsonl', '--verdicts', './o.jsonl'],
    ['--digests', 'o.jsonl', '--receipts', 'linked.jsonl'],
    ['--receipts', 'scenario/chat.jsonl'],
    ['--verdicts', 'scenario/../scenario/roster.json'],
  ])('writes nothing over %s %s', async (...args) => {
    const folder = temporaryFolder();
    const scenario = writeScenario(folder);
    writeFileSync(join(folder, 'o.jsonl'), 'old');
    symlinkSync(join(folder, 'o.jsonl'), join(folder, 'linked.jsonl'));
    const { code, stdout, stderr } = await runInside(['replay', 'scenario', ...args], { folder });
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('同一个文件')]);
    expect(readFileSync(join(folder, 'o.jsonl'), 'utf8')).toBe('old');
    expect(readFileSync(join(scenario, 'chat.jsonl'), 'utf8')).toBe(`${CHAT.join('\n')}\n`);
  });

  it('writes all that is asked for to standard output, and nothing to what holds nothing', async () => {
    const folder = temporaryFolder();
    writeScenario(folder);
    for (const [to, lines] of [
      ['-', 13],
      ['/dev/null', 0],
    ] as const) {
      const { code, stdout } = await runInside(['replay', 'scenario', '--digests', to, '--verdicts', to], { folder });
      expect([code, jsonLines(stdout).length]).toEqual([0, lines]);
    }
  });

  it('an output that can’t be written is bad input', async () => {
    const folder = temporaryFolder();
    const scenario = writeScenario(folder);
    const { code, stderr } = await runInside(['replay', scenario, '--digests', 'no/such/folder.jsonl'], { folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/no\/such\/folder\.jsonl.*ENOENT/u);
  });

  it('takes what is asked in a forwarded record for what its sender asks, quoted from its lines, and a danger for a danger', async () => {
    const folder = temporaryFolder();
    const forwards = (id: string, sender: string, text: string) =>
      JSON.stringify({
        ...{ platform: 'wechat', group: 'g1', id, sentAt: '2026-11-16T09:00:00+08:00', sender: { id: sender, name: sender }, kind: 'text' },
        ...{ text: '', forwarded: [{ sender: '县农业局', text }, '收到'] },
      });
    const ask = '请各镇各村于11月20日前上报高标准农田台账';
    const danger = '南渡闸口围栏断了,有个孩子掉水里了,快来人救命';
    const scenario = writeScenario(folder, [forwards('m1', 'bo', ask), forwards('m2', 'mei', danger)]);
    const { stdout } = await runInside(['replay', scenario, '--digests', '-'], { folder });
    const lin = jsonLines<DigestLine & { readonly items?: readonly { readonly kind: string; readonly evidence: readonly object[] }[] }>(
      stdout,
    ).find(({ cadre, items }) => cadre === 'lin' && items !== undefined);
    expect(lin?.items?.map(({ kind }) => kind).toSorted()).toEqual(['directive', 'hazard']);
    expect(lin?.items?.find(({ kind }) => kind === 'directive')?.evidence).toMatchObject([{ id: 'm1', quote: ask, span: [0, ask.length] }]);
  });
});
