import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutDigest } from '../../../src/digest/render/layout.ts';
import { SECTIONS } from '../../../src/model/digest.ts';
import { aDeadline, aDigest, aLongDay } from '../../kit/digest-builders.ts';
import { aView, shown } from '../../kit/shown-digest.ts';

function bodyLines(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.slice(3, lines.indexOf('——'));
}

describe('a long day', () => {
  it('takes a screen, says how many more and the way to them', () => {
    const text = shown(aLongDay(30));
    expect(bodyLines(text).filter((line) => !line.startsWith('一共'))).toHaveLength(26);
    expect(text).toContain('【新任务】共 30 件，先列 14 件\n2. 报第1张表（赵敏）');
    expect(text).toContain('另：10. 报第9张表');
    expect(text).toContain('一共 42 件，上面列了 23 件；回复“全部”看其余 19 件\n——');
  });

  it('keeps room for the hazard and the unsure behind the long section, under their own numbers', () => {
    expect(shown(aLongDay(30))).toContain(
      '【隐患与诉求】\n32. 电线垂到路面（赵敏）  农机工作群\n【拿不准，请看一眼】\n33. 何书记的语音 34″',
    );
  });

  it('shows everything on demand and then says nothing about more', () => {
    const text = shown(aLongDay(30), { maxLines: Number.POSITIVE_INFINITY });
    expect(text).toContain('31. 报第30张表');
    expect(text).toContain('42. 点赞9');
    expect(text).not.toContain('全部');
  });

  it('names in one line those that have no line of their own', () => {
    const digest = aDigest([{ section: 'due', deadline: aDeadline() }, { section: 'unsure' }, { section: 'unsure' }]);
    expect(shown(digest, { maxLines: 5 })).toMatch(/【拿不准，请看一眼】\n另：2\. .* · 3\. .*\n——/u);
  });

  it('keeps the heading of a section that got no room', () => {
    const digest = aDigest([{ section: 'due', deadline: aDeadline() }, { section: 'unsure' }, { section: 'unsure' }]);
    expect(shown(digest, { maxLines: 2 })).toContain('【拿不准，请看一眼】共 2 件，这里没列\n一共 3 件，上面列了 0 件');
  });
});

const anyItems = fc.array(fc.record({ section: fc.constantFrom(...SECTIONS), deadline: fc.constantFrom(null, aDeadline()) }), {
  maxLength: 40,
});

describe('any day', () => {
  it('adds up, keeps numbers and order, and shows each section from its start', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 0, max: 60 }), (items, maxLines) => {
        const digest = aDigest(items.toSorted((a, b) => SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section)));
        const whole = layoutDigest(digest, aView({ maxLines: Number.POSITIVE_INFINITY }));
        const cut = layoutDigest(digest, aView({ maxLines }));
        expect(whole.sections.flatMap((section) => section.items.map((item) => item.number))).toEqual(
          digest.items.map((item) => item.number),
        );
        expect(cut.sections.map((section) => section.id)).toEqual(whole.sections.map((section) => section.id));
        cut.sections.forEach((section, index) => {
          const all = whole.sections[index]?.items ?? [];
          expect(all.slice(0, section.items.length)).toEqual(section.items);
          const listed = [...section.items, ...section.rest].map(({ number }) => number);
          expect(all.slice(0, listed.length).map(({ number }) => number)).toEqual(listed);
        });
        const listed = cut.sections.reduce((sum, section) => sum + section.items.length + section.rest.length, 0);
        expect(cut.more === null).toBe(listed === digest.items.length);
      }),
    );
  });

  it('stays within the lines it was given', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 9, max: 60 }), (items, maxLines) => {
        const body = bodyLines(shown(aDigest(items), { maxLines }));
        expect(body.filter((line) => !line.startsWith('一共')).length).toBeLessThanOrEqual(maxLines);
      }),
    );
  });
});
