/** "刚才撤回的那条先不要填": what its sender has just taken back here is spoken of, and named by nothing else. */
import { MINUTE } from '../../model/instant.ts';
import type { MessageView } from '../view.ts';

const OF_WHAT_WAS_RECALLED = /撤(?:回|掉|下|了)?(?:来|了)?的?[那这](?:一)?[条个份张篇]/u;

/** The message that the sender's last recall took back. */
export function takenBack(view: MessageView): string | null {
  const { bare } = view.surface;
  if (!bare.includes('撤') || !OF_WHAT_WAS_RECALLED.test(bare)) return offAfterRecall(view);
  return lastRecall(view)?.recalls ?? null;
}

/** So soon it says why. */
const SOON = 10 * MINUTE;
const OFF =
  /(?:先|就)?[别莫甭勿](?:再)?[送报填交弄发做去来管拿写办](?![^,。;!?]{0,3}[忘漏错])|(?:先|暂时?)不要?[送报填交弄发做去来管拿写办用]|不用(?:再)?[送报填交弄发做去来管拿写办留等]|不[搞开办弄去来放播演][了啦]|取消|作废|不[作算]数|发(?:早|错|重)了|(?:先|暂时?)不收/u;
/** "手滑了,当我没说", "发串了": it was never meant to be sent. */
const SLIP =
  /手[滑误抖贱]|(?:点|发|传|贴|粘|复制|转)(?:错|串|岔|混)了|误(?:发|传|触|转)|当(?:我|咱|大家|各位|是)?没(?:说|看[见到]|发|这)|没(?:有)?这(?:回|码)?事|(?:去年|上[周月]|前年|以前|过期)的?(?:草稿|旧稿|稿子|通知|版本|文件)/u;
const SENT_ANEW = /重发|重新(?!问|核|确认|了解|研究|商量|请示)|更正|以[^,。;]{1,12}为准|正确|改[成为]|新的/u;

/** "膜先别送,往后啥时候来再说", "手滑了" behind a recall: the message that was taken back a moment ago, where nothing is asked in its stead. */
export function offAfterRecall(view: MessageView): string | null {
  const { bare } = view.surface;
  if (!(OFF.test(bare) || SLIP.test(bare)) || SENT_ANEW.test(bare) || view.times.deadlines.length > 0 || view.message.replyTo !== undefined)
    return null;
  const recall = lastRecall(view);
  const id = recall?.recalls;
  return recall === undefined || id === undefined || view.message.sentAt - recall.sentAt > SOON || !asked(view, id) ? null : id;
}

/** Was it something that was asked? What was taken back with no more than a slip of the pen calls nothing off. */
function asked({ context, turnBefore }: MessageView, id: string): boolean {
  const before = context.recent.find((one) => one.id === id);
  if (before !== undefined) return before.label === 'directive' || before.label === 'traffic';
  return turnBefore.some(({ message, times }) => message.id === id && times.deadlines.length > 0);
}

function lastRecall({
  message,
  context,
  turnBefore,
}: MessageView): { readonly recalls?: string | undefined; readonly sentAt: number } | undefined {
  const { id } = message.sender;
  const inTurn = turnBefore.findLast((one) => one.message.recalls !== undefined && one.message.sender.id === id)?.message;
  return inTurn ?? context.recent.findLast(({ recalls, senderId }) => recalls !== undefined && senderId === id);
}
