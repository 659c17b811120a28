/** "发错群了,那是给化验室的": what its sender has just asked here was meant for others. */
import { MINUTE } from '../../model/instant.ts';
import type { MessageView } from '../view.ts';

const MISPOSTED = /(?:发|转|贴|传|丢|扔|甩)(?:错|岔)(?:了)?(?:群|地方|人|窗口|对象)|(?:发|转|贴|传)[错岔]了?(?:[,。!;~]|$)|(?:走|看)错群/u;
/** What is sent anew, or corrected, is no slip of the group. */
const CORRECTS = /以[^,。;]{1,12}为准|重发|重新发|更正|应(?:该|为)|正确的|改[成为]|新的/u;
const SOON = 15 * MINUTE;

/** The message that was meant for others: the last one by which the same sender asked something here, a moment ago. */
export function misposted({ message, surface: { bare }, context, turnBefore }: MessageView): string | null {
  if (!/[错岔]/u.test(bare) || !MISPOSTED.test(bare) || CORRECTS.test(bare)) return null;
  if (message.replyTo !== undefined) return message.replyTo;
  const own = context.recent.findLast(
    ({ senderId, label, sentAt }) => senderId === message.sender.id && label === 'directive' && message.sentAt - sentAt <= SOON,
  );
  return own?.id ?? turnBefore.at(-1)?.message.id ?? null;
}
