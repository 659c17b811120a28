/** What is looked for first in a text never keeps a pattern from one that it matches. */
import { expect, it } from 'vitest';
import { RECOGNISERS } from '../../../../src/reading/deadline/atoms/index.ts';
import { matchesOf } from '../../../../src/reading/text/matches.ts';
import { normalise } from '../../../../src/reading/text/normalise.ts';
import { readCorpus } from '../../../corpus/sentences.ts';

const TEXTS = [...readCorpus().values()].flat().map(({ text }) => normalise(text).text);

it.each(RECOGNISERS.flatMap(({ id, pattern, core }) => (core === undefined ? [] : [{ id, pattern, core }])))(
  'the core of $id stands in all that it matches',
  ({ pattern, core }) => {
    const matches = TEXTS.flatMap((text) => matchesOf(pattern, text).map(() => text));
    expect(matches.length).toBeGreaterThan(20);
    expect(matches.filter((text) => !core.test(text))).toEqual([]);
  },
);

it.each([
  '半小时内',
  '3个工作日之内',
  '两天以后',
  '一个半月内',
  '两个钟头前',
  '一刻钟之前',
  '三个星期内',
  '五个自然日内',
  '两个季度内',
  '天半内',
])('durations end as %s does', (text) => {
  expect(RECOGNISERS.find(({ id }) => id === 'atom/duration')?.core?.test(text)).toBe(true);
});

it.each(['会议开始前', '领导来到之前', '检查组进驻前', '开镰前', '停水以前', '专家进场前', '大会召开前', '演练启动前', '领导进村前'])(
  'events end as %s does',
  (text) => {
    const event = RECOGNISERS.find(({ id }) => id === 'atom/relative-to-event');
    expect(text.match(event?.pattern ?? /$/u)).not.toBeNull();
    expect(event?.core?.test(text)).toBe(true);
  },
);
