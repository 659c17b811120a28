/** npm run train: the noise model from data/demo and data/corpus into data/model, with a report. The same corpus gives the same bytes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chineseCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { SHIPPED_RULES } from '../../../src/reading/noise/rules/index.ts';
import { DATA, labelledCorpus } from './labelled-chats.ts';
import { train } from './trained.ts';
import { trainingReport } from './training-report.ts';

const started = performance.now();
const corpus = await labelledCorpus();
const trained = await train(corpus, SHIPPED_RULES, chineseCalendar());
const folder = join(DATA, 'model');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'noise.bin'), trained.bytes);
writeFileSync(join(folder, 'report.md'), trainingReport(corpus, trained));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(
  `model ${trained.model.id}: ${trained.examples.chat} + ${trained.examples.alone} examples, ${trained.bytes.length} bytes, ${seconds} s\n`,
);
