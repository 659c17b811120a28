/** The words that a claim rests on: the sentences of a region that name the deed or the time, verbatim. */
import type { Envelope } from '../../model/message.ts';
import type { Evidence } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { wordsOf } from '../lexicon.ts';
import { originalSpan } from '../text/normalise.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { MessageView } from '../view.ts';

const DEED = wordsOf('handIn', 'deeds', 'meeting', 'hazard', 'appeal', 'traffic');
const MAX_QUOTE = 160;

/** @param region in the normal text */
export function evidenceIn(view: MessageView, region: Span, times: readonly Span[]): Evidence {
  const { text } = view.normal;
  const sentences = sentencesOf(text, region[0], region[1]);
  const telling = sentences.filter(
    ([start, end]) => DEED.has(text.slice(start, end)) || times.some(([from]) => from >= start && from < end),
  );
  const chosen = telling.length > 0 ? telling : sentences;
  const first = chosen[0];
  const last = chosen.at(-1);
  if (first === undefined || last === undefined) return wholeMessage(view.message);
  const end = last[1] - first[0] > MAX_QUOTE ? Math.max(first[1], first[0] + MAX_QUOTE) : last[1];
  const span = originalSpan(view.normal, first[0], Math.min(end, first[0] + MAX_QUOTE));
  const quote = view.message.text.slice(span[0], span[1]);
  return { ...keyOf(view.message), quote, span };
}

export function wholeMessage(message: Envelope): Evidence {
  const { text } = message;
  return text === ''
    ? { ...keyOf(message), quote: null, span: null }
    : { ...keyOf(message), quote: text.slice(0, MAX_QUOTE), span: [0, Math.min(text.length, MAX_QUOTE)] };
}

function keyOf({ platform, group, id }: Envelope) {
  return { platform, group, id };
}
