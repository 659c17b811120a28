/** Words that a refiner quotes, found to the letter in what was asked, and led back to the original. */
import type { Message, MessageKey } from '../../model/message.ts';
import { type Span, sliceSpan } from '../../model/span.ts';
import { originalOf } from './mask.ts';
import type { AskedMessage } from './question.ts';

export interface Place {
  readonly message: Message;
  readonly span: Span;
}

export interface Quoted {
  readonly message: MessageKey;
  readonly quote: string;
  readonly span: Span;
}

const SHORTEST = 2;

/** Null where no message has them. */
export function placeOf(asked: readonly AskedMessage[], quote: string): Place | null {
  if (quote.trim().length < SHORTEST) return null;
  for (const { message, masked } of asked) {
    const span = originalOf(masked, quote);
    if (span !== null) return { message, span };
  }
  return null;
}

export function quotedAt({ message: { platform, group, id, text }, span }: Place): Quoted {
  return { message: { platform, group, id }, quote: sliceSpan(text, span), span };
}
