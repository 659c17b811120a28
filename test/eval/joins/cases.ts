/**
 * Answers of a chat beside the likeliest directive that doesn't ask who answers, and whether its task is theirs. As rules name most people rightly,
 * some answers of those who are asked teach, too: as if they weren't.
 */
import type { Services } from '../../../src/cli/command.ts';
import { loadFolder } from '../../../src/cli/folder.ts';
import { settler } from '../../../src/flow/settle.ts';
import { targetOfAnswer } from '../../../src/ledger/answer-target.ts';
import { likeliestUnasked } from '../../../src/ledger/joined-by-answer.ts';
import { SHIPPED_MERGE } from '../../../src/ledger/merge-score.ts';
import type { Directive } from '../../../src/model/directive.ts';
import { byTime } from '../../../src/model/message.ts';
import type { Answer } from '../../../src/model/reading.ts';
import type { RuleSet } from '../../../src/reading/noise/rule-set.ts';
import { loadGold } from '../gold.ts';
import { audienceOf } from '../measures/tasks/audience.ts';
import { type Scenario, scenarioOf, type Task } from '../scenario.ts';

export interface JoinCase {
  readonly signs: Float64Array;
  readonly good: boolean;
  /** The task and who answers. */
  readonly pair: string;
  /** Of somebody who is asked. */
  readonly letGo: boolean;
}

/** Of those who are asked each so many. */
const EVERY = 10;

export async function joinCasesIn(folder: string, services: Services, rules: RuleSet): Promise<readonly JoinCase[]> {
  const { org, envelopes } = await loadFolder(folder, services);
  const whose = taskFinder(scenarioOf(loadGold(folder)));
  const settling = settler({ org, calendar: services.calendar, rules: nobodyJoins(rules) });
  const cases: JoinCase[] = [];
  let asked = 0;
  for (const [index, envelope] of envelopes.toSorted(byTime).entries()) {
    const { reading } = settling.settle({ ...envelope, seq: index + 1 });
    const answer = reading.answers.find(({ id }) => id === envelope.id);
    if (answer === undefined) continue;
    const { ledger } = settling;
    const add = (letGo?: Directive): void => {
      const found = likeliestUnasked(ledger, reading, answer, envelope.sentAt, letGo);
      const task = found === null ? null : whose(found.directive, answer);
      if (found === null || task === null || (letGo !== undefined && found.directive !== letGo)) return;
      cases.push({ signs: found.signs, ...task, letGo: letGo !== undefined });
    };
    add();
    const target = targetOfAnswer(ledger, reading, answer, envelope.sentAt);
    if (target !== null && asked++ % EVERY === 0) add(target);
  }
  return cases;
}

/** What is learned here hasn't been yet. */
function nobodyJoins(rules: RuleSet): RuleSet {
  const { joins, ...merging } = rules.merging ?? SHIPPED_MERGE;
  return { ...rules, merging };
}

/** What rests on messages of several tasks may be any of them, and teaches nothing. */
function taskFinder(scenario: Scenario): (directive: Directive, answer: Answer) => Pick<JoinCase, 'good' | 'pair'> | null {
  const bySource = Map.groupBy(
    scenario.tasks.flatMap((task) => task.sources.map(({ id }) => ({ id, task }))),
    ({ id }) => id,
  );
  const audiences = new Map(scenario.tasks.map((task) => [task, new Set(audienceOf(scenario, task).map(({ id }) => id))]));
  return ({ evidence }, { person }) => {
    const tasks = new Set<Task>(evidence.flatMap(({ id }) => (bySource.get(id) ?? []).map(({ task }) => task)));
    const [task] = tasks;
    return task === undefined || tasks.size > 1 ? null : { good: audiences.get(task)?.has(person) === true, pair: `${task.id} ${person}` };
  };
}
