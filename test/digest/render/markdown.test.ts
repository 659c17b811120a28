import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutDigest } from '../../../src/digest/render/layout.ts';
import { escapeMarkdown, renderMarkdown } from '../../../src/digest/render/markdown.ts';
import { aDigest, aLongDay, aWorkingDay } from '../../kit/digest-builders.ts';
import { aView } from '../../kit/shown-digest.ts';

function markdown(digest: ReturnType<typeof aDigest>): string {
  return renderMarkdown(layoutDigest(digest, aView()));
}

describe('renderMarkdown', () => {
  it('has headings, items with their numbers, and a struck old value', () => {
    const text = markdown(aWorkingDay());
    expect(text).toMatch(/^## 群要 · 11月17日 周二 · 顾燕（南渡村）\n\n14 个群/u);
    expect(text).toContain('### 有变更\n\n**1.** 防汛清淤调度会（赵敏）  \n⏰ 原 ~~“9:00”~~ → 周三 18日 15:00 开始  农机工作群  \n**2.** ');
    expect(text).toContain('**6.** 给“最美渡口”投票（至 22日） · **7.** 转发农机推文');
  });

  it('numbers no list, so that no reader counts items anew', () => {
    expect(markdown(aLongDay(30))).toContain('**32.** **电线垂到路面**');
    expect(markdown(aLongDay(30))).not.toMatch(/^\s*\d+[.)]\s/mu);
  });

  it('keeps a title from being markup, a link or a call', () => {
    const text = markdown(aDigest([{ title: '*急* [点我](http://x.cn) <b> @all www.x.cn `a` ~~b~~' }]));
    expect(text).toContain('\\*急\\* \\[点我\\](http\\://x.cn) \\<b\\> \\@all www\\.x.cn \\`a\\` \\~\\~b\\~\\~');
  });
});

describe('escapeMarkdown', () => {
  it('escapes what starts a list or a heading at the head of a line', () => {
    expect(['- 甲', '+ 甲', '1. 甲', '12) 甲', '# 甲', '> 甲', '== 甲'].map(escapeMarkdown)).toEqual([
      '\\- 甲',
      '\\+ 甲',
      '1\\. 甲',
      '12\\) 甲',
      '\\# 甲',
      '\\> 甲',
      '\\== 甲',
    ]);
    expect(escapeMarkdown('9:00-11.5')).toBe('9:00-11.5');
  });

  it('leaves no special character bare, and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\\`*_{}[]<>#|~&!@$^甲a.1:/-+=) ') }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replaceAll(/\\([!-/:-@[-`{-~])/gu, '甲')).not.toMatch(/[\\`*_{}[\]<>#|~&!@$^]|:\/\//u);
        expect(escaped.replaceAll(/\\(.)/gu, '$1')).toBe(text);
      }),
    );
  });
});
