/** The digest as a web page, or as the part of one. No scripts and nothing to load; what the sources said stands folded under each item. */
import type { Aside } from './asides.ts';
import { type Html, html, htmlText } from './escape.ts';
import type { ItemBlock } from './item-block.ts';
import type { DigestLayout, SectionLayout } from './layout.ts';
import { type Line, type Piece, textOf } from './line.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { Quote } from './sources.ts';
import { words } from './words.ts';

/** A complete page. */
export function renderHtml(layout: DigestLayout): string {
  return htmlText(html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${textOf(layout.headline)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${digestHtml(layout)}
</body>
</html>
`);
}

/** The digest alone, to be put into a page of ours. */
export function digestHtml(layout: DigestLayout): Html {
  return html`<article class="digest">
<h1>${textOf(layout.headline)}</h1>
<p>${lineHtml(layout.counts)}</p>
${layout.sections.map(sectionHtml)}${layout.more === null ? '' : html`<p>${lineHtml(layout.more)}</p>`}${layout.asides.map(asideHtml)}
<footer>${layout.footer.map((line) => html`<p>${lineHtml(line)}</p>`)}</footer>
</article>`;
}

function asideHtml({ id, heading, lines }: Aside): Html {
  return html`
<section class="${id}">
<h2>${heading}</h2>${lines.map(
    (line) => html`
<p>${lineHtml(line)}</p>`,
  )}
</section>`;
}

function sectionHtml({ id, heading, note, joined, items, rest }: SectionLayout): Html {
  return html`<section class="${id}">
<h2>${heading}${note === null ? '' : html`<small>${note}</small>`}</h2>
${joined ? joinedHtml(items) : html`<ol>${items.map(itemHtml)}</ol>`}${
  rest.length === 0
    ? ''
    : html`
${joinedHtml(rest)}`
}
</section>
`;
}

function joinedHtml(items: readonly ItemBlock[]): Html {
  return html`<p>${items.map(({ number, head }, index) => html`${index === 0 ? '' : ' · '}<b>${number}.</b> ${lineHtml(head)}`)}</p>`;
}

function itemHtml({ number, head, details, quotes }: ItemBlock): Html {
  return html`
<li value="${number}"><b>${number}.</b><div>${lineHtml(head)}${details.map((line) => html`<p>${lineHtml(line)}</p>`)}${quotesHtml(quotes)}</div></li>`;
}

function quotesHtml(quotes: readonly Quote[]): Html {
  if (quotes.length === 0) return html``;
  return html`<details><summary>${words.footer.quotes}</summary>${quotes.map(({ from, text }) => html`${from}<blockquote>${text}</blockquote>`)}</details>`;
}

function lineHtml(line: Line): Html {
  return html`${line.map(pieceHtml)}`;
}

function pieceHtml({ tone, text }: Piece): Html {
  if (tone === 'old') return html`<s>${text}</s>`;
  return tone === 'plain' ? html`${text}` : html`<span class="${tone}">${text}</span>`;
}
