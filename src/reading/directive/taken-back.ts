/** "刚才撤回的那条先不要填": what its sender has just taken back here is spoken of, and named by nothing else. */
import type { MessageView } from '../view.ts';

const OF_WHAT_WAS_RECALLED = /撤(?:回|掉|下|了)?(?:来|了)?的?[那这](?:一)?[条个份张篇]/u;

/** The message that the sender's last recall took back. */
export function takenBack({ message, surface: { bare }, context, turnBefore }: MessageView): string | null {
  if (!bare.includes('撤') || !OF_WHAT_WAS_RECALLED.test(bare)) return null;
  const own = turnBefore.findLast((one) => one.message.recalls !== undefined && one.message.sender.id === message.sender.id);
  const before = context.recent.findLast(({ recalls, senderId }) => recalls !== undefined && senderId === message.sender.id);
  return own?.message.recalls ?? before?.recalls ?? null;
}
