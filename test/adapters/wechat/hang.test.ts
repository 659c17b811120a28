/** A child process that crashes and hangs, and one that is slow. It stands alone because it waits: a hanging child is known by its silence. */
import { expect, it, vi } from 'vitest';
import { PATIENCE } from '../../kit/patience.ts';
import { greeted, MEMBER } from './bench.ts';
import { heard, running, say } from './running.ts';

const PERSON = { to: 'person', id: MEMBER } as const;

it('is started anew when it crashes and when it hangs, and goes on hearing', async () => {
  const { peer, adapter, sink, around } = await running({ silenceSeconds: 20 });
  say(peer, '从前');
  await heard(sink, '从前');
  for (const [how, text] of [
    ['die', '死后'],
    ['hang', '卡后'],
  ] as const) {
    peer.give({ do: how });
    await vi.waitFor(() => expect(adapter.health()).toMatchObject({ state: 'down', why: { code: 'chat.wechat.crashed' } }), PATIENCE);
    expect(await adapter.send({ key: 'k', target: PERSON, text: '日要' })).toMatchObject({ outcome: 'retry', pause: true });
    await greeted(peer);
    say(peer, text);
    await heard(sink, text);
  }
  expect(peer.sent).toEqual([]);
  expect(around.lines.filter((line) => line.includes('chat.wechat.crashed'))).toHaveLength(2);
});

it('is given time to load its library, which it does in silence', async () => {
  const { peer } = await running({ silenceSeconds: 1 });
  expect(peer.lines()).toBeGreaterThan(0);
});
