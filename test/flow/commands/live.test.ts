/** The desk beside the live reader: what is told is in its ledger at once, and after a crash as if none had been. */
import { describe, expect, it } from 'vitest';
import { liveReader } from '../../../src/flow/live-reader.ts';
import type { LiveStore } from '../../../src/ports/live-store.ts';
import { StoreFailure } from '../../../src/ports/store-failure.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { ASK, said } from '../../kit/chat-builders.ts';
import { aDesk, type DeskUnderTest, townshipWithAccounts } from '../../kit/desk-builders.ts';
import { at } from '../../kit/digest-builders.ts';
import { PROGRAM } from '../../kit/scenarios.ts';

const { rules, calendar } = PROGRAM;

function readerOf(store: LiveStore) {
  const org = townshipWithAccounts();
  return liveReader({ store, calendar, organisation: () => org, rules: async () => rules, now: () => at('2026-11-16 18:30') });
}

/** The store goes away for one answer. */
function failingOnce(store: LiveStore): LiveStore {
  let failed = false;
  return {
    ...store,
    async applyCommand(outcome) {
      if (failed) return await store.applyCommand(outcome);
      failed = true;
      throw new StoreFailure('store.disk-full', {});
    },
  };
}

async function tellTwice(desk: DeskUnderTest, account: string, text: string): Promise<string> {
  await expect(desk.tell(account, text, { id: 'same' })).rejects.toThrow(StoreFailure);
  return await desk.tell(account, text, { id: 'same' });
}

describe('the desk beside the live reader', () => {
  it('has its words in the ledger at once, and a reader that starts anew finds the same', async () => {
    const store = openSqliteStore(':memory:');
    const reader = readerOf(store);
    const desk = await aDesk({ store, reader });
    await store.ingest([said('m1', 'a-bo', '2026-11-16 09:00', ASK)]);
    await desk.deliver('lin', 'd1');
    await reader.ledger();
    await desk.tell('a-lin', '完成1');
    const answers = async (from: typeof reader) =>
      [...(await from.ledger()).directives.values()].map((one) => one.answers.map(({ person }) => person));
    expect(await answers(reader)).toEqual([['lin']]);
    await store.ingest([said('m2', 'a-mei', '2026-11-16 09:10', '收到')]);
    const before = await answers(reader);
    expect(before).toEqual([['mei', 'lin']]);
    expect(await answers(readerOf(store))).toEqual(before);
    await desk.tell('a-lin', '撤销');
    expect(await answers(reader)).toEqual([['mei']]);
  });

  it('answers a message again where the answer was lost, and binds no account twice', async () => {
    const store = openSqliteStore(':memory:');
    await store.addBindCode('#4711', 'nan', Number.MAX_SAFE_INTEGER);
    const desk = await aDesk({ store: failingOnce(store) });
    expect(await tellTwice(desk, 'new', '绑定 4711')).toContain('已经绑定给南山');
    expect(await store.bindings()).toHaveLength(1);
  });

  it('enrols a group once, whatever becomes of the answer', async () => {
    const store = openSqliteStore(':memory:');
    const desk = await aDesk({ store: failingOnce(store) });
    expect(await tellTwice(desk, 'a-guan', '入群 g9')).toContain('g9');
    expect(await store.enrolledGroups()).toHaveLength(1);
  });

  it('apologises for what fails, and goes on with the next', async () => {
    const desk = await aDesk({
      rules: async () => {
        throw new Error('no rules');
      },
    });
    expect(await desk.tell('a-bo', '下发 请各村今天17:00前报名单')).toContain('没有办成');
    expect(await desk.tell('a-bo', '帮助')).toContain('下发');
  });
});
