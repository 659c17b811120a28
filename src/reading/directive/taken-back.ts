/** "刚才撤回的那条先不要填": what its sender has just taken back here is spoken of, and named by nothing else. */
import type { MessageView } from '../view.ts';

const OF_WHAT_WAS_RECALLED = /撤(?:回|掉|下|了)?(?:来|了)?的?[那这](?:一)?[条个份张篇]/u;

/** The message that the sender's last recall took back. */
export function takenBack({ message, surface: { bare }, context, turnBefore }: MessageView): string | null {
  if (!bare.includes('撤') || !OF_WHAT_WAS_RECALLED.test(bare)) return null;
  const { id } = message.sender;
  const inTurn = turnBefore.findLast((one) => one.message.recalls !== undefined && one.message.sender.id === id)?.message;
  const last = inTurn ?? context.recent.findLast(({ recalls, senderId }) => recalls !== undefined && senderId === id);
  return last?.recalls ?? null;
}
