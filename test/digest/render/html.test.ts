import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlText } from '../../../src/digest/render/escape.ts';
import { digestHtml, renderHtml } from '../../../src/digest/render/html.ts';
import { layoutDigest } from '../../../src/digest/render/layout.ts';
import type { Digest } from '../../../src/model/digest.ts';
import { aDigest, aPerson, aWorkingDay, evidence } from '../../kit/digest-builders.ts';
import { aView } from '../../kit/shown-digest.ts';

function page(digest: Digest): string {
  return renderHtml(layoutDigest(digest, aView()));
}

/** The tags of a page, in order, without their text. */
function tags(text: string): readonly string[] {
  return text.match(/<[^>]*>/gu) ?? [];
}

describe('renderHtml', () => {
  it('is a complete page in Chinese, fit for a phone, that loads and runs nothing', () => {
    const text = page(aWorkingDay());
    expect(text).toMatch(/^<!doctype html>\n<html lang="zh-CN">/u);
    expect(text).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(text).toContain('prefers-color-scheme: dark');
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<link|<img|url\(|\son\w+=/u);
  });

  it('gives items their own numbers, strikes the old value and marks the assumed', () => {
    const text = page(aWorkingDay());
    expect(text).toContain('<li value="3"><b>3.</b>');
    expect(text).toContain('原 <s>“9:00”</s> → 周三 18日 15:00 开始');
    expect(text).toContain('<span class="assumed">〔推定：下班前〕</span>');
    expect(text).toContain('<b>6.</b> <span class="title">给“最美渡口”投票</span>（至 22日） · <b>7.</b>');
  });

  it('folds the quotes under their item, escaped and with their line ends', () => {
    const quote = '第一行\n<img src=x onerror="alert(1)"> & \'完\'';
    const text = page(aDigest([{ evidence: [evidence('g01', 'm1', quote)] }]));
    expect(text).toContain('农机工作群<blockquote>第一行\n&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;完&#39;</blockquote>');
  });

  it('has the same tags whatever the texts say', () => {
    const build = (text: string): readonly string[] => {
      const org = { ...aView().org, org: text };
      const item = { title: text, issuer: { id: 'x', name: `甲${text}` }, condition: text, evidence: [evidence('g01', 'm1', text)] };
      const digest = aDigest([item], { coverage: { groups: 2, notCovered: [text] } });
      return tags(renderHtml(layoutDigest(digest, aView({ org, person: aPerson({ name: text, areas: [text] }) }))));
    };
    const plain = build('文字');
    const anyText = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...`<>"'&/=`, 'script', '-->', ']]>') }));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(build(text)).toEqual(plain);
      }),
    );
  });

  it('gives the digest alone as a fragment of the same content', () => {
    const fragment = htmlText(digestHtml(layoutDigest(aWorkingDay(), aView())));
    expect(fragment).toMatch(/^<article class="digest">/u);
    expect(page(aWorkingDay())).toContain(fragment);
  });
});
