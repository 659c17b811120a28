/** The adapter, running in front of the played account, and what its tests say and hear. */
import { expect, onTestFinished, vi } from 'vitest';
import { kind } from '../../../adapters/wechat/index.ts';
import type { ChatAdapter, Envelope } from '../../../src/adapter-kit.ts';
import { PATIENCE } from '../../kit/patience.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';
import type { WechatPeer } from '../../peers/wechat.ts';
import { type RecordedSurroundings, type RecordingSink, recordedSurroundings, recordingSink } from '../kit/surroundings.ts';
import { GROUP, greeted, MEMBER, peopledPeer, quickSettings } from './bench.ts';

export interface Running {
  readonly peer: WechatPeer;
  readonly adapter: ChatAdapter;
  readonly sink: RecordingSink;
  readonly around: RecordedSurroundings;
}

export async function started(settings: Readonly<Record<string, unknown>>): Promise<Omit<Running, 'peer'>> {
  const around = recordedSurroundings();
  const adapter = kind.make('main', settings, {}, around);
  if ('mistakes' in adapter) throw new Error(JSON.stringify(adapter.mistakes));
  const sink = recordingSink();
  await adapter.start(sink);
  return { adapter, sink, around };
}

/** Until the test ends. */
export async function running(settings: Readonly<Record<string, unknown>> = {}): Promise<Running> {
  const all = await begun(temporaryFolder(), settings);
  onTestFinished(() => ended(all));
  return all;
}

/** Until it is ended. */
export async function begun(folder: string, settings: Readonly<Record<string, unknown>> = {}): Promise<Running> {
  const peer = await peopledPeer();
  const all = await started({ ...quickSettings(peer, folder), ...settings });
  await greeted(peer);
  await vi.waitFor(() => expect(all.adapter.health().state).toBe('up'), PATIENCE);
  return { peer, ...all };
}

export async function ended({ peer, adapter }: Running): Promise<void> {
  await adapter.stop();
  await peer.close();
}

export function say(peer: WechatPeer, text: string): void {
  peer.said({ talkerId: MEMBER, roomId: GROUP, type: 7, text });
}

export async function heard(sink: RecordingSink, text: string): Promise<Envelope> {
  const all = (): readonly Envelope[] => sink.events.flatMap((event) => (event.kind === 'message' ? [event.envelope] : []));
  await vi.waitFor(() => expect(all().map((envelope) => envelope.text)).toContain(text), PATIENCE);
  const found = all().find((envelope) => envelope.text === text);
  if (found === undefined) throw new Error('not heard');
  return found;
}
