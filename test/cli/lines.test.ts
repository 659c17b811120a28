/** `classify` and `deadlines`: lines in, lines out. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonLines, run, runInside } from '../kit/program.ts';
import { CHAT, ROSTER } from '../kit/small-scenario.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const sentAt = '2026-11-16T09:00:00+08:00';

describe('deadlines', () => {
  it('answers each line in its order, with the keys of the format', () => {
    const stdin = [
      JSON.stringify({ id: 't1', text: '请于明天下班前把核验表报农服中心', sentAt }),
      JSON.stringify({ id: 7, text: '收到', sentAt }),
    ].join('\n');
    const { code, stdout, stderr } = run(['deadlines', '-'], { stdin });
    expect([code, stderr]).toEqual([0, '']);
    expect(jsonLines(stdout)).toEqual([
      {
        id: 't1',
        deadlines: [
          {
            at: '2026-11-17T17:30:00+08:00',
            day: '2026-11-17',
            precision: 'hour',
            basis: 'assumed',
            anchor: 'end_of_work',
            phrase: '明天下班前',
            span: [2, 7],
            recurrence: null,
            until: null,
          },
        ],
        otherTimes: [],
        urgency: 'none',
      },
      { id: 7, deadlines: [], otherTimes: [], urgency: 'none' },
    ]);
  });

  it('tells bad lines with file and line, skips them, answers the rest, and ends with 1', async () => {
    const folder = temporaryFolder();
    const lines = [
      JSON.stringify({ id: 'a', text: '收到', sentAt }),
      '{"id":"x"',
      '',
      JSON.stringify({ id: 'b', text: '收到' }),
      '[]',
      JSON.stringify({ id: 'c', text: '收到', sentAt, more: 1 }),
    ];
    writeFileSync(join(folder, 'in.jsonl'), `\uFEFF${lines.join('\r\n')}`);
    const { code, stdout, stderr } = await runInside(['deadlines', 'in.jsonl'], { folder, environment: { QUNYAO_LANG: 'en' } });
    expect(code).toBe(1);
    expect(jsonLines(stdout).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/in\.jsonl:2: not JSON/u),
      expect.stringMatching(/in\.jsonl:4: .*sentAt/u),
      expect.stringMatching(/in\.jsonl:5: not an object/u),
    ]);
  });

  it.each(['2026-11-16T09:00:00', 'yesterday', '2026-02-30T09:00:00+08:00', '2126-02-28T09:00:00+08:00'])(
    'takes no time like %s',
    async (time) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'in.jsonl'), JSON.stringify({ id: 'a', text: '收到', sentAt: time }));
      const { code, stdout, stderr } = await runInside(['deadlines', 'in.jsonl'], { folder });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('in.jsonl:1:');
    },
  );
});

describe('classify', () => {
  it('answers each line in its order; a line with only id and text will do', () => {
    const odd = JSON.stringify({ id: 'u', text: '收到\u2028谢谢' });
    const { code, stdout, stderr } = run(['classify'], {
      stdin: `${[...CHAT, JSON.stringify({ id: 'z', text: '收到' }), odd].join('\n')}\n`,
    });
    expect([code, stderr]).toEqual([0, '']);
    const verdicts = jsonLines(stdout);
    expect(verdicts.map(({ id }) => id)).toEqual(['m01', 'm02', 'm03', 'm01', 'm04', 'm05', 'm06', 'z', 'u']);
    expect(Object.keys(verdicts[0] ?? {})).toEqual(['platform', 'group', 'id', 'label', 'keep', 'unsure', 'confidence', 'reasons']);
    expect(Object.keys(verdicts[7] ?? {})).toEqual(['id', 'label', 'keep', 'unsure', 'confidence', 'reasons']);
    expect(verdicts[1]).toMatchObject({ label: 'ack', keep: false });
    expect(verdicts[7]).toMatchObject({ label: 'ack', keep: false });
  });

  it('knows who speaks when it is given the roster', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'roster.json'), JSON.stringify(ROSTER));
    const line = JSON.stringify({ ...(JSON.parse(CHAT[3] ?? '') as object), kind: 'voice', text: '' });
    writeFileSync(join(folder, 'chat.jsonl'), line);
    expect(jsonLines((await runInside(['classify', 'chat.jsonl', '--roster', 'roster.json'], { folder })).stdout)[0]).toMatchObject({
      label: 'opaque',
      keep: true,
    });
  });

  it('lets go of a field that it can do without, says so, and gives ids back as they came', async () => {
    const folder = temporaryFolder();
    const lines = [
      { id: 7, group: 5, text: '收到', sentAt: '2026-11-16T09:00:00' },
      { id: 'b', text: '收到', sentAt: '2126-11-16T09:00:00+08:00', sender: 'mei' },
      { id: 'c', text: '收到', sentAt: null, sender: null, group: null },
      { id: 'd', text: '收到', kind: 'hologram' },
    ];
    writeFileSync(join(folder, 'in.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
    const { code, stdout, stderr } = await runInside(['classify', 'in.jsonl'], { folder, environment: { QUNYAO_LANG: 'en' } });
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([
      { id: 7, group: 5, label: 'ack' },
      { id: 'b', label: 'ack' },
      { id: 'c', label: 'ack' },
    ]);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/:1: .*sentAt/u),
      expect.stringMatching(/:2: .*sentAt/u),
      expect.stringMatching(/:2: .*sender/u),
      expect.stringMatching(/:4: .*kind/u),
    ]);
  });

  it('reads a forwarded record by its lines', async () => {
    const folder = temporaryFolder();
    const forwarded = [{ sender: '县农业局', text: '请各镇各村于11月20日前上报高标准农田台账' }, '收到'];
    writeFileSync(join(folder, 'chat.jsonl'), JSON.stringify({ id: 'a', text: '', forwarded }));
    expect(jsonLines((await runInside(['classify', 'chat.jsonl'], { folder })).stdout)).toMatchObject([{ label: 'directive', keep: true }]);
  });

  it('refuses a roster with mistakes and names each', async () => {
    const folder = temporaryFolder();
    const roster = { org: '', digestAt: '25:00', people: [{ name: '甲' }, { id: 'b', name: '乙', roles: ['king'] }] };
    writeFileSync(join(folder, 'roster.json'), JSON.stringify(roster));
    writeFileSync(join(folder, 'chat.jsonl'), CHAT[0] ?? '');
    const { code, stdout, stderr } = await runInside(['classify', 'chat.jsonl', '--roster', 'roster.json'], { folder });
    expect([code, stdout]).toEqual([1, '']);
    for (const place of ['roster.json', 'org', 'digestAt', 'people.0.id', 'people.1.roles.0']) expect(stderr).toContain(place);
  });

  it.each(['classify', 'deadlines'])(
    '%s: tells bytes that are no characters and lines that are too long, as an import does',
    async (command) => {
      const folder = temporaryFolder();
      const line = (id: string, text: string) => JSON.stringify({ id, text, sentAt: '2026-11-16T09:00:00+08:00' });
      const bad = Buffer.from(line('a', '收到#'));
      bad[bad.indexOf('#')] = 0xff;
      const long = Buffer.from(line('b', '长'.repeat(3_000_000)));
      writeFileSync(join(folder, 'in.jsonl'), Buffer.concat([bad, Buffer.from('\n'), long, Buffer.from(`\n${line('c', '收到')}`)]));
      const { code, stdout, stderr } = await runInside([command, 'in.jsonl'], { folder, environment: { QUNYAO_LANG: 'en' } });
      expect([code, jsonLines(stdout).map(({ id }) => id)]).toEqual([1, ['a', 'c']]);
      expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(/:1: .*bytes/u), expect.stringMatching(/:2: too long/u)]);
    },
  );

  it.each(['classify', 'deadlines'])('%s: a file that is not there, or a folder, is bad input', async (command) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'inner'));
    for (const [name, reason] of [
      ['none.jsonl', 'ENOENT'],
      ['inner', 'EISDIR'],
    ] as const) {
      const { code, stdout, stderr } = await runInside([command, name], { folder });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(new RegExp(`${name}.*${reason}`, 'u'));
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
