/**
 * HTML that is escaped by construction: every value put into an `html` template is escaped, unless it is itself the
 * result of one. Nothing else makes an `Html`, so text of a chat can't become markup. Attributes must stand in double quotes.
 */

const markup: unique symbol = Symbol('markup');

export interface Html {
  readonly [markup]: string;
}

export type HtmlValue = string | number | Html | readonly Html[];

export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { [markup]: strings.map((text, index) => (index === 0 ? text : markupOf(values[index - 1] ?? '') + text)).join('') };
}

export function htmlText(value: Html): string {
  return value[markup];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}

function markupOf(value: HtmlValue): string {
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return isMarkup(value) ? value[markup] : value.map(htmlText).join('');
}

function isMarkup(value: Html | readonly Html[]): value is Html {
  return markup in value;
}
