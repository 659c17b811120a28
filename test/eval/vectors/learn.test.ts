import { describe, expect, it } from 'vitest';
import { nearnessAmong } from '../../../src/model/word-vectors.ts';
import { learnVectors, type NearCase } from './learn.ts';

const STAGE = ['搭台', '出人'];
const DRAINS = ['清淤', '出人'];

/** What is said of the show is about the stage, in every chat, and in each about a matter of its own. */
function chat(name: string): readonly NearCase[] {
  const about = (said: string, stage: boolean): NearCase => ({
    said: [said, name],
    among: [
      { words: STAGE, isMeant: stage },
      { words: DRAINS, isMeant: !stage },
    ],
  });
  return Array.from({ length: 12 }, () => [about('演出', true), about('涨水', false)]).flat();
}

const CHATS = ['东岭', '西泡', '南渡', '北市', '柳湾', '石桥', '沙窝', '官道', '河头', '圩上'].map(chat);

describe('what words have to do with each other', () => {
  it('is learned from what was said of what', () => {
    const vectors = learnVectors(CHATS);
    const nearer = (said: string): readonly number[] =>
      nearnessAmong(vectors, [said], [new Set(STAGE), new Set(DRAINS)]).map((one) => one.nearer);
    expect(nearer('演出')).toEqual([0, 1]);
    expect(nearer('涨水')).toEqual([1, 0]);
  });

  it('is learned of words that several chats have, not of their names', () => {
    expect(learnVectors(CHATS).words).toEqual(['出人', '搭台', '涨水', '清淤', '演出'].toSorted());
    expect(learnVectors(CHATS.slice(1)).words).toEqual([]);
  });

  it('is learned alike from the same', () => expect(learnVectors(CHATS)).toEqual(learnVectors(CHATS)));
});
