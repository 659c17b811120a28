import { describe, expect, it, onTestFinished } from 'vitest';
import { delivery } from '../../src/flow/deliver.ts';
import type { Trouble } from '../../src/flow/delivery/trouble.ts';
import { MINUTE } from '../../src/model/instant.ts';
import type { Outgoing } from '../../src/model/outgoing.ts';
import type { ChatTraits } from '../../src/ports/chat.ts';
import type { LiveStore } from '../../src/ports/live-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { aPerson } from '../kit/digest-builders.ts';
import { handClock, quiet } from '../kit/hand-clock.ts';
import { aDigestText, anOutgoing } from '../kit/outgoing-builders.ts';
import { CLOSED, LOST, REFUSED, RETRY, type ScriptedAdapter, scriptedAdapter, UNHURRIED } from '../kit/scripted-adapter.ts';

const START = 1_000_000;
const ORG = { personById: new Map([['gu-yan', aPerson({ accounts: { one: '7001', two: '8001' } })]]) };
const NOTICE_KEY = 'notice 1';

function begin(traits: Partial<ChatTraits> = {}, store: LiveStore = openSqliteStore(':memory:'), now = START) {
  const clock = handClock(now);
  const main = scriptedAdapter(clock.now, { traits });
  const other = scriptedAdapter(clock.now, { name: 'second', platform: 'two' });
  const troubles: Trouble[] = [];
  const logged: string[] = [];
  const going = delivery({
    store,
    adapters: [main, other],
    organisation: () => ORG,
    clock,
    log: (_level, event) => void logged.push(event),
    tell(trouble) {
      troubles.push(trouble);
      return [anOutgoing({ key: NOTICE_KEY, kind: 'notice', to: { platform: 'two', target: 'person', id: 'admin' } })];
    },
  });
  onTestFinished(async () => {
    await going.stop();
    expect(clock.timers).toBe(0);
  });
  return { store, clock, main, other, troubles, logged, going };
}

type Begun = ReturnType<typeof begin>;

async function put({ store, clock, going }: Begun, ...texts: readonly Outgoing[]): Promise<void> {
  await store.putOutgoing(texts);
  going.poke();
  await clock.pass(0);
}

const textsOf = ({ sent }: ScriptedAdapter): readonly string[] => sent.map(({ text }) => text);
const LONG = aDigestText('gu-yan', '2026-11-17', { blocks: ['一'.repeat(30), '二'.repeat(30), '三'.repeat(30)] });
const SHORT = { longest: { unit: 'characters', most: 50 } } as const;

describe('what is due', () => {
  it('goes out by the first account of a person, and its text is emptied', async () => {
    const one = begin();
    await one.going.start();
    await put(one, aDigestText('gu-yan', '2026-11-17', { buttons: [['收到']], replyTo: 'm9' }));
    expect(one.main.sent).toEqual([
      {
        key: 'digest 2026-11-17 gu-yan 1/1',
        target: { to: 'person', id: '7001' },
        text: '群要 · gu-yan\n1. 报表',
        buttons: [['收到']],
        replyTo: 'm9',
        at: START,
      },
    ]);
    const row = await one.store.outgoing('digest 2026-11-17 gu-yan');
    expect([row?.state, row?.blocks, row?.parts[0]?.messageId]).toEqual(['sent', [], 'm1']);
    expect(await one.store.lastDelivered('gu-yan')).toEqual({ date: '2026-11-17', at: START });
  });

  it('goes where it is meant for', async () => {
    const one = begin();
    await one.going.start();
    await put(one, anOutgoing({ person: null, to: { platform: 'two', target: 'group', id: 'g7' }, mentions: ['8001'] }));
    expect(one.other.sent.map(({ target, mentions }) => [target, mentions])).toEqual([[{ to: 'group', id: 'g7' }, ['8001']]]);
  });

  it('waits for its time', async () => {
    const one = begin();
    await one.going.start();
    await put(one, anOutgoing({ notBefore: START + 90_000 }));
    await one.clock.pass(89_999);
    expect(one.main.sent).toEqual([]);
    await one.clock.pass(1);
    expect(one.main.sent.map(({ at }) => at)).toEqual([START + 90_000]);
  });

  it('is found after a restart', async () => {
    const one = begin();
    await put(one, anOutgoing());
    expect(one.main.sent).toEqual([]);
    await one.going.start();
    await one.clock.pass(0);
    expect(one.main.sent).toHaveLength(1);
  });

  it('goes out in parts, one after the other, and stops at the first that is not sent', async () => {
    const one = begin(SHORT);
    await one.going.start();
    one.main.script({ outcome: 'sent' }, LOST);
    await put(one, LONG);
    expect(textsOf(one.main)).toEqual([`（1/3）${'一'.repeat(30)}`, `（2/3）${'二'.repeat(30)}`]);
    await one.clock.pass(5 * MINUTE);
    expect(textsOf(one.main).slice(2)).toEqual([`（补发）（2/3）${'二'.repeat(30)}`, `（3/3）${'三'.repeat(30)}`]);
  });
});

