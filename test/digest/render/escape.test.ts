import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html, htmlText } from '../../../src/digest/render/escape.ts';

const BARE = /[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/u;

describe('html', () => {
  it('escapes any text, and loses nothing', () => {
    const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...`&<>"'`, 'amp;', '甲') })), (text) => {
        const escaped = htmlText(html`${text}`);
        expect(escaped).not.toMatch(BARE);
        expect(escaped.replaceAll(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => entities[entity] ?? '')).toBe(text);
      }),
    );
  });

  it('puts templates into templates as they are, and lists of them', () => {
    const items = ['<1>', '2'].map((item) => html`<li>${item}</li>`);
    expect(htmlText(html`<ol class="${'a"b'}">${items}</ol>${7}`)).toBe('<ol class="a&quot;b"><li>&lt;1&gt;</li><li>2</li></ol>7');
  });

  it('takes no look-alike for markup', () => {
    const forged: unknown = JSON.parse('{"markup":"<script>","Symbol(markup)":"<script>"}');
    expect(() => html`${forged as string}`).toThrow();
  });

  it('escapes plain text for those without a template', () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;');
  });
});
