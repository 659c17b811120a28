/** Plain text: what a chat message or a terminal shows. Without colour it is text and nothing else. */
import type { ItemBlock } from './item-block.ts';
import type { DigestLayout, SectionLayout } from './layout.ts';
import type { Line, Tone } from './line.ts';
import { words } from './words.ts';

export interface PlainOptions {
  readonly colour: boolean;
}

type Style = Tone | 'heading' | 'dim';
type Paint = (style: Style, text: string) => string;

/** SGR codes, on and off. */
const STYLES: Readonly<Record<Style, readonly [on: number, off: number] | null>> = {
  plain: null,
  title: null,
  heading: [1, 22],
  old: [9, 29],
  assumed: [33, 39],
  alarm: [31, 39],
  quiet: [2, 22],
  dim: [2, 22],
};

const RULE = '——';

export function renderPlain(layout: DigestLayout, options: PlainOptions = { colour: false }): string {
  return `${plainBlocks(layout, options).join('\n')}\n`;
}

/** The same text in pieces between which a long one may be cut: no item is torn, and no heading parted from its first item. */
export function plainBlocks(layout: DigestLayout, { colour }: PlainOptions = { colour: false }): readonly string[] {
  const paint = colour ? coloured : (_: Style, text: string) => text;
  const head = [paint('heading', layout.headline.map((piece) => piece.text).join('')), lineText(layout.counts, paint)];
  return [
    [...head, ...(layout.sections.length === 0 ? [] : [''])].join('\n'),
    ...layout.sections.flatMap((section) => sectionBlocks(section, paint)),
    ...(layout.more === null ? [] : [lineText(layout.more, paint)]),
    ...layout.asides.map(({ heading, lines }) =>
      [paint('heading', `【${heading}】`), ...lines.map((line) => lineText(line, paint))].join('\n'),
    ),
    [paint('dim', RULE), ...layout.footer.map((line) => lineText(line, paint))].join('\n'),
  ];
}

function sectionBlocks({ heading, note, joined, items, rest }: SectionLayout, paint: Paint): readonly string[] {
  const title = paint('heading', `【${heading}】`) + (note === null ? '' : paint('quiet', note));
  if (joined) return [title + (note === null ? '' : ' ') + inOneLine(items, paint)];
  const [first, ...others] = items.map((item) => itemLines(item, paint).join('\n'));
  return [
    first === undefined ? title : `${title}\n${first}`,
    ...others,
    ...(rest.length === 0 ? [] : [paint('quiet', words.cut.rest) + inOneLine(rest, paint)]),
  ];
}

function inOneLine(items: readonly ItemBlock[], paint: Paint): string {
  return items.map((item) => `${item.number}. ${lineText(item.head, paint)}`).join(' · ');
}

function itemLines({ number, head, details }: ItemBlock, paint: Paint): readonly string[] {
  const handle = `${number}. `;
  const indent = ' '.repeat(handle.length);
  return [handle + lineText(head, paint), ...details.map((line) => indent + lineText(line, paint))];
}

function lineText(line: Line, paint: Paint): string {
  return line.map((piece) => paint(piece.tone, piece.text)).join('');
}

function coloured(style: Style, text: string): string {
  const codes = STYLES[style];
  return codes === null || text === '' ? text : `\u001b[${codes[0]}m${text}\u001b[${codes[1]}m`;
}
