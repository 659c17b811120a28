/** A string with CQ codes to segments, for implementations that are set to send strings. Pure. */
import type { WireSegment } from './wire.ts';

const CODE = /\[CQ:(?<type>[\w.-]+)(?<data>(?:,[^,\]]*)*)\]/gu;

export function segmentsOf(body: string | readonly WireSegment[]): readonly WireSegment[] {
  if (typeof body !== 'string') return body;
  const segments: WireSegment[] = [];
  let end = 0;
  for (const match of body.matchAll(CODE)) {
    if (match.index > end) segments.push(words(body.slice(end, match.index)));
    segments.push({ type: match.groups?.['type'] ?? '', data: dataOf(match.groups?.['data'] ?? '') });
    end = match.index + match[0].length;
  }
  if (end < body.length) segments.push(words(body.slice(end)));
  return segments;
}

function words(text: string): WireSegment {
  return { type: 'text', data: { text: plain(text) } };
}

function dataOf(list: string): Record<string, string> {
  const pairs = list.split(',').slice(1);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), plain(pair.slice(at + 1))];
    }),
  );
}

/** The ampersand last, so that what was escaped twice is unescaped once. */
function plain(text: string): string {
  return text.replaceAll('&#91;', '[').replaceAll('&#93;', ']').replaceAll('&#44;', ',').replaceAll('&amp;', '&');
}
