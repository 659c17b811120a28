/** How well messages without a chat are judged: the texts of each chat one by one and a part of the phrases, each by a model that saw neither. */
import type { WorkCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import type { Rule } from '../../../src/reading/noise/rule.ts';
import type { RuleSet } from '../../../src/reading/noise/rule-set.ts';
import { type Measures, measuresOf } from '../../../src/reading/noise/train/measures.ts';
import { heldPhrases } from './labelled-chats.ts';
import { foldsOf, tuned } from './leave-one-out.ts';
import { decidedAlone, textsOf } from './lone-messages.ts';
import { type Corpus, chatOfPhrase, withModels } from './models.ts';

/** @param shipped judges the held-out phrases, on which nothing was ever trained: only their count is told */
export async function aloneMeasured(
  corpus: Corpus,
  rules: readonly Rule[],
  calendar: WorkCalendar,
  shipped: RuleSet,
): Promise<readonly (readonly [string, Measures])[]> {
  const folds = await withModels(corpus, rules, calendar, (models) => foldsOf(corpus, rules, calendar, models));
  const judged = folds.map(({ name, model }, index) => {
    const others = folds.filter((fold) => fold.name !== name);
    const judge = { id: name, rules, model: tuned(model, others) };
    const chat = corpus.chats[index];
    const unseen = corpus.phrases.filter((_, place) => chatOfPhrase(place, corpus) === index);
    return {
      texts: chat === undefined ? [] : decidedAlone(textsOf(chat), judge, calendar),
      phrases: decidedAlone(unseen, judge, calendar),
    };
  });
  return [
    ['texts of the chats', measuresOf(judged.flatMap(({ texts }) => texts))],
    ['phrases', measuresOf(judged.flatMap(({ phrases }) => phrases))],
    ['held-out phrases', measuresOf(decidedAlone(heldPhrases(), shipped, calendar))],
  ];
}
