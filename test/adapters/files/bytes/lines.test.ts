import { describe, expect, it } from 'vitest';
import { lineCutter } from '../../../../adapters/files/bytes/lines.ts';

function cut(pieces: readonly string[], limit?: number): (string | null)[] {
  const cutter = lineCutter(limit);
  const lines = [...pieces.flatMap((piece) => [...cutter.feed(Buffer.from(piece, 'latin1'))]), ...cutter.end()];
  expect(lines.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
  return lines.map((line) => (line.bytes === null ? null : Buffer.from(line.bytes).toString('latin1')));
}

describe('lineCutter', () => {
  it('cuts at line feeds, whatever the pieces', () => {
    expect(cut(['a', 'b\nc', '\n', '\nd'])).toEqual(['ab', 'c', '', 'd']);
  });

  it('takes carriage returns off, also when they end a piece', () => {
    expect(cut(['a\r\nb\r', '\nc\r'])).toEqual(['a', 'b', 'c']);
  });

  it('takes a byte order mark off the first line only', () => {
    expect(cut(['\xef', '\xbb\xbfa\n\xef\xbb\xbfb'])).toEqual(['a', '\xef\xbb\xbfb']);
  });

  it('gives no line after the last line feed', () => {
    expect(cut(['a\n'])).toEqual(['a']);
    expect(cut([''])).toEqual([]);
  });

  it('lets a line go that is too long, and goes on with the next', () => {
    expect(cut(['ab\nabc', 'def\nab\n'], 4)).toEqual(['ab', null, 'ab']);
  });
});
