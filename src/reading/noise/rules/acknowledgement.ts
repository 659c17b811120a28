/** 收到 in all its forms: short confirmations, promises that repeat the task, lines of a 接龙. */
import { acknowledges } from '../../acknowledgement.ts';
import { givesTasks } from '../../standing.ts';
import type { Rule } from '../rule.ts';

export const acknowledgement: readonly Rule[] = [
  { id: 'ack.whole', label: 'ack', weight: 8, says: '整条只是确认收到', hits: (view) => acknowledges(view) === 'whole' },
  { id: 'ack.with-promise', label: 'ack', weight: 6, says: '确认收到,后面是自己的表态', hits: (view) => acknowledges(view) === 'promise' },
  {
    id: 'ack.chain-line',
    label: 'ack',
    weight: 9,
    says: '接龙续了一行',
    hits: (view) => view.message.kind === 'chain' && !(givesTasks(view.standing) && isFirstOfChain(view)),
  },
  {
    id: 'ack.chain-opened',
    label: 'part',
    weight: 7,
    says: '组织者开的接龙',
    hits: (view) => view.message.kind === 'chain' && givesTasks(view.standing) && isFirstOfChain(view),
  },
];

function isFirstOfChain(view: Parameters<Rule['hits']>[0]): boolean {
  const head = chainHead(view.normal.text);
  return !view.context.recent.some((other) => other.chainHead !== null && other.chainHead === head);
}

/** The lines of a 接龙 above its first numbered line: what names it. Null for other texts. */
export function chainHead(text: string): string | null {
  if (!/接龙|^\s*1\s*[.、]/u.test(text)) return null;
  return text.split(/\n\s*1\s*[.、]/u)[0]?.trim() ?? null;
}
