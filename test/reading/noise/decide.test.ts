import { describe, expect, it } from 'vitest';
import { LABELS, type Label } from '../../../src/model/label.ts';
import { circumstancesOf } from '../../../src/reading/noise/circumstances.ts';
import { type Circumstances, decide } from '../../../src/reading/noise/decide.ts';
import { field, leader, office, PLAIN, viewOfSaid } from './kit.ts';

const GUARD = { must: 0.1, talk: 0.3, should: 0.1, alone: { must: 0.2, should: 0.3 } };

function decided(chances: Partial<Record<Label, number>>, circumstances: Partial<Circumstances> = {}): ReturnType<typeof decide> {
  return decide(
    Float64Array.from(LABELS, (label) => chances[label] ?? 0),
    GUARD,
    { ...PLAIN, ...circumstances },
  );
}

describe('deciding', () => {
  it('believes sooner in an order of what sounds like a report where a limit binds', () => {
    const chances = { report: 0.8, directive: 0.12 };
    expect(decided(chances)).toMatchObject({ label: 'report' });
    expect(decided(chances, { binding: true })).toMatchObject({ label: 'directive', keep: true, unsure: true });
  });

  it('takes all kinds of noise as one', () => {
    expect(decided({ directive: 0.4, ack: 0.3, chitchat: 0.3 })).toMatchObject({ label: 'directive', unsure: true });
    expect(decided({ notice: 0.05, ack: 0.35, chitchat: 0.6 })).toMatchObject({ label: 'chitchat', keep: false, confidence: 0.95 });
  });

  it('keeps what may be a must-keep, unsure, also where it looks like talk', () => {
    expect(decided({ chitchat: 0.88, hazard: 0.12 })).toMatchObject({ label: 'hazard', keep: true, unsure: true, guard: 'must' });
    expect(decided({ report: 0.6, hazard: 0.35, ack: 0.05 })).toMatchObject({ label: 'hazard', unsure: true });
    expect(decided({ report: 0.8, hazard: 0.2 })).toMatchObject({ label: 'report', unsure: false });
  });

  it('keeps what may be useful; from below it takes more', () => {
    expect(decided({ chitchat: 0.85, notice: 0.15 })).toMatchObject({ label: 'notice', keep: true, unsure: false, guard: 'should' });
    expect(decided({ chitchat: 0.85, notice: 0.15 }, { givesTasks: false })).toMatchObject({ keep: false });
    expect(decided({ chitchat: 0.84, notice: 0.16 }, { givesTasks: false, toOutsiders: true })).toMatchObject({
      label: 'notice',
      keep: true,
    });
  });

  it('keeps what somebody who gives tasks has forwarded and nobody can see, whatever it looks like', () => {
    expect(decided({ other: 0.99, opaque: 0.001 }, { hidden: true })).toMatchObject({ label: 'opaque', keep: true, unsure: true });
    expect(decided({ directive: 0.9, other: 0.1 }, { hidden: true })).toMatchObject({ label: 'directive', unsure: false });
  });

  it('has thresholds of its own for words without a chat', () => {
    expect(decided({ chitchat: 0.85, hazard: 0.15 }, { alone: true })).toMatchObject({ keep: false });
    expect(decided({ chitchat: 0.75, hazard: 0.25 }, { alone: true })).toMatchObject({ label: 'hazard', keep: true, unsure: true });
    expect(decided({ chitchat: 0.75, notice: 0.25 }, { alone: true })).toMatchObject({ keep: false });
  });

  it('takes a faint part for one only behind a task', () => {
    expect(decided({ chitchat: 0.85, part: 0.15 })).toMatchObject({ keep: false });
    expect(decided({ chitchat: 0.85, part: 0.15 }, { followsTask: true })).toMatchObject({ label: 'part', keep: true });
    expect(decided({ chitchat: 0.75, part: 0.25 })).toMatchObject({ label: 'part', keep: true, unsure: false });
  });

  it('drops what nobody can read only where small talk is all but certain', () => {
    expect(decided({ chitchat: 0.97, opaque: 0.03 })).toMatchObject({ keep: false });
    expect(decided({ chitchat: 0.97, opaque: 0.03 }, { unreadable: true })).toMatchObject({ label: 'opaque', keep: true, unsure: true });
  });
});

describe('circumstances', () => {
  it('know who of the place speaks where outsiders do', () => {
    const villager = { who: 'outsider', label: 'question' } as const;
    const talk = { who: 'field', label: 'chitchat' } as const;
    const toOutsiders = (said: Parameters<typeof viewOfSaid>[0]) => circumstancesOf(viewOfSaid(said)).toOutsiders;
    expect(toOutsiders(field('两天可以', { before: [villager, talk, talk] }))).toBe(true);
    expect(toOutsiders(field('两天可以', { before: [villager, talk, talk, talk] }))).toBe(false);
    expect(toOutsiders(office('两天可以', { before: [villager] }))).toBe(false);
  });

  it('know a task just given by the same sender, and forget it', () => {
    const before = { who: 'office', label: 'directive' } as const;
    const behind = viewOfSaid(office('用统一表样', { before: [before] }));
    const own = { ...behind, context: { ...behind.context, recent: behind.context.recent.map((one) => ({ ...one, senderId: 'office' })) } };
    const later = { ...own, message: { ...own.message, sentAt: own.message.sentAt + 11 * 60_000 } };
    expect(circumstancesOf(own).followsTask).toBe(true);
    expect(circumstancesOf(behind).followsTask).toBe(false);
    expect(circumstancesOf(later).followsTask).toBe(false);
  });

  it('know what nobody can read', () => {
    expect(circumstancesOf(viewOfSaid(leader('', { kind: 'voice' }))).unreadable).toBe(true);
    expect(circumstancesOf(viewOfSaid(field('', { kind: 'voice' }))).unreadable).toBe(false);
    expect(circumstancesOf(viewOfSaid(office('', { kind: 'file' }))).unreadable).toBe(true);
    expect(circumstancesOf(viewOfSaid(office('', { kind: 'file', first: office('报表') }))).unreadable).toBe(false);
  });
});
