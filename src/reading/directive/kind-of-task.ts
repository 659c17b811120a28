/** Is what is asked of people a gathering that they attend, or something that they do by then? */
import type { Deadline } from '../../model/deadline.ts';
import type { MessageView } from '../view.ts';
import { type Due, namesMeeting } from './times-of-task.ts';

export function isMeeting(view: MessageView, words: string, { event, deadline }: Due): boolean {
  return (
    (event !== null && namesMeeting(words)) ||
    (deadline?.basis === 'said' && (isPutTogether(words, deadline) || isHeldThen(view, deadline)))
  );
}

/** "今天下午2:30,三楼,碰一下剩余10户的事", "那条埂的调解定了:明天上午9:30": an hour at which heads are put together, no limit. */
function isPutTogether(words: string, { phrase }: Deadline): boolean {
  return PUT_TOGETHER.test(words) && !BY_THEN.test(phrase);
}

/** "助餐工作例会这周三上午10点,在服务中心二楼": the hour right behind a gathering's name is when it begins. */
function isHeldThen({ normal: { text }, surface, message }: MessageView, { phrase, span: [start] }: Deadline): boolean {
  if (BY_THEN.test(phrase) || message.text.length !== text.length) return false;
  return GATHERING_BEFORE.test(text.slice(surface.ownStart, start)) && IS_ATTENDED.test(text.slice(start));
}

const GATHERING_BEFORE = /(?:会议?|培训|演练|座谈|讲座)(?:定?[在于]|时间|[:,])?$/u;
const IS_ATTENDED = /参加|出席|到[会场]|都来|来开/u;

const BY_THEN = /[前内止]/u;
const PUT_TOGETHER =
  /碰(?:一下|一碰|(?:[一两]?[次下个])?头)|(?:调解|协商|座谈|谈话|约谈|见面|协调)会?(?:就|的?时间)?(?:定(?:了|在|到|于)|安排在)/u;
