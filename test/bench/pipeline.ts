/**
 * How fast the program is: the whole pipeline beside the plain insert of the same rows, where its time goes, digests and merge
 * decisions a second. Run: npm run bench [-- --messages 50000 --people 5000 --repeats 3 --json]
 */
import { parseArgs } from 'node:util';
import { type Decisions, measureDecisions } from './decisions.ts';
import { type Digests, measureDigests } from './digests.ts';
import { loadOf } from './load/index.ts';
import { printed } from './printed.ts';
import { measureStages, type StageTimes } from './stages.ts';
import { measureThroughput, type Throughput } from './throughput.ts';

const OPEN_DIRECTIVES = 1000;
/** Enough for more than a thousand directives and some thousand further asks. */
const ASKING_MESSAGES = 40_000;

export interface Results {
  readonly throughput: Throughput;
  readonly stages: StageTimes;
  readonly decisions: Decisions;
  readonly digests: Digests;
}

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '50000' },
    people: { type: 'string', default: '5000' },
    repeats: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const repeats = Number(values.repeats);
const load = await loadOf();
const messages = load.messages(Number(values.messages));
const results: Results = {
  throughput: await measureThroughput(load.org, messages, repeats),
  stages: await measureStages(load.org, messages),
  decisions: measureDecisions(load.org, load.messages(ASKING_MESSAGES), OPEN_DIRECTIVES, repeats),
  digests: await measureDigests(Number(values.people), repeats),
};
process.stdout.write(values.json ? `${JSON.stringify(results)}\n` : printed(results));
