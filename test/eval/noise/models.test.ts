import { expect, it } from 'vitest';
import { chatExamplesOf, examplesOf, exchangeExamplesOf, phraseExamplesOf } from '../../../src/flow/training-examples.ts';
import { LABELS } from '../../../src/model/label.ts';
import { encodeModel } from '../../../src/reading/noise/model/file.ts';
import { SHIPPED_RULES } from '../../../src/reading/noise/rules/index.ts';
import type { Examples } from '../../../src/reading/noise/train/example.ts';
import { trainModel } from '../../../src/reading/noise/train/index.ts';
import { CALENDAR, TOWN, TOWN_CHAT } from '../../kit/tuning-builders.ts';
import { type Corpus, TOGETHER, withModels } from './models.ts';

/** One more than are left out together. */
const NAMES = [...'甲乙丙戊庚辛壬癸子丑寅卯辰'].slice(0, TOGETHER + 1);

const CORPUS: Corpus = {
  chats: NAMES.map(chatOf),
  readOnce: [chatOf('己', 7)],
  phrases: ['笑死，这狗子成精了', '请各村明天报表', '收到', '请各村今天报表', '好的收到'].map((text, place) => ({
    id: String(place),
    text,
    label: place % 2 === 0 ? 'ack' : 'directive',
  })),
  exchanges: chatOf('丁', 9),
};

/** All say the same words, and each some of its own; what they are labelled hangs on the place. */
function chatOf(name: string, place: number) {
  const envelopes = TOWN_CHAT.map((envelope) => ({ ...envelope, text: `${envelope.text}${name}村的事` }));
  const labels = new Map(envelopes.map(({ id }, index) => [id, LABELS[(index + place) % 4] ?? 'other'] as const));
  return { name, org: TOWN, envelopes, labels };
}

it('a model learns from all that isn’t left out, in the order of the corpus', async () => {
  const { chats, readOnce, phrases, exchanges } = CORPUS;
  const [whole, without, again] = await withModels(CORPUS, SHIPPED_RULES, CALENDAR, async (models) => {
    const [all, some] = [models.without(), models.without(2, 0)];
    // The weights for a chat are learned once, whoever asks for them.
    expect(await models.inChatWithout(0, 2)).toBe((await some).chat);
    return await Promise.all([all, some, models.without(0, 2)]);
  });
  const seenFrom = (isSeen: (place: number) => boolean): readonly Examples[] => [
    ...chats.filter((_, place) => isSeen(place)).map((chat) => examplesOf(chat, SHIPPED_RULES, CALENDAR)),
    ...readOnce.map((chat) => chatExamplesOf(chat, SHIPPED_RULES, CALENDAR)),
    phraseExamplesOf(
      phrases.filter((_, place) => isSeen(place % chats.length)),
      SHIPPED_RULES,
      CALENDAR,
    ),
    exchangeExamplesOf(exchanges, SHIPPED_RULES, CALENDAR),
  ];
  const seen = {
    chat: seenFrom((place) => place === 1 || place >= 3).flatMap(({ chat }) => chat),
    // All that are left out together, if any of them is.
    alone: seenFrom((place) => place === TOGETHER).flatMap(({ alone }) => alone),
  };
  expect(without.chat.gramRows).toBeGreaterThan(0);
  expect(encodeModel(without)).toEqual(encodeModel(trainModel(seen, 'without-甲-丙')));
  expect(again).toEqual(without);
  expect(again.chat).toBe(without.chat);
  expect(whole.chat.gramRows).toBeGreaterThan(without.chat.gramRows);
});

it('what stands alone is learned without all chats of a part, so that the chats of a part share what was learned', async () => {
  const [first, third, last] = await withModels(CORPUS, SHIPPED_RULES, CALENDAR, async (models) => {
    return await Promise.all([models.without(0), models.without(2), models.without(TOGETHER)]);
  });
  expect(third.alone).toBe(first.alone);
  expect(third.chat).not.toEqual(first.chat);
  expect(last.alone).not.toEqual(first.alone);
});
