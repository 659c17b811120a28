import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { argumentsOf } from '../../src/cli/arguments.ts';
import type { Command } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/run.ts';
import { environmentOf, MAIN, run, runInside } from '../kit/program.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const HAN = /\p{Script=Han}/u;

describe('the program', () => {
  it('tells its commands and ends with 2 when it is given none', () => {
    const { code, stdout, stderr } = run([]);
    expect([code, stdout]).toEqual([2, '']);
    for (const { name } of COMMANDS) expect(stderr).toContain(`  ${name} `);
  });

  it('has every command of the format', () => {
    expect(COMMANDS.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['classify', 'deadlines', 'replay', 'import', 'digest', 'explain', 'doctor', 'start']),
    );
  });

  it.each(['--help', '-h', 'help'])('%s answers on standard output', async (word) => {
    const { code, stdout, stderr } = await runInside([word]);
    expect([code, stderr]).toEqual([0, '']);
    for (const { name } of COMMANDS) expect(stdout).toContain(`  ${name} `);
  });

  it('tells its version', () => {
    expect(run(['--version'])).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u), stderr: '' });
  });

  it.each(COMMANDS.map(({ name, options }) => [name, Object.keys(options)] as const))(
    '%s --help tells its options',
    async (name, options) => {
      const { code, stdout, stderr } = await runInside([name, '--help']);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).not.toMatch(/\{\w+\}/u);
      for (const option of [...options, 'help']) expect(stdout).toMatch(new RegExp(`^ {2}--${option}\\b.*\\S$`, 'mu'));
    },
  );

  it.each<readonly [what: string, args: readonly string[], tells: RegExp]>([
    ['an unknown command', ['sing'], /sing.*classify/u],
    ['an unknown option', ['digest', '--loud'], /--loud/u],
    ['an option without its value', ['digest', '--for'], /--for/u],
    ['too few arguments', ['explain'], /qunyao explain/u],
    ['too many arguments', ['replay', 'one', 'two'], /qunyao replay/u],
    ['learning nowhere', ['train'], /--local/u],
    ['directives of nobody', ['directives'], /--for/u],
    ['an unknown thing to do with rules', ['rules', 'bogus'], /bogus.*list/u],
    ['an unknown change to rehearse', ['rehearse', 'foo'], /foo/u],
    ['a change without its rule', ['rules', 'edit'], /edit/u],
    ['a rule to be shown without its name', ['rules', 'show'], /show/u],
    ['a version that is no number', ['rules', 'undo', 'x'], /“x”/u],
    ['days that are no number', ['forget', '--days', 'x'], /“x”/u],
    ['days to rehearse that are none', ['rehearse', '--days', '0'], /“0”/u],
    ['a label that there isn’t', ['label', 'm1', 'bogus'], /bogus.*directive/u],
    ['a day that is no date', ['digest', '--date', '昨天'], /昨天.*2026-11-17/u],
  ])('%s is bad usage', async (_what, args, tells) => {
    const { code, stdout, stderr } = await runInside(args, { folder: temporaryFolder() });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(tells);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });
});

describe('what is wrong with the usage', () => {
  it.each<readonly [args: readonly string[], zh: RegExp, en: RegExp]>([
    [['rules'], /命令后面还要写明对什么做/u, /has to be told what to work on/u],
    [['label', 'm1'], /“m1”后面还少东西/u, /missing after "m1"/u],
    [['doctor', 'now', 'please'], /多写了“now please”/u, /"now please" is too much/u],
    [['digest', '--loud'], /没有 --loud 这个选项。有:.*--for/u, /no option --loud\. There are:.*--for/u],
    [['digest', '--for'], /--for 后面要写上它的值/u, /--for needs a value/u],
    [['digest', '--for', '--json'], /--for 后面要写上它的值/u, /--for needs a value/u],
    [['digest', '--json=yes'], /--json 后面不写值/u, /--json takes no value/u],
  ])('%j is told in both languages, above how it is written', async (args, zh, en) => {
    for (const [language, tells] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const { code, stderr } = await runInside(args, { environment: { QUNYAO_LANG: language } });
      expect(code).toBe(2);
      const [first, second] = stderr.split('\n');
      expect(first).toMatch(tells);
      expect(second).toContain(`qunyao ${args[0]}`);
    }
  });

  it('takes a group whose id is a negative number', () => {
    expect(argumentsOf(command('explain'), ['m1', '--group', '-1001'])).toEqual({ positionals: ['m1'], values: { group: '-1001' } });
    expect(argumentsOf(command('explain'), ['-7', '--group=-1001'])).toEqual({ positionals: ['-7'], values: { group: '-1001' } });
  });

  function command(name: string): Command {
    const found = COMMANDS.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no command ${name}`);
    return found;
  }
});

describe('the language', () => {
  it.each<readonly [environment: Record<string, string>, chinese: boolean]>([
    [{}, true],
    [{ LANG: 'zh_CN.UTF-8' }, true],
    [{ LANG: 'C.UTF-8' }, true],
    [{ LANG: 'en_US.UTF-8' }, false],
    [{ LANG: 'cs_CZ.UTF-8' }, false],
    [{ LC_ALL: '', LANG: 'de_DE.UTF-8' }, false],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, true],
    [{ LANG: 'zh_CN.UTF-8', QUNYAO_LANG: 'en' }, false],
  ])('%j: Chinese %s', async (environment, chinese) => {
    expect(HAN.test((await runInside(['sing'], { environment })).stderr)).toBe(chinese);
  });
});

describe('a reader that goes away', () => {
  it('ends the program quietly', async () => {
    const folder = temporaryFolder();
    const child = spawn(process.execPath, [MAIN, 'deadlines'], { cwd: folder, env: environmentOf(folder) });
    let told = '';
    child.stderr.on('data', (data: Buffer) => {
      told += data.toString();
    });
    child.stdin.on('error', () => {});
    child.stdin.end('{"id":"a","text":"收到","sentAt":"2026-11-16T08:00:00+08:00"}\n'.repeat(4000));
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(told).toBe('');
  });
});
