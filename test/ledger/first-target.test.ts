import { describe, expect, it } from 'vitest';
import { pickedAtFirst } from '../../src/ledger/first-target.ts';
import { likelyTargets } from '../../src/ledger/likely-targets.ts';
import { mayBeMeant } from '../../src/ledger/may-be-meant.ts';
import { SHIPPED_MERGE } from '../../src/ledger/merge-score.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { targetPool } from '../../src/ledger/target-pool.ts';
import { NO_PARTICULARS } from '../../src/model/reading.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAsk, aReading, changed, DITCH, ISSUER, ledgerOf, opened, TABLE, VOTE } from '../kit/ledger-builders.ts';

function changes(given: Parameters<typeof aChange>[0], wallClock: string, state = ledgerOf()): readonly (string | undefined)[] {
  const reading = aReading('m5', wallClock);
  return pickedAtFirst(state, reading, aChange(given), reading.at).directives.map(({ id }) => id);
}

function asked(directive: string, turn: string, topics: readonly string[], clock: string, group = 'g01') {
  const ask = anAsk({ topics, object: topics.slice(0, 2), deadline: null, evidence: [evidence(group, turn)] });
  return opened({ at: at(`2026-11-16 ${clock}`), directive, turn, ask });
}

/** What `asked` as d-off is called off. */
const offAt = (clock: string) =>
  changed({ at: at(`2026-11-16 ${clock}`), directive: 'd-off', turn: 't9', change: 'cancel', evidence: [evidence('g01', 't9')] });

