/** What an update is shown as whose directive isn't found: something to look at, or, where it asks nothing of anybody, something to know. */
import type { Ask, ChangeKind, Verdict } from '../../model/reading.ts';
import type { MessageView } from '../view.ts';
import { askedAlone, everyone, plainAsk } from './asks.ts';
import { presses } from './change-kind.ts';

export function unplacedAsk(view: MessageView, verdict: Verdict, change: ChangeKind, audience: Ask['audience']): Ask {
  return asksNothing(view, change) ? plainAsk(view, verdict, 'notice', everyone(view)) : { ...askedAlone(view, verdict), audience };
}

/** It is over; or it neither names a time to come or a person nor presses or requests. */
function asksNothing({ words, times, surface, message }: MessageView, change: ChangeKind): boolean {
  if (change === 'done') return true;
  const addressed = (message.mentions?.length ?? 0) > 0 || surface.mentionNames.length > 0;
  const requests = words('requests') > 0 || presses(surface.bare);
  const ahead = times.deadlines.length > 0 || times.otherTimes.some(({ role }) => role === 'event');
  return change === 'remind' && !addressed && !requests && !ahead;
}
