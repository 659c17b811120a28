/** Models trained on the corpus without some of its chats: each once, beside each other in threads. */
import {
  examplesOf,
  exchangeExamplesOf,
  type LabelledChat,
  type LabelledPhrase,
  phraseExamplesOf,
} from '../../../src/flow/training-examples.ts';
import type { WorkCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import type { NoiseModel } from '../../../src/reading/noise/model/weights.ts';
import type { Rule } from '../../../src/reading/noise/rule.ts';
import type { Example, Examples } from '../../../src/reading/noise/train/example.ts';
import { NO_PART, type Packed, type PackedExamples, packed } from '../../../src/reading/noise/train/packed.ts';
import { trainingThreads } from './training-threads.ts';

export interface Corpus {
  readonly chats: readonly LabelledChat[];
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
}

/** The chat without which a phrase is left out, too. */
export function chatOfPhrase(place: number, { chats }: Pick<Corpus, 'chats'>): number {
  return place % chats.length;
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
  const models = new Map<string, Promise<NoiseModel>>();
  try {
    return await work({
      examples: { chat: examples.chat.labels.length, alone: examples.alone.labels.length },
      without(...unseen) {
        const names = unseen.toSorted((a, b) => a - b).map((index) => corpus.chats[index]?.name);
        const id = names.length === 0 ? '' : `without-${names.join('-')}`;
        const model = models.get(id) ?? threads.train({ unseen, id });
        models.set(id, model);
        return model;
      },
    });
  } finally {
    await threads.end();
  }
}

/** A chat's examples are the part of its place. */
function packedCorpus(corpus: Corpus, rules: readonly Rule[], calendar: WorkCalendar): PackedExamples {
  const chats = corpus.chats.map((chat) => examplesOf(chat, rules, calendar));
  const phrases = phraseExamplesOf(corpus.phrases, rules, calendar);
  const exchanges = exchangeExamplesOf(corpus.exchanges, rules, calendar);
  const packedSet = (setOf: (examples: Examples) => readonly Example[]): Packed => {
    const parted = [
      ...chats.flatMap((chat, part) => setOf(chat).map((example) => ({ example, part }))),
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
