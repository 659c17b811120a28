/**
 * The checks of the labelled corpus. Each scenario is read first (schemas), then runs through SCENARIO_CHECKS in order: roster,
 * chat, gold, the registry of directives, deadlines, weekdays, noise share. Last come the checks across scenarios: second
 * labels and their disputes, copied sentences, single phrases, exchanges, and the README's figures. Nothing here judges the program.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pairsOf } from './agreement.ts';
import { checkChat } from './chat.ts';
import { checkCopies } from './copies.ts';
import { checkDeadlines } from './deadlines.ts';
import { checkDirectives } from './directives.ts';
import { checkDisputes, readDisputes } from './disputes.ts';
import { checkExchanges } from './exchanges.ts';
import { figuresOf } from './figures.ts';
import { checkGold } from './gold.ts';
import { checkNoiseShare } from './noise-share.ts';
import { checkPhrases, readPhrases } from './phrases.ts';
import { type Problem, problem } from './problem.ts';
import { checkReadme } from './readme.ts';
import { checkRoster } from './roster.ts';
import { readScenario, type Scenario } from './scenario.ts';
import { readSecond } from './second.ts';
import { checkWeekdays } from './weekdays.ts';

const SCENARIO_CHECKS = [checkRoster, checkChat, checkGold, checkDirectives, checkDeadlines, checkWeekdays, checkNoiseShare];

export interface CorpusReport {
  readonly problems: readonly Problem[];
  /** Markdown tables. */
  readonly figures: string;
}

/** Everything that is wrong with the corpus below a data folder, and its figures. */
export function checkCorpus(data: string): CorpusReport {
  const folders = scenarioFolders(data);
  const read = folders.map((folder) => readScenario(data, folder));
  const scenarios = read.flatMap(({ scenario }) => (scenario === null ? [] : [scenario]));
  const labelled = scenarios
    .map((scenario) => ({ scenario, ...readSecond(data, scenario) }))
    .map(({ rows, ...rest }) => ({ ...rest, second: rows }));
  const disputes = readDisputes(data);
  const { phrases, problems: unreadPhrases } = readPhrases(data);
  const figures = figuresOf(
    labelled.map((one) => ({ scenario: one.scenario, pairs: pairsOf(one, disputes.rows) })),
    phrases,
  );
  const problems = [
    ...(folders.length === 0 ? [problem('corpus', 0, 'there is no scenario')] : []),
    ...read.flatMap((one) => one.problems),
    ...scenarios.flatMap(checkScenario),
    ...labelled.flatMap((one) => one.problems),
    ...disputes.problems,
    ...checkDisputes(disputes.rows, labelled),
    ...checkCopies(scenarios),
    ...unreadPhrases,
    ...checkPhrases(phrases, scenarios),
    ...checkExchanges(data, scenarios),
    ...checkReadme(data, figures),
  ];
  return { problems, figures };
}

/** Everything that is wrong inside one scenario. */
export function checkScenario(scenario: Scenario): readonly Problem[] {
  return SCENARIO_CHECKS.flatMap((check) => check(scenario));
}

/** The demo, and every folder of the corpus but those of single phrases. */
function scenarioFolders(data: string): readonly string[] {
  const corpus = readdirSync(join(data, 'corpus'), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('phrases'),
  );
  const demo = existsSync(join(data, 'demo')) ? ['demo'] : [];
  return [...demo, ...corpus.map(({ name }) => `corpus/${name}`).toSorted()];
}
