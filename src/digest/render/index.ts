/**
 * From a digest to what a cadre reads. A `Digest` and the reader's view become one layout (layout.ts): items as lines
 * (item-block.ts, deadline-line.ts, sources.ts) under their headings (blocks.ts), as many as fit on a screen (fit.ts), and the
 * footer. The renderings (plain, markdown, html) give that layout a form and decide nothing. The words stand in `data/lang`.
 */
export { renderAlert, renderBackupFailed, renderClassifiedNotice, renderTrouble } from './alert.ts';
export { type Html, html, htmlText } from './escape.ts';
export { digestHtml, renderHtml } from './html.ts';
export { type DigestLayout, layoutDigest } from './layout.ts';
export { renderMarkdown } from './markdown.ts';
export { plainBlocks, renderPlain } from './plain.ts';
export { renderReach, renderReaches } from './reach.ts';
export { type DigestView, SCREEN_LINES } from './view.ts';
