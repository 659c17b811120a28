import { describe, expect, it } from 'vitest';
import { LedgerState } from '../../src/ledger/state.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { ASK, said, TOWNSHIP } from '../kit/chat-builders.ts';
import { at } from '../kit/digest-builders.ts';
import { importedInParts } from '../kit/settled-store.ts';

async function ledgerOf(store: Store): Promise<LedgerState> {
  const ledger = new LedgerState();
  for (const entry of await store.loadEntries()) ledger.append(entry);
  return ledger;
}

describe('what people have told the bot', () => {
  it('stays when messages around it are read again, and when one comes late', async () => {
    const store = openSqliteStore(':memory:');
    await importedInParts([[said('m1', 'bo', '2026-11-16 09:00', ASK)]], TOWNSHIP, store);
    const [directive] = (await ledgerOf(store)).directives.values();
    const turn = 'command wechat a-lin t1';
    const message = { platform: 'wechat', group: '', id: 't1' };
    const answer = { directive: directive?.id ?? '', turn, at: at('2026-11-16 09:05'), order: 0, person: 'lin', message };
    const entries = [{ ...answer, kind: 'answered' as const, state: 'done' as const }];
    await store.applyCommand({ inbox: null, turns: [{ turn, entries }], outgoing: [] });
    await importedInParts(
      [[said('m2', 'lin', '2026-11-16 09:06', '好的')], [said('m0', 'mei', '2026-11-16 08:00', '早')]],
      TOWNSHIP,
      store,
    );
    const ledger = await ledgerOf(store);
    expect(await store.commandEntries()).toEqual(entries);
    expect([...ledger.directives.values()].flatMap(({ answers }) => answers.filter(({ state }) => state === 'done'))).toHaveLength(1);
  });
});
