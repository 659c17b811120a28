/** 状态: how the adapters fare, which groups are not heard, and what waits to be sent or could not be. */
import { oneLine } from '../../digest/render/line.ts';
import { say } from '../../digest/render/words.ts';
import { DAY, isoAt } from '../../model/instant.ts';
import type { ChatAdapter } from '../../ports/chat.ts';
import { type Handler, told } from './context.ts';

const COUNTED = 1000;
const NAMED = 20;

export const status: Handler = async ({ org, at }, { store, adapters, gaps }) => {
  const facts = {
    waiting: (await store.outgoingDue(at, COUNTED)).length,
    unknown: (await store.unknownParts()).length,
    failed: (await store.failedOutgoing(at - DAY)).length,
  };
  const missing = gaps?.() ?? [];
  return {
    blocks: [
      adapters.map((adapter) => adapterLine(adapter, org.timezone)).join('\n'),
      missing.length === 0 ? told.status.allCovered : say(told.status.notCovered, { count: missing.length }),
      ...missing.slice(0, NAMED).map(({ group, gap }) => `  ${oneLine(group.name || group.id)}：${gapWords(gap)}`),
      say(told.status.outbox, facts),
    ],
  };
};

function adapterLine(adapter: ChatAdapter, timezone: string): string {
  const { state, lastHeardAt } = adapter.health();
  const heard = lastHeardAt === null ? '' : say(told.status.heard, { time: isoAt(lastHeardAt, timezone).slice(5, 16).replace('T', ' ') });
  return `${adapter.name}（${adapter.platform}）：${told.status.states[state]}${heard}`;
}

function gapWords(gap: string): string {
  const known: Readonly<Record<string, string>> = told.status.gaps;
  return known[gap] ?? gap;
}