describe('what was surely not sent', () => {
  it('is tried again, later each time', async () => {
    const one = begin();
    await one.going.start();
    one.main.script(RETRY, RETRY, { ...RETRY, afterMs: 60_000 });
    await put(one, anOutgoing());
    await one.clock.pass(10 * MINUTE);
    expect(one.main.sent.map(({ at }) => at - START)).toEqual([0, 500, 1500, 61_500]);
  });

  it('holds the whole account back where the platform says so, also over a restart', async () => {
    const one = begin();
    await one.going.start();
    one.main.script({ outcome: 'retry', afterMs: 30_000, pause: true, why: '429' });
    await put(one, anOutgoing());
    await put(one, anOutgoing({ key: 'second' }));
    await one.clock.pass(10_000);
    expect(one.main.sent).toHaveLength(1);
    await one.going.stop();
    const two = begin({}, one.store, START + 10_000);
    await two.going.start();
    await two.clock.pass(19_999);
    expect(two.main.sent).toEqual([]);
    await two.clock.pass(1);
    expect(two.main.sent).toHaveLength(2);
  });

  it('goes on to the next channel of the person, and admins are told', async () => {
    const one = begin();
    await one.going.start();
    one.main.script(CLOSED);
    await put(one, aDigestText());
    expect(textsOf(one.other)).toEqual(['南渡闸口围栏缺了两根', '群要 · gu-yan\n1. 报表']);
    expect(one.troubles.map(({ kind, channel, outgoing }) => [kind, channel, outgoing.key])).toEqual([
      ['closed', 'main', 'digest 2026-11-17 gu-yan'],
    ]);
  });

  it('fails where no channel is left, and admins are told', async () => {
    const one = begin();
    await one.going.start();
    one.main.script(CLOSED);
    one.other.script(REFUSED, REFUSED);
    await put(one, aDigestText());
    expect(one.troubles.map(({ kind }) => kind)).toEqual(['closed', 'refused', 'undeliverable']);
    expect((await one.store.failedOutgoing(0)).map(({ key }) => key)).toContain('digest 2026-11-17 gu-yan');
  });

  it('fails for somebody without an account', async () => {
    const one = begin();
    await one.going.start();
    await put(one, anOutgoing({ person: 'nobody' }));
    expect(one.troubles.map(({ kind }) => kind)).toEqual(['undeliverable']);
  });

  it('calls for no notice about a notice', async () => {
    const one = begin();
    await one.going.start();
    one.main.script(REFUSED);
    one.other.script(REFUSED);
    await put(one, anOutgoing({ kind: 'notice' }));
    expect([one.troubles, one.main.sent.length, one.other.sent.length]).toEqual([[], 1, 1]);
  });
});

describe('what may have been sent', () => {
  it('is sent twice more, each time after five minutes and marked, and never again', async () => {
    const one = begin();
    await one.going.start();
    one.main.script(LOST, LOST, LOST);
    await put(one, anOutgoing({ to: { platform: 'one', target: 'person', id: '7001' } }));
    await one.clock.pass(60 * MINUTE);
    expect(one.main.sent.map(({ text, at }) => [text.slice(0, 4), at - START])).toEqual([
      ['南渡闸口', 0],
      ['（补发）', 5 * MINUTE],
      ['（补发）', 10 * MINUTE],
    ]);
    expect(one.troubles.map(({ kind }) => kind)).toEqual(['uncertain']);
  });

  it('goes on to the next channel when thrice was not enough, still marked', async () => {
    const one = begin();
    await one.going.start();
    one.main.script(LOST, LOST, LOST);
    await put(one, anOutgoing());
    await one.clock.pass(60 * MINUTE);
    expect(one.main.sent).toHaveLength(3);
    expect(textsOf(one.other)).toContain('（补发）南渡闸口围栏缺了两根');
  });

  it('was sent where the platform shows it back', async () => {
    const one = begin({ proof: 'echo' });
    await one.going.start();
    one.main.script(LOST);
    await put(one, anOutgoing());
    await one.clock.pass(20_000);
    const echo = { kind: 'echo', target: { to: 'person', id: '7001' }, id: 'm77', text: '南渡闸口围栏缺了两根', sentAt: START } as const;
    await one.going.echo('one', echo);
    await one.clock.pass(60 * MINUTE);
    expect(one.main.sent).toHaveLength(1);
    expect((await one.store.outgoing('alert 1'))?.parts.map(({ state, messageId }) => [state, messageId])).toEqual([['sent', 'm77']]);
  });

  it('is given again under its key where the platform sends a key once', async () => {
    const one = begin({ proof: 'key' });
    await one.going.start();
    one.main.script(LOST, LOST);
    await put(one, anOutgoing());
    await one.clock.pass(MINUTE);
    expect(new Set(one.main.sent.map(({ key, text }) => `${key} ${text}`)).size).toBe(1);
    expect(one.main.sent).toHaveLength(3);
  });

  it('waits no longer because the clock was set back', async () => {
    const one = begin();
    await one.going.start();
    one.main.script(LOST);
    await put(one, anOutgoing());
    one.clock.set(START - 24 * 60 * MINUTE);
    await one.clock.pass(7 * MINUTE);
    expect(one.main.sent).toHaveLength(2);
  });

  it('is what a crash has cut off', async () => {
    const store = openSqliteStore(':memory:');
    await store.putOutgoing([anOutgoing()]);
    await store.cutOutgoing('alert 1', { channel: 'main', platform: 'one', target: 'person', id: '7001' }, ['一']);
    await store.claimPart('alert 1', 1, START - 1000);
    const one = begin({}, store);
    await one.going.start();
    await one.clock.pass(5 * MINUTE - 1001);
    expect(one.main.sent).toEqual([]);
    await one.clock.pass(MINUTE);
    expect(textsOf(one.main)).toEqual(['（补发）一']);
  });

  it('is what an adapter throws over', async () => {
    const one = begin();
    await one.going.start();
    one.main.script(() => {
      throw new Error('南渡');
    });
    await put(one, anOutgoing());
    expect((await one.store.unknownParts()).length).toBe(1);
  });
});

