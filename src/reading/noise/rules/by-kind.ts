/** Messages whose kind nearly decides: pictures, voice notes, files, stickers, red packets, system lines, links. */
import { NOISE } from '../../../model/label.ts';
import { givesTasks } from '../../standing.ts';
import type { MessageView } from '../../view.ts';
import { isPlaceholder } from '../forwards.ts';
import type { Rule } from '../rule.ts';

const BURST = 3 * 60_000;
const SCREENSHOT_TASK = 4 * 3_600_000;

function isPicture(view: MessageView): boolean {
  return view.message.kind === 'image' || view.message.kind === 'video';
}

function isWordless(view: MessageView): boolean {
  return view.surface.bare === '';
}

/** Other pictures in the group within three minutes before, by anybody. */
function picturesBefore(view: MessageView): number {
  return view.context.recent.filter(
    (other) => (other.kind === 'image' || other.kind === 'video') && view.message.sentAt - other.sentAt <= BURST,
  ).length;
}

function screenshotsAsked(view: MessageView): boolean {
  return view.context.recent.some((other) => other.label === 'traffic' && view.message.sentAt - other.sentAt <= SCREENSHOT_TASK);
}

function afterOwnAsk(view: MessageView): boolean {
  return view.turnBefore.some((other) => other.surface.bare.length > 10);
}

export const byKind: readonly Rule[] = [
  { id: 'kind.system', label: 'system', weight: 12, says: '系统消息', hits: (view) => view.message.kind === 'system' },
  { id: 'kind.recall', label: 'system', weight: 9, says: '撤回了一条消息', hits: (view) => view.message.kind === 'recall' },
  {
    id: 'kind.recall-of-ask',
    label: 'update',
    weight: 12,
    says: '撤回的是一条布置',
    hits: (view) =>
      view.message.kind === 'recall' && view.context.recent.some((other) => other.id === view.message.recalls && !NOISE.has(other.label)),
  },
  { id: 'kind.redpacket', label: 'redpacket', weight: 12, says: '红包', hits: (view) => view.message.kind === 'redpacket' },
  {
    id: 'kind.sticker',
    label: 'chitchat',
    weight: 9,
    says: '只有表情',
    hits: (view) =>
      view.message.kind === 'sticker' ||
      (view.message.kind === 'text' && isWordless(view) && !(givesTasks(view.standing) && isPlaceholder(view))),
  },
  {
    id: 'kind.voice-of-giver',
    label: 'opaque',
    weight: 9,
    says: '布置工作的人发的语音,听不出内容,可能有任务',
    hits: (view) => view.message.kind === 'voice' && isWordless(view) && givesTasks(view.standing),
  },
  {
    id: 'kind.voice',
    label: 'chitchat',
    weight: 5,
    says: '不布置工作的人发的语音',
    hits: (view) => view.message.kind === 'voice' && isWordless(view) && !givesTasks(view.standing),
  },
  {
    id: 'kind.picture-of-giver',
    label: 'opaque',
    weight: 7,
    says: '布置工作的人单独发的图片,看不出内容,可能有任务',
    hits: (view) =>
      isPicture(view) &&
      isWordless(view) &&
      givesTasks(view.standing) &&
      view.standing !== 'unknown' &&
      picturesBefore(view) === 0 &&
      !screenshotsAsked(view),
  },
  { id: 'kind.picture', label: 'photo_dump', weight: 6, says: '没有文字的照片', hits: (view) => isPicture(view) && isWordless(view) },
  {
    id: 'kind.picture-burst',
    label: 'photo_dump',
    weight: 3,
    says: '连发的照片',
    hits: (view) => isPicture(view) && isWordless(view) && picturesBefore(view) > 0,
  },
  {
    id: 'kind.file-of-giver',
    label: 'opaque',
    weight: 7,
    says: '布置工作的人发的文件,没有说明',
    hits: (view) => view.message.kind === 'file' && isWordless(view) && givesTasks(view.standing) && !afterOwnAsk(view),
  },
  {
    id: 'kind.file-with-ask',
    label: 'part',
    weight: 8,
    says: '跟着通知一起发的附件',
    hits: (view) => view.message.kind === 'file' && givesTasks(view.standing) && afterOwnAsk(view),
  },
  {
    id: 'kind.file-of-field',
    label: 'report',
    weight: 6,
    says: '基层交来的文件',
    hits: (view) => view.message.kind === 'file' && isWordless(view) && !givesTasks(view.standing),
  },
  { id: 'kind.link', label: 'share', weight: 4, says: '转发的链接', hits: (view) => view.message.kind === 'link' },
  {
    id: 'kind.bare-link',
    label: 'share',
    weight: 3,
    says: '只有链接,没有要求',
    hits: (view) => view.message.kind === 'link' && view.surface.bare.length < 12,
  },
  { id: 'kind.location', label: 'chitchat', weight: 5, says: '位置', hits: (view) => view.message.kind === 'location' && isWordless(view) },
];
