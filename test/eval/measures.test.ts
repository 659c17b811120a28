import { describe, expect, it } from 'vitest';
import { type Replayed, readDocuments } from './documents.ts';
import { twoDaysGold, twoDaysReplay } from './fixture.ts';
import type { Gold, GoldDirective } from './gold.ts';
import { type Measure, statisticOf, type ThemeMeasures } from './measure.ts';
import { measure } from './measures/index.ts';
import { scenarioOf } from './scenario.ts';

interface WrittenItem {
  readonly title: string;
}

function figure(measured: Measure): string | number {
  if (measured.kind === 'share') return `${measured.good}/${measured.total}`;
  if (measured.kind === 'count') return measured.value;
  return measured.kind === 'spread' ? statisticOf(measured) : [...measured.counts].map(([name, times]) => `${name}:${times}`).join(' ');
}

function figuresOf(themes: readonly ThemeMeasures[], theme: string): Record<string, string | number> {
  const measures = themes.find((one) => one.theme === theme)?.measures ?? [];
  return Object.fromEntries(measures.map((measured) => [measured.name, figure(measured)]));
}

function missesOf(themes: readonly ThemeMeasures[], what: string): readonly string[] {
  const misses = themes.flatMap(({ measures }) => measures.flatMap((measured) => ('misses' in measured ? measured.misses : [])));
  return misses.filter((miss) => miss.what === what).map(({ subject, details }) => [subject, ...details].join(' '));
}

function measured(change: (gold: Gold) => Gold = (gold) => gold, replay = readDocuments(twoDaysReplay())): readonly ThemeMeasures[] {
  return measure(scenarioOf(change(twoDaysGold())), replay);
}

/** The replay with other items in mei's digest of a day. */
function withItemsOfMei(date: string, change: (item: WrittenItem) => object): Replayed {
  const { digests: stream, ...rest } = twoDaysReplay();
  const digests = stream.map((document) => {
    const isHers = 'date' in document && 'cadre' in document && document.date === date && document.cadre === 'mei';
    return isHers && 'items' in document ? { ...document, items: (document.items as WrittenItem[]).map(change) } : document;
  });
  return readDocuments({ digests, ...rest });
}

function withDirective(id: string, change: Partial<GoldDirective>): (gold: Gold) => Gold {
  return (gold) => ({ ...gold, directives: gold.directives.map((one) => (one.id === id ? { ...one, ...change } : one)) });
}

describe('the measures of two days in a small town', () => {
  const themes = measured();

  it('of verdicts: m02 taken for a notice, m05 for an ack, m13 forgotten', () => {
    expect(figuresOf(themes, 'verdict')).toEqual({
      missing: 1,
      'directives kept': '4/5',
      'must-keep kept': '7/8',
      'should-keep kept': '0/1',
      'noise removed': '1/2',
      'label right (noise as one)': '7/12',
      unsure: '1/13',
      'top confusions': 'directive>notice:1 report>chitchat:1 directive>ack:1 traffic>share:1 update>directive:1',
    });
    expect(missesOf(themes, 'DROPPED')).toEqual(['m05 directive ack 今天16点前报用车数']);
  });

  it('of digests: wu is left out on the 17th, the leader has two, and both accounts of mei are wrong', () => {
    expect(figuresOf(themes, 'digest')).toEqual({
      'cadres served every day': '2/3',
      'second digest on a day': 1,
      'accounts that do not add up': 2,
      'items median': 3,
      'items max': 6,
      'quotes verbatim': '4/5',
      'quotes from own groups only': '4/5',
      'must-keep messages that reach a digest': '8/9',
    });
    expect(missesOf(themes, 'never shown to anyone')).toEqual(['m12 update 周四的会不开了']);
    expect(missesOf(themes, 'accounts').map((miss) => miss.slice(0, 24))).toEqual(['mei 2026-11-16 window 10', 'mei 2026-11-17 window 3 ']);
  });

  it('of tasks: lin is told of everything but D2, and mei of everything but the changes', () => {
    expect(figuresOf(themes, 'task')).toEqual({
      'shown to everyone in its audience at the first digest (tasks)': '3/4',
      'shown (task x cadre)': '6/7',
      'deadline day right': '4/5',
      'deadline minute right': '3/5',
      'deadline invented where there is none': '1/1',
      'copies merged into one item': '1/2',
      'cancelled not shown open': '1/2',
      'change told at the next digest': '1/2',
      'cancellation told at the next digest': '1/2',
      'what cannot wait is alerted': '1/3',
      'items outside the audience': '1/12',
    });
    expect(missesOf(themes, 'MISSED')).toEqual(['D2 lin 报用车数']);
    expect(missesOf(themes, 'split')).toEqual(['D1 mei 2 items 报普查表']);
    expect(missesOf(themes, 'no alert')).toEqual(['D2 mei 报用车数', 'D3 lin 修桥头护栏']);
  });

  it('of items, alerts and receipts: one laugh shown, two tasks in one item, one needless alert twice', () => {
    expect(figuresOf(themes, 'item')).toEqual({
      'precision (not noise)': '14/15',
      'wrongly merged': '1/16',
      'in the unsure section': '1/16',
    });
    expect(figuresOf(themes, 'alert')).toEqual({ precision: '2/4', repeated: 1 });
    expect(figuresOf(themes, 'receipt')).toEqual({ 'answers attributed': '1/2', precision: '1/3' });
    expect(missesOf(themes, 'false merge')).toEqual(['D2,D4 用车开会']);
  });
});

