import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Label } from '../../src/model/label.ts';
import { agreementByLabel, agreementOf, pairsOf } from './check/agreement.ts';
import { checkCopies } from './check/copies.ts';
import { checkDisputes, readDisputes, type TwiceLabelled } from './check/disputes.ts';
import { checkPhrases, type Phrases, readPhrases } from './check/phrases.ts';
import { tell } from './check/problem.ts';
import { checkReadme, writeFigures } from './check/readme.ts';
import { readScenario, type Scenario } from './check/scenario.ts';
import { readSecond } from './check/second.ts';
import { writeSmallScenario } from './check/small-scenario.ts';

let data = '';

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'qunyao-second-'));
  mkdirSync(join(data, 'corpus/phrases'), { recursive: true });
});

afterEach(() => {
  rmSync(data, { recursive: true });
});

function write(file: string, text: string): void {
  writeFileSync(join(data, file), text);
}

function smallScenario(folder = 'small'): Scenario {
  writeSmallScenario(join(data, folder));
  const { scenario } = readScenario(data, folder);
  if (scenario === null) throw new Error('the small scenario is sound');
  return scenario;
}

/** The small scenario with these second labels. */
function labelledTwice(labels: Readonly<Record<string, Label>>): TwiceLabelled {
  const second = Object.entries(labels).map(([id, label], index) => ({ value: { id, label }, line: index + 1 }));
  return { scenario: smallScenario(), second };
}

function disputesOf(row: string): ReturnType<typeof readDisputes> {
  write('corpus/disputes.md', `| scenario | message | first | second | settled | why |\n|---|---|---|---|---|---|\n${row}\n`);
  return readDisputes(data);
}

describe('second labels', () => {
  it.each([
    {
      text: '{"id":"m0001","label":"greeting"}\n{"id":"m0001","label":"ack"}\n',
      says: 'small/second.jsonl:2: message m0001 has a second label twice',
    },
    { text: '{"id":"m0099","label":"ack"}\n', says: 'small/second.jsonl:1: there is no message m0099' },
    { text: '{"id":"m0001","label":"ack"}\n', says: 'small/second.jsonl: 1 second labels; at least 150 are wanted' },
    { text: '{"id":"m0001","label":"hello"}\n', says: 'small/second.jsonl:1: label: Invalid option' },
  ])('are refused: $says', ({ text, says }) => {
    const scenario = smallScenario();
    write('small/second.jsonl', text);
    expect(readSecond(data, scenario).problems.map(tell).join('\n')).toContain(says);
  });

  it('may not be missing', () => {
    expect(readSecond(data, smallScenario()).problems.map(tell)).toEqual(['small/second.jsonl: the file is missing']);
  });
});

describe('disputes', () => {
  it('are settled where the row says what gold and the second label say', () => {
    const { rows, problems } = disputesOf('| small | m0001 | chitchat | greeting | greeting | it greets |');
    expect(problems).toEqual([]);
    expect(checkDisputes(rows, [labelledTwice({ m0001: 'greeting' })])).toEqual([]);
  });

  it.each([
    { row: '', says: 'small/second.jsonl:1: m0001 is chitchat here and greeting in gold, and no row of disputes.md settles it' },
    {
      row: '| small | m0001 | greeting | chitchat | chitchat | why |',
      says: 'disputes.md:3: m0001: settled as chitchat, but gold says greeting',
    },
    {
      row: '| small | m0001 | greeting | ack | greeting | why |',
      says: 'disputes.md:3: m0001: second is ack here and chitchat in second.jsonl',
    },
    { row: '| small | m0001 | chitchat | chitchat | greeting | why |', says: 'm0001: the two labels are the same' },
    { row: '| small | m0001 | greeting | chitchat | greeting | |', says: "m0001: it isn't said why" },
    { row: '| small | m0002 | greeting | chitchat | directive | why |', says: 'disputes.md:3: small has no second label of m0002' },
    { row: '| big | m0001 | greeting | chitchat | greeting | why |', says: 'disputes.md:3: big has no second label of m0001' },
  ])('are refused: $says', ({ row, says }) => {
    const problems = checkDisputes(disputesOf(row).rows, [labelledTwice({ m0001: 'chitchat' })]);
    expect(problems.map(tell).join('\n')).toContain(says);
  });

  it('are refused where a row names no label', () => {
    const { rows, problems } = disputesOf('| small | m0001 | hello | chitchat | greeting | why |');
    expect(rows).toEqual([]);
    expect(problems.map(tell).join()).toContain('corpus/disputes.md:3: a row is');
  });
});

