/**
 * Markdown for chat systems that show it. Items are lines, not a list: Markdown numbers lists anew, and an item's
 * number is its handle. Emphasis stands only where it has a space or punctuation on both sides, else it shows as asterisks.
 */
import type { ItemBlock } from './item-block.ts';
import type { DigestLayout, SectionLayout } from './layout.ts';
import type { Line, Piece } from './line.ts';
import { words } from './words.ts';

/** Two spaces: a line end that stays one. */
const BREAK = '  \n';

export function renderMarkdown(layout: DigestLayout): string {
  const parts = [
    `## ${lineText(layout.headline)}`,
    lineText(layout.counts),
    ...layout.sections.flatMap(sectionParts),
    ...(layout.more === null ? [] : [lineText(layout.more)]),
    ...layout.asides.flatMap(({ heading, lines }) => [`### ${escapeMarkdown(heading)}`, lines.map(lineText).join(BREAK)]),
    '---',
    layout.footer.map(lineText).join(BREAK),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionParts({ heading, note, joined, items, rest }: SectionLayout): readonly string[] {
  const title = `### ${escapeMarkdown(heading)}${note === null ? '' : ` · ${escapeMarkdown(note)}`}`;
  const body = joined ? inOneLine(items) : items.map(itemText).join(BREAK);
  const further = rest.length === 0 ? '' : words.cut.rest + inOneLine(rest);
  return [title, body, further].filter((part) => part !== '');
}

function inOneLine(items: readonly ItemBlock[]): string {
  return items.map((item) => `**${item.number}.** ${lineText(item.head)}`).join(' · ');
}

function itemText({ number, head, details }: ItemBlock): string {
  return [`**${number}.** ${lineText(head)}`, ...details.map(lineText)].join(BREAK);
}

function lineText(line: Line): string {
  return line.map(pieceText).join('');
}

function pieceText({ tone, text }: Piece): string {
  const escaped = escapeMarkdown(text);
  if (text.trim() === '') return escaped;
  if (tone === 'old') return `~~${escaped}~~`;
  return tone === 'alarm' ? `**${escaped}**` : escaped;
}

/** What starts markup anywhere, mentions somebody (`@all`) or becomes a link; then what starts markup at the head of a line only. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&!@$^]/gu, '\\$&')
    .replace(/:(?=\/\/)|\.(?<=www\.)/giu, '\\$&')
    .replace(/^(\s*)([-+=])/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/u, '$1\\$2');
}
