/**
 * npm run eval: replays the labelled scenarios of data/demo and data/corpus and prints how well their digests do.
 * Each scenario is judged by models that never saw it, nor a sixth of all chats; --shipped takes the shipped ones, which saw all.
 * --refiner random asks a refiner that answers at random about what is in doubt, and tells how much was asked; --refiner recorded asks
 * one that answers as a language model once did, and with --to FILE writes the questions that it was never asked.
 * --once takes the chats that were read once and say all whom they ask, --only NAME (may be repeated) those so named of all, --misses tells what went wrong, --json FILE writes all figures.
 * --models FOLDER keeps the trained models there and takes them from there the next time, which saves most of the time; to be emptied
 * when what they learn from has changed (the corpus, the rules, the features).
 */
import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { services } from '../../src/app.ts';
import type { ReplaySettings } from '../../src/flow/replay.ts';
import type { RefineQuestion } from '../../src/model/refinement.ts';
import type { Refiner } from '../../src/ports/refiner.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { heldOutRules } from './held-out-rules.ts';
import { keptRules } from './kept-rules.ts';
import { renderMisses } from './misses.ts';
import { fullyAskedFolders, labelledFolders } from './noise/labelled-chats.ts';
import { randomRefiner } from './refiner/random.ts';
import { readAnswers, recordedRefiner } from './refiner/recorded.ts';
import { AskedCount, refinedBy } from './refiner/refined-replay.ts';
import { replayFolder } from './replay-folder.ts';
import { reportOf } from './report.ts';
import { renderTables } from './table.ts';

const USAGE =
  'usage: npm run eval -- [--once] [--only NAME]… [--misses] [--shipped] [--models FOLDER] [--refiner random|recorded [--to FILE]] [--json FILE]';
/** Of output that doesn't go to a terminal. */
const WIDTH = 120;
const given = services();

interface Options {
  readonly only: readonly string[];
  readonly once: boolean;
  readonly misses: boolean;
  readonly shipped: boolean;
  readonly json: string | null;
  readonly refiner: 'random' | 'recorded' | null;
  readonly to: string | null;
  readonly models: string | null;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const folders = options === null ? null : chosenFolders(options);
  if (options === null || folders === null) return 2;
  const heldOut = options.shipped ? null : await judging(options.models);
  const rulesFor = (folder: string) => heldOut?.get(basename(folder)) ?? given.rules;
  const evaluation = await evaluate(folders, {
    replayFolder: (folder) =>
      replayFolder(folder, given, rulesFor(folder), options.refiner === null ? undefined : withRefiner(options.refiner)),
    now: () => performance.now(),
  });
  printEvaluation(evaluation, options);
  if (options.json !== null) {
    writeFileSync(resolve(given.settings.callerFolder, options.json), `${JSON.stringify(reportOf(evaluation), null, 2)}\n`);
  }
  if (options.to !== null) {
    const lines = [...unanswered].map(([key, question]) => `${JSON.stringify({ key, question })}\n`);
    writeFileSync(resolve(given.settings.callerFolder, options.to), lines.join(''));
  }
  return 0;
}

/** By chat. */
async function judging(models: string | null): Promise<ReadonlyMap<string, RuleSet>> {
  const train = async () => new Map([...(await heldOutRules(given)).rules].map(([folder, rules]) => [basename(folder), rules]));
  if (models === null) return await train();
  return await keptRules(resolve(given.settings.callerFolder, models), given.rules.rules, train);
}

/** Of all scenarios. */
const asked: AskedCount[] = [];
const unanswered = new Map<string, RefineQuestion>();

function withRefiner(kind: 'random' | 'recorded'): (settings: ReplaySettings) => ReplaySettings {
  const answers = kind === 'recorded' ? readAnswers() : new Map();
  const makeRefiner = (): Refiner =>
    kind === 'random'
      ? randomRefiner(asked.length)
      : recordedRefiner(answers, given.codes.hash, (key, question) => void unanswered.set(key, question));
  return (settings) => {
    const count = new AskedCount();
    asked.push(count);
    return refinedBy(makeRefiner(), settings, given.codes.hash, count);
  };
}

function printAsked(messages: number): void {
  const sum = (of: (count: AskedCount) => number): number => asked.reduce((total, one) => total + of(one), 0);
  const share = (of: (count: AskedCount) => number): string => ((100 * sum(of)) / messages).toFixed(1);
  const [questions, answered] = [sum((one) => one.questions.size), sum((one) => one.answered.size)];
  const [about, sent] = [share((one) => one.asked.size), share((one) => one.sent.size)];
  given.print(
    `\n${questions} questions (${answered} answered) about ${about}% of the messages, ${sent}% sent in all; ` +
      `${sum((one) => one.accepted)} accepted, ${sum((one) => one.together)} of them that two are one\n`,
  );
}

function printEvaluation({ scenarios, all, speed }: Evaluation, { misses }: Options): void {
  const rows = [...scenarios.map(({ name, themes }) => ({ title: name, themes })), { title: 'all', themes: all }];
  given.print(`${renderTables(rows, process.stdout.columns ?? WIDTH)}\n`);
  given.print(`\n${speed.messages} messages replayed in ${speed.seconds.toFixed(1)} s: ${speed.messagesPerSecond} a second\n`);
  if (asked.length > 0) printAsked(speed.messages);
  if (misses) for (const { name, themes } of scenarios) given.print(`\n${renderMisses(name, themes)}\n`);
}

function readOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        once: { type: 'boolean' },
        misses: { type: 'boolean' },
        shipped: { type: 'boolean' },
        json: { type: 'string' },
        refiner: { type: 'string' },
        to: { type: 'string' },
        models: { type: 'string' },
      },
    });
    const refiner = values.refiner ?? null;
    if (refiner !== null && refiner !== 'random' && refiner !== 'recorded') throw new Error(`no refiner is named ${refiner}`);
    return {
      refiner,
      to: values.to ?? null,
      models: values.models ?? null,
      only: values.only ?? [],
      once: values.once ?? false,
      misses: values.misses ?? false,
      shipped: values.shipped ?? false,
      json: values.json ?? null,
    };
  } catch (error) {
    given.warn(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return null;
  }
}

/** The scenarios, or the chats that were read once, or those named; null where a name is unknown. */
function chosenFolders({ only, once }: Options): readonly string[] | null {
  if (only.length === 0) return once ? fullyAskedFolders() : labelledFolders();
  const known = [...labelledFolders(), ...fullyAskedFolders()];
  const unknown = only.filter((name) => !known.some((folder) => basename(folder) === name));
  if (unknown.length === 0) return known.filter((folder) => only.includes(basename(folder)));
  given.warn(`no labelled chat is named ${unknown.join(', ')}; there are ${known.map((folder) => basename(folder)).join(', ')}`);
  return null;
}

process.exitCode = await main();
