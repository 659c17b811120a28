/**
 * The measures as tables for the terminal: a row a scenario and one for all, a block of columns a theme. A theme with more
 * columns than fit goes on in a further block. Breakdowns, which fit no cell, follow below, a line a scenario.
 */
import { displayWidth, padToWidth } from './display-width.ts';
import { type Breakdown, type Measure, statisticOf, type ThemeMeasures } from './measure.ts';

export interface Row {
  readonly title: string;
  readonly themes: readonly ThemeMeasures[];
}

interface Column {
  readonly heading: readonly string[];
  readonly cells: readonly string[];
  readonly width: number;
}

const GAP = '  ';
/** Headings are wrapped at this width, or at that of the cells if they are wider. */
const HEADING_WIDTH = 13;
const MOST_FREQUENT = 10;

export function renderTables(rows: readonly Row[], terminalWidth: number): string {
  const themes = rows[0]?.themes ?? [];
  const titles = rows.map(({ title }) => title);
  const titleWidth = Math.max(...[...titles, ...themes.map(({ theme }) => theme)].map(displayWidth));
  const blocks = themes.flatMap(({ theme, measures }, place) => {
    const columns = measures.flatMap(({ kind }, index) =>
      kind === 'breakdown' ? [] : columnOf(rows.map((row) => row.themes[place]?.measures[index])),
    );
    return fitted(columns, terminalWidth - titleWidth).map((some) => block(theme, titles, titleWidth, some));
  });
  return [...blocks, ...breakdowns(rows)].join('\n\n');
}

/** One measure of all scenarios. */
function columnOf(measures: readonly (Measure | undefined)[]): Column {
  const cells = measures.map(cell);
  const heading = wrap(measures[0]?.name ?? '', Math.max(HEADING_WIDTH, ...cells.map(displayWidth)));
  return { heading, cells, width: Math.max(...[...heading, ...cells].map(displayWidth)) };
}

function cell(measure: Measure | undefined): string {
  switch (measure?.kind) {
    case 'share':
      return `${percent(measure.good, measure.total)} ${measure.good}/${measure.total}`;
    case 'count':
      return figure(String(measure.value));
    case 'spread':
      return figure(String(statisticOf(measure)));
    default:
      return '';
  }
}

function percent(good: number, total: number): string {
  return figure(total === 0 ? 'n/a' : `${((100 * good) / total).toFixed(1)}%`);
}

/** As wide as 100.0%, so that figures stand below one another. */
function figure(text: string): string {
  return text.padStart(6);
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && displayWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Columns in blocks that fit the width; a block has at least one. */
function fitted(columns: readonly Column[], width: number): readonly (readonly Column[])[] {
  const blocks: Column[][] = [];
  let left = 0;
  for (const column of columns) {
    const needed = GAP.length + column.width;
    if (blocks.length === 0 || needed > left) {
      blocks.push([]);
      left = width;
    }
    blocks.at(-1)?.push(column);
    left -= needed;
  }
  return blocks;
}

function block(theme: string, titles: readonly string[], titleWidth: number, columns: readonly Column[]): string {
  const height = Math.max(...columns.map(({ heading }) => heading.length));
  const line = (first: string, cells: readonly string[]) =>
    [padToWidth(first, titleWidth), ...cells.map((text, index) => padToWidth(text, columns[index]?.width ?? 0))].join(GAP).trimEnd();
  const headings = Array.from({ length: height }, (_, index) => {
    const cells = columns.map(({ heading }) => heading[index - height + heading.length] ?? '');
    return line(index === height - 1 ? theme : '', cells);
  });
  const rule = line(
    '-'.repeat(titleWidth),
    columns.map(({ width }) => '-'.repeat(width)),
  );
  return [
    ...headings,
    rule,
    ...titles.map((title, index) =>
      line(
        title,
        columns.map(({ cells }) => cells[index] ?? ''),
      ),
    ),
  ].join('\n');
}

function breakdowns(rows: readonly Row[]): readonly string[] {
  return (rows[0]?.themes ?? []).flatMap(({ theme, measures }, place) =>
    measures.flatMap(({ kind, name }, index) => {
      if (kind !== 'breakdown') return [];
      const lines = rows.map(({ title, themes }) => `  ${title}: ${mostFrequent(themes[place]?.measures[index])}`);
      return [[`${theme}: ${name}`, ...lines].join('\n')];
    }),
  );
}

function mostFrequent(measure: Measure | undefined): string {
  const counts: Breakdown['counts'] = measure?.kind === 'breakdown' ? measure.counts : new Map();
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST_FREQUENT);
  return sorted.map(([name, times]) => `${name}:${times}`).join(' ') || 'none';
}
