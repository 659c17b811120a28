/** What a new user does, in a process of its own against a server that speaks a platform's protocol: configure, start, enrol, look, stop. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../kit/patience.ts';
import { environmentOf, MAIN, run, runInside } from '../kit/program.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { startTelegramPeer, type TelegramPeer } from '../peers/telegram.ts';

const GROUP = -100500;
const ROSTER = `org: 柏林镇
people:
  - { id: bo, name: 柏松, title: 镇长, roles: [leader, admin], accounts: { telegram: 1001 } }
  - { id: lin, name: 林芳, title: 东村党支部书记, areas: [东村] }
`;

let peer: TelegramPeer;
let folder: string;
let child: ChildProcess | null;
let told: string;

beforeEach(async () => {
  peer = await startTelegramPeer();
  folder = temporaryFolder();
  [child, told] = [null, ''];
  for (const id of [1001, 1002]) peer.script.user({ id, first_name: `人${id}` });
  peer.script.group({ id: GROUP, title: '工作群', members: [1001, 1002] });
  for (const id of [1001, 1002]) peer.script.start(id);
  writeFileSync(join(folder, 'qunyao.yaml'), `chats:\n  telegram: { apiRoot: "${peer.url}", pollSeconds: 1 }\nhealth: { port: null }\n`);
  writeFileSync(join(folder, 'roster.yaml'), ROSTER);
  writeFileSync(join(folder, '.env'), `QUNYAO_TELEGRAM_TOKEN=${peer.token}\n`);
});

afterEach(async () => {
  child?.kill('SIGKILL');
  await peer.close();
});

function start(): ChildProcess {
  child = spawn(process.execPath, [MAIN, 'start'], { cwd: folder, env: environmentOf(folder) });
  child.stderr?.on('data', (data: Buffer) => {
    told += data.toString();
  });
  return child;
}

const heard = (words: string): boolean => peer.sent.some(({ text }) => text.includes(words));

describe('the first day', () => {
  it('goes from a configuration to a group that is read, and doctor and digest know of it', async () => {
    const service = start();
    await until(
      () => told.includes('群要已启动'),
      () => told,
    );
    peer.script.say(GROUP, 1001, '入群');
    await until(() => heard('群要从现在起读“工作群”'));
    peer.script.say(GROUP, 1001, '请东村今天下班前把低保复核名单报民政办');
    const code = /绑定 (?<code>\d{8})/u.exec((await runInside(['bind', '林芳'], { folder })).stdout)?.groups?.['code'];
    peer.script.direct(1002, `/start ${code}`);
    await until(() => heard('您是林芳'));
    peer.script.direct(1002, '今日');
    await until(() => heard('低保复核名单'));

    const second = run(['start'], { folder });
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining('已有一个群要服务')]);
    service.kill('SIGTERM');
    expect(await once(service, 'exit')).toEqual([0, null]);

    const { stdout: found } = await runInside(['doctor'], { folder });
    expect(found).toContain('群“工作群”');
    expect(found).toContain('2 人中 2 人有账号');
    expect((await runInside(['digest', '--for', '林芳'], { folder })).stdout).toMatch(/^1 个群 1 条.*\n[\s\S]*低保复核名单[\s\S]*工作群/mu);
    // Whoever else has an account on the machine reads nothing of it.
    expect(statSync(join(folder, 'data/var/qunyao.sqlite')).mode & 0o077).toBe(0);
  });

  it('tells at the terminal what to do about a token that is refused, and stops on Ctrl+C', async () => {
    writeFileSync(join(folder, '.env'), 'QUNYAO_TELEGRAM_TOKEN=424242:a-token-that-is-none\n');
    const service = start();
    await until(
      () => told.includes('@BotFather'),
      () => told,
    );
    expect(told).not.toContain('a-token-that-is-none');
    service.kill('SIGINT');
    expect(await once(service, 'exit')).toEqual([0, null]);
  });
});
