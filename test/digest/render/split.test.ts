import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBlocks, utf8Length } from '../../../src/digest/render/split.ts';

const CHARACTERS = (most: number) => ({ unit: 'characters', most }) as const;
const BYTES = (most: number) => ({ unit: 'bytes', most }) as const;
const NUMBERED = /^（\d+\/\d+）/u;

describe('splitting a text', () => {
  it('leaves a short one whole', () => {
    expect(splitBlocks(['一', '二\n三'], CHARACTERS(10))).toEqual(['一\n二\n三']);
  });

  it('cuts between blocks, and numbers the parts', () => {
    expect(splitBlocks(['一一一一', '二二\n二二', '三三三三三'], CHARACTERS(15))).toEqual([
      '（1/2）一一一一\n二二\n二二',
      '（2/2）三三三三三',
    ]);
  });

  it('cuts a block that is too long alone between lines, sentences, and at last characters', () => {
    expect(splitBlocks(['一一一\n二二二', '三三'], CHARACTERS(9))).toEqual(['（1/3）一一一', '（2/3）二二二', '（3/3）三三']);
    expect(splitBlocks(['一一。二二！三三三'], CHARACTERS(8))).toEqual(['（1/3）一一。', '（2/3）二二！', '（3/3）三三三']);
    expect(splitBlocks(['😀😀😀'], CHARACTERS(9))).toHaveLength(1);
    expect(splitBlocks(['😀😀😀😀😀'], CHARACTERS(9))).toEqual(['（1/3）😀😀', '（2/3）😀😀', '（3/3）😀']);
  });

  it('counts bytes where the platform does', () => {
    expect(splitBlocks(['一二三', '四五六'], BYTES(19))).toEqual(['一二三\n四五六']);
    expect(splitBlocks(['一二三', '四五六'], BYTES(18)).length).toBeGreaterThan(1);
  });

  it('leaves room for what is put before a part later', () => {
    expect(splitBlocks(['一二三四五六'], CHARACTERS(10), '（补发）')).toHaveLength(1);
    expect(splitBlocks(['一二三四五六七'], CHARACTERS(10), '（补发）').length).toBeGreaterThan(1);
  });

  it('counts UTF-8 like everybody else', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => utf8Length(text) === new TextEncoder().encode(text).length));
  });

  const blocks = fc.array(fc.string({ unit: fc.constantFrom('一', 'a', '。', '\n', '😀', '！', ' '), maxLength: 60 }), { maxLength: 12 });

  it('loses nothing, and makes no part too long', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 40, max: 200 }), fc.constantFrom('characters', 'bytes'), (given, most, unit) => {
        const parts = splitBlocks(given, { unit, most }, '（补发）');
        const size = (text: string) => (unit === 'bytes' ? utf8Length(text) : text.length);
        for (const part of parts) expect(size(`（补发）${part}`)).toBeLessThanOrEqual(most);
        const bare = parts.map((part) => (parts.length > 1 ? part.replace(NUMBERED, '') : part)).join('');
        expect(bare.replaceAll('\n', '')).toBe(given.join('').replaceAll('\n', ''));
      }),
    );
  });

  it('keeps every block in one part that fits into one', () => {
    fc.assert(
      fc.property(blocks, (given) => {
        const parts = splitBlocks(given, CHARACTERS(80));
        for (const block of given) {
          const trimmed = block.replace(/\n+$/u, '');
          if (block.length <= 60) expect(parts.length === 0 ? trimmed === '' : parts.some((part) => part.includes(trimmed))).toBe(true);
        }
      }),
    );
  });
});
