/** Messages without a chat, as somebody might paste them: what a model says of the words alone. */
import { type LabelledChat, type LabelledPhrase, loneMessage } from '../../../src/flow/training-examples.ts';
import { turnReader } from '../../../src/flow/turns.ts';
import { NO_ROSTER, organisation } from '../../../src/model/organisation.ts';
import type { WorkCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { circumstancesOf } from '../../../src/reading/noise/circumstances.ts';
import { decide } from '../../../src/reading/noise/decide.ts';
import { chanceReader, noiseJudge } from '../../../src/reading/noise/judge.ts';
import type { NoiseModel } from '../../../src/reading/noise/model/weights.ts';
import type { Rule } from '../../../src/reading/noise/rule.ts';
import type { Judge, RuleSet } from '../../../src/reading/noise/rule-set.ts';
import type { HeldOut } from '../../../src/reading/noise/train/held-out.ts';
import type { Decided } from '../../../src/reading/noise/train/measures.ts';

/** The texts of a chat as phrases. */
export function textsOf({ envelopes, labels }: LabelledChat): readonly LabelledPhrase[] {
  return envelopes.flatMap(({ id, text, kind }) => {
    const label = labels.get(id);
    return kind === 'text' && label !== undefined ? [{ id, text, label }] : [];
  });
}

export function judgeAlone(
  phrases: readonly LabelledPhrase[],
  model: NoiseModel,
  rules: readonly Rule[],
  calendar: WorkCalendar,
): readonly HeldOut[] {
  const chancesFor = chanceReader(model, rules);
  const heldOut: HeldOut[] = [];
  for (const phrase of phrases) {
    readAlone(phrase, calendar, (view) => {
      const chances = chancesFor(view).slice();
      const circumstances = circumstancesOf(view);
      heldOut.push({ chances, label: phrase.label, circumstances, opensTask: false, opensBurst: false, attached: false });
      const { platform, group, id } = view.message;
      return { platform, group, id, ...decide(chances, model.guard, circumstances), reasons: [] };
    });
  }
  return heldOut;
}

export function decidedAlone(phrases: readonly LabelledPhrase[], rules: RuleSet, calendar: WorkCalendar): readonly Decided[] {
  const judge = noiseJudge(rules);
  return phrases.flatMap((phrase) => readAlone(phrase, calendar, judge).map(({ verdict }) => ({ gold: phrase.label, ...verdict })));
}

function readAlone({ id, text }: LabelledPhrase, calendar: WorkCalendar, judge: Judge) {
  return turnReader(organisation(NO_ROSTER), calendar, judge).take(loneMessage(id, text)).judged;
}
