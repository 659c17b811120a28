/** Every message of a chat that may be an answer, with the directives that it may be to, as they stood when it came. */
import type { Services } from '../../../src/cli/command.ts';
import { loadFolder } from '../../../src/cli/folder.ts';
import { settler } from '../../../src/flow/settle.ts';
import { answerCandidates, pointedAt } from '../../../src/ledger/answer-target.ts';
import type { AnswerForm, AnswerSigns } from '../../../src/model/answer-weights.ts';
import { byTime } from '../../../src/model/message.ts';
import type { RuleSet } from '../../../src/reading/noise/rule-set.ts';
import { loadGold } from '../gold.ts';
import { scenarioOf } from '../scenario.ts';

export interface AnswerCase {
  readonly id: string;
  readonly form: AnswerForm;
  readonly candidates: readonly { readonly signs: AnswerSigns; readonly good: boolean }[];
  /** Whether it answers a directive at all. */
  readonly answers: boolean;
}

export async function casesIn(folder: string, services: Services, rules: RuleSet): Promise<readonly AnswerCase[]> {
  const { org, envelopes } = await loadFolder(folder, services);
  const { messages, tasks } = scenarioOf(loadGold(folder));
  const sources = new Map(tasks.map((task) => [task.id, new Set(task.sources.map(({ id }) => id))]));
  const settling = settler({ org, calendar: services.calendar, rules });
  const cases: AnswerCase[] = [];
  for (const [index, envelope] of envelopes.toSorted(byTime).entries()) {
    const { reading } = settling.settle({ ...envelope, seq: index + 1 });
    const answer = reading.answers.find(({ id }) => id === envelope.id);
    if (answer === undefined || (pointedAt(settling.ledger, answer) !== null && answer.form !== 'talk')) continue;
    const wanted = sources.get(messages.get(envelope.id)?.answers ?? '');
    const candidates = answerCandidates(settling.ledger, reading, answer, envelope.sentAt).map(({ directive, signs }) => ({
      signs,
      good: directive.evidence.some(({ id }) => wanted?.has(id) === true),
    }));
    cases.push({ id: envelope.id, form: answer.form, candidates, answers: wanted !== undefined });
  }
  return cases;
}
