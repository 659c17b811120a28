/** A half-open range of UTF-16 offsets into a message's original text. */
export type Span = readonly [start: number, end: number];

export function sliceSpan(text: string, span: Span): string {
  return text.slice(span[0], span[1]);
}

export function spansOverlap(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}
