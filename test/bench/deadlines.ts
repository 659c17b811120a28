/**
 * How well deadlines are read: our engine beside chrono-node and Recognizers-Text, on the same sentences in one run. The libraries
 * find times and know no deadlines; `deadlines/found.ts` tells how kindly their times are taken for deadlines, in two ways.
 * Run: npm run bench:deadlines [-- --markdown [--language zh] | --json]
 */
import { parseArgs } from 'node:util';
import { readCorpus } from '../corpus/sentences.ts';
import { chronoMentions, parseChrono } from './deadlines/chrono.ts';
import { ahead, deadlinesOf, type Keep, type Mention, marked } from './deadlines/found.ts';
import { oursDeadlines, readOurs } from './deadlines/ours.ts';
import { ownScoreOf } from './deadlines/own-fields.ts';
import { parseRecognizers, recognizersMentions } from './deadlines/recognizers.ts';
import { type Engine, type Score, scoreOf } from './deadlines/score.ts';
import { sentencesASecond } from './deadlines/speed.ts';
import { type Column, markdown, plain, rowsOf } from './deadlines/table.ts';

// Both libraries reckon in the machine's zone; the corpus is written in China's.
process.env['TZ'] = 'Asia/Shanghai';

const { values } = parseArgs({
  options: {
    markdown: { type: 'boolean', default: false },
    language: { type: 'string', default: 'en' },
    json: { type: 'boolean', default: false },
  },
});
const corpus = readCorpus();
const sentences = [...corpus.values()].flat();
const held = [...corpus].flatMap(([name, lines]) => (name.startsWith('held-') ? lines : []));

function both(engine: Engine): { readonly all: Score; readonly held: Score } {
  return { all: scoreOf(sentences, engine), held: scoreOf(held, engine) };
}

function library(name: string, mentions: (text: string, sentAt: number) => readonly Mention[], perSecond: number): readonly Column[] {
  const engine =
    (keep: Keep): Engine =>
    (text, sentAt) =>
      deadlinesOf(mentions(text, sentAt), text, sentAt, keep);
  return [
    { name: { en: `${name}, by 前/内/截止`, zh: `${name},挨着“前/内/截止”的` }, ...both(engine(marked)), perSecond },
    { name: { en: `${name}, all ahead`, zh: `${name},今后的全部` }, ...both(engine(ahead)), perSecond },
  ];
}

const columns: readonly Column[] = [
  {
    name: { en: 'Qunyao', zh: '群要' },
    ...both(oursDeadlines),
    own: { all: ownScoreOf(sentences), held: ownScoreOf(held) },
    perSecond: sentencesASecond(sentences, readOurs),
  },
  ...library('chrono-node', chronoMentions, sentencesASecond(sentences, parseChrono)),
  ...library('Recognizers-Text', recognizersMentions, sentencesASecond(sentences, parseRecognizers)),
];
const rows = rowsOf(columns, values.language === 'zh' ? 'zh' : 'en');
const note = `${sentences.length} sentences; in brackets the ${held.length} held back while the engine was written. Percent, rounded down.\n`;
process.stdout.write(values.json ? `${JSON.stringify(columns)}\n` : values.markdown ? markdown(rows) : `${plain(rows)}\n${note}`);
