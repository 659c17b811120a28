import { describe, expect, it } from 'vitest';
import { drawQr, qrMatrix } from '../../../adapters/wechat/qr.ts';

describe('a code to scan', () => {
  it('is the one that scanners read as the link', () => {
    // Read back by an independent decoder when it was written down.
    expect(drawQr('https://login.weixin.qq.com/l/4d0sdkfj3A==')?.split('\n')).toEqual(LINES);
  });

  it('grows with the link, and is left out where the link is too long', () => {
    expect([1, 17, 18, 78, 79, 134].map((length) => qrMatrix('a'.repeat(length))?.length)).toEqual([21, 21, 25, 33, 37, 41]);
    expect(drawQr('a'.repeat(135))).toBeNull();
  });
});

const LINES = [
  '█████████████████████████████████',
  '██ ▄▄▄▄▄ ██▄▀▀ █  ▀▀█ ▀█ ▄▄▄▄▄ ██',
  '██ █   █ █▄  ▀▄█ ▄▄██▀ █ █   █ ██',
  '██ █▄▄▄█ ██▀▄██▄▄ █▄  ██ █▄▄▄█ ██',
  '██▄▄▄▄▄▄▄█ ▀ █ ▀▄▀ ▀▄█ █▄▄▄▄▄▄▄██',
  '██▄  █▄ ▄▄ █  █  █  █▄▄  ██▀▄█▀██',
  '██   ██▄▄▀▄▄█▀█  ██  █  ▀  █▄ ▄██',
  '███▀█▄█▀▄  ▀█▀ ▀██▀▄█▄ ▀ ██ █▄ ██',
  '██▄█ ▀█▀▄▀██▄▄ ▀ ▀▄ ▀▀█ ▀▄█ █ ▄██',
  '██▄  ▄ █▄▀▀▄  █▄ ██▄█▄ ▄ ██ ▀▄ ██',
  '██▄▀███ ▄▄█▀█▀█▀▀▀ ▀▀▀▄▄ ▄▀▀█ ▄██',
  '██▄█▄▄█▄▄█ █ ▀ ▄ █ ▄▄▄ ▄▄▄ █▀▀▀██',
  '██ ▄▄▄▄▄ █ ▄█▄ ▀▀▀  ▀▄ █▄█  █  ██',
  '██ █   █ █▄▀  ██▄██▄██▄▄▄  █▀▀▀██',
  '██ █▄▄▄█ █ ▄█▀█▄██▀▀█▀▀██ ▄▄█▀▄██',
  '██▄▄▄▄▄▄▄█▄▄██▄██▄▄▄▄▄▄▄▄▄███▄▄██',
  '▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀',
];
