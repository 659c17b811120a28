import { describe, expect, it } from 'vitest';
import { digestDocument } from '../../../src/digest/document.ts';
import { renderHtml, renderMarkdown } from '../../../src/digest/render/index.ts';
import { layoutDigest } from '../../../src/digest/render/layout.ts';
import type { DuplicateAsk, ReachNote } from '../../../src/model/leadership.ts';
import { aDigest, TIMEZONE } from '../../kit/digest-builders.ts';
import { aView, shown } from '../../kit/shown-digest.ts';

function aNote(given: Partial<ReachNote> = {}): ReachNote {
  return { item: 'd-9', title: '报秸秆面积', asked: 5, reached: 3, missing: ['顾燕', '林涛'], reminded: [], ...given };
}

const PAIR: DuplicateAsk = { items: ['d-1', 'd-2'], titles: ['报秸秆面积', '秸秆情况表'], issuers: ['赵敏', '何梅'] };

describe('the notes of a leader', () => {
  it('stand between the items and the footer, in a line each', () => {
    const text = shown(aDigest([], { receipts: [aNote()], duplicates: [PAIR] }));
    expect(text).toContain(`【我下发的】
报秸秆面积：已回应 3/5，还差 顾燕、林涛
【重复索要 1 对】
报秸秆面积（赵敏） ↔ 秸秆情况表（何梅）
——
`);
  });

  it('name a few people and a few directives, and count the others', () => {
    const missing = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];
    const text = shown(aDigest([], { receipts: [1, 2, 3, 4, 5].map(() => aNote({ missing })), duplicates: [PAIR, PAIR, PAIR] }));
    expect(text).toContain('还差 甲、乙、丙、丁、戊 等 7 人\n另有 2 件还差人\n');
    expect(text).toContain('【重复索要 3 对】');
    expect(text).toContain('另有 1 对\n');
  });

  it('leave out what all have answered, unless somebody was reminded for nothing', () => {
    expect(shown(aDigest([], { receipts: [aNote({ missing: [] })] }))).not.toContain('我下发的');
    const reminded = [
      { name: '顾燕', state: 'reported' as const },
      { name: '林涛', state: 'acknowledged' as const },
    ];
    expect(shown(aDigest([], { receipts: [aNote({ missing: [], reached: 5, reminded })] }))).toContain(
      '报秸秆面积：5 人都已回应；催之前 顾燕已报、林涛已回“收到”\n',
    );
  });

  it('take their room from the items', () => {
    const items = Array.from({ length: 60 }, () => ({ section: 'new' as const }));
    const lines = (digest: ReturnType<typeof aDigest>) => shown(digest).split('\n').length;
    expect(lines(aDigest(items, { receipts: [aNote()], duplicates: [PAIR] }))).toBeLessThanOrEqual(lines(aDigest(items)));
  });

  it('are escaped in markup', () => {
    const layout = layoutDigest(aDigest([], { receipts: [aNote({ title: '<b>*表*' })] }), aView());
    expect(renderHtml(layout)).toContain('&lt;b&gt;*表*：已回应 3/5，还差 顾燕、林涛</p>');
    expect(renderMarkdown(layout)).toContain('### 我下发的\n\n\\<b\\>\\*表\\*：已回应');
  });
});

describe('the document', () => {
  it('has their keys only where there is something to say', () => {
    expect(digestDocument(aDigest(), TIMEZONE)).not.toHaveProperty('receipts');
    expect(digestDocument(aDigest([], { receipts: [aNote()], duplicates: [PAIR] }), TIMEZONE)).toMatchObject({
      receipts: [{ item: 'd-9', title: '报秸秆面积', reached: 3, asked: 5, missing: ['顾燕', '林涛'] }],
      duplicates: [PAIR],
    });
  });
});
