/** What a forward leaves out: a record that only its name came of, a text that stops in the middle, essentials that stand in a picture. */
import type { MessageView } from '../view.ts';
import { ownText } from './rule.ts';

const PLACEHOLDER =
  /^\s*\[(?:群聊的)?(?:聊天记录|合并转发|转发消息|逐条转发|图片|照片|语音|视频|文件|链接|小程序|视频号|笔记|卡片消息|不支持的消息|未知消息)\]\s*$/u;
const RECORD = /^\s*(?:[^\n:]{0,20}聊天记录\s*\n|\[(?:群聊的)?(?:聊天记录|合并转发|逐条转发)\]\s*$)/u;
/** With no more than where it comes from. */
const NAMED_RECORD = /^\s*\[(?:群聊的)?(?:聊天记录|合并转发)\][^,。;:!?\n]{0,24}$/u;
const ASKS = /请|务必|要求|各(?:乡|镇|村|社区|街道|单位|部门|学校|企业|股|科|组|家)|[报交填](?:送|来|给|到|上)/u;
const BY_A_TIME = /[日号点天周月班:\d]\s*之?前|截止|截至|[今明后]天|下班/u;
const CUT_OFF = /(?:…|\.{3,}|。{3,}|(?:展开|阅读|查看)全文|已截断|内容过长|未完待续|未显示完)[)\]】」”"\s]*$/u;
/** What is shorter trails off because its writer lets it. */
const CUT_LENGTH = 16;
const IN_PICTURE =
  /(?:详?见|按照?|依照|如)(?:上|下|附|左|右|这张|那张)?(?:图|表|附件|附表|截图|图片|照片|文件|链接)|看(?:下|附|这张)(?:图|表|件)|(?:名单|要求|时间|地点|内容|标准|分工|排班|安排)[^,。]{0,4}(?:在|看)(?:图|截图|附件|表|文件)/u;

/** A chat record, with its lines or by its name alone. */
export function isRecord({ normal: { text } }: MessageView): boolean {
  return RECORD.test(text);
}

/** Stands for something that this chat system hands to nobody. */
export function isPlaceholder({ normal: { text } }: MessageView): boolean {
  return PLACEHOLDER.test(text);
}

/** "[聊天记录] 县医保经办业务群": nothing of its own, and a line of it asks for something by a time. */
export function isRecordThatAsks({ normal: { text }, message: { forwarded = [] } }: MessageView): boolean {
  return NAMED_RECORD.test(text) && forwarded.some((line) => ASKS.test(line.text) && BY_A_TIME.test(line.text));
}

/** Stops before it has said what is to be done, though it speaks of work: somebody is addressed, or something asked. */
export function isCutOff(view: MessageView): boolean {
  const { surface, words } = view;
  if (surface.bare.length < CUT_LENGTH || !CUT_OFF.test(ownText(view))) return false;
  return words('everyone') + words('requests') + words('handIn') > 0;
}

/** Says that the essential is in a picture, a table, a file. */
export function pointsToPicture({ surface: { bare } }: MessageView): boolean {
  return IN_PICTURE.test(bare);
}
