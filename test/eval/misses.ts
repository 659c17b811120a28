/** What went wrong, a line a subject: the first miss of each, and how many more there are of the same. */
import type { Measure, Miss, ThemeMeasures } from './measure.ts';

export function renderMisses(title: string, themes: readonly ThemeMeasures[]): string {
  const misses = themes.flatMap(({ measures }) => measures.flatMap(missesOf));
  const bySubject = Map.groupBy(misses, ({ what, subject }) => `${what} | ${subject}`);
  return [`--- misses: ${title}`, ...[...bySubject.values()].map(line)].join('\n');
}

function missesOf(measure: Measure): readonly Miss[] {
  return measure.kind === 'share' || measure.kind === 'count' ? measure.misses : [];
}

function line(same: readonly Miss[]): string {
  const { what = '', subject = '', details = [] } = same[0] ?? {};
  const told = [what, subject, ...details].map((part) => part.replaceAll(/\s+/gu, ' ')).filter((part) => part !== '');
  return told.join(' | ') + (same.length > 1 ? ` (and ${same.length - 1} more)` : '');
}
