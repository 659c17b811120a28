import { describe, expect, it } from 'vitest';
import { byShortText } from '../../src/reading/short-texts.ts';

const LONG = '明天上午九点在镇政府三楼会议室开会';

function counting() {
  const reads: string[] = [];
  const read = byShortText((text, roster: { readonly name: string }) => {
    reads.push(text);
    return `${roster.name}:${text}`;
  });
  return { read, reads };
}

describe('what a short text says by itself', () => {
  it('is read once with each of what it is read with', () => {
    const { read, reads } = counting();
    const [one, other] = [{ name: '甲' }, { name: '乙' }];
    expect([read('收到', one), read('收到', one), read('收到', other)]).toEqual(['甲:收到', '甲:收到', '乙:收到']);
    expect(reads).toEqual(['收到', '收到']);
  });

  it('is read each time where the text is long', () => {
    const { read, reads } = counting();
    const one = { name: '甲' };
    expect([read(LONG, one), read(LONG, one)]).toEqual([`甲:${LONG}`, `甲:${LONG}`]);
    expect(reads).toHaveLength(2);
  });
});
