/** Messages without a chat: the texts of each chat one by one, by a model that never saw it, and the phrases by models that saw the other six sevenths of them. */
import { examplesOf, type LabelledPhrase, loneMessage, phraseExamplesOf } from '../../../src/flow/training-examples.ts';
import { turnReader } from '../../../src/flow/turns.ts';
import { NO_ROSTER, organisation } from '../../../src/model/organisation.ts';
import type { WorkCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { noiseJudge } from '../../../src/reading/noise/judge.ts';
import type { NoiseModel } from '../../../src/reading/noise/model/weights.ts';
import type { Rule } from '../../../src/reading/noise/rule.ts';
import { trainModel, UNTUNED } from '../../../src/reading/noise/train/index.ts';
import type { Decided } from '../../../src/reading/noise/train/measures.ts';
import { type Corpus, foldsOf, tuned } from './leave-one-out.ts';

const PARTS = 7;

export function aloneMeasured(
  corpus: Corpus,
  rules: readonly Rule[],
  calendar: WorkCalendar,
): { texts: readonly Decided[]; phrases: readonly Decided[] } {
  const folds = foldsOf(corpus, rules, calendar);
  const all = folds.flatMap((fold) => fold.heldOut);
  const texts = folds.flatMap(({ name, model, heldOut }) => {
    const others = all.filter((one) => one.chat !== name);
    const phrases = heldOut.flatMap(({ view: { message }, label }) =>
      message.kind === 'text' ? [{ id: message.id, text: message.text, label }] : [],
    );
    return decidedAlone(phrases, tuned(model, others), rules, calendar);
  });
  const examples = corpus.chats.flatMap((chat) => examplesOf(chat, rules, calendar));
  const phrases = Array.from({ length: PARTS }, (_, part) => {
    const seen = corpus.phrases.filter((_phrase, index) => index % PARTS !== part);
    const unseen = corpus.phrases.filter((_phrase, index) => index % PARTS === part);
    const model = tuned(trainModel([...examples, ...phraseExamplesOf(seen, rules, calendar)], { id: `part-${part}`, ...UNTUNED }), all);
    return decidedAlone(unseen, model, rules, calendar);
  });
  return { texts, phrases: phrases.flat() };
}

function decidedAlone(
  phrases: readonly LabelledPhrase[],
  model: NoiseModel,
  rules: readonly Rule[],
  calendar: WorkCalendar,
): readonly Decided[] {
  const judge = noiseJudge({ id: model.id, rules, model });
  const nobody = organisation(NO_ROSTER);
  return phrases.flatMap(({ id, text, label }) => {
    const [judged] = turnReader(nobody, calendar, judge).take(loneMessage(id, text)).judged;
    return judged === undefined ? [] : [{ gold: label, ...judged.verdict }];
  });
}