describe('agreement', () => {
  const pairs = (['ack ack', 'ack ack', 'ack report', 'report report'] as const).map((pair) => {
    const [first, second] = pair.split(' ') as [Label, Label];
    return { first, second };
  });

  it('takes off what chance would give', () => {
    // By chance 3/4·2/4 + 1/4·2/4 = 1/2; observed 3/4.
    expect(agreementOf(pairs)).toEqual({ pairs: 4, equal: 3, kappa: 0.5 });
  });

  it('is told by label', () => {
    expect(agreementByLabel(pairs)).toEqual([
      { label: 'report', first: 1, second: 2, both: 1, kappa: 0.5 },
      { label: 'ack', first: 3, second: 2, both: 2, kappa: 0.5 },
    ]);
  });

  it('has no κ where both hands only ever gave one label', () => {
    expect(agreementOf([{ first: 'ack', second: 'ack' }]).kappa).toBeNull();
  });

  it('counts a settled dispute as it was before', () => {
    const { rows } = disputesOf('| small | m0001 | chitchat | greeting | greeting | it greets |');
    expect(pairsOf(labelledTwice({ m0001: 'greeting', m0003: 'ack' }), rows)).toEqual([
      { first: 'chitchat', second: 'greeting' },
      { first: 'ack', second: 'ack' },
    ]);
  });
});

describe('phrases', () => {
  function phrases(negatives: string, positives: string): Phrases {
    write('corpus/phrases/negatives.jsonl', negatives);
    write('corpus/phrases/positives.jsonl', positives);
    return readPhrases(data).phrases;
  }
  const NEGATIVE = '{"id":"n1","text":"早去早回","label":"chitchat"}\n';
  const POSITIVE = '{"id":"p1","text":"把表交了","label":"directive"}\n';

  it.each([
    { negatives: `${NEGATIVE}${NEGATIVE.replace('早去', '晚去')}`, positives: POSITIVE, says: 'negatives.jsonl:2: n1 stands twice' },
    {
      negatives: `${NEGATIVE}${NEGATIVE.replace('n1', 'n2').replace('早去', '早去，')}`,
      positives: POSITIVE,
      says: 'negatives.jsonl:2: the text of n2 stands twice',
    },
    {
      negatives: NEGATIVE.replace('chitchat', 'directive'),
      positives: POSITIVE,
      says: 'negatives.jsonl:1: n1 is directive, which is no label of the negatives',
    },
    {
      negatives: NEGATIVE,
      positives: POSITIVE.replace('directive', 'ack'),
      says: 'positives.jsonl:1: p1 is ack, which is no label of the positives',
    },
    {
      negatives: NEGATIVE.replace('早去早回', '今天 真冷！'),
      positives: POSITIVE,
      says: 'negatives.jsonl:1: the text of n1 stands in small m0005',
    },
    {
      negatives: NEGATIVE,
      positives: POSITIVE.replace('把表交了', '早去早回'),
      says: 'positives.jsonl:1: the text of p1 is a negative too',
    },
    { negatives: NEGATIVE, positives: POSITIVE, says: 'positives.jsonl: 1 phrases; at least 300 are wanted' },
  ])('are refused: $says', ({ negatives, positives, says }) => {
    const problems = checkPhrases(phrases(negatives, positives), [smallScenario()]);
    expect(problems.map(tell).join('\n')).toContain(says);
  });

  it('must have a label and a text', () => {
    write('corpus/phrases/negatives.jsonl', '{"id":"n1","text":"","label":"maybe"}\n');
    expect(readPhrases(data).problems.map(tell).join()).toMatch(/negatives\.jsonl:1: text: .*; label: /u);
  });
});

describe('scenarios together', () => {
  it('may not share a long sentence', () => {
    const scenarios = [smallScenario('one'), smallScenario('two')];
    expect(checkCopies(scenarios).map(tell)).toEqual([
      'two/chat.jsonl:2: m0002 repeats m0002 of one',
      'two/chat.jsonl:6: m0006 repeats m0006 of one',
    ]);
    expect(checkCopies(scenarios.slice(0, 1))).toEqual([]);
  });
});

describe('the README', () => {
  it('holds the figures once they are written, and nothing else changes', () => {
    write('corpus/README.md', '# Corpus\n\n<!-- figures -->\n\nold\n\n<!-- /figures -->\n\nEnd.\n');
    expect(checkReadme(data, 'new').map(tell)).toEqual([
      'corpus/README.md:5: the figures are not those of the corpus; run npm run corpus -- --write',
    ]);
    writeFigures(data, 'new');
    expect(checkReadme(data, 'new')).toEqual([]);
    expect(checkReadme(data, 'newer')).toHaveLength(1);
  });

  it('must have a place for them', () => {
    write('corpus/README.md', '# Corpus\n');
    expect(checkReadme(data, 'new').map(tell).join()).toContain('are missing');
  });
});
