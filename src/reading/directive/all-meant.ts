/** Tasks for all whom they mean: those whom the readers found, as the words of each and its message bear them out. */
import { type Ask, isTask } from '../../model/reading.ts';
import type { MessageView } from '../view.ts';
import { withAbsent } from './audience/absent.ts';
import { EVERY_PLACE } from './audience/index.ts';
import { meantBy } from './audience/meant.ts';
import { wordsOfAsks } from './words-of-asks.ts';

/** @param asks of the message */
export function withAllMeant(asks: readonly Ask[], { message, normal, context: { org, models } }: MessageView): readonly Ask[] {
  const meaning = models?.meaning;
  const isOwn = ({ kind, evidence: [first] }: Ask): boolean => isTask(kind) && first?.id === message.id;
  if (meaning === null || !asks.some(isOwn)) return asks;
  const words = wordsOfAsks(asks, message.text);
  return asks.map((ask, place) => {
    if (!isOwn(ask)) return ask;
    const own = words[place] ?? normal.text;
    const meant = meantBy(own, normal.text, message, org, ask.audience, meaning, models?.calling);
    const audience = ask.kind === 'directive' && ask.audience.says === EVERY_PLACE ? withAbsent(own, meant, message, org) : meant;
    return audience === ask.audience ? ask : { ...ask, audience };
  });
}