describe('what the measures of tasks let pass', () => {
  const task = (change: (gold: Gold) => Gold) => figuresOf(measured(change), 'task');

  it('a task that was closed before the first digest needn’t be shown', () => {
    const closed = withDirective('D2', { history: [{ message: 'm08', change: 'done', deadline: null }] });
    expect(task(closed)).toMatchObject({ 'shown (task x cadre)': '5/5', 'what cannot wait is alerted': '0/1' });
  });

  it('a task that was taken up again after its cancellation must be', () => {
    const history: GoldDirective['history'] = [
      { message: 'm07', change: 'cancel', deadline: null },
      { message: 'm08', change: 'reinstate', deadline: null },
    ];
    expect(task(withDirective('D2', { history }))).toMatchObject({ 'shown (task x cadre)': '6/7' });
  });

  it('a task needn’t be shown to whoever posted it', () => {
    expect(task(withDirective('D2', { issuer: 'lin' }))).toMatchObject({
      'shown (task x cadre)': '6/6',
      'what cannot wait is alerted': '0/2',
    });
  });

  it('a recurring task may show a later occurrence, up to its last day, and is asked for no minutes', () => {
    const [until, days, minutes] = ['2026-11-20', 'deadline day right', 'deadline minute right'];
    expect(task(withDirective('D4', { recurrence: 'daily', until }))).toMatchObject({ [days]: '5/5', [minutes]: '2/3' });
    expect(task(withDirective('D4', { recurrence: 'daily', until: '2026-11-19' }))).toMatchObject({ [days]: '4/5' });
  });

  it('who answers within ten minutes needs no alert', () => {
    const answered = (message: string) => (gold: Gold) => ({
      ...gold,
      labels: gold.labels.map((label) => (label.id === message ? { ...label, answers: 'D2' } : label)),
    });
    expect(task(answered('m04'))).toMatchObject({ 'what cannot wait is alerted': '1/2' });
    expect(task(answered('m08'))).toMatchObject({ 'what cannot wait is alerted': '1/3' });
  });

  it('an alert of the night may be late, but not one of a danger', () => {
    const atNight = (gold: Gold) => ({
      ...gold,
      chat: gold.chat.map((message) => ({ ...message, sentAt: { ...message.sentAt, localHour: 22 } })),
    });
    expect(task(atNight)).toMatchObject({ 'what cannot wait is alerted': '2/3' });
    expect(task((gold) => withDirective('D2', { kind: 'hazard' })(atNight(gold)))).toMatchObject({ 'what cannot wait is alerted': '1/3' });
  });

  it('an audience of a role, a group or all reaches only those who could read it', () => {
    const audience = { all: false, people: [], areas: [], groups: [], roles: [] };
    const shown = (change: Partial<GoldDirective['audience']>) =>
      task(withDirective('D3', { audience: { ...audience, ...change } }))['shown (task x cadre)'];
    expect(shown({ roles: ['cadre'] })).toBe('7/8');
    expect(shown({ all: true })).toBe('7/8');
    expect(shown({ groups: ['g2'] })).toBe('6/7');
    expect(shown({ areas: ['北村'] })).toBe('5/7');
  });

  it('a message that asks for several tasks may stand in several items, with a deadline for each', () => {
    const several = (gold: Gold): Gold => ({
      ...gold,
      labels: gold.labels.map((label) => (label.id === 'm07' ? { ...label, directives: ['D3', 'D1'] } : label)),
    });
    expect(task(several)).toMatchObject({ 'deadline invented where there is none': '0/1', 'items outside the audience': '0/12' });
  });
});

describe('what the measures of tasks insist on', () => {
  const task = (replay: Replayed) => figuresOf(measured(undefined, replay), 'task');
  const evidence = (...ids: readonly string[]) => ids.map((id) => ({ platform: 'wechat', group: 'g2', id }));

  it('copies in one item, and the same copy in no second one', () => {
    const joined = (item: WrittenItem) => (item.title === '普查表' ? { ...item, evidence: evidence('m01', 'm02') } : item);
    const once = (item: WrittenItem) => (item.title === '报普查表' ? { ...item, evidence: evidence('m04') } : joined(item));
    expect(task(withItemsOfMei('2026-11-16', joined))).toMatchObject({ 'copies merged into one item': '1/2' });
    expect(task(withItemsOfMei('2026-11-16', once))).toMatchObject({ 'copies merged into one item': '2/2' });
  });

  it('a change that is shown as one, not only the new day', () => {
    const deadline = { at: '2026-11-19T17:30:00+08:00', day: '2026-11-19' };
    const told = (section: string) =>
      task(withItemsOfMei('2026-11-17', (item) => (item.title === '报普查表' ? { ...item, section, deadline } : item)));
    expect(told('upcoming')).toMatchObject({ 'change told at the next digest': '1/2' });
    expect(told('changed')).toMatchObject({ 'change told at the next digest': '2/2' });
  });

  it('a cancelled task that isn’t open, but for another task’s sake', () => {
    const cancelled = (item: WrittenItem) => (item.title === '开会' ? { ...item, status: 'cancelled' } : item);
    expect(task(withItemsOfMei('2026-11-17', cancelled))).toMatchObject({ 'cancelled not shown open': '2/2' });
  });
});

describe('items', () => {
  it('of several tasks are rightly merged where one task is common to all messages', () => {
    const both = (gold: Gold): Gold => ({
      ...gold,
      labels: gold.labels.map((label) => (label.id === 'm05' ? { ...label, directives: ['D2', 'D4'] } : label)),
    });
    expect(figuresOf(measured(both), 'item')).toMatchObject({ 'wrongly merged': '0/16' });
  });
});

describe('receipts', () => {
  it('are not judged where the gold names no answers', () => {
    const silent = (gold: Gold) => ({ ...gold, labels: gold.labels.map((label) => ({ ...label, answers: null })) });
    expect(figuresOf(measured(silent), 'receipt')).toEqual({ 'answers attributed': '0/0', precision: '0/0' });
  });
});
