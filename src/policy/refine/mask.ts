/**
 * Masking before anything is sent: what belongs to somebody becomes a placeholder, the same one for the same thing all through a
 * question. Spans of the masked text lead back to the original, and that is the only way back: a placeholder itself is never replaced.
 */
import type { Organisation } from '../../model/organisation.ts';
import { type Span, spansOverlap } from '../../model/span.ts';
import { datesIn, type PrivateKind, privateWords } from './private-words.ts';

interface Piece {
  /** In the original. */
  readonly from: number;
  readonly to: number;
  /** In the masked text. */
  readonly start: number;
  readonly end: number;
}

export interface Masked {
  readonly text: string;
  /** What was replaced, in order. */
  readonly pieces: readonly Piece[];
}

export interface Masker {
  mask(text: string): Masked;
  /** The placeholder of somebody who speaks. */
  speaker(key: string, name: string): string;
  /** The words behind a placeholder of a person. */
  nameBehind(placeholder: string): string | undefined;
}

export const PLACEHOLDER = /⟦[^⟦⟧]*⟧?|⟧/u;
/** Brackets of our own in a text become others. */
const BRACKETS: Readonly<Record<string, string>> = { '⟦': '[', '⟧': ']' };

/** @param others names beside those of the roster */
export function masker(org: Organisation, others: readonly string[]): Masker {
  const patterns = privateWords(org, others);
  const placeholders = new Map<string, string>();
  const counts = new Map<PrivateKind, number>();
  const names = new Map<string, string>();

  function placeholderOf(kind: PrivateKind, words: string, key = words): string {
    const id = `${kind} ${kind === '号码' ? key.replace(/[^\p{Nd}\p{No}\u4e00-\u9fffXx]/gu, '') : key}`;
    const known = placeholders.get(id);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const made = `⟦${kind}${count}⟧`;
    placeholders.set(id, made);
    if (kind === '人') names.set(made, words);
    return made;
  }

  return {
    mask(text) {
      const found = [...privateIn(text), ...bracketsIn(text)].toSorted((a, b) => a.span[0] - b.span[0]);
      const pieces: Piece[] = [];
      let masked = '';
      let done = 0;
      for (const { span, kind } of found) {
        masked += text.slice(done, span[0]);
        const words = text.slice(span[0], span[1]);
        const start = masked.length;
        masked += kind === null ? (BRACKETS[words] ?? '') : placeholderOf(kind, words);
        if (kind !== null) pieces.push({ from: span[0], to: span[1], start, end: masked.length });
        done = span[1];
      }
      return { text: masked + text.slice(done), pieces };
    },
    speaker: (key, name) => placeholderOf('人', name, name === '' ? key : name),
    nameBehind: (placeholder) => names.get(placeholder),
  };

  function privateIn(text: string): readonly { readonly span: Span; readonly kind: PrivateKind | null }[] {
    const dates = datesIn(text);
    const taken: { readonly span: Span; readonly kind: PrivateKind }[] = [];
    for (const { kind, pattern } of patterns) {
      for (const span of kind === '号码' ? numbersIn(text, pattern, dates) : spansOf(text, pattern)) {
        if (!taken.some((other) => spansOverlap(other.span, span))) taken.push({ span, kind });
      }
    }
    return taken;
  }
}

function spansOf(text: string, pattern: RegExp, offset = 0): readonly Span[] {
  return [...text.matchAll(pattern)].map((found) => [offset + found.index, offset + found.index + found[0].length]);
}

/** Between full dates, so that a day doesn't hide as a number, nor a number behind a day. */
function numbersIn(text: string, pattern: RegExp, dates: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const [start, end] of [...dates, [text.length, text.length] as const]) {
    spans.push(...spansOf(text.slice(from, start), pattern, from));
    from = end;
  }
  return spans;
}

function bracketsIn(text: string): readonly { readonly span: Span; readonly kind: null }[] {
  return spansOf(text, /[⟦⟧]/gu).map((span) => ({ span, kind: null }));
}

/** Where a quote of the masked text stands in the original; null where it isn't there, or cuts a placeholder in two. */
export function originalOf({ text, pieces }: Masked, quote: string): Span | null {
  const start = quote === '' ? -1 : text.indexOf(quote);
  if (start < 0) return null;
  const from = originalOffset(pieces, start);
  const to = originalOffset(pieces, start + quote.length);
  return from === null || to === null ? null : [from, to];
}

function originalOffset(pieces: readonly Piece[], offset: number): number | null {
  const before = pieces.findLast(({ start }) => start < offset);
  if (before === undefined) return offset;
  return offset < before.end ? null : before.to + (offset - before.end);
}
