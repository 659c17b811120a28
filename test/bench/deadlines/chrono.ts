/** chrono-node with its simplified Chinese parsers, told that dates lie ahead. */
import { type ParsedComponents, type ParsedResult, zh } from 'chrono-node';
import type { Mention } from './found.ts';

/** The library alone, as it is timed. */
export function parseChrono(text: string, sentAt: number): readonly ParsedResult[] {
  return zh.hans.parse(text, new Date(sentAt), { forwardDate: true });
}

/** Day and clock as the library names them; an hour that it only assumes (noon) is none, and a bare month names no day. */
export function chronoMentions(text: string, sentAt: number): readonly Mention[] {
  const mentions = parseChrono(text, sentAt).map(({ index, text: phrase, start, end }) => {
    const last = end ?? start;
    return {
      start: index,
      end: index + phrase.length,
      day: dayOf(last),
      hasDay: start.isCertain('day') || start.isCertain('weekday'),
      clock: last.isCertain('hour') ? (last.get('hour') ?? 0) * 60 + (last.get('minute') ?? 0) : null,
    };
  });
  return mentions.filter(({ hasDay, clock }) => hasDay || clock !== null);
}

function dayOf(parts: ParsedComponents): string {
  const two = (part: 'month' | 'day'): string => String(parts.get(part)).padStart(2, '0');
  return `${parts.get('year')}-${two('month')}-${two('day')}`;
}
