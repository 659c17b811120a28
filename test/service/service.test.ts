/** The service against a server that speaks a real platform's protocol: messages in, one digest out, once, also after restarts. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../adapters/registry.ts';
import { adminTrouble } from '../../src/flow/admin-trouble.ts';
import { commandDesk } from '../../src/flow/commands/desk.ts';
import { delivery } from '../../src/flow/deliver.ts';
import type { Refining } from '../../src/flow/refine.ts';
import type { Roster } from '../../src/model/organisation.ts';
import type { ChatAdapter } from '../../src/ports/chat.ts';
import type { LiveStore } from '../../src/ports/live-store.ts';
import { startService } from '../../src/service/index.ts';
import type { BackupPlan } from '../../src/service/nightly-backup.ts';
import type { Service } from '../../src/service/parts.ts';
import { groupCommit } from '../../src/store/group-commit.ts';
import { ASK, TOWNSHIP } from '../kit/chat-builders.ts';
import { at } from '../kit/digest-builders.ts';
import { until as eventually } from '../kit/patience.ts';
import { PROGRAM } from '../kit/scenarios.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { startTelegramPeer, type TelegramPeer } from '../peers/telegram.ts';

const ACCOUNTS: Readonly<Record<string, string>> = { bo: '1001', lin: '1002', mei: '1003' };
const GROUP = '-100500';
const ROSTER: Roster = {
  ...TOWNSHIP,
  people: TOWNSHIP.people.map((person) => ({
    ...person,
    roles: person.id === 'bo' ? ['leader', 'admin'] : person.roles,
    accounts: { telegram: ACCOUNTS[person.id] ?? '' },
  })),
  groups: [{ platform: 'telegram', id: GROUP, name: '工作群', department: '', members: ['bo', 'lin', 'mei'] }],
};

let peer: TelegramPeer;
let store: LiveStore;
let running: Service | null;
let now: number;

beforeEach(async () => {
  now = at('2026-11-16 09:00');
  peer = await startTelegramPeer({ now: () => now });
  store = PROGRAM.openStore(':memory:');
  running = null;
});

afterEach(async () => {
  await running?.stop();
  await peer.close();
});

async function adapter(): Promise<ChatAdapter> {
  const kind = await ADAPTERS['telegram']?.();
  const made = kind?.make(
    'telegram',
    { apiRoot: peer.url, pollSeconds: 1, retrySeconds: 0.05, timeoutSeconds: 60 },
    { TOKEN: peer.token },
    {
      now: () => now,
      log: () => {},
      show: () => {},
      remember: (key, value) => store.remember(key, value),
      recall: (key) => store.recall(key),
    },
  );
  if (made === undefined || 'mistakes' in made) throw new Error('the adapter has mistakes');
  return made;
}

async function start(backups: BackupPlan | null = null, refining?: Refining, roster = ROSTER): Promise<Service> {
  const adapters = [await adapter()];
  const commit = groupCommit(store, { size: 100, everyMs: 5 });
  running = await startService({
    store,
    adapters,
    roster,
    calendar: PROGRAM.calendar,
    shipped: PROGRAM.rules,
    spreadMinutes: 0,
    graceSeconds: 0,
    messagesDays: 90,
    backups,
    keep: commit.put,
    now: () => now,
    log: () => {},
    ...(refining === undefined ? {} : { makeRefining: () => refining }),
    makeDelivery: (organisation) =>
      delivery({
        store,
        adapters,
        organisation,
        log: () => {},
        tell: adminTrouble(organisation),
        clock: {
          now: () => now,
          random: () => 0,
          after(ms, action) {
            const timer = setTimeout(action, Math.min(ms, 50));
            return () => clearTimeout(timer);
          },
        },
      }),
    makeDesk: (parts) =>
      commandDesk({
        ...parts,
        store,
        adapters,
        calendar: PROGRAM.calendar,
        shipped: PROGRAM.rules,
        rules: async () => PROGRAM.rules,
        now: () => now,
        randomCode: () => '12345678',
        hash: (text) => `#${text}`,
        log: () => {},
      }),
  });
  return running;
}

/** Meanwhile time goes on, though ever more slowly: texts go out at the pace of the platform. */
async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  let asked = 0;
  await eventually(async () => {
    if (await done()) return true;
    now += ++asked <= 500 ? 10 : 1;
    return false;
  });
}

