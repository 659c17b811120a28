/**
 * The checks of the labelled corpus. Each scenario is read first (schemas), then runs through SCENARIO_CHECKS in order: roster,
 * chat, gold, the registry of directives, deadlines, weekdays, noise share. Last come the checks across scenarios: second
 * labels (of those that figures are taken on) and their disputes, copied sentences, single phrases, exchanges, clues, and the README's figures. Nothing here judges the program.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pairsOf } from './agreement.ts';
import { checkChat } from './chat.ts';
import { checkClues } from './clues.ts';
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

/** Chats by one hand each, labelled by nobody else: trained on, never measured on. */
const READ_ONCE = 'corpus/read-once';
const SINGLE_TEXTS = /^corpus\/(?:phrases|clues)/u;

const SCENARIO_CHECKS = [checkRoster, checkChat, checkGold, checkDirectives, checkDeadlines, checkWeekdays, checkNoiseShare];

export interface CorpusReport {
  readonly problems: readonly Problem[];
  /** Markdown tables. */
  readonly figures: string;
}

/** Everything that is wrong with the corpus below a data folder, and its figures. */
export function checkCorpus(data: string): CorpusReport {
  const folders = scenarioFolders(data);
  const twice = folders.map((folder) => readScenario(data, folder));
  const once = readOnceFolders(data).map((folder) => readScenario(data, folder));
  const read = [...twice, ...once];
  const scenarios = scenariosOf(read);
  const labelled = scenariosOf(twice)
    .map((scenario) => ({ scenario, ...readSecond(data, scenario) }))
    .map(({ rows, ...rest }) => ({ ...rest, second: rows }));
  const disputes = readDisputes(data);
  const { phrases, problems: unreadPhrases } = readPhrases(data);
  const figures = figuresOf(
    labelled.map((one) => ({ scenario: one.scenario, pairs: pairsOf(one, disputes.rows) })),
    scenariosOf(once),
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
    ...checkClues(data, scenarios),
    ...checkReadme(data, figures),
  ];
  return { problems, figures };
}

function scenariosOf(read: readonly ReturnType<typeof readScenario>[]): readonly Scenario[] {
  return read.flatMap(({ scenario }) => (scenario === null ? [] : [scenario]));
}

/** Everything that is wrong inside one scenario. */
export function checkScenario(scenario: Scenario): readonly Problem[] {
  return SCENARIO_CHECKS.flatMap((check) => check(scenario));
}

/** The demo, and every folder of the corpus but those of single texts and of chats read once. */
function scenarioFolders(data: string): readonly string[] {
  const corpus = foldersIn(data, 'corpus').filter((folder) => !SINGLE_TEXTS.test(folder) && folder !== READ_ONCE);
  return [...(existsSync(join(data, 'demo')) ? ['demo'] : []), ...corpus];
}

function readOnceFolders(data: string): readonly string[] {
  return existsSync(join(data, READ_ONCE)) ? foldersIn(data, READ_ONCE) : [];
}

function foldersIn(data: string, below: string): readonly string[] {
  const entries = readdirSync(join(data, below), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => `${below}/${name}`).toSorted();
}
