import { describe, expect, it } from 'vitest';
import { settleReading } from '../../src/ledger/decide.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAnswer, aReading, timeIn } from '../kit/ledger-builders.ts';
import { all, asIn, DITCH, ledger, OTHER_VOICE, settle, TABLE } from '../kit/settled-ledger.ts';

describe('a turn', () => {
  const first = aReading('m1', '2026-11-16 09:00', { asks: [TABLE] });
  const longer = { ...first, asks: [TABLE, DITCH] };

  it('that is read again has its entries replaced', () => {
    const state = ledger(first);
    const [table] = all(state);
    settle(state, longer);
    expect(all(state).map(({ title }) => title)).toEqual([TABLE.title, DITCH.title]);
    expect(all(state)[0]).toEqual(table);
    settle(state, { ...first, asks: [] });
    expect(all(state)).toEqual([]);
  });

  it('that goes on keeps what was decided, though another has said the same since', () => {
    const state = ledger(first, aReading('m7', '2026-11-16 09:01', { asks: [asIn('g02', 'm7')], sender: OTHER_VOICE }));
    const [opened] = state.entriesOfTurn('wechat\0g01\0m1');
    const entries = settleReading(state, { ...first, asks: [DITCH] }, timeIn(first), undefined, undefined, true);
    expect(entries.map(({ kind, order }) => [kind, order])).toEqual([
      ['opened', 0],
      ['opened', 1],
    ]);
    expect(entries[0]).toBe(opened);
    expect(state.entriesOfTurn('wechat\0g01\0m1')).toEqual(entries);
    expect(all(state).map(({ title }) => title)).toEqual([TABLE.title, DITCH.title]);
  });

  it('that is read again and says the same makes the same entries', () => {
    const state = ledger(longer);
    const entries = state.entriesOfTurn('wechat\0g01\0m1');
    expect(settle(state, longer)).toEqual(entries);
    expect(state.entriesOfTurn('wechat\0g01\0m1')).toEqual(entries);
  });

  it('keeps the ids of its directives when an ask before them goes', () => {
    const whole = ledger(longer);
    const rest = ledger({ ...first, asks: [DITCH] });
    expect(all(rest)[0]?.id).toBe(all(whole)[1]?.id);
  });

  it('gives two asks of one message two ids', () => {
    const both = ledger({ ...first, asks: [TABLE, { ...DITCH, evidence: TABLE.evidence }] });
    expect(new Set(all(both).map(({ id }) => id)).size).toBe(2);
    const later = ledger({ ...first, asks: [{ ...TABLE, evidence: DITCH.evidence }, DITCH] });
    expect(new Set(all(later).map(({ id }) => id)).size).toBe(2);
  });
});

describe('a recall', () => {
  const recall = aChange({ change: 'cancel', evidence: [evidence('g01', 'm4')], targets: ['m1'] });

  it('in the same turn takes the directive back, and only that one', () => {
    const state = ledger(aReading('m1', '2026-11-16 09:00', { asks: [TABLE, DITCH], changes: [recall] }));
    expect(all(state).map(({ status }) => status)).toEqual(['cancelled', 'open']);
  });

  it('in a later turn does so too', () => {
    const state = ledger(aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }), aReading('m4', '2026-11-16 09:30', { changes: [recall] }));
    expect(all(state)[0]).toMatchObject({ status: 'cancelled', closedAt: at('2026-11-16 09:30') });
  });

  it('of a later copy leaves the directive to the others', () => {
    const state = ledger(
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m7', '2026-11-16 09:20', { asks: [asIn('g02', 'm7')] }, 'g02'),
      aReading('m8', '2026-11-16 09:21', { changes: [{ ...recall, evidence: [evidence('g02', 'm8')], targets: ['m7'] }] }, 'g02'),
    );
    expect(all(state).map(({ status, evidence: sources }) => [status, sources.length])).toEqual([['open', 2]]);
  });

  it('of the first copy leaves it to the later ones, until the last is taken back', () => {
    const readings = [
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m7', '2026-11-16 09:20', { asks: [asIn('g02', 'm7')] }, 'g02'),
      aReading('m4', '2026-11-16 09:30', { changes: [recall] }),
    ];
    expect(all(ledger(...readings)).map(({ status }) => status)).toEqual(['open']);
    const last = { ...recall, evidence: [evidence('g02', 'm8')], targets: ['m7'] };
    const state = ledger(...readings, aReading('m8', '2026-11-16 09:31', { changes: [last] }, 'g02'));
    expect(all(state)).toMatchObject([{ status: 'cancelled', closedAt: at('2026-11-16 09:31') }]);
  });

  it('of a later copy in the same group leaves it too', () => {
    const state = ledger(
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m7', '2026-11-16 09:20', { asks: [asIn('g01', 'm7')], sender: OTHER_VOICE }),
      aReading('m8', '2026-11-16 09:21', {
        changes: [{ ...recall, evidence: [evidence('g01', 'm8')], targets: ['m7'] }],
        sender: OTHER_VOICE,
      }),
    );
    expect(all(state).map(({ status, evidence: sources }) => [status, sources.length])).toEqual([['open', 2]]);
  });

  it('of a copy that happens to have the first one’s number in another group does neither', () => {
    const state = ledger(
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m1', '2026-11-16 09:20', { asks: [asIn('g02', 'm1')] }, 'g02'),
      aReading('m8', '2026-11-16 09:21', { changes: [{ ...recall, evidence: [evidence('g02', 'm8')] }] }, 'g02'),
    );
    expect(all(state).map(({ status, evidence: sources }) => [status, sources.length])).toEqual([['open', 2]]);
  });

  it.each([
    ['a moment later, for the same time, with a word of it', '09:06', {}, 1],
    ['much later', '09:40', {}, 2],
    ['a moment later, for another time, in some of its words', '09:06', { deadline: DITCH.deadline }, 1],
    ['with no word of it', '09:06', { topics: ['值班', '安排'], object: ['值班', '安排'] }, 2],
  ])('is followed by what its hand sends %s', (_what, wallClock, given, count) => {
    const words = { title: '按新传的名单报', topics: ['新传', '名单', '农机', '上条', '几个', '没成'], object: ['新传', '名单'] };
    const again = { ...asIn('g01', 'm6', words), ...given };
    const state = ledger(
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m4', '2026-11-16 09:04', { changes: [recall] }),
      aReading('m6', `2026-11-16 ${wallClock}`, { asks: [again] }),
    );
    expect(all(state)).toHaveLength(count);
  });

  it('of something else changes nothing', () => {
    const state = ledger(
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m4', '2026-11-16 09:30', { changes: [{ ...recall, targets: ['m99'] }] }),
    );
    expect(all(state).map(({ status }) => status)).toEqual(['open']);
  });
});