describe('pace', () => {
  const texts = (count: number, to: string): readonly Outgoing[] =>
    Array.from({ length: count }, (_, index) =>
      anOutgoing({ key: `${to} ${index}`, to: { platform: 'one', target: 'person', id: to }, createdAt: index }),
    );

  it('is that of the account, of the person and of the group', async () => {
    const pace = { account: { burst: 2, everyMs: 100 }, person: { burst: 1, everyMs: 1000 }, group: UNHURRIED };
    const one = begin({ pace });
    await one.going.start();
    await put(one, ...texts(2, 'a'), ...texts(2, 'b'));
    await one.clock.pass(10_000);
    expect(one.main.sent.map(({ target, at }) => [target.id, at - START])).toEqual([
      ['a', 0],
      ['b', 0],
      ['a', 1000],
      ['b', 1000],
    ]);
  });

  it('has pauses of its own where it must not look like a machine', async () => {
    const pace = { account: { burst: 1, everyMs: 4000, jitterMs: 4000 }, person: UNHURRIED, group: UNHURRIED };
    const one = begin({ pace });
    one.clock.random = () => 0.5;
    await one.going.start();
    await put(one, ...texts(3, 'a'));
    await one.clock.pass(20_000);
    expect(one.main.sent.map(({ at }) => at - START)).toEqual([0, 6000, 12_000]);
  });

  it('lets an answer overtake digests that wait', async () => {
    const one = begin({ pace: { account: { burst: 1, everyMs: 1000 }, person: UNHURRIED, group: UNHURRIED } });
    await one.going.start();
    await put(one, ...texts(200, 'a').map((text) => ({ ...text, kind: 'digest' as const })));
    await put(one, anOutgoing({ key: 'answer 1', kind: 'answer', blocks: ['好'] }));
    await one.clock.pass(1000);
    expect(textsOf(one.main).at(-1)).toBe('好');
  });

  it('keeps one account waiting, and no other', async () => {
    const one = begin({ pace: { account: { burst: 1, everyMs: 100_000 }, person: UNHURRIED, group: UNHURRIED } });
    await one.going.start();
    await put(one, ...texts(100, 'a'), anOutgoing({ key: 'z', to: { platform: 'two', target: 'person', id: '8001' } }));
    await one.clock.pass(10);
    expect([one.main.sent.length, one.other.sent.length]).toEqual([1, 1]);
  });
});

describe('the end', () => {
  it('waits for what is under way, and begins nothing more', async () => {
    const one = begin();
    await one.going.start();
    const { promise, resolve } = Promise.withResolvers<{ outcome: 'sent' }>();
    one.main.script(promise);
    await put(one, anOutgoing());
    const ended: string[] = [];
    const stopping = one.going.stop().then(() => ended.push('stopped'));
    await put(one, anOutgoing({ key: 'second' }));
    await quiet();
    expect(ended).toEqual([]);
    resolve({ outcome: 'sent' });
    await stopping;
    expect([(await one.store.outgoing('alert 1'))?.state, one.main.sent.length]).toEqual(['sent', 1]);
  });

  it('writes down what became of an attempt as soon as it can', async () => {
    const real = openSqliteStore(':memory:');
    let failures = 3;
    const store: LiveStore = {
      ...real,
      async recordPart(...given) {
        if (failures-- > 0) throw new Error('disk full');
        await real.recordPart(...given);
      },
    };
    const one = begin({}, store);
    await one.going.start();
    await put(one, anOutgoing());
    await one.clock.pass(10_000);
    expect([one.main.sent.length, (await real.outgoing('alert 1'))?.state]).toEqual([1, 'sent']);
    expect(one.logged.filter((event) => event === 'delivery.unrecorded')).toHaveLength(3);
  });
});
