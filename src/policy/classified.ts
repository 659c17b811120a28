/** Content marked 秘密, 机密 or 绝密 doesn't belong in a chat group and is not kept: only that there was such a message, from whom and when. */
import type { Envelope } from '../model/message.ts';

/** The marks of a document's security level, not the words in talk ("商业机密", "这是秘密哈"). */
const MARK =
  /(?:绝密|机密|秘密)\s*(?:★|☆|\*)|[【[（(〔]\s*(?:绝密|机密|秘密)\s*(?:级|件)?\s*[】\]）)〕]|密\s*级\s*[:：]?\s*(?:绝密|机密|秘密)|(?:绝密|机密|秘密)级(?:文件|材料|资料|件)/u;

/** What a reader sees in its place. */
export const CLASSIFIED_NAME = '标有密级，内容未保存';

export function isMarkedClassified({ text, file, forwarded }: Pick<Envelope, 'text' | 'file' | 'forwarded'>): boolean {
  return MARK.test(text) || (file !== undefined && MARK.test(file.name)) || (forwarded ?? []).some((part) => MARK.test(part.text));
}

/** The envelope as it may be stored: a marked one without its content, as a file that can't be read. */
export function withoutClassified(envelope: Envelope): Envelope {
  if (!isMarkedClassified(envelope)) return envelope;
  const { platform, group, id, sentAt, sender, mentions, replyTo } = envelope;
  return {
    platform,
    group,
    id,
    sentAt,
    sender,
    kind: 'file',
    text: '',
    file: { name: CLASSIFIED_NAME },
    ...(mentions === undefined ? {} : { mentions }),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}
