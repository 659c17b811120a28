import { beforeAll, describe, expect, it } from 'vitest';
import { type ClassifiedLine, type ClassifySettings, classifyLines } from '../../src/flow/classify.ts';
import type { Envelope } from '../../src/model/message.ts';
import { ASK, said, TOWNSHIP } from '../kit/chat-builders.ts';
import { DEMO, PROGRAM, replayedFolder, type ScenarioFolder, scenario } from '../kit/scenarios.ts';
import { shuffled } from '../kit/shuffled.ts';

const SETTINGS: ClassifySettings = { org: TOWNSHIP, calendar: PROGRAM.calendar, rules: PROGRAM.rules };

function classified(lines: readonly ClassifiedLine[]) {
  return classifyLines(lines, SETTINGS);
}

function alone({ id, text, kind }: Envelope): ClassifiedLine {
  return { id, text, kind };
}

describe('lines with group and time', () => {
  let demo: ScenarioFolder;
  beforeAll(async () => {
    demo = await scenario(DEMO);
  });

  it('are each other’s context: the verdicts are those of the replay, in the order of the lines', async () => {
    const settings = { ...SETTINGS, org: demo.org };
    const mixed = shuffled(demo.envelopes, 11);
    const { verdicts } = await replayedFolder(DEMO);
    expect(classifyLines(demo.envelopes, settings)).toEqual(verdicts);
    const byId = new Map(verdicts.map((verdict) => [`${verdict.group} ${verdict.id}`, verdict]));
    expect(classifyLines(mixed, settings)).toEqual(mixed.map(({ group, id }) => byId.get(`${group} ${id}`)));
  });
});

describe('lines without them', () => {
  it('are judged alone, whatever stands beside them', async () => {
    const { envelopes } = await scenario(DEMO);
    const lines = envelopes.slice(0, 20).map(alone);
    const verdicts = classified(lines);
    expect(verdicts.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
    expect(classified(lines.toReversed()).toReversed()).toEqual(verdicts);
    expect(lines.flatMap((line) => classified([line]))).toEqual(verdicts);
  });

  it.each<readonly [what: string, place: Pick<ClassifiedLine, 'group' | 'sentAt'>]>([
    ['a group but no time', { group: 'g1' }],
    ['a time but no group', { sentAt: Date.parse('2026-11-16T09:01:00+08:00') }],
  ])('with %s are alone too', (_what, place) => {
    const line = (id: string, text: string): ClassifiedLine => ({ id, text, kind: 'text', ...place });
    const lines = [line('a', ASK), line('b', '收到'), line('c', '统计表记得盖章')];
    expect(classified(lines)).toEqual(lines.flatMap((one) => classified([one])));
  });
});

describe('repeated ids', () => {
  it('that are one message share its verdict, and are nobody’s context', () => {
    const ask = said('m1', 'bo', '2026-11-16 09:00', ASK);
    const chat = [ask, said('m2', 'bo', '2026-11-16 09:01', '统计表记得盖章')];
    const repeated = classified([...chat.slice(0, 1), ask, { ...ask, text: '收到' }, ...chat.slice(1)]);
    const [first, second] = classified(chat);
    expect(repeated).toEqual([first, first, first, second]);
  });

  it('in other groups, or alone, are other messages', () => {
    const lines = [
      said('m1', 'bo', '2026-11-16 09:00', ASK),
      said('m1', 'lin', '2026-11-16 09:00', '收到', { group: 'g2' }),
      alone(said('m1', '', '2026-11-16 09:00', '哈哈')),
    ];
    expect(classified(lines).map(({ label }) => label)).toEqual([
      classified(lines.slice(0, 1))[0]?.label,
      'ack',
      classified(lines.slice(2))[0]?.label,
    ]);
    expect(classified(lines)[0]?.label).not.toBe('ack');
  });
});

it('nothing in, nothing out', () => {
  expect(classified([])).toEqual([]);
});
