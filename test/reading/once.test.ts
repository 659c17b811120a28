import { describe, expect, it } from 'vitest';
import { once } from '../../src/reading/once.ts';

describe('reading once', () => {
  it('reads each thing once, also where nothing comes of it', () => {
    const seen: string[] = [];
    const read = once(({ text }: { readonly text: string }) => {
      seen.push(text);
      return text === '' ? undefined : text.length;
    });
    const [said, empty] = [{ text: '收到' }, { text: '' }];
    expect([read(said), read(said), read(empty), read(empty), read({ text: '收到' })]).toEqual([2, 2, undefined, undefined, 2]);
    expect(seen).toEqual(['收到', '', '收到']);
  });
});
