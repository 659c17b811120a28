/**
 * npm run eval:noise: how well the filter does on chats that it has never seen. Each chat is judged by a model, a temperature and
 * thresholds that come from all other chats; for rules alone, the model alone, and both.
 * --misses tells what went wrong, worst first; --only NAME (may be repeated) limits that to the chats so named; --quick takes temperature and
 * thresholds from all chats.
 */
import { parseArgs } from 'node:util';
import { services } from '../../../src/app.ts';
import { chineseCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { noiseJudge } from '../../../src/reading/noise/judge.ts';
import { SHIPPED_RULES } from '../../../src/reading/noise/rules/index.ts';
import { measuresOf } from '../../../src/reading/noise/train/measures.ts';
import { aloneMeasured } from './alone.ts';
import { heldExchanges, labelledCorpus } from './labelled-chats.ts';
import { type DecidedMessage, decidedMessages, finalVerdicts, rulesAlone } from './leave-one-out.ts';
import { missLines } from './misses.ts';
import { confusionTable, measuresTable, recallTable } from './tables.ts';

const { values } = parseArgs({
  options: { misses: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string', multiple: true } },
});
const corpus = await labelledCorpus();
const { chats } = corpus;
const calendar = chineseCalendar();
const names = chats.map(({ name }) => name);
const strict = values.quick !== true;
const ways: readonly (readonly [string, () => Promise<readonly DecidedMessage[]>])[] = [
  ['rules alone', async () => rulesAlone(chats, SHIPPED_RULES, calendar)],
  ['model alone', () => decidedMessages(corpus, [], calendar, strict)],
  ['both', () => decidedMessages(corpus, SHIPPED_RULES, calendar, strict)],
];
let last: readonly DecidedMessage[] = [];
for (const [way, judged] of ways) {
  last = await judged();
  const rows = names.map((name) => [name, measuresOf(last.filter((one) => one.chat === name))] as const);
  print(`## ${way}\n${measuresTable([...rows, ['all', measuresOf(last)]])}\n`);
}
const shipped = services().rules;
const held = finalVerdicts(await heldExchanges(), noiseJudge(shipped), calendar);
print(
  `## both, exchanges on which nothing is trained, by the shipped model\n${measuresTable([['held-out exchanges', measuresOf(held)]])}\n`,
);
print(`## both, each message alone\n${measuresTable(await aloneMeasured(corpus, SHIPPED_RULES, calendar, shipped))}\n`);
print(`## By label\n${recallTable(last)}\n\n## Confusion\n${confusionTable(last)}`);
if (values.misses === true) print(`\n## Misses, worst first\n${missLines(last, values.only ?? names).join('\n')}`);

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
