/** What is never sent to anybody, masked or not. */
import type { Message } from '../../model/message.ts';
import { groupKey } from '../../model/message.ts';
import type { Organisation } from '../../model/organisation.ts';
import { isMarkedClassified } from '../classified.ts';

/** Marks of what is for inside only; and the words of secrecy themselves, marked or not: asking less does no harm. */
const INSIDE =
  /绝密|机密|秘密|涉密|密级|保密|内部(?:资料|文件|材料|掌握|使用|参考|传阅|情况|消息|通报)|[【[（(〔]\s*内部\s*[】\]）)〕]|(?:不得|请勿|勿|不要|严禁|禁止|不)(?:对外|外传|外泄|转发|扩散|截图)|仅限?(?:内部|本群|班子)/u;

export function isWithheld(message: Pick<Message, 'platform' | 'group' | 'text' | 'file' | 'forwarded'>, org: Organisation): boolean {
  if (org.groupByKey.get(groupKey(message))?.localOnly === true) return true;
  const texts = [message.text, message.file?.name ?? '', ...(message.forwarded ?? []).map(({ text }) => text)];
  return isMarkedClassified(message) || texts.some((text) => INSIDE.test(text));
}
