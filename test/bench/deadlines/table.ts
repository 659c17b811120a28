/** The figures as a table, for people and for README. */
import { FIELDS, type OwnScore } from './own-fields.ts';
import { MEASURES, type Measure, type Score, type Share } from './score.ts';

export type Language = 'en' | 'zh';
export type Label = Readonly<Record<Language, string>>;

export interface Column {
  readonly name: Label;
  readonly all: Score;
  readonly held: Score;
  /** Only our engine says more than days and instants. */
  readonly own?: { readonly all: OwnScore; readonly held: OwnScore };
  readonly perSecond: number;
}

const LABELS: Readonly<Record<Measure, Label>> = {
  whole: { en: 'sentences wholly right', zh: '整句全对' },
  recall: { en: 'deadline days found', zh: '截止日召回' },
  precision: { en: 'days given that are right', zh: '截止日精确' },
  instants: { en: 'clock times right', zh: '钟点全对' },
  empty: { en: 'no deadline, left empty', zh: '没有截止的句子留空' },
  calendar: { en: 'working days, holidays, T+N', zh: '工作日、节假日、T+N' },
  corrections: { en: 'corrections', zh: '更正、改期' },
};
const OWN_LABELS: Readonly<Record<(typeof FIELDS)[number], Label>> = {
  recurrence: { en: 'recurrence', zh: '周期' },
  anchor: { en: 'anchor (下班前, 中午前)', zh: '锚点(下班前、中午前)' },
  urgency: { en: 'urgency', zh: '缓急' },
  'every field': { en: 'every field right', zh: '每个字段全对' },
};
const SPEED: Label = { en: 'sentences a second, one core', zh: '每秒句数(单核)' };

export function rowsOf(columns: readonly Column[], language: Language): readonly (readonly string[])[] {
  return [
    ['', ...columns.map(({ name }) => name[language])],
    ...MEASURES.map((measure) => [LABELS[measure][language], ...columns.map(({ all, held }) => cell(all[measure], held[measure]))]),
    ...FIELDS.map((field) => [
      OWN_LABELS[field][language],
      ...columns.map(({ own }) => (own === undefined ? '–' : cell(own.all[field], own.held[field]))),
    ]),
    [SPEED[language], ...columns.map(({ perSecond }) => rounded(perSecond))],
  ];
}

/** The share in hundred, and in brackets that of the sentences held back. */
function cell(all: Share, held: Share): string {
  return `${percent(all)} (${percent(held)})`;
}

/** Rounded down, so that 100 means all. */
function percent({ right, of }: Share): string {
  return of === 0 ? '–' : (Math.floor((1000 * right) / of) / 10).toFixed(1);
}

/** Two digits that count; the rest is the machine's mood. */
function rounded(rate: number): string {
  return Number(rate.toPrecision(2)).toLocaleString('en-US');
}

export function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...body].map(line).join('');
}

export function plain(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((cells) => widthOf(cells[index] ?? ''))));
  const pad = (text: string, index: number): string => {
    const blank = ' '.repeat((widths[index] ?? 0) - widthOf(text));
    return index === 0 ? text + blank : blank + text;
  };
  return rows.map((cells) => `${cells.map(pad).join('  ').trimEnd()}\n`).join('');
}

/** Chinese characters take two places on a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u1100-\u{3fffd}]/u.test(sign) && sign !== '–' ? 2 : 1), 0);
}
