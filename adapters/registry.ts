/** The one explicit list of chat systems: name → loader. An adapter is loaded only where the configuration names it. */
import type { ChatAdapterKind } from '../src/adapter-kit.ts';

export const ADAPTERS: Readonly<Record<string, () => Promise<ChatAdapterKind>>> = {
  onebot: async () => (await import('./onebot/index.ts')).kind,
  telegram: async () => (await import('./telegram/index.ts')).kind,
  webhook: async () => (await import('./webhook/index.ts')).kind,
  wechat: async () => (await import('./wechat/index.ts')).kind,
};
