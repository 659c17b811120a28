/** The corpus in figures, as Markdown tables: the same for the terminal and for the README. */
import { LABELS, NOISE } from '../../../src/model/label.ts';
import { displayWidth, padToWidth } from '../../eval/display-width.ts';
import { type Agreement, agreementByLabel, agreementOf, type Pair } from './agreement.ts';
import { noiseShare } from './noise-share.ts';
import { type Phrases, SIDES } from './phrases.ts';
import type { Scenario } from './scenario.ts';

export interface Counted {
  readonly scenario: Scenario;
  readonly pairs: readonly Pair[];
}

export function figuresOf(counted: readonly Counted[], readOnce: readonly Scenario[], phrases: Phrases): string {
  const pairs = counted.flatMap((one) => one.pairs);
  return [overview(counted), byLabel(counted), byAgreement(pairs), readOnceTable(readOnce), phraseTable(phrases)].join('\n\n');
}

function overview(counted: readonly Counted[]): string {
  const rows = counted.map(({ scenario, pairs }) => [
    scenario.name,
    scenario.roster.org,
    ...[scenario.roster.people, scenario.roster.groups, scenario.chat, scenario.directives].map(({ length }) => String(length)),
    percent(noiseShare(scenario)),
    ...agreementCells(agreementOf(pairs)),
  ]);
  const sum = (column: (scenario: Scenario) => readonly unknown[]) =>
    String(counted.reduce((total, { scenario }) => total + column(scenario).length, 0));
  const gold = counted.flatMap(({ scenario }) => scenario.gold);
  const all = [
    'all',
    '',
    sum(({ roster }) => roster.people),
    sum(({ roster }) => roster.groups),
    sum(({ chat }) => chat),
    sum(({ directives }) => directives),
    percent(noiseShare({ gold })),
    ...agreementCells(agreementOf(counted.flatMap(({ pairs }) => pairs))),
  ];
  return table(
    ['scenario', 'organisation', 'people', 'groups', 'messages', 'directives', 'noise', 'labelled twice', 'agree', 'κ'],
    [...rows, all],
  );
}

function byLabel(counted: readonly Counted[]): string {
  const labels = counted.flatMap(({ scenario }) => scenario.gold.map(({ value }) => value.label));
  const count = (label: string) => labels.filter((one) => one === label).length;
  return table(
    ['label', 'messages', 'share', 'noise'],
    LABELS.map((label) => [label, String(count(label)), percent(count(label) / Math.max(1, labels.length)), NOISE.has(label) ? 'yes' : '']),
  );
}

function byAgreement(pairs: readonly Pair[]): string {
  const rows = agreementByLabel(pairs).map(({ label, first, second, both, kappa }) => [
    label,
    String(first),
    String(second),
    String(both),
    figure(kappa),
  ]);
  return table(['label (sample, as first given)', 'first hand', 'second hand', 'both', 'κ'], rows);
}

function readOnceTable(scenarios: readonly Scenario[]): string {
  const rows = scenarios.map(({ name, roster, chat, directives, gold }) => [
    name,
    roster.org,
    ...[roster.people, roster.groups, chat, directives].map(({ length }) => String(length)),
    percent(noiseShare({ gold })),
  ]);
  return table(['read once', 'organisation', 'people', 'groups', 'messages', 'directives', 'noise'], rows);
}

function phraseTable(phrases: Phrases): string {
  const rows = SIDES.flatMap((side) => {
    const labels = phrases[side].map(({ value }) => value.label);
    const counts = LABELS.map((label) => [label, labels.filter((one) => one === label).length] as const).filter(([, count]) => count > 0);
    return [[side, String(labels.length), counts.map(([label, count]) => `${label} ${count}`).join(', ')]];
  });
  return table(['phrases', 'texts', 'by label'], rows);
}

function agreementCells({ pairs, equal, kappa }: Agreement): readonly string[] {
  return [String(pairs), percent(pairs === 0 ? 0 : equal / pairs), figure(kappa)];
}

function figure(kappa: number | null): string {
  return kappa === null ? '' : kappa.toFixed(3);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(displayWidth)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => padToWidth(cell, widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}
