/**
 * npm run eval: replays the labelled scenarios of data/demo and data/corpus and prints how well their digests do.
 * --only NAME (may be repeated) takes the scenarios so named, --misses tells what went wrong, --json FILE writes all figures.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../../src/config/settings.ts';
import { evaluate } from './evaluate.ts';
import { renderMisses } from './misses.ts';
import { replayFolder } from './replay-folder.ts';
import { reportOf } from './report.ts';
import { renderTable } from './table.ts';

const USAGE = 'usage: npm run eval -- [--only NAME]… [--misses] [--json FILE]';
const data = join(import.meta.dirname, '../../data');

interface Options {
  readonly only: readonly string[];
  readonly misses: boolean;
  readonly json: string | null;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) return 2;
  const known = labelledFolders();
  const unknown = options.only.filter((name) => !known.some((folder) => basename(folder) === name));
  if (unknown.length > 0) {
    process.stderr.write(
      `no labelled scenario is named ${unknown.join(', ')}; there are ${known.map((folder) => basename(folder)).join(', ')}\n`,
    );
    return 2;
  }
  const folders = options.only.length === 0 ? known : known.filter((folder) => options.only.includes(basename(folder)));
  const evaluation = await evaluate(folders, { replayFolder, now: () => performance.now() });
  const { scenarios, all, speed } = evaluation;
  print(renderTable([...scenarios.map(({ name, themes }) => ({ title: name, themes })), { title: 'all', themes: all }]));
  print(`\n${speed.messages} messages replayed in ${speed.seconds.toFixed(1)} s: ${speed.messagesPerSecond} a second`);
  if (options.misses) for (const { name, themes } of scenarios) print(`\n${renderMisses(name, themes)}`);
  if (options.json !== null)
    writeFileSync(resolve(readSettings().callerFolder, options.json), `${JSON.stringify(reportOf(evaluation), null, 2)}\n`);
  return 0;
}

function readOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: { type: 'string', multiple: true }, misses: { type: 'boolean' }, json: { type: 'string' } },
    });
    return { only: values.only ?? [], misses: values.misses ?? false, json: values.json ?? null };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    return null;
  }
}

/** The demo, and every folder of the corpus that has gold. */
function labelledFolders(): readonly string[] {
  const corpus = readdirSync(join(data, 'corpus'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = [join(data, 'demo'), ...corpus.map(({ name }) => join(data, 'corpus', name)).toSorted()];
  return folders.filter((folder) => existsSync(join(folder, 'gold.jsonl')));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

process.exitCode = await main();
