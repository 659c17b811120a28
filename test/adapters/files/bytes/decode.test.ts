import { describe, expect, it } from 'vitest';
import { decode, encodingOf } from '../../../../adapters/files/bytes/decode.ts';

const GB_NOTICE = Uint8Array.from([0xcd, 0xa8, 0xd6, 0xaa, 0xa3, 0xba, 0xc3, 0xf7, 0xcc, 0xec, 0xbf, 0xaa, 0xbb, 0xe1]);

describe('encodingOf', () => {
  it('knows GB18030 by what it is not', () => {
    expect(encodingOf(GB_NOTICE)).toBe('gb18030');
  });

  it('believes a byte order mark', () => {
    expect(encodingOf(Uint8Array.from([0xef, 0xbb, 0xbf, ...GB_NOTICE]))).toBe('utf-8');
  });

  it('keeps UTF-8 where one byte of many is damaged, or the last character is cut', () => {
    const text = new TextEncoder().encode('通知：明天开会，请各村按时参加');
    expect(encodingOf(Uint8Array.from([...text, 0xff, ...text]))).toBe('utf-8');
    expect(encodingOf(text.subarray(0, -1))).toBe('utf-8');
    expect(encodingOf(new TextEncoder().encode('plain'))).toBe('utf-8');
  });
});

describe('decode', () => {
  it('reads both encodings', () => {
    expect(decode(GB_NOTICE, 'gb18030')).toEqual({ text: '通知：明天开会', exact: true });
    expect(decode(new TextEncoder().encode('通知👌🏼'))).toEqual({ text: '通知👌🏼', exact: true });
  });

  it('says where it could not', () => {
    expect(decode(Uint8Array.from([0x61, 0xff, 0x62]))).toEqual({ text: 'a\uFFFDb', exact: false });
  });
});
