import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../adapters/files/bytes/json.ts';

describe('parseJson', () => {
  it('keeps ids that a double can not hold', () => {
    expect(parseJson('{"id":12345678901234567890,"n":1234567890123456,"x":-98765432109876543210,"f":0.0000000000000001}')).toEqual({
      ok: true,
      value: { id: '12345678901234567890', n: 1234567890123456, x: '-98765432109876543210', f: 0.0000000000000001 },
    });
  });

  it('takes the control characters of Telegram Desktop, and leaves a written backslash alone', () => {
    expect(parseJson(String.raw`{"text":"a\x0Cb \\x41 \\\x1F"}`)).toEqual({ ok: true, value: { text: 'a\u000cb \\x41 \\\u001f' } });
  });

  it.each(['', '{', '{"a":1}}', '"\\x"', 'undefined'])('%j is no JSON', (text) => {
    expect(parseJson(text)).toEqual({ ok: false });
  });
});
