/**
 * The measures as a table for the terminal: a row a measure under the heading of its theme, a column a scenario and one
 * for all. What doesn't fit a cell, the most frequent confusions, follows below, a line a scenario.
 */
import { displayWidth, padToWidth } from './display-width.ts';
import { type Breakdown, type Measure, statisticOf, type ThemeMeasures } from './measure.ts';

export interface Column {
  readonly title: string;
  readonly themes: readonly ThemeMeasures[];
}

type Row = readonly string[];

const CONFUSIONS_SHOWN = 10;

export function renderTable(columns: readonly Column[]): string {
  const rows: readonly Row[] = [...titleRows(columns), ...(columns[0]?.themes ?? []).flatMap((_, place) => themeRows(columns, place))];
  const widths = ['', ...columns].map((_, index) => Math.max(...rows.map((row) => displayWidth(row[index] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, index) => padToWidth(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...columns.flatMap(breakdownLines)].join('\n');
}

/** A title is broken at its hyphens into lines, so that a long name doesn't widen its column. */
function titleRows(columns: readonly Column[]): readonly Row[] {
  const parts = columns.map(({ title }) => title.split(/(?<=-)/u));
  const height = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => ['', ...parts.map((part) => part[line - height + part.length] ?? '')]);
}

function themeRows(columns: readonly Column[], place: number): readonly Row[] {
  const first = columns[0]?.themes[place];
  if (first === undefined) return [];
  const rows = first.measures.flatMap(({ kind, name }, index): readonly Row[] => {
    if (kind === 'breakdown') return [];
    return [[`  ${name}`, ...columns.map(({ themes }) => cell(themes[place]?.measures[index]))]];
  });
  return [[], [first.theme], ...rows];
}

function cell(measure: Measure | undefined): string {
  if (measure?.kind === 'share') return `${percent(measure)} ${measure.good}/${measure.total}`;
  if (measure?.kind === 'count') return figure(String(measure.value));
  return measure?.kind === 'spread' ? figure(String(statisticOf(measure))) : '';
}

function percent({ good, total }: { readonly good: number; readonly total: number }): string {
  return figure(total === 0 ? 'n/a' : `${((100 * good) / total).toFixed(1)}%`);
}

/** As wide as 100.0%, so that figures stand below one another. */
function figure(text: string): string {
  return text.padStart(6);
}

function breakdownLines({ title, themes }: Column, index: number): readonly string[] {
  const breakdowns = themes.flatMap(({ theme, measures }) =>
    measures.filter((measure) => measure.kind === 'breakdown').map((measure) => ({ theme, measure })),
  );
  const headings = index === 0 ? breakdowns.map(({ theme, measure }) => `\n${theme}: ${measure.name}`) : [];
  return [...headings, ...breakdowns.map(({ measure }) => `  ${title}: ${mostFrequent(measure)}`)];
}

function mostFrequent({ counts }: Breakdown): string {
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, CONFUSIONS_SHOWN);
  return sorted.map(([name, times]) => `${name}:${times}`).join(' ') || 'none';
}