describe('a copy', () => {
  it('in another group, by another voice, is the same directive', () => {
    const state = ledger(
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m7', '2026-11-16 10:00', { asks: [asIn('g02', 'm7')], sender: OTHER_VOICE }, 'g02'),
    );
    expect(all(state)).toHaveLength(1);
    expect(all(state)[0]?.evidence.map(({ group, id }) => `${group} ${id}`)).toEqual(['g01 m1', 'g02 m7']);
    expect(all(state)[0]?.issuer.id).toBe('zhao-min');
  });

  it('that is read again is not its own copy', () => {
    const copy = aReading('m7', '2026-11-16 10:00', { asks: [asIn('g02', 'm7')] }, 'g02');
    const state = ledger(aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }), copy, copy);
    expect(all(state).map(({ evidence: sources }) => sources.length)).toEqual([2]);
  });
});

describe('a look-alike', () => {
  it.each<readonly [what: string, given: Partial<typeof TABLE>]>([
    ['for other people', { audience: { people: ['mao-yong'], unclear: false } }],
    [
      'about something else',
      { object: ['低保', '复核', '名单'], topics: ['低保', '复核', '名单', '家庭', '经济', '状况', '入户', '名册'] },
    ],
    [
      'with few words in common and another deadline',
      {
        topics: ['农机', '年检', '登记', '保险', '号牌', '车主', '照片', '检测', '合格', '发证'],
        object: ['农机', '年检', '登记'],
        deadline: aDeadline({ basis: 'said', at: at('2026-11-25 12:00'), day: '2026-11-25' }),
      },
    ],
    ['of another kind', { kind: 'traffic' }],
  ])('%s stays apart', (_what, given) => {
    const state = ledger(
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m7', '2026-11-16 10:00', { asks: [asIn('g02', 'm7', given)], sender: OTHER_VOICE }, 'g02'),
    );
    expect(all(state)).toHaveLength(2);
  });

  it('of long ago stays apart', () => {
    const state = ledger(
      aReading('m1', '2026-09-01 09:00', { asks: [TABLE] }),
      aReading('m7', '2026-11-16 10:00', { asks: [asIn('g02', 'm7')] }, 'g02'),
    );
    expect(all(state)).toHaveLength(2);
  });
});

describe('an answer', () => {
  it('is written to the directive that it answers', () => {
    const state = ledger(
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m3', '2026-11-16 09:05', { answers: [anAnswer()] }),
    );
    expect(all(state)[0]?.answers).toMatchObject([{ person: 'gu-yan', state: 'acknowledged', id: 'm3', at: at('2026-11-16 09:05') }]);
  });

  it('to nothing makes no entry', () => {
    const state = new LedgerState();
    expect(settle(state, aReading('m3', '2026-11-16 09:05', { answers: [anAnswer()] }))).toEqual([]);
  });
});
