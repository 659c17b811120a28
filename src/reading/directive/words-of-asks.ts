/** Of each of the asks of one message all of its words: of what their quotes leave out, who is called before them and what is said behind the last. */
import type { Ask } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { type NormalText, normalise, originalSpan } from '../text/normalise.ts';
import { surfaceOf } from '../text/surface.ts';

/**
 * @param asks of the message
 * @param text of the message, as it was sent
 * @returns the normal text of each, in their order
 */
export function wordsOfAsks(asks: readonly Ask[], text: string): readonly string[] {
  const normal = normalise(text);
  const own = ownSpan(normal, text);
  const quotes = asks.map(({ evidence: [first] }) => first?.span ?? own);
  return spansOfWords(own, quotes).map(([start, end]) =>
    end - start === text.length ? normal.text : normalise(text.slice(start, end)).text,
  );
}

/** Without what it quotes of another. */
function ownSpan(normal: NormalText, text: string): Span {
  const { ownStart } = surfaceOf(normal);
  return ownStart === 0 ? [0, text.length] : [originalSpan(normal, ownStart, normal.text.length)[0], text.length];
}

/** Those that overlap stay as they are. */
function spansOfWords(own: Span, quotes: readonly Span[]): readonly Span[] {
  return quotes.map((quote) => {
    const [start, end] = quote;
    const others = quotes.filter((other) => other !== quote);
    if (others.some((other) => other[0] < end && other[1] > start)) return quote;
    const from = Math.max(own[0], ...others.map((other) => other[1]).filter((at) => at <= start));
    const isLast = others.every((other) => other[0] < start);
    return [from, isLast ? own[1] : end];
  });
}
