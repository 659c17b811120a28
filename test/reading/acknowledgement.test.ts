import { describe, expect, it } from 'vitest';
import { acknowledges } from '../../src/reading/acknowledgement.ts';
import { field, viewOfSaid } from './noise/kit.ts';

const read = (text: string): ReturnType<typeof acknowledges> => acknowledges(viewOfSaid(field(text)));

describe('an acknowledgement', () => {
  it.each(['收到', '收到!', '收到[抱拳]', '好的主任', '要得', '1', '柳沟村收到', '收到收到', '@祝小满 收到', 'OK', '知道了'])(
    'is whole: %s',
    (text) => {
      expect(read(text)).toBe('whole');
    },
  );

  it.each(['收到,马上去办', '好的,明天上午送到', '收到,我村17点前报', '柳沟收到马上安排人'])('may be followed by a promise: %s', (text) => {
    expect(read(text)).toBe('promise');
  });

  it.each(['收到请回复', '请各村收到后报表', '收到了吗?', '都收到了吗', '收到吗各位', '没收到表', '东头墙塌了', '', '报12户'])(
    'is not: %s',
    (text) => {
      expect(read(text)).toBe(null);
    },
  );

  it('is never a picture or a voice note', () => {
    expect(acknowledges(viewOfSaid(field('收到', { kind: 'image' })))).toBe(null);
  });
});
