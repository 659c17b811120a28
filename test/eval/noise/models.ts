/** Models trained on the corpus without some of its chats: their weights each once, beside each other in threads. */
import {
  chatExamplesOf,
  examplesOf,
  exchangeExamplesOf,
  type LabelledChat,
  type LabelledPhrase,
  phraseExamplesOf,
} from '../../../src/flow/training-examples.ts';
import type { WorkCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import type { NoiseModel, NoiseWeights } from '../../../src/reading/noise/model/weights.ts';
import type { Rule } from '../../../src/reading/noise/rule.ts';
import type { Example, Examples } from '../../../src/reading/noise/train/example.ts';
import { untuned } from '../../../src/reading/noise/train/index.ts';
import { NO_PART, type Packed, type PackedExamples, packed } from '../../../src/reading/noise/train/packed.ts';
import { type TrainingOrder, trainingThreads } from './training-threads.ts';

export interface Corpus {
  readonly chats: readonly LabelledChat[];
  /** More chats, on which nothing is measured: every model learns from all of them. */
  readonly readOnce: readonly LabelledChat[];
  /** Belong to no chat. Each model that leaves a chat out leaves a part of them out as well. */
  readonly phrases: readonly LabelledPhrase[];
  /** Belong to no chat, and nothing is measured on them: every model learns from all of them. */
  readonly exchanges: LabelledChat;
}

export interface Models {
  /** How many there are to learn from. */
  readonly examples: { readonly [Set in keyof Examples]: number };
  /** @param unseen chats by their place; none = the model of the whole corpus */
  without(...unseen: readonly number[]): Promise<NoiseModel>;
  /** The weights for messages of a chat alone. */
  inChatWithout(...unseen: readonly number[]): Promise<NoiseWeights>;
}

/** The chat without which a phrase is left out, too. */
export function chatOfPhrase(place: number, { chats }: Pick<Corpus, 'chats'>): number {
  return place % chats.length;
}

/**
 * In how many parts the corpus is left out of what learns from lone messages. They share far less with each other than the messages of a
 * chat, and learning from them without each chat by itself would take most of the time.
 */
const ALONE_PARTS = 8;

/** How many chats in a row may be left out together: they are in one part. */
export const TOGETHER = 8;

function alonePartOf(chat: number): number {
  return Math.floor(chat / TOGETHER) % ALONE_PARTS;
}

/** All chats that are in a part with one of these. */
function leftOutAlone(unseen: readonly number[], chats: number): readonly number[] {
  const parts = new Set(unseen.map(alonePartOf));
  return Array.from({ length: chats }, (_, chat) => chat).filter((chat) => parts.has(alonePartOf(chat)));
}

/** The threads last as long as the work with their models. */
export async function withModels<T>(
  corpus: Corpus,
  rules: readonly Rule[],
  calendar: WorkCalendar,
  work: (models: Models) => Promise<T>,
): Promise<T> {
  const examples = packedCorpus(corpus, rules, calendar);
  const threads = trainingThreads(examples);
  const known = new Map<string, Promise<NoiseWeights>>();
  const weightsOf = (order: TrainingOrder): Promise<NoiseWeights> => {
    const key = JSON.stringify(order);
    const weights = known.get(key) ?? threads.train(order);
    known.set(key, weights);
    return weights;
  };
  try {
    return await work({
      examples: { chat: examples.chat.labels.length, alone: examples.alone.labels.length },
      inChatWithout: (...unseen) => weightsOf({ set: 'chat', unseen: inOrder(unseen) }),
      async without(...unseen) {
        const left = inOrder(unseen);
        const names = left.map((index) => corpus.chats[index]?.name);
        const [chat, alone] = await Promise.all([
          weightsOf({ set: 'chat', unseen: left }),
          weightsOf({ set: 'alone', unseen: leftOutAlone(left, corpus.chats.length) }),
        ]);
        return untuned({ chat, alone }, names.length === 0 ? '' : `without-${names.join('-')}`);
      },
    });
  } finally {
    await threads.end();
  }
}

function inOrder(places: readonly number[]): readonly number[] {
  return places.toSorted((a, b) => a - b);
}

/** A chat's examples are the part of its place. */
function packedCorpus(corpus: Corpus, rules: readonly Rule[], calendar: WorkCalendar): PackedExamples {
  const chats = corpus.chats.map((chat) => examplesOf(chat, rules, calendar));
  const readOnce = corpus.readOnce.map((chat) => chatExamplesOf(chat, rules, calendar));
  const phrases = phraseExamplesOf(corpus.phrases, rules, calendar);
  const exchanges = exchangeExamplesOf(corpus.exchanges, rules, calendar);
  const packedSet = (setOf: (examples: Examples) => readonly Example[]): Packed => {
    const parted = [
      ...chats.flatMap((chat, part) => setOf(chat).map((example) => ({ example, part }))),
      ...readOnce.flatMap(setOf).map((example) => ({ example, part: NO_PART })),
      ...setOf(phrases).map((example, place) => ({ example, part: chatOfPhrase(place, corpus) })),
      ...setOf(exchanges).map((example) => ({ example, part: NO_PART })),
    ];
    return packed(
      parted.map(({ example }) => example),
      parted.map(({ part }) => part),
    );
  };
  return { chat: packedSet(({ chat }) => chat), alone: packedSet(({ alone }) => alone) };
}