describe('a change', () => {
  it('is of what it replies to, whatever it says', () => {
    expect(changes({ targets: ['m1'], topics: ['清淤', '进度'] }, '2026-11-16 10:00')).toEqual(['d-table']);
  });

  it('that leaves the hour of what comes again is of what comes again at that hour', () => {
    const five = aDeadline({ basis: 'said', at: at('2026-11-16 17:00'), recurrence: 'daily' });
    const daily = opened({
      at: at('2026-11-16 09:20'),
      directive: 'd-daily',
      turn: 't4',
      ask: anAsk({ topics: ['探访', '一行'], deadline: five, evidence: [evidence('g01', 'm4')] }),
    });
    const given = {
      change: 'amend' as const,
      topics: ['防汛', '清淤', '一行', '空调'],
      head: ['一行', '防汛'],
      times: [at('2026-11-17 17:00')],
    };
    const state = () => ledgerOf(TABLE, DITCH, daily);
    expect(changes(given, '2026-11-16 18:00', state())).toEqual(['d-ditch']);
    expect(changes({ ...given, keepsHour: true }, '2026-11-16 18:00', state())).toEqual(['d-daily']);
  });

  it('that adds to a daily report is of the only thing that its sender has asked here for each day', () => {
    const daily = opened({
      at: at('2026-11-16 09:20'),
      directive: 'd-daily',
      turn: 't4',
      ask: anAsk({
        topics: ['探访', '一行'],
        deadline: aDeadline({ basis: 'said', at: at('2026-11-16 17:00'), recurrence: 'daily' }),
        evidence: [evidence('g01', 'm4')],
      }),
    });
    const given = { change: 'amend' as const, topics: ['日报', '一列', '清淤'], head: ['一列'], times: [] };
    expect(changes(given, '2026-11-16 18:00', ledgerOf(TABLE, DITCH, daily))).toEqual(['d-daily']);
    expect(changes({ ...given, topics: ['一列', '清淤'] }, '2026-11-16 18:00', ledgerOf(TABLE, DITCH, daily))).toEqual(['d-ditch']);
  });

  it('that ends what is clicked on is of the only thing that is clicked on so', () => {
    const vote = (directive: string, turn: string) =>
      opened({
        at: at('2026-11-16 09:20'),
        directive,
        turn,
        ask: anAsk({ kind: 'traffic', topics: ['最美', '投票', '编号'], deadline: null, evidence: [evidence('g01', turn)] }),
      });
    const off = { change: 'cancel' as const, topics: ['停投', '链接'], head: ['停投'] };
    expect(changes(off, '2026-11-16 10:00', ledgerOf(TABLE, DITCH, vote('d-vote', 'm4')))).toEqual(['d-vote']);
    expect(changes({ ...off, head: ['链接'] }, '2026-11-16 10:00', ledgerOf(TABLE, DITCH, vote('d-vote', 'm4')))).not.toContain('d-vote');
    expect(changes(off, '2026-11-16 10:00', ledgerOf(vote('d-vote', 'm4'), vote('d-more', 'm3')))).toEqual([]);
  });

  it('is of a gathering that is off already where that is told once more, and of none that stands', () => {
    const evening = aDeadline({ basis: 'said', at: at('2026-11-16 19:30'), day: '2026-11-16' });
    const meeting = opened({
      at: at('2026-11-16 09:00'),
      directive: 'd-meeting',
      turn: 't5',
      ask: anAsk({ kind: 'meeting', topics: ['碰头'], deadline: evening, evidence: [evidence('g01', 'm6')] }),
    });
    const off = changed({ at: at('2026-11-16 17:40'), directive: 'd-meeting', change: 'cancel' });
    const given = {
      change: 'cancel' as const,
      gathering: true as const,
      topics: ['晚上', '取消'],
      head: ['取消'],
      oldDay: '2026-11-16' as const,
    };
    expect(changes(given, '2026-11-16 17:45', ledgerOf(meeting, off))).toEqual(['d-meeting']);
    expect(changes({ ...given, oldDay: '2026-11-18' }, '2026-11-16 17:45', ledgerOf(meeting, off))).toEqual([]);
  });

  it('moves nothing that others asked for elsewhere and that shares no word with it', () => {
    const THEIRS = { ...ISSUER, id: 'other', person: 'other' };
    const elsewhere = opened({
      at: at('2026-11-16 09:50'),
      directive: 'd-elsewhere',
      turn: 't9',
      issuer: THEIRS,
      ask: anAsk({
        topics: ['适龄', '青年', '摸底'],
        deadline: aDeadline({ at: at('2026-11-16 16:00') }),
        evidence: [evidence('g07', 'm9')],
      }),
    });
    const later = aDeadline({ at: at('2026-11-16 15:30') });
    const move = { change: 'deadline' as const, moves: true as const, deadline: later, times: [later.at] };
    expect(changes({ ...move, topics: ['督导', '导组'], head: ['督导'] }, '2026-11-16 10:00', ledgerOf(elsewhere))).toEqual([]);
    expect(changes({ ...move, topics: ['青年', '摸底'], head: ['青年'] }, '2026-11-16 10:00', ledgerOf(elsewhere))).toEqual([
      'd-elsewhere',
    ]);
  });

  it('gives a time to what its sender has just asked without one', () => {
    const later = aDeadline({ at: at('2026-11-20 18:00') });
    const forgotten = { change: 'deadline' as const, deadline: later, times: [later.at], topics: ['时间', '忘了'], head: ['时间'] };
    expect(changes(forgotten, '2026-11-16 09:45', ledgerOf(DITCH))).toEqual(['d-ditch']);
    const due = aDeadline({ at: at('2026-11-17 12:00') });
    const dated = opened({ ...DITCH, ask: { ...DITCH.ask, deadline: due } });
    expect(changes(forgotten, '2026-11-16 09:45', ledgerOf(dated))).toEqual([]);
  });

  it('of a recalled message that is no directive is of nothing', () => {
    expect(changes({ targets: ['m77'], topics: ['清淤', '进度', '防汛'] }, '2026-11-16 10:00')).toEqual([]);
  });

  it('is of what it shares words with', () => {
    expect(changes({ change: 'amend', topics: ['清淤', '进度', '防汛'], head: ['清淤'] }, '2026-11-16 10:00')).toEqual(['d-ditch']);
  });

  describe('that calls something off', () => {
    const task = (id: string, day: string, recurs = false, periods: readonly string[] = []) =>
      opened({
        at: at('2026-11-16 09:00'),
        directive: id,
        turn: id,
        ask: anAsk({
          topics: ['对账', '表格'],
          deadline: aDeadline({ at: at(`${day} 17:30`), day, ...(recurs ? { recurrence: 'weekly' as const } : {}) }),
          particulars: { ...anAsk({}).particulars, periods },
          evidence: [evidence('g01', id)],
        }),
      });

    it('means the one that is due on the day that is named', () => {
      const state = ledgerOf(task('d-first', '2026-11-18'), task('d-second', '2026-11-20'));
      const off = { change: 'cancel' as const, topics: ['对账'], head: ['对账'] };
      expect(changes({ ...off, days: ['2026-11-18'] }, '2026-11-16 10:00', state)).toEqual(['d-first']);
      expect(changes({ ...off, days: ['2026-11-20'] }, '2026-11-16 10:00', state)).toEqual(['d-second']);
    });

    it('and asks for a thing once moves nothing that comes again and again', () => {
      const asks = { change: 'deadline' as const, asks: true, topics: ['对账', '表格'], moves: true as const };
      const once = aDeadline({ at: at('2026-11-24 17:30'), day: '2026-11-24' });
      const of = (recurs: boolean) =>
        changes({ ...asks, deadline: once }, '2026-11-16 10:00', ledgerOf(task('d-known', '2026-11-18', recurs)));
      expect([of(false), of(true)]).toEqual([['d-known'], []]);
    });

    it('and asks for the table of another month is about none of this one', () => {
      const state = ledgerOf(task('d-may', '2026-11-18', false, ['5月']));
      const asks = { change: 'deadline' as const, asks: true, topics: ['对账', '表格'], moves: true as const };
      const of = (period: string) =>
        changes({ ...asks, particulars: { ...anAsk({}).particulars, periods: [period] } }, '2026-11-16 10:00', state);
      expect([of('5月'), of('6月')]).toEqual([['d-may'], []]);
    });
  });

  it('that begins with the name of a matter is of no other, whatever else its words have in common with one spoken of since', () => {
    const screening = opened({
      at: at('2026-11-16 09:00'),
      directive: 'd-screening',
      turn: 't6',
      ask: anAsk({ topics: ['两癌', '筛查', '名单', '妇女', '免费'], evidence: [evidence('g01', 'm6')] }),
    });
    const old = opened({
      at: at('2026-11-16 09:30'),
      directive: 'd-old',
      turn: 't7',
      ask: anAsk({ topics: ['独居', '台账', '手填', '填出', '出来', '证号'], evidence: [evidence('g01', 'm7')] }),
    });
    const words = { topics: ['两癌', '筛查', '名单', '妇女', '免费', '填出', '手填', '出来', '证号', '独居'], head: ['两癌', '筛查'] };
    expect(changes({ ...words, change: 'amend' }, '2026-11-16 10:00', ledgerOf(screening, old))).toEqual(['d-screening']);
    const others = { topics: ['独居', '台账', '手填', '填出', '名单', '妇女'], head: ['独居', '台账'] };
    expect(changes({ ...others, change: 'amend' }, '2026-11-16 10:00', ledgerOf(screening, old))).toEqual(['d-old']);
  });

  it('of what nobody has spoken of is of nothing', () => {
    expect(changes({ topics: ['低保', '名单'] }, '2026-11-18 10:00', ledgerOf(TABLE))).toEqual([]);
  });

  it('is of a closed one only to say so again, or to take it up again', () => {
    const state = ledgerOf(TABLE, changed({ at: at('2026-11-16 09:10'), directive: 'd-table', turn: 't4' }));
    const words = { topics: ['农机', '购置', '补贴', '核验'], head: ['农机', '购置'] };
    expect(changes({ ...words, change: 'deadline' }, '2026-11-16 10:00', state)).toEqual([]);
    expect(changes({ ...words, change: 'cancel' }, '2026-11-16 10:00', state)).toEqual(['d-table']);
    expect(changes({ ...words, change: 'reinstate' }, '2026-11-16 10:00', state)).toEqual(['d-table']);
    expect(changes({ ...words, change: 'cancel' }, '2026-11-19 10:00', state)).toEqual([]);
  });

  it('that says nothing but why is of what its sender has just taken back, be it a notice', () => {
    const notice = opened({ ...TABLE, ask: anAsk({ kind: 'notice' }) });
    const state = (kind: typeof TABLE) => ledgerOf(kind, DITCH, changed({ at: at('2026-11-16 10:00'), directive: 'd-table', turn: 't4' }));
    const why = { change: 'cancel', topics: ['去年', '旧文'] } as const;
    expect(changes(why, '2026-11-16 10:02', state(TABLE))).toEqual(['d-table']);
    expect(changes(why, '2026-11-16 10:02', state(notice))).toEqual(['d-table']);
    expect(changes(why, '2026-11-16 10:30', state(TABLE))).not.toContain('d-table');
  });

  it('calls off what still stands before what is off already, where that is named by far more of its words', () => {
    const state = () =>
      ledgerOf(
        asked('d-named', 't7', ['志愿', '服务', '统计', '时长', '人次'], '09:10', 'g02'),
        asked('d-off', 't8', ['服务', '台账'], '09:58'),
        offAt('09:59'),
      );
    const of = (topics: readonly string[]) => changes({ change: 'cancel', topics, head: topics }, '2026-11-16 10:00', state());
    expect(of(['服务', '志愿', '统计'])).toEqual(['d-named']);
    expect(of(['服务', '台账'])).toEqual(['d-off']);
  });

  it('takes up again what was off, though another thing is named more', () => {
    const names = asked('d-names', 't7', ['巡逻', '逻队', '名单', '电话', '带狗'], '09:40');
    const patrol = asked('d-off', 't8', ['夜巡', '集合', '执勤', '门口'], '09:00');
    const again = { change: 'reinstate', topics: ['巡逻', '逻队', '名单', '电话', '夜巡'], head: ['巡逻', '逻队'] } as const;
    const of = (revives: boolean) => changes({ ...again, revives }, '2026-11-16 10:00', ledgerOf(names, patrol, offAt('09:10')));
    expect([of(true), of(false)]).toEqual([['d-off'], ['d-names']]);
  });

  it('is told by the day that it replaces', () => {
    const words = { topics: ['表格'], head: [], fallback: anAsk() };
    const early = opened({ ...TABLE, ask: anAsk({ deadline: aDeadline(), topics: ['表格', '核验'] }) });
    const late = opened({
      ...DITCH,
      ask: anAsk({ ...DITCH.ask, deadline: aDeadline({ day: '2026-11-25', at: at('2026-11-25 17:30') }), topics: ['表格', '进度'] }),
    });
    expect(changes({ ...words, oldDay: '2026-11-25' }, '2026-11-16 10:00', ledgerOf(early, late))).toEqual(['d-ditch']);
    expect(changes({ ...words, oldDay: '2026-11-18' }, '2026-11-16 10:00', ledgerOf(early, late))).toEqual(['d-table']);
  });

  it('that names the clock of a daily one, or comes when it is due, is of that', () => {
    const daily = aDeadline({ at: at('2026-11-16 16:30'), day: '2026-11-16', recurrence: 'daily' });
    const report = opened({ ...TABLE, ask: anAsk({ deadline: daily, topics: ['巡查', '日报', '人数'] }) });
    const roll = opened({
      ...DITCH,
      ask: anAsk({ deadline: aDeadline({ at: at('2026-11-19 12:00'), day: '2026-11-19' }), topics: ['名单', '公示', '底册'] }),
    });
    const press = { change: 'remind' as const, topics: ['还差'], times: [at('2026-11-18 16:30')] };
    expect(changes(press, '2026-11-18 16:33', ledgerOf(roll, report))).toEqual(['d-table']);
  });

  it('that puts something off to before the time of another, and shares no word with it, is of none', () => {
    const due = aDeadline({ at: at('2026-11-17 15:30'), day: '2026-11-17' });
    const meeting = opened({ ...TABLE, ask: anAsk({ kind: 'meeting', topics: ['供暖', '调度', '度会'], deadline: due }) });
    const breakfast = {
      ...{ change: 'deadline' as const, moves: true as const, towards: 'later' as const, topics: ['早餐', '食堂', '调度'] },
      deadline: aDeadline({ at: at('2026-11-17 08:00'), day: '2026-11-17' }),
    };
    const of = (head: readonly string[]) => changes({ ...breakfast, head }, '2026-11-16 16:30', ledgerOf(meeting));
    expect(of(['早餐', '食堂'])).toEqual([]);
    expect(of(['调度', '度会'])).toEqual(['d-table']);
  });

  it('that would move one the wrong way is of another that it names as much', () => {
    const due = (day: string, clock: string) => aDeadline({ at: at(`${day} ${clock}`), day });
    const training = opened({ ...DITCH, ask: anAsk({ kind: 'meeting', topics: ['换届', '培训'], deadline: due('2026-11-18', '14:30') }) });
    const table = opened({ ...TABLE, ask: anAsk({ topics: ['换届', '人选', '摸底', '底表'], deadline: due('2026-11-20', '17:30') }) });
    const sooner = {
      ...{ change: 'deadline' as const, moves: true as const, towards: 'sooner' as const, topics: ['人选', '摸底', '底表', '培训'] },
      ...{ head: ['人选', '摸底'], deadline: due('2026-11-18', '17:00') },
    };
    expect(changes(sooner, '2026-11-17 10:30', ledgerOf(training, table))).toEqual(['d-table']);
  });

  it('that surely asks is of something known only where hardly anything else can be meant', () => {
    const given = { change: 'deadline' as const, asks: true, moves: true as const, topics: ['农机', '购置'] };
    const of = (confidence: number) =>
      changes({ ...given, fallback: anAsk({ topics: given.topics, confidence, deadline: null }) }, '2026-11-16 10:00', ledgerOf(TABLE));
    expect([of(0.7), of(0.999)]).toEqual([['d-table'], []]);
  });

  it('that asks, and says that it is another thing, is of none', () => {
    const due = aDeadline({ at: at('2026-11-18 10:00'), day: '2026-11-18' });
    const of = (apart: boolean) =>
      changes(
        {
          change: 'deadline',
          asks: true,
          moves: true,
          topics: ['清淤', '进度'],
          head: ['清淤'],
          deadline: due,
          fallback: anAsk({ apart }),
        },
        '2026-11-16 10:00',
      );
    expect(of(false)).toEqual(['d-ditch']);
    expect(of(true)).toEqual([]);
  });

  it('to a time that comes again is of the only one of its sender that does', () => {
    const daily = (clock: string) => aDeadline({ at: at(`2026-11-16 ${clock}`), day: '2026-11-16', recurrence: 'daily' });
    const report = opened({ ...TABLE, ask: anAsk({ deadline: daily('17:00'), topics: ['隐患', '患点'] }) });
    const move = { change: 'deadline' as const, moves: true as const, topics: ['报数', '照走'], head: ['报数'], deadline: daily('16:00') };
    expect(changes(move, '2026-11-18 11:30', ledgerOf(report, DITCH))).toEqual(['d-table']);
    const another = opened({ ...DITCH, ask: anAsk({ deadline: daily('18:00'), topics: ['零报', '报告'] }) });
    expect(changes(move, '2026-11-18 11:30', ledgerOf(report, another))).toEqual([]);
  });

  it('that says that a thing counts again is of one that was taken back', () => {
    const state = ledgerOf(TABLE, changed({ at: at('2026-11-16 09:10'), directive: 'd-table', turn: 't4' }));
    const words = { topics: ['农机', '购置', '补贴', '核验'], head: ['农机', '购置'], change: 'deadline' as const };
    expect(changes({ ...words, revives: true }, '2026-11-16 10:00', state)).toEqual(['d-table']);
  });

  it('that calls off reaches the tellings that were kept apart but stand near and are due at the same time', () => {
    const words = ['农机', '购置', '补贴', '核验'];
    const first = opened({ ...TABLE, ask: anAsk({ topics: words, deadline: aDeadline() }) });
    const second = opened({
      ...TABLE,
      directive: 'd-again',
      turn: 't5',
      similarTo: ['d-table'],
      ask: anAsk({ topics: words, deadline: aDeadline() }),
    });
    const state = ledgerOf(first, second);
    expect(changes({ change: 'cancel', topics: words, head: words, targets: [] }, '2026-11-16 10:00', state)).toContain('d-again');
  });

  it('with the number of a work order is of none with another number', () => {
    const order = (id: string, code: string) =>
      opened({ ...TABLE, directive: id, turn: id, ask: anAsk({ topics: ['工单', '渡船', '末班', code] }) });
    const words = { topics: ['工单', '渡船', '末班', 'wj1008-03'], head: ['工单'], fallback: anAsk() };
    expect(changes({ ...words, change: 'remind' }, '2026-11-16 10:00', ledgerOf(order('d-one', 'wj1008-01')))).toEqual([]);
    expect(changes({ ...words, change: 'remind' }, '2026-11-16 10:00', ledgerOf(order('d-three', 'wj1008-03')))).toEqual(['d-three']);
  });

  it('of a gathering is of the one that is called for the day, also where nobody here has spoken of it', () => {
    const gathering = (id: string, wallClock: string) =>
      opened({
        ...TABLE,
        directive: id,
        turn: id,
        ask: anAsk({
          kind: 'meeting',
          topics: ['调度', '防火'],
          deadline: aDeadline({ basis: 'said', at: at(wallClock), day: wallClock.slice(0, 10) }),
          evidence: [evidence('g07', id)],
        }),
      });
    const words = { topics: ['莫走', '走早'], aboutMeeting: true, gathering: true as const, fallback: anAsk() };
    const [today, tomorrow] = [gathering('d-today', '2026-11-16 15:00'), gathering('d-tomorrow', '2026-11-18 09:00')];
    const elsewhere = { ...aReading('m5', '2026-11-16 10:00'), sender: { id: 'wei-jia', name: '魏佳', person: 'wei-jia' } };
    const found = (...entries: readonly Parameters<LedgerState['append']>[0][]) =>
      pickedAtFirst(ledgerOf(...entries), elsewhere, aChange(words), elsewhere.at).directives.map(({ id }) => id);
    expect(found(DITCH, today, tomorrow)).toEqual(['d-today']);
    expect(found(DITCH, today, gathering('d-evening', '2026-11-16 19:00'))).toEqual([]);
  });

  it('that is said of what another has asked, or of who takes it in, is none to what nobody is named for', () => {
    const theirs = { ...ISSUER, id: 'rao', name: '饶', person: 'rao' };
    const old = opened({
      at: at('2026-11-16 09:00'),
      directive: 'd-old',
      turn: 't8',
      issuer: theirs,
      ask: anAsk({ topics: ['独居', '居老', '九十', '十岁', '名单'], evidence: [evidence('g07', 'm8')] }),
    });
    const words = { change: 'amend' as const, topics: ['独居', '居老', '九十', '十岁', '名单', '清淤'], head: ['独居'], fallback: anAsk() };
    const reading = aReading('m5', '2026-11-16 10:00');
    const state = ledgerOf(DITCH, old);
    const left = (persons: readonly string[]) => {
      const change = aChange({ ...words, particulars: { ...NO_PARTICULARS, persons } });
      const scored = likelyTargets(change, reading, [...state.directives.values()], state, state.merging.change, reading.at);
      return mayBeMeant(state, change, scored)
        .map(({ directive: { id } }) => id)
        .toSorted();
    };
    expect(left([])).toEqual(['d-ditch', 'd-old']);
    expect(left(['rao'])).toEqual(['d-old']);
  });

  it('of a gathering is of none that is not named, where another is, be it off already', () => {
    const gathering = (id: string, topics: readonly string[], group: string) =>
      opened({
        at: at('2026-11-16 09:00'),
        directive: id,
        turn: id,
        ask: anAsk({
          kind: 'meeting',
          topics,
          deadline: aDeadline({ basis: 'said', at: at('2026-11-17 16:00'), day: '2026-11-17' }),
          evidence: [evidence(group, id)],
        }),
      });
    const [film, drill] = [gathering('d-video', ['视频', '频会'], 'g07'), gathering('d-drill', ['演练', '转移'], 'g01')];
    const off = changed({ at: at('2026-11-16 09:30'), directive: 'd-video', turn: 't9', change: 'cancel' });
    const words = {
      topics: ['视频', '频会'],
      head: ['视频', '频会'],
      change: 'cancel' as const,
      gathering: true as const,
      fallback: anAsk(),
    };
    expect(changes(words, '2026-11-16 10:00', ledgerOf(film, drill, off))).toEqual(['d-video']);
    expect(changes(words, '2026-11-16 10:00', ledgerOf(drill))).toEqual(['d-drill']);
  });

  it('of a gathering is of no task that happens to be due on the day', () => {
    const meeting = opened({
      ...DITCH,
      ask: anAsk({ kind: 'meeting', topics: ['两委'], deadline: aDeadline({ at: at('2026-11-16 19:30'), day: '2026-11-16' }) }),
    });
    const roll = opened({
      ...TABLE,
      ask: anAsk({ topics: ['名单', '核对'], deadline: aDeadline({ at: at('2026-11-16 19:00'), day: '2026-11-16' }) }),
    });
    const words = { topics: ['名单'], aboutMeeting: true, gathering: true as const, oldDay: '2026-11-16', fallback: anAsk() };
    expect(changes(words, '2026-11-16 17:00', ledgerOf(roll, meeting))).toEqual(['d-ditch']);
  });

  it('that asks for another table is of none', () => {
    const withForm = (form: string) => ({ ...anAsk().particulars, forms: [form] });
    const state = ledgerOf(
      opened({ ...TABLE, ask: anAsk({ object: ['农机', '购置'], particulars: withForm('暑期值班表') }) }),
      DITCH,
      VOTE,
    );
    const words = { topics: ['农机', '购置', '补贴', '核验'], head: ['农机', '购置'], asks: true, moves: true as const, fallback: anAsk() };
    expect(changes({ ...words, particulars: withForm('中考值班表') }, '2026-11-16 10:00', state)).toEqual([]);
    expect(changes({ ...words, particulars: withForm('暑期值班表') }, '2026-11-16 10:00', state)).toEqual(['d-table']);
  });

  it('of two that were kept apart is of the one that still has the old time', () => {
    const words = ['农机', '购置', '补贴', '核验'];
    const friday = aDeadline({ at: at('2026-11-20 17:30'), day: '2026-11-20' });
    const telling = (id: string) =>
      opened({ ...TABLE, directive: id, turn: id, similarTo: ['d-one'], ask: anAsk({ topics: words, deadline: aDeadline() }) });
    const state = ledgerOf(
      telling('d-one'),
      telling('d-two'),
      changed({ at: at('2026-11-16 09:10'), directive: 'd-one', turn: 't4', change: 'deadline', deadline: friday }),
    );
    const again = { deadline: friday, oldDay: '2026-11-18', topics: words, head: words, times: [friday.at] };
    expect(changes(again, '2026-11-16 10:00', state)).toEqual(['d-two']);
  });

  it('is of no gathering that is over', () => {
    const yesterday = opened({
      ...DITCH,
      ask: anAsk({
        kind: 'meeting',
        topics: ['碰头', '口径'],
        deadline: aDeadline({ basis: 'said', at: at('2026-11-15 15:00'), day: '2026-11-15' }),
      }),
    });
    const words = { topics: ['碰头', '口径'], head: ['碰头'], aboutMeeting: true, fallback: anAsk() };
    expect(changes({ ...words, change: 'amend' }, '2026-11-16 10:00', ledgerOf(TABLE, yesterday))).not.toContain('d-ditch');
    expect(changes({ ...words, change: 'amend' }, '2026-11-15 16:00', ledgerOf({ ...yesterday, at: at('2026-11-15 09:00') }))).toEqual([
      'd-ditch',
    ]);
  });

  it('is found by the day that it was due on, also where much was asked here since', () => {
    const due = aDeadline({ at: at('2026-12-02 17:00'), day: '2026-12-02' });
    const slip = opened({ ...TABLE, ask: anAsk({ topics: ['账单'], deadline: due, evidence: [evidence('g02', 'm1')] }) });
    const pool = (days: readonly string[]) => {
      const reading = aReading('m5', '2026-11-20 10:00');
      return targetPool(ledgerOf(slip, DITCH), reading, aChange({ change: 'cancel', topics: ['打印'], days }), reading.at).map(
        ({ id }) => id,
      );
    };
    expect(pool(['2026-12-02'])).toContain('d-table');
    expect(pool([])).not.toContain('d-table');
  });
});

describe('what is called off in words that name nothing', () => {
  /** All alike but for who has asked: one's own is likelier than another's, and none of them likelier than any. */
  const byAsker = { ...SHIPPED_MERGE, change: { weights: { sameIssuer: 1.5 }, none: { bias: 2.8, weights: {} } } };
  const asked = (directive: string, issuer = ISSUER) =>
    opened({ at: at('2026-11-16 09:00'), directive, turn: directive, issuer, ask: anAsk({ evidence: [evidence('g01', directive)] }) });
  const theirs = asked('d-theirs', { id: 'wei-jia', name: '魏佳', person: 'wei-jia' });

  function off(...entries: readonly ReturnType<typeof asked>[]): readonly (string | undefined)[] {
    const state = new LedgerState(byAsker);
    for (const entry of entries) state.append(entry);
    return changes({ change: 'cancel', topics: ['动笔'] }, '2026-11-17 15:00', state);
  }

  it('is the only task of who says so', () => expect(off(asked('d-own'), theirs)).toEqual(['d-own']));

  it('is none where two of theirs could be meant, or none is theirs', () => {
    expect(off(asked('d-own'), asked('d-other'), theirs)).toEqual([]);
    expect(off(theirs)).toEqual([]);
  });
});
