import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutDigest } from '../../../src/digest/render/layout.ts';
import { renderPlain } from '../../../src/digest/render/plain.ts';
import { aDeadline, aDigest, aWorkingDay } from '../../kit/digest-builders.ts';
import { aView, shown } from '../../kit/shown-digest.ts';

const ESC = String.fromCharCode(27);
/** Controls other than the line end, and characters that turn the direction of text. */
const UNSAFE = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;

function coloured(digest: ReturnType<typeof aDigest>): string {
  return renderPlain(layoutDigest(digest, aView()), { colour: true });
}

describe('renderPlain', () => {
  it('with colour is the same text plus codes', () => {
    const text = coloured(aWorkingDay());
    expect(text.replaceAll(new RegExp(`${ESC}\\[\\d+m`, 'gu'), '')).toBe(shown(aWorkingDay()));
  });

  it('sets headings bold, hazards and overdue red, assumptions yellow, old values struck, the footer dim', () => {
    const text = coloured(aWorkingDay());
    expect(text).toContain(`${ESC}[1m【有变更】${ESC}[22m`);
    expect(text).toContain(`${ESC}[31m南渡闸口围栏缺了两根,孩子常去玩${ESC}[39m`);
    expect(text).toContain(`${ESC}[33m〔推定：下班前〕${ESC}[39m`);
    expect(text).toContain(`${ESC}[9m“9:00”${ESC}[29m`);
    expect(text).toContain(`${ESC}[2m略过 297`);
    expect(coloured(aDigest([{ deadline: aDeadline(), status: 'overdue' }]))).toContain(`${ESC}[31m已过期${ESC}[39m`);
  });

  it('without colour has no escape codes, whatever the chat says', () => {
    const hostile = shown(aDigest([{ title: `${ESC}[31m红${ESC}[0m\u202e反` }]));
    expect(hostile).toContain('1. [31m红[0m反（赵敏）');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, name) => {
        expect(shown(aDigest([{ title, issuer: { id: 'x', name }, condition: title }]))).not.toMatch(UNSAFE);
      }),
    );
  });

  it('keeps an item on its own lines, whatever line ends its title has', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\n', '\r', '\u2028', '\u0085', '\t', '甲') }), (title) => {
        expect(shown(aDigest([{ title }])).split(/[\n\r\u2028\u0085]/u)).toHaveLength(9);
      }),
    );
  });
});
