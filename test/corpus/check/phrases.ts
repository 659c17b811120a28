/** Single messages without context: each text once, unlike every text of the scenarios, under a label of its side. */
import { type Label, MUST_KEEP, NOISE, SHOULD_KEEP, TALK } from '../../../src/model/label.ts';
import { type Problem, problem } from './problem.ts';
import { type Row, readLines } from './read.ts';
import { repeated, type Scenario } from './scenario.ts';
import { PhraseLine } from './schemas.ts';

export const SIDES = ['negatives', 'positives'] as const;
export type Side = (typeof SIDES)[number];

const LEAST = 300;
/** Shorter ones are everybody's words (妥了), whoever writes them down. */
const LEAST_OWN = 3;
/** A negative asks nothing of its reader, though it may be work talk or worth knowing; a positive must reach one. */
const LABELS_OF: Readonly<Record<Side, ReadonlySet<Label>>> = {
  negatives: new Set<Label>([...NOISE, ...TALK, 'notice']),
  positives: new Set<Label>([...MUST_KEEP, ...SHOULD_KEEP].filter((label) => label !== 'notice' && label !== 'opaque')),
};

export type Phrases = Readonly<Record<Side, readonly Row<PhraseLine>[]>>;

export function readPhrases(data: string): { readonly phrases: Phrases; readonly problems: readonly Problem[] } {
  const negatives = readLines(data, fileOf('negatives'), PhraseLine);
  const positives = readLines(data, fileOf('positives'), PhraseLine);
  return { phrases: { negatives: negatives.rows, positives: positives.rows }, problems: [...negatives.problems, ...positives.problems] };
}

export function checkPhrases(phrases: Phrases, scenarios: readonly Pick<Scenario, 'chat' | 'folder'>[]): readonly Problem[] {
  const inChats = new Map(
    scenarios.flatMap(({ chat, folder }) => chat.map(({ value }) => [bare(value.text), `${folder} ${value.id}`] as const)),
  );
  const negative = new Set(phrases.negatives.map(({ value }) => bare(value.text)));
  return SIDES.flatMap((side) => {
    const rows = phrases[side];
    const at = (line: number, says: string) => problem(fileOf(side), line, says);
    return [
      ...repeated(rows, ({ id }) => id).map(({ value, line }) => at(line, `${value.id} stands twice`)),
      ...repeated(rows, ({ text }) => bare(text)).map(({ value, line }) => at(line, `the text of ${value.id} stands twice`)),
      ...rows
        .filter(({ value }) => !LABELS_OF[side].has(value.label))
        .map(({ value, line }) => at(line, `${value.id} is ${value.label}, which is no label of the ${side}`)),
      ...rows
        .filter(({ value }) => value.change !== undefined && value.label !== 'update')
        .map(({ value, line }) => at(line, `${value.id} says what it changes, and is no update`)),
      ...rows
        .filter(({ value }) => bare(value.text).length >= LEAST_OWN && inChats.has(bare(value.text)))
        .map(({ value, line }) => at(line, `the text of ${value.id} stands in ${inChats.get(bare(value.text))}`)),
      ...(side === 'positives'
        ? rows
            .filter(({ value }) => negative.has(bare(value.text)))
            .map(({ value, line }) => at(line, `the text of ${value.id} is a negative too`))
        : []),
      ...(rows.length < LEAST ? [at(0, `${rows.length} phrases; at least ${LEAST} are wanted`)] : []),
    ];
  });
}

function fileOf(side: Side): string {
  return `corpus/phrases/${side}.jsonl`;
}

/** The text without spaces and punctuation, so that a comma more makes no other text; a text of marks alone stays as it is. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}]/gu, '') || text;
}
