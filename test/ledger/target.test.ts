import { describe, expect, it } from 'vitest';
import { SHIPPED_MERGE } from '../../src/ledger/merge-score.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { targetsOfChange } from '../../src/ledger/target.ts';
import { TARGET_SIGNS } from '../../src/ledger/target-look.ts';
import type { Trees } from '../../src/model/trees.ts';
import { aDeadline, at } from '../kit/digest-builders.ts';
import { aChange, aReading, DITCH, FIRST_LOOK, TABLE, treeBy } from '../kit/ledger-builders.ts';

const OF_TABLE = { change: 'amend' as const, topics: ['农机', '购置', '补贴'], head: ['农机', '购置'] };

function targets(changeAgain: Trees | null, given: Parameters<typeof aChange>[0] = OF_TABLE, known = [TABLE, DITCH]): readonly string[] {
  const state = new LedgerState(changeAgain === null ? FIRST_LOOK : { ...FIRST_LOOK, changeAgain });
  for (const entry of known) state.append(entry);
  const reading = aReading('m5', '2026-11-16 10:00');
  return targetsOfChange(state, reading, aChange(given), reading.at).directives.map(({ id }) => id);
}

const by = (sign: string, withIt: number, without: number) => treeBy(TARGET_SIGNS, sign, withIt, without);

describe('the second look at what a change is about', () => {
  it('keeps what the first has picked', () => {
    expect(targets(null)).toEqual(['d-table']);
    expect(targets(by('picked', 3, -3))).toEqual(['d-table']);
  });

  it('takes nothing where nothing is likely enough', () => {
    expect(targets(by('picked', -3, -3))).toEqual([]);
  });

  it('needs less to call off what was picked than to move it', () => {
    const unlikely = by('picked', -1, -3);
    expect(targets(unlikely)).toEqual([]);
    expect(targets(unlikely, { ...OF_TABLE, change: 'cancel' })).toEqual(['d-table']);
  });

  it('keeps what was picked where another is likelier, but not likely enough', () => {
    const off = { ...OF_TABLE, change: 'cancel' as const, topics: [...OF_TABLE.topics, '清淤'] };
    expect(targets(by('picked', -0.85, -0.6), off)).toEqual(['d-table']);
    expect(targets(by('picked', -0.85, -0.3), off)).toEqual(['d-ditch']);
  });

  it('names what may have been called off, where nothing is likely enough', () => {
    const doubtful = (changeAgain: Trees, change: 'cancel' | 'amend') => {
      const state = new LedgerState({ ...FIRST_LOOK, changeAgain });
      for (const entry of [TABLE, DITCH]) state.append(entry);
      const reading = aReading('m5', '2026-11-16 10:00');
      return targetsOfChange(state, reading, aChange({ ...OF_TABLE, change }), reading.at).doubtful.map(({ id }) => id);
    };
    expect(doubtful(by('picked', -2, -3), 'cancel')).toEqual(['d-table']);
    expect(doubtful(by('picked', -3, -3), 'cancel')).toEqual([]);
    expect(doubtful(by('picked', -2, -3), 'amend')).toEqual([]);
  });

  it('knows a day that both name', () => {
    const show = { ...TABLE, ask: { ...TABLE.ask, days: ['2026-11-23'] } };
    const onDay = by('sharedDays', 3, -3);
    expect(targets(onDay, { ...OF_TABLE, days: ['2026-11-23'] }, [show, DITCH])).toEqual(['d-table']);
    expect(targets(onDay, { ...OF_TABLE, days: ['2026-11-24'] }, [show, DITCH])).toEqual([]);
  });

  it('needs more to press for what somebody told by another day than by its own', () => {
    const due = aDeadline({ basis: 'said', at: at('2026-11-17 12:00'), day: '2026-11-17' });
    const danger = { ...TABLE, ask: { ...TABLE.ask, kind: 'hazard' as const, deadline: due } };
    const pressing = { ...OF_TABLE, change: 'remind' as const };
    const likely = by('picked', 1.3, -3);
    expect(targets(likely, { ...pressing, deadline: due }, [danger, DITCH])).toEqual(['d-table']);
    const later = aDeadline({ basis: 'said', at: at('2026-11-20 12:00'), day: '2026-11-20' });
    expect(targets(likely, { ...pressing, deadline: later }, [danger, DITCH])).toEqual([]);
  });

  it('takes another where that is likelier', () => {
    const named = { ...OF_TABLE, topics: [...OF_TABLE.topics, '清淤'] };
    expect(targets(null, named)).toEqual(['d-table']);
    expect(targets(by('picked', -3, 3), named)).toEqual(['d-ditch']);
  });

  it('leaves what goes on at the hour that is named', () => {
    const hour = at('2026-11-16 16:30');
    const daily = { ...TABLE, ask: { ...TABLE.ask, deadline: aDeadline({ basis: 'said', at: hour, recurrence: 'daily' }) } };
    const named = { ...OF_TABLE, topics: [...OF_TABLE.topics, '清淤'], times: [hour] };
    const otherwise = by('picked', -3, 3);
    expect(targets(otherwise, named, [daily, DITCH])).toEqual(['d-ditch']);
    expect(targets(otherwise, { ...named, keepsHour: true }, [daily, DITCH])).toEqual(['d-table']);
  });

  it('leaves alone what was pointed at', () => {
    expect(targets(by('picked', -3, -3), { ...OF_TABLE, targets: ['m2'] })).toEqual(['d-ditch']);
  });

  it('knows as many signs as the shipped trees', () => {
    expect(SHIPPED_MERGE.changeAgain?.signs).toEqual(TARGET_SIGNS);
  });
});
