import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureReader } from '../../../../src/reading/noise/model/features.ts';
import { codesInWords, emptyFold, foldText, MAX_CODES } from '../../../../src/reading/noise/model/fold.ts';
import { rowIndex, rowOf } from '../../../../src/reading/noise/model/row-index.ts';
import { signalInWords } from '../../../../src/reading/noise/model/signals/index.ts';
import { packed, sumRows, weightOf } from '../../../../src/reading/noise/model/sums.ts';
import { LABEL_COUNT } from '../../../../src/reading/noise/model/weights.ts';
import { field, leader, ORG, office, viewOfSaid } from '../kit.ts';

function folded(text: string): string {
  const into = emptyFold();
  foldText(text, ORG.names, into);
  return codesInWords(into, 0, into.count);
}

describe('folding', () => {
  it('makes all figures one, and all names of the roster one', () => {
    expect(folded('柳沟村报12户')).toBe('〔开头〕〔人名地名〕报〔数字〕〔数字〕户〔结尾〕');
    expect(folded('方启明报35户')).toBe(folded('祝小满报12户'));
  });

  it('cuts a text that is too long', () => {
    const into = emptyFold();
    foldText('长'.repeat(5000), ORG.names, into);
    expect(into.count).toBe(MAX_CODES);
  });

  it('remembers where each character stood', () => {
    const into = emptyFold();
    foldText('请方启明报', ORG.names, into);
    expect([...into.origins.subarray(0, into.count)]).toEqual([0, 0, 1, 4, 5]);
  });
});

describe('rows', () => {
  it('are found by their hash, and no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 300 }), (hashes) => {
        const known = hashes.slice(0, hashes.length / 2);
        const index = rowIndex(Int32Array.from(known));
        expect(known.map((hash) => rowOf(index, hash))).toEqual(known.map((_, row) => row));
        for (const hash of hashes.slice(known.length)) expect(rowOf(index, hash)).toBe(-1);
      }),
    );
  });

  it('add up as if they were not packed, however many there are', () => {
    const row = fc.array(fc.integer({ min: -127, max: 127 }), { minLength: LABEL_COUNT, maxLength: LABEL_COUNT });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 900 }),
        (rows, picked) => {
          const pairs = packed(Int8Array.from(rows.flat()));
          const places = Int32Array.from(picked, (place) => Math.min(place, rows.length - 1));
          const sums = new Float64Array(LABEL_COUNT);
          sumRows(pairs, places, 0, places.length, sums);
          const expected = Array.from({ length: LABEL_COUNT }, (_, label) =>
            places.reduce((sum, place) => sum + (rows[place]?.[label] ?? 0), 0),
          );
          expect([...sums]).toEqual(expected);
          expect(rows[0]?.map((_, label) => weightOf(pairs, 0, label))).toEqual(rows[0]);
        },
      ),
    );
  });
});

describe('sums', () => {
  it('do not overflow, however long the text', () => {
    const sums = new Float64Array(LABEL_COUNT);
    sumRows(packed(new Int8Array(LABEL_COUNT).fill(-127)), new Int32Array(6000), 0, 6000, sums);
    expect([...sums]).toEqual(Array.from({ length: LABEL_COUNT }, () => -127 * 6000));
  });
});

describe('features', () => {
  const read = featureReader([]);
  const signals = (said: Parameters<typeof viewOfSaid>[0]): readonly string[] => {
    const features = read(viewOfSaid(said));
    return Array.from({ length: features.signalCount }, (_, at) =>
      signalInWords(features.signalKinds[at] ?? 0, features.signalValues[at] ?? 0),
    );
  };

  it('tell who speaks, to whom, and what stood before, in words', () => {
    const told = signals(office('明天17点前报表', { mentions: ['*'], before: [{ who: 'field', label: 'question' }] }));
    expect(told).toContain('办公室(站所)的人说的,@了所有人');
    expect(told).toContain('布置工作的人说的,有截止时间');
    expect(told).toContain('上一条是“问话”');
    expect(told).toContain('三分钟内有人提问');
  });

  it('tell whether a question stood before by its form, whatever it was taken for', () => {
    const question = { who: 'field', label: 'chitchat', text: '旧本子行不行?' } as const;
    const talk = { who: 'office', label: 'chitchat', text: '饿了' } as const;
    expect(signals(office('行,用完再领', { before: [question] }))).toContain('不布置工作的人上一条以问句结尾');
    expect(signals(office('行,用完再领', { before: [question, talk] }))).toContain('不布置工作的人前两三条以问句结尾');
    expect(signals(office('行,用完再领2本', { before: [question] }))).toContain('前面有人问话,这一条不是问话,有数字,布置工作的人说的');
    expect(signals(office('行,用完再领', { before: [talk] }))).toContain('前面没有人问话');
    expect(signals(office('行', { replies: true, before: [question, talk] }))).toContain('布置工作的人回复的那条以问句结尾');
  });

  it('tell what a question wanted, and whether this brings it in its words', () => {
    const question = { who: 'field', label: 'question', text: '旧本子领不领?' } as const;
    const talk = { who: 'office', label: 'chitchat', text: '饿了' } as const;
    expect(signals(office('不领', { before: [question] }))).toEqual(
      expect.arrayContaining(['刚有人问是不是,这一条说的是是或不是', '接着问话里的字眼说的']),
    );
    expect(signals(office('在三楼', { before: [question] }))).toEqual(
      expect.arrayContaining(['刚有人问是不是,这一条说的是地方', '没有用问话里的字眼']),
    );
    expect(signals(office('不领', { before: [talk] })).join()).not.toMatch(/刚有人问|字眼/u);
    expect(signals(office('不领', { before: [question, talk, talk, talk] })).join()).not.toMatch(/刚有人问|字眼/u);
  });

  it('tell who is called by name, and whether the sender has set a task', () => {
    const spoke = { who: 'field', label: 'report', text: '少一本' } as const;
    expect(signals(office('长水,先发着', { before: [spoke] }))).toContain('叫的是刚发过“汇报”的人');
    expect(signals(office('先发着', { before: [spoke] })).join()).not.toContain('叫的是');
    expect(signals(office('先发着', { before: [spoke] }))).toContain('本人近来没有布置过');
  });

  it('have a sentence for every signal', () => {
    for (const said of [
      leader('', { kind: 'voice' }),
      field('收到', { replies: true, before: [{ who: 'office', label: 'directive' }] }),
      office('好', { first: office('报表') }),
      office('好', { before: [{ who: 'field', label: 'question', text: '报不报?' }] }),
    ]) {
      for (const sentence of signals(said)) expect(sentence).toMatch(/^[^\s]*\p{Script=Han}[^\s]*$/u);
      expect(signals(said).join()).not.toMatch(/undefined|其他迹象|NaN/u);
    }
  });

  it('of a message without words are signals alone', () => {
    const features = read(viewOfSaid(field('', { kind: 'image' })));
    expect(features.gramCount).toBe(0);
    expect(features.signalCount).toBeGreaterThan(10);
  });
});
