/** Whom an item of a list asks. */
import type { Audience } from '../../model/reading.ts';
import type { MessageView } from '../view.ts';
import { audienceOf } from './audience/index.ts';

/** "1.酒店消防,汤口、泉街一家家过;2.停车,舒涛…": where all of them are rung for a list, who is named in an item is asked by it, and nobody else. */
export function audienceOfItem({ message, normal, context: { org } }: MessageView, words: string): Audience {
  const all = audienceOf(words, message, org);
  const { mentions = [] } = message;
  if (words.length === normal.text.length || mentions.filter((id) => id !== '*').length < MANY) return all;
  const named = audienceOf(words, { ...message, mentions: [] }, org);
  const isOfThem = named.people.length > 0 && named.people.every((id) => all.people.includes(id));
  // "1.还差三中、北桥…2.九所中小学都交 @…": who is rung for the first is among those whom the second names.
  const isWider = named.people.length > all.people.length && all.people.every((id) => named.people.includes(id));
  return (isOfThem || isWider) && !named.unclear && named.general !== true ? named : all;
}

/** Two are rung for one thing more often than for two. */
const MANY = 3;
