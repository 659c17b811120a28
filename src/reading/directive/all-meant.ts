/** A task for all whom it means: those whom the readers found, as its words and its message bear them out. */
import { type Ask, isTask } from '../../model/reading.ts';
import { normalise } from '../text/normalise.ts';
import type { MessageView } from '../view.ts';
import { meantBy } from './audience/meant.ts';

export function withAllMeant(ask: Ask, { message, normal, context: { org, models } }: MessageView): Ask {
  const [first] = ask.evidence;
  if (!isTask(ask.kind) || models?.meaning === null || first?.id !== message.id) return ask;
  const words = first.quote === null || first.quote === message.text ? normal.text : normalise(first.quote).text;
  const audience = meantBy(words, normal.text, message, org, ask.audience, models?.meaning);
  return audience === ask.audience ? ask : { ...ask, audience };
}
