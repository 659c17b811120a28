import { describe, expect, it } from 'vitest';
import { dueFinder } from '../../src/flow/close-due.ts';
import { sendDigests } from '../../src/flow/send-digests.ts';
import { organisation, type Roster } from '../../src/model/organisation.ts';
import { said, TOWNSHIP } from '../kit/chat-builders.ts';
import { at } from '../kit/digest-builders.ts';
import { PROGRAM } from '../kit/scenarios.ts';
import { importedInParts } from '../kit/settled-store.ts';

const CHAT = [said('m1', 'bo', '2026-11-16 09:00', '请各村11月18日前把名单报上来')];

async function program(given: Partial<Roster> = {}, since = at('2026-11-16 00:00')) {
  const org = organisation({ ...TOWNSHIP, ...given });
  const store = PROGRAM.openStore(':memory:');
  await importedInParts([CHAT], org, store);
  const isWorkday = (day: string): boolean => PROGRAM.calendar.isWorkday(day);
  let finder = dueFinder(store, isWorkday, since);
  return {
    store,
    restart() {
      finder = dueFinder(store, isWorkday, since);
    },
    async tick(wallClock: string) {
      const now = at(wallClock);
      const due = await finder.due(org, now);
      await sendDigests(due, {
        store,
        org,
        now,
        calendar: PROGRAM.calendar,
        rules: PROGRAM.rules,
        spreadMinutes: 9,
        notCovered: () => [],
        isReachable: ({ id }) => id !== 'mei',
      });
      return due.map(({ person, day }) => `${person.id} ${day}`);
    },
  };
}

describe('digests that are due', () => {
  it('are made once, whoever asks again', async () => {
    const { tick, restart, store } = await program();
    expect(await tick('2026-11-16 17:59')).toEqual([]);
    expect(await tick('2026-11-16 18:00')).toEqual(['bo 2026-11-16', 'lin 2026-11-16', 'mei 2026-11-16']);
    expect(await tick('2026-11-16 18:01')).toEqual([]);
    restart();
    expect(await tick('2026-11-16 23:59')).toEqual([]);
    const texts = await store.outgoingDue(at('2026-11-17 00:00'), 100);
    expect(texts.map(({ key, notBefore }) => [key, notBefore])).toEqual([
      ['digest 2026-11-16 bo', at('2026-11-16 18:00')],
      ['digest 2026-11-16 lin', at('2026-11-16 18:03')],
    ]);
  });

  it('are made in the morning after a machine that slept, once, and say so', async () => {
    const { tick, store } = await program();
    await tick('2026-11-16 18:00');
    expect(await tick('2026-11-19 08:00')).toEqual(['bo 2026-11-18', 'lin 2026-11-18', 'mei 2026-11-18']);
    const late = await store.digestOf('lin', '2026-11-18');
    expect(late?.window).toEqual({ from: at('2026-11-16 18:00'), to: at('2026-11-18 18:00') });
    expect((await store.outgoing('digest 2026-11-18 lin'))?.blocks[0]).toContain('迟发：应于');
    expect(await tick('2026-11-19 18:00')).toEqual(['bo 2026-11-19', 'lin 2026-11-19', 'mei 2026-11-19']);
  });

  it('survive a clock that is set back', async () => {
    const { tick } = await program();
    await tick('2026-11-16 18:00');
    await tick('2026-11-18 18:00');
    // The digest of the 18th has told of the 17th too.
    expect(await tick('2026-11-17 19:00')).toEqual([]);
    expect(await tick('2026-11-18 18:00')).toEqual([]);
    expect(await tick('2026-11-19 18:00')).toHaveLength(3);
  });

  it('are owed to nobody before the service first ran', async () => {
    const { tick } = await program({}, at('2026-11-16 18:30'));
    expect(await tick('2026-11-16 18:31')).toEqual([]);
    expect(await tick('2026-11-17 18:00')).toHaveLength(3);
  });

  it('are made on working days alone, where the roster says so', async () => {
    const { tick } = await program({ workdaysOnly: true });
    await tick('2026-11-20 18:00');
    expect(await tick('2026-11-21 18:00')).toEqual([]);
    expect(await tick('2026-11-23 18:00')).toHaveLength(3);
  });
});
