/**
 * How fast the noise filter is: rules and model over all labelled chats, on one core, turn and turn about with JSON.parse of the very same
 * lines. Texts are normalised and times are read before the clock starts. The ratio is what counts; the machine's speed is not ours.
 * Run: npm run bench:noise [-- --repeats 9 --json]
 */
import { parseArgs } from 'node:util';
import { services } from '../../src/app.ts';
import { turnReader } from '../../src/flow/turns.ts';
import { byTime } from '../../src/model/message.ts';
import { noiseJudge } from '../../src/reading/noise/judge.ts';
import type { Telling } from '../../src/reading/noise/rule-set.ts';
import type { MessageView } from '../../src/reading/view.ts';
import { labelledChats } from '../eval/noise/labelled-chats.ts';
import { median, stopwatch } from './stopwatch.ts';

const TARGET = 50_000;

const { values } = parseArgs({ options: { repeats: { type: 'string', default: '9' }, json: { type: 'boolean', default: false } } });
const { calendar, rules } = services();
const chats = await labelledChats();
const lines = chats.flatMap(({ envelopes }) => envelopes.map((envelope) => JSON.stringify(envelope)));

/** As the program sees them; new ones each time, so that nothing is left over from the last round. */
function views(): readonly MessageView[] {
  const judge = noiseJudge(rules, 'kept');
  const seen: MessageView[] = [];
  for (const { org, envelopes } of chats) {
    const reader = turnReader(org, calendar, (view) => {
      seen.push(view);
      return judge(view);
    });
    for (const [index, envelope] of envelopes.toSorted(byTime).entries()) reader.take({ ...envelope, seq: index + 1 });
  }
  return seen;
}

function judged(telling: Telling): number {
  const judge = noiseJudge(rules, telling);
  const all = views();
  const watch = stopwatch();
  for (const view of all) judge(view);
  return watch().cpu;
}

function parsed(): number {
  const watch = stopwatch();
  for (const line of lines) JSON.parse(line);
  return watch().cpu;
}

const rounds = Array.from({ length: Number(values.repeats) + 1 }, () => ({
  kept: judged('kept'),
  all: judged('all'),
  parse: parsed(),
})).slice(1);
const rate = (of: (round: (typeof rounds)[number]) => number): number => Math.round(lines.length / median(rounds.map(of)));
const ratio = (of: (round: (typeof rounds)[number]) => number): number => median(rounds.map((round) => round.parse / of(round)));
const result = {
  messages: lines.length,
  rulesAndModel: rate(({ kept }) => kept),
  withAllReasons: rate(({ all }) => all),
  jsonParse: rate(({ parse }) => parse),
  ratio: ratio(({ kept }) => kept),
  ratioWithAllReasons: ratio(({ all }) => all),
};
process.stdout.write(
  values.json
    ? `${JSON.stringify(result)}\n`
    : `rules and model               ${result.rulesAndModel}/s  reasons of what is kept; ${result.rulesAndModel >= TARGET ? 'reaches' : 'misses'} ${TARGET}/s
  with the reasons of noise    ${result.withAllReasons}/s
JSON.parse of the same lines  ${result.jsonParse}/s
ratio                         ${result.ratio.toFixed(3)}  (${result.ratioWithAllReasons.toFixed(3)} with the reasons of noise), by processor time, ${result.messages} messages
`,
);
