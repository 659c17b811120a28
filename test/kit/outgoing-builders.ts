/** Texts that go out, for tests of the outbox and of delivery. */
import type { Outgoing } from '../../src/model/outgoing.ts';
import type { Channel } from '../../src/ports/live-store.ts';

export function anOutgoing(given: Partial<Outgoing> = {}): Outgoing {
  return {
    key: 'alert 1',
    kind: 'alert',
    person: 'gu-yan',
    to: null,
    blocks: ['南渡闸口围栏缺了两根'],
    createdAt: 1_000,
    notBefore: 1_000,
    ...given,
  };
}

/** The digest of a person, to be sent at 1,000. */
export function aDigestText(person = 'gu-yan', date = '2026-11-17', given: Partial<Outgoing> = {}): Outgoing {
  return anOutgoing({
    key: `digest ${date} ${person}`,
    kind: 'digest',
    person,
    digest: { person, date },
    blocks: [`群要 · ${person}`, '1. 报表'],
    ...given,
  });
}

export const A_CHANNEL: Channel = { channel: 'main', platform: 'one', target: 'person', id: '7001' };
