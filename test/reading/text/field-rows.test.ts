import { describe, expect, it } from 'vitest';
import { withFields } from '../../../src/reading/text/field-rows.ts';

describe('rows that name the fields of a notice', () => {
  it('are read as with colons, and nothing moves', () => {
    const rows = '【会议】\n事项|停航协调会\n时间|12月8日15:00\n地点|渡口二楼';
    expect(withFields(rows)).toBe('【会议】\n事项:停航协调会\n时间:12月8日15:00\n地点:渡口二楼');
    expect(withFields(rows)).toHaveLength(rows.length);
  });

  it('are none where there is one, or a table of more cells', () => {
    for (const text of ['时间|12月8日', '村|时间|地点\n东村|8点|村部', '村|状态\n东村|已收\n西村|未收'])
      expect(withFields(text)).toBe(text);
  });
});
