import { describe, expect, it } from 'vitest';
import { decodeModel, encodeModel } from '../../../../src/reading/noise/model/file.ts';
import { tinyModel } from '../tiny.ts';

describe('the model file', () => {
  const model = tinyModel();
  const bytes = encodeModel(model);

  it('gives back what was put in', () => {
    expect(decodeModel(bytes)).toEqual(model);
  });

  it('can be read from the middle of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(decodeModel(larger.subarray(3))).toEqual(model);
  });

  it('refuses what is cut off, of another format or for other labels', () => {
    const text = new TextDecoder('latin1').decode(bytes);
    const changed = (from: string, to: string): Uint8Array =>
      Uint8Array.from(text.replace(from, to), (character) => character.charCodeAt(0));
    expect(() => decodeModel(bytes.subarray(0, bytes.length - 1))).toThrow('cut off');
    expect(() => decodeModel(new Uint8Array([1, 2, 3]))).toThrow('no readable header');
    expect(() => decodeModel(changed('noise-model/2', 'noise-model/9'))).toThrow('format');
    expect(() => decodeModel(changed('"directive"', '"directed!"'))).toThrow('other labels');
  });
});