const digestsTo = (account: string) => peer.sent.filter(({ chat, text }) => String(chat) === account && text.startsWith('群要 · '));

describe('the service', () => {
  it('hears a group and sends each of its people one digest, whatever restarts', async () => {
    const people = Object.values(ACCOUNTS).map(Number);
    for (const id of people) peer.script.user({ id, first_name: `人${id}` });
    peer.script.group({ id: Number(GROUP), title: '工作群', members: people });
    for (const id of people) peer.script.start(id);
    const service = await start();
    peer.script.say(Number(GROUP), 1001, ASK);
    await until(async () => (await store.countMessages()) === 1);
    now = at('2026-11-16 18:00');
    await service.tick();
    await until(() => digestsTo('1002').length === 1 && digestsTo('1003').length === 1);
    expect(digestsTo('1002')[0]?.text).toContain('秸秆离田面积统计表');
    await service.stop();
    now = at('2026-11-16 18:20');
    const second = await start();
    await second.tick();
    now = at('2026-11-16 18:40');
    await second.tick();
    expect([digestsTo('1001').length, digestsTo('1002').length, digestsTo('1003').length]).toEqual([1, 1, 1]);
    expect((await second.health()).ok).toBe(true);
  });

  it('reads again what stands open when somebody new is on the roster', async () => {
    const people = Object.values(ACCOUNTS).map(Number);
    for (const id of people) peer.script.user({ id, first_name: `人${id}` });
    peer.script.group({ id: Number(GROUP), title: '工作群', members: people });
    for (const id of people) peer.script.start(id);
    const without = (id: string): Roster => ({
      ...ROSTER,
      people: ROSTER.people.filter((person) => person.id !== id),
      groups: ROSTER.groups.map((group) => ({ ...group, members: group.members.filter((member) => member !== id) })),
    });
    const service = await start(null, undefined, without('mei'));
    peer.script.say(Number(GROUP), 1001, ASK);
    await until(async () => (await store.countMessages()) === 1);
    await service.stop();
    now = at('2026-11-16 12:00');
    const second = await start();
    now = at('2026-11-16 18:00');
    await second.tick();
    await until(() => digestsTo('1002').length === 1 && digestsTo('1003').length === 1);
    expect(digestsTo('1003')[0]?.text).toContain('秸秆离田面积统计表');
  });

  it('hears a group from the next tick on that was enrolled at the command line', async () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    await store.close();
    store = PROGRAM.openStore(path);
    const people = Object.values(ACCOUNTS).map(Number);
    for (const id of people) peer.script.user({ id, first_name: `人${id}` });
    peer.script.group({ id: -100501, title: '防汛群', members: people });
    const service = await start();
    peer.script.say(-100501, 1001, '还没入群');
    await until(async () => (await store.loadGroups()).length === 1);
    const beside = PROGRAM.openStore(path);
    await beside.enrol({ platform: 'telegram', id: '-100501', name: '防汛群', department: '', members: [], by: 'cli', at: now });
    await beside.close();
    await service.tick();
    peer.script.say(-100501, 1001, ASK);
    await until(async () => (await store.countMessages()) === 1);
    expect((await store.messagesAfter(0, 9)).map(({ text }) => text)).toEqual([ASK]);
  });

  it('is told what is done, and by a leader what is to be done', async () => {
    const people = Object.values(ACCOUNTS).map(Number);
    for (const id of people) peer.script.user({ id, first_name: `人${id}` });
    peer.script.group({ id: Number(GROUP), title: '工作群', members: people });
    for (const id of people) peer.script.start(id);
    const said = (chat: string, words: string) => peer.sent.filter((one) => String(one.chat) === chat && one.text.includes(words)).length;
    const service = await start();
    peer.script.say(Number(GROUP), 1001, ASK);
    await until(async () => (await store.countMessages()) === 1);
    now = at('2026-11-16 18:00');
    await service.tick();
    // Nobody answers a digest before the platform's word that it has arrived is written down.
    await until(async () => (await store.lastDelivered('lin')) !== null);
    peer.script.direct(1002, '完成 1');
    await until(() => said('1002', '记下了，办完：1. ') === 1);
    peer.script.direct(1001, '下发 请各村11月19日12:00前把防汛沙袋清点数量报应急办');
    await until(() => said('1001', '回复“确认”就发') === 1);
    expect(said(GROUP, '沙袋')).toBe(0);
    peer.script.direct(1001, '确认');
    await until(() => said('1001', '已下发') === 1 && said(GROUP, '【柏松】请各村11月19日') === 1);
    peer.script.say(Number(GROUP), 1003, '收到');
    await until(async () => (await store.countMessages()) === 2);
    peer.script.direct(1001, '回执');
    await until(() => said('1001', '已回应 1/2，还差：林芳') === 1);
    await service.stop();
    expect([said(GROUP, '沙袋'), said('1002', '记下了')]).toEqual([1, 1]);
  });

  it('copies its store once a day; where that fails an admin is told once, and it is tried again', async () => {
    for (const id of Object.values(ACCOUNTS).map(Number)) {
      peer.script.user({ id, first_name: `人${id}` });
      peer.script.start(id);
    }
    // A file in the place of the folder: as good as a full disk.
    const folder = join(temporaryFolder(), 'backups');
    writeFileSync(folder, '');
    const service = await start({ folder, kept: 2 });
    const warnings = () => peer.sent.filter(({ text }) => text.includes('备份没有做成'));
    await service.tick();
    await until(() => warnings().length === 1);
    now += 61 * 60_000;
    await service.tick();
    rmSync(folder);
    now += 61 * 60_000;
    await service.tick();
    await until(async () => existsSync(folder) && (await store.recall('backed-up')) === '2026-11-16');
    now = at('2026-11-17 00:05');
    await service.tick();
    await until(() => readdirSync(folder).length === 2);
    expect([warnings().length, readdirSync(folder).toSorted()]).toEqual([1, ['qunyao-2026-11-16.sqlite', 'qunyao-2026-11-17.sqlite']]);
  });

  it('makes its digests at their hour though a refiner never answers, and stops though it is being asked', async () => {
    const people = Object.values(ACCOUNTS).map(Number);
    for (const id of people) peer.script.user({ id, first_name: `人${id}` });
    peer.script.group({ id: Number(GROUP), title: '工作群', members: people });
    for (const id of people) peer.script.start(id);
    let passes = 0;
    let cut = (): void => {};
    const hanging = new Promise<void>((resolve) => {
      cut = resolve;
    });
    const service = await start(null, {
      async pass() {
        passes++;
        await hanging;
      },
      stop: () => cut(),
    });
    peer.script.say(Number(GROUP), 1001, ASK);
    await until(async () => (await store.countMessages()) === 1);
    await service.tick();
    now = at('2026-11-16 18:00');
    await service.tick();
    await until(() => digestsTo('1002').length === 1);
    expect((await store.digestOf('lin', '2026-11-16'))?.sentAt).toBe(at('2026-11-16 18:00'));
    expect(passes).toBe(1);
    await service.stop();
    running = null;
  });

  it('gives every cadre one digest on every day of a week, through restarts, sleeps and a clock that is set', async () => {
    const people = Object.values(ACCOUNTS).map(Number);
    for (const id of people) peer.script.user({ id, first_name: `人${id}` });
    peer.script.group({ id: Number(GROUP), title: '工作群', members: people });
    for (const id of people) peer.script.start(id);
    let service = await start();
    let said = 0;
    for (let day = 16; day <= 22; day++) {
      const today = `2026-11-${day}`;
      now = at(`${today} 09:30`);
      peer.script.say(Number(GROUP), 1001, `请各村11月${day + 3}日前把第${day}号名单报上来`);
      said++;
      await until(async () => (await store.countMessages()) === said);
      if (day % 2 === 0) {
        await service.stop();
        service = await start();
      }
      await service.tick();
      // On some days the machine sleeps past the hour, on others somebody sets its clock back behind it.
      now = at(day % 3 === 0 ? `${today} 21:40` : `${today} 18:00`);
      await service.tick();
      if (day % 3 === 1) now = at(`${today} 17:20`);
      await service.tick();
      const count = day - 15;
      now = Math.max(now, at(`${today} 18:30`));
      await service.tick();
      await until(() => people.every((id) => digestsTo(String(id)).length === count));
    }
    const dated = new Set(digestsTo('1002').map(({ text }) => text.split(' · ')[1]));
    expect([dated.size, digestsTo('1002').length]).toEqual([7, 7]);
  });
});
