import { describe, expect, it } from 'vitest';
import { type ReceiverObserver, receiver } from '../../src/flow/receive.ts';
import type { Envelope } from '../../src/model/message.ts';
import type { ChatEvent } from '../../src/ports/chat.ts';
import { said, TOWNSHIP } from '../kit/chat-builders.ts';
import { at } from '../kit/digest-builders.ts';
import { PROGRAM } from '../kit/scenarios.ts';

function desk(given: Partial<ReceiverObserver> = {}, keep?: (envelope: Envelope) => Promise<void>) {
  const store = PROGRAM.openStore(':memory:');
  const kept: Envelope[] = [];
  const told: string[] = [];
  const tell = (what: string) => async (): Promise<void> => void told.push(what);
  const sinkOf = receiver({
    store,
    organisation: () => TOWNSHIP,
    now: () => at('2026-11-16 09:00'),
    keep: keep ?? (async (envelope) => void kept.push(envelope)),
    told: {
      message: () => void told.push('message'),
      direct: () => void told.push('direct'),
      echo: tell('echo'),
      groupCommand: async () => false,
      newMember: async (_, person) => void told.push(`member ${person.id}`),
      renamed: tell('renamed'),
      left: tell('left'),
      classified: tell('classified'),
      ...given,
    },
  });
  return { store, kept, told, accept: (...events: ChatEvent[]) => sinkOf('wechat').accept(events) };
}

const message = (envelope: Envelope): ChatEvent => ({ kind: 'message', envelope });

describe('what comes in', () => {
  it('is stored where its group is enrolled, and nowhere else', async () => {
    const { accept, kept, told } = desk();
    await accept(
      message(said('m1', 'bo', '2026-11-16 08:59', '收到')),
      message(said('m2', 'bo', '2026-11-16 08:59', '密', { group: 'other' })),
    );
    expect([kept.map(({ id }) => id), told]).toEqual([['m1'], ['message']]);
  });

  it('says when it was heard where that was late', async () => {
    const { accept, kept } = desk();
    await accept(message(said('m1', 'bo', '2026-11-16 08:50', '收到')), message(said('m2', 'bo', '2026-11-16 08:59', '收到')));
    expect(kept.map(({ heardAt }) => heardAt)).toEqual([at('2026-11-16 09:00'), undefined]);
  });

  it('is not acknowledged where it could not be kept', async () => {
    const { accept } = desk({}, () => Promise.reject(new Error('disk full')));
    await expect(accept(message(said('m1', 'bo', '2026-11-16 08:59', '收到')))).rejects.toThrow('disk full');
  });

  it('is not kept where it was a command', async () => {
    const { accept, kept } = desk({ groupCommand: async () => true });
    await accept(message(said('m1', 'bo', '2026-11-16 08:59', '入群')));
    expect(kept).toEqual([]);
  });

  it('tells who speaks in a group that does not list them', async () => {
    const { accept, told } = desk();
    await accept(message(said('m1', 'lin', '2026-11-16 08:59', '到', { group: 'g2' })));
    expect(told).toEqual(['message', 'member lin']);
  });

  it('keeps nothing of what is marked 秘密 but that it was there', async () => {
    const { accept, kept, told } = desk();
    await accept(message(said('m1', 'bo', '2026-11-16 08:59', '【机密】名单如下')));
    expect([kept[0]?.text, kept[0]?.kind, told]).toEqual(['', 'file', ['message', 'classified']]);
  });

  it('keeps what is said to the bot alone until it is answered', async () => {
    const { accept, store, told } = desk();
    const direct = { id: 'd1', account: '7', name: '林', sentAt: at('2026-11-16 08:59'), text: '今日' };
    await accept({ kind: 'direct', message: direct }, { kind: 'direct', message: direct });
    expect([(await store.directWaiting(10)).map(({ text }) => text), told]).toEqual([['今日'], ['direct', 'direct']]);
  });
});
