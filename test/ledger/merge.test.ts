import { describe, expect, it } from 'vitest';
import { applyEntry } from '../../src/ledger/fold.ts';
import { decideMerge, judgeCandidates, whyOf } from '../../src/ledger/merge.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import type { Directive } from '../../src/model/directive.ts';
import { type Ask, NO_PARTICULARS, type Particulars } from '../../src/model/reading.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { anAsk, aReading, changed, copied, FIRST_LOOK, ISSUER, opened } from '../kit/ledger-builders.ts';

const WORDS = ['独居', '居老', '老人', '台账', '入户', '走访'];
const KNOWN = anAsk({ topics: WORDS, object: WORDS.slice(0, 4), deadline: aDeadline({ basis: 'said', at: at('2026-11-19 12:00') }) });
const VOICE = { id: 'wei-jia', name: '魏佳', person: 'wei-jia' };

/** A copy of another voice, in another group, an hour and a half later. */
function judged(given: Partial<Ask>, known: Partial<Ask> = {}, group = 'g02') {
  const state = new LedgerState(FIRST_LOOK);
  state.append(opened({ at: at('2026-11-16 09:00'), ask: { ...KNOWN, ...known } }));
  const ask = { ...KNOWN, evidence: [evidence(group, 'm7', '独居老人台账')], ...given };
  const reading = aReading('m7', '2026-11-16 10:30', { asks: [ask], sender: VOICE }, group);
  const [only] = judgeCandidates(state, reading, ask, reading.at);
  if (only === undefined) throw new Error('no candidate');
  return { ...only, why: whyOf(only), isOne: only.chance >= only.needed };
}

function particulars(given: Partial<Particulars>): Particulars {
  return { ...NO_PARTICULARS, ...given };
}

describe('two asks', () => {
  it('with the same words and deadline are one, and it is said on what', () => {
    const one = judged({});
    expect(one.isOne).toBe(true);
    for (const words of ['文字重合 100%', '事项重合 100%', '对象相容', '截止同一时刻', '不同人布置']) expect(one.why).toContain(words);
  });

  it.each<readonly [what: string, ask: Partial<Ask>, known: Partial<Ask>, says: string]>([
    ['month', { particulars: particulars({ periods: ['11月'] }) }, { particulars: particulars({ periods: ['10月'] }) }, '月份不同'],
    ['village', { particulars: particulars({ areas: ['石洼村'] }) }, { particulars: particulars({ areas: ['柳湾村'] }) }, '村子不同'],
    ['recipient', { particulars: particulars({ recipients: ['b'] }) }, { particulars: particulars({ recipients: ['a'] }) }, '交给不同的人'],
    ['deadline', { deadline: aDeadline({ at: at('2026-11-25 12:00'), day: '2026-11-25' }) }, {}, '截止不同'],
  ])('are less likely one with another %s', (_what, ask, known, says) => {
    const other = judged(ask, known);
    expect(other.chance).toBeLessThan(judged({}).chance);
    expect(other.why).toContain(says);
  });

  it('are one where what comes due each day is to be handed in where it was asked for at that hour', () => {
    const daily = aDeadline({ basis: 'said', at: at('2026-11-16 17:00'), recurrence: 'daily' });
    const known = { deadline: daily, topics: ['割了', '几亩', '收割'], object: [] };
    const retold = { deadline: daily, topics: ['机收', '进度', '日报'], object: ['机收', '进度', '日报'] };
    expect(judged({ ...retold, sentTo: ['wechat\u0000g01'] }, known).needed).toBeLessThan(judged(retold, known).needed);
  });

  it('are two where one comes in the place of what was called off, or is a gathering', () => {
    const state = new LedgerState(FIRST_LOOK);
    state.append(opened({ at: at('2026-11-16 09:00'), ask: KNOWN }));
    state.append(changed({ at: at('2026-11-16 10:00'), change: 'cancel' }));
    const apart = (given: Partial<Ask>) => {
      const ask = { ...KNOWN, evidence: [evidence('g01', 'm7', '台账')], ...given };
      const reading = aReading('m7', '2026-11-16 10:05', { asks: [ask] });
      return judgeCandidates(state, reading, ask, reading.at)[0]?.apart;
    };
    expect([apart({}), apart({ replaces: true }), apart({ kind: 'meeting' })]).toEqual([undefined, 'taken-back', 'taken-back']);
  });

  it('are two where the one before was only dropped, and not said to be wrong', () => {
    const apart = (quote: string) => {
      const state = new LedgerState(FIRST_LOOK);
      state.append(opened({ at: at('2026-11-16 09:00'), ask: KNOWN }));
      state.append(changed({ at: at('2026-11-16 10:00'), change: 'cancel', evidence: [evidence('g01', 'm5', quote)] }));
      const ask = { ...KNOWN, evidence: [evidence('g01', 'm7', '台账')] };
      const reading = aReading('m7', '2026-11-16 10:05', { asks: [ask] });
      return judgeCandidates(state, reading, ask, reading.at)[0]?.apart;
    };
    expect([apart('那个一页纸不写了'), apart('不写了,写错表了')]).toEqual(['taken-back', undefined]);
  });

  it('are two where whoever asked the one asks for the other in its words, but for the thing, or for another month', () => {
    const apart = (quote: string, given: Partial<Ask> = {}, sender = ISSUER) => {
      const state = new LedgerState(FIRST_LOOK);
      const known = {
        ...KNOWN,
        evidence: [evidence('g01', 'm1', '请各村明天报低保名单')],
        particulars: particulars({ periods: ['10月'] }),
      };
      state.append(opened({ at: at('2026-11-16 09:00'), ask: known }));
      const ask = { ...KNOWN, evidence: [evidence('g01', 'm7', quote)], ...given };
      const reading = aReading('m7', '2026-11-16 10:05', { asks: [ask], sender });
      return judgeCandidates(state, reading, ask, reading.at)[0]?.apart;
    };
    expect([apart('请各村明天报五保名单'), apart('请各村明天报低保名单')]).toEqual(['other-thing', undefined]);
    expect(apart('名单报来', { particulars: particulars({ periods: ['11月'] }) })).toBe('other-thing');
    expect(apart('名单报来', { particulars: particulars({ periods: ['11月'] }) }, VOICE)).toBeUndefined();
    expect(apart('请各村明天报五保名单', { relayed: true })).toBeUndefined();
  });

  it('are two where an outsider asks for something, and somebody of the roster told of a danger, or named another time', () => {
    const stranger = { id: 'x-1', name: '赵敏', person: null };
    const apart = (known: Partial<Ask>, sender: typeof ISSUER | typeof stranger, given: Partial<Ask> = {}) => {
      const state = new LedgerState(FIRST_LOOK);
      state.append(opened({ at: at('2026-11-16 09:00'), ask: { ...KNOWN, ...known } }));
      const ask = { ...KNOWN, evidence: [evidence('g01', 'm7', '卡号发我')], ...given };
      const reading = aReading('m7', '2026-11-16 09:05', { asks: [ask], sender });
      return judgeCandidates(state, reading, ask, reading.at)[0]?.apart;
    };
    expect(apart({ kind: 'hazard' }, stranger)).toBe('outsider');
    expect(apart({ kind: 'hazard' }, VOICE)).toBeUndefined();
    expect(apart({}, stranger, { deadline: aDeadline({ basis: 'said', at: at('2026-11-16 09:15') }) })).toBe('outsider');
    expect(apart({}, stranger)).toBeUndefined();
  });

  it('are never one where one comes due each day and the other is a gathering, or only due at that hour once', () => {
    const daily = aDeadline({ basis: 'said', at: at('2026-11-19 16:00'), recurrence: 'daily' });
    const once = aDeadline({ basis: 'said', at: at('2026-11-19 16:00') });
    const many = Array.from({ length: 80 }, (_, place) => `词${place}`);
    const words = { topics: [...many, '台账'], object: many.slice(0, 4) };
    expect(judged({ kind: 'meeting', deadline: once }, { deadline: daily }).needed).toBeGreaterThan(1);
    expect(judged({ ...words, deadline: once }, { deadline: daily }).needed).toBeGreaterThan(1);
    expect(judged({ deadline: daily }, { deadline: daily }).needed).toBeLessThan(1);
  });

  it('are sooner one where one is for the time of the other and names who asked it, or says that it is the same', () => {
    const little = { topics: ['养老', '名册', '台账'], object: ['养老', '名册', '台账'] };
    const nearness = ({ chance, needed }: ReturnType<typeof judged>): number => chance / needed;
    const plain = nearness(judged(little));
    expect(nearness(judged({ ...little, particulars: particulars({ persons: ['zhao-min'] }) }))).toBeGreaterThan(plain);
    expect(nearness(judged({ ...little, relayed: true }))).toBeGreaterThan(plain);
  });

  it('are one where the second says a word more on the first to nobody in particular', () => {
    const BOOK = ['户口', '口本', '毕业', '业证'];
    const few = { people: ['a', 'b'], unclear: false };
    const all = { people: ['a', 'b', 'c', 'd'], unclear: true };
    const decided = (given: Partial<Ask>, sender = ISSUER): boolean => {
      const state = new LedgerState(FIRST_LOOK);
      state.append(opened({ at: at('2026-11-16 09:00'), ask: { ...KNOWN, topics: BOOK, deadline: null, audience: few } }));
      const words = { topics: [...BOOK, '拍照'], object: ['拍照', '片要', '清楚'], evidence: [evidence('g01', 'm7')] };
      const ask = { ...KNOWN, ...words, deadline: null, audience: all, ...given };
      const reading = aReading('m7', '2026-11-17 10:30', { asks: [ask], sender }, 'g01');
      return decideMerge(state, reading, ask, reading.at).merge !== null;
    };
    expect(decided({})).toBe(true);
    expect(decided({}, VOICE)).toBe(false);
    expect(decided({ audience: { ...all, unclear: false } })).toBe(false);
    expect(decided({ topics: ['拍照', '片要', '清楚'] })).toBe(false);
  });

  it('need little where an order answers the message that told of the danger', () => {
    const order = { kind: 'directive' as const, topics: ['长河', '过去'], object: ['长河', '过去'] };
    const danger = { kind: 'hazard' as const, topics: ['渗水', '背水'], object: ['渗水', '背水'], deadline: null };
    const needed = (given: Partial<Ask>) => judged({ ...order, ...given }, danger, 'g01').needed;
    expect(needed({ repliesTo: 'm1' })).toBeLessThan(0.45);
    expect(needed({})).toBeGreaterThan(0.45);
  });

  it('need more where only the time speaks for them', () => {
    const other = { topics: ['河道', '垃圾', '清运'], object: ['河道', '垃圾', '清运'] };
    expect(judged(other).needed).toBeGreaterThan(judged({}).needed);
    const some = { topics: ['独居', '垃圾', '清运'], object: ['河道', '垃圾', '清运'] };
    expect(judged(some).needed).toBeGreaterThan(judged({}).needed);
    expect(judged(some).needed).toBeLessThan(judged(other).needed);
  });

  it('in wholly other words are looked at as one where they are handed in to the same person', () => {
    const other = { topics: ['吵架', '谁劝'], object: ['吵架', '谁劝'] };
    const toOne = particulars({ recipients: ['xiang'] });
    expect(judged({ ...other, particulars: toOne }, { particulars: toOne }).needed).toBeLessThan(judged(other).needed);
  });

  it('need much where one is one of several of a list, and only the day and who takes it in speak for it', () => {
    const state = new LedgerState(FIRST_LOOK);
    const due = (clock: string) => ({
      deadline: aDeadline({ basis: 'said', at: at(`2026-11-19 ${clock}`) }),
      particulars: particulars({ recipients: ['xing'] }),
    });
    const words = (prefix: string) => Array.from({ length: 40 }, (_, index) => `${prefix}${index}`);
    state.append(opened({ at: at('2026-11-16 09:00'), ask: { ...KNOWN, ...due('12:00'), topics: [...words('甲'), '名单'] } }));
    const other = { topics: [...words('乙'), '名单'], object: ['冬春', '救助'], evidence: [evidence('g02', 'm7', '冬春救助名单')] };
    const neededFor = (clock: string, more: readonly Ask[]) => {
      const ask = { ...KNOWN, ...other, ...due(clock) };
      const reading = aReading('m7', '2026-11-16 10:30', { asks: [ask, ...more], sender: VOICE }, 'g02');
      return judgeCandidates(state, reading, ask, reading.at)[0]?.needed ?? 0;
    };
    const beside = [{ ...KNOWN, ...other }];
    expect(neededFor('17:00', beside)).toBeGreaterThan(0.85);
    expect(neededFor('17:00', [])).toBeLessThan(0.85);
    expect(neededFor('12:00', beside)).toBeLessThan(0.85);
  });

  it('need much where others ask for another thing by the same hour, with a word in passing', () => {
    const words = (prefix: string) => Array.from({ length: 40 }, (_, index) => `${prefix}${index}`);
    const known = { topics: [...words('甲'), '名单'], object: ['救生', '生筏', '灭火'] };
    const other = { topics: [...words('乙'), '名单'], object: ['冬衣', '衣尺', '尺码'] };
    expect(judged(other, known).needed).toBeGreaterThan(0.85);
    expect(judged({ ...other, relayed: true }, known).needed).toBeLessThan(0.85);
  });

  it('are two where one is due by the hour at which the other gathers, and no word is the same', () => {
    const meeting = { kind: 'meeting' as const };
    const other = { topics: ['疫苗', '名单'], object: ['疫苗', '名单'] };
    expect(judged(other, meeting).needed).toBeGreaterThan(judged({ ...other, ...meeting }, meeting).needed);
  });

  it('don’t name as an asker of before who alone is asked', () => {
    const named = { particulars: particulars({ persons: ['zhao-min'] }) };
    expect(judged(named).likeness?.namesAsker).toBe(1);
    expect(judged({ ...named, audience: { people: ['zhao-min'], unclear: false } }).likeness?.namesAsker ?? 0).toBe(0);
  });

  it('are sooner one where both fall due at a time that nothing else is due at, assumed or not', () => {
    const assumed = (wallClock: string) => aDeadline({ basis: 'assumed', at: at(wallClock), day: wallClock.slice(0, 10) });
    const little = { topics: ['独居', '名册'], object: ['独居', '名册'], deadline: assumed('2026-11-19 17:30') };
    const together = judged(little, { deadline: assumed('2026-11-19 17:30') });
    expect(together.chance).toBeGreaterThan(judged(little, { deadline: assumed('2026-11-19 23:59') }).chance);
  });

  it('are sooner one where who was asked gathers it, and wants it a little before', () => {
    const toThem = { audience: { people: ['wei-jia', 'x-1'], unclear: false }, particulars: particulars({ recipients: ['zhao-min'] }) };
    const down = { audience: { people: ['x-1'], unclear: false }, particulars: particulars({ recipients: ['wei-jia'] }) };
    const due = (day: string) => ({ deadline: aDeadline({ basis: 'said', at: at(`${day} 12:00`), day }) });
    const known = { ...toThem, ...due('2026-11-19') };
    const before = judged({ ...down, ...due('2026-11-18') }, known);
    expect(before.why).toContain('替上面收');
    expect(before.why).not.toContain('交给不同的人');
    expect(before.chance).toBeGreaterThan(judged({ ...down, ...due('2026-11-20') }, known).chance);
  });

  it('are sooner one where one group is told minutes after the other', () => {
    const little = { topics: ['养老', '名册'], object: ['养老', '名册'] };
    expect(judged(little, {}, 'g02').likeness?.crossed).toBeGreaterThan(0);
    expect(judged(little, {}, 'g01').likeness?.crossed).toBe(0);
  });

  it('that come again each day at the same hour have one deadline', () => {
    const daily = (wallClock: string) => aDeadline({ basis: 'said', at: at(wallClock), day: wallClock.slice(0, 10), recurrence: 'daily' });
    const one = judged({ deadline: daily('2026-11-18 17:00') }, { deadline: daily('2026-11-16 17:00') });
    expect(one.why).toContain('截止同一时刻');
    expect(judged({ deadline: daily('2026-11-18 16:00') }, { deadline: daily('2026-11-16 17:00') }).why).toContain('截止不同');
  });

  it('are two where one comes again each week, and by chance falls on the hour of the other', () => {
    const due = aDeadline({ basis: 'said', at: at('2026-11-19 12:00') });
    const weekly = { deadline: { ...due, recurrence: 'weekly' as const } };
    const other = { topics: ['工作', '周报', '三块'], object: ['周报', '三块', '恢复'] };
    expect(judged({ ...other, ...weekly }).why).not.toContain('截止同一时刻');
    expect(judged({}, weekly).why).toContain('截止同一时刻');
  });

  it('told more than 45 days apart are two, unless it comes again and was heard of in between', () => {
    const daily = (wallClock: string) => aDeadline({ basis: 'said', at: at(wallClock), day: wallClock.slice(0, 10), recurrence: 'daily' });
    const toldAgain = (deadline: Ask['deadline'], later: Ask['deadline'], between: string | null) => {
      const state = new LedgerState(FIRST_LOOK);
      state.append(opened({ at: at('2026-09-01 09:00'), ask: { ...KNOWN, deadline } }));
      if (between !== null) state.append(copied({ at: at(between), ask: { ...KNOWN, evidence: [evidence('g01', 'm5', '独居老人台账')] } }));
      const ask = { ...KNOWN, deadline: later, evidence: [evidence('g02', 'm7', '独居老人台账')] };
      const reading = aReading('m7', '2026-11-16 10:30', { asks: [ask], sender: VOICE }, 'g02');
      return decideMerge(state, reading, ask, reading.at).merge;
    };
    expect(toldAgain(daily('2026-09-01 17:00'), daily('2026-11-16 17:00'), '2026-10-12 09:00')).not.toBeNull();
    expect(toldAgain(daily('2026-09-01 17:00'), daily('2026-11-16 17:00'), null)).toBeNull();
    expect(toldAgain(KNOWN.deadline, KNOWN.deadline, '2026-10-12 09:00')).toBeNull();
  });

  it('on one day are due apart where noon and the evening are named', () => {
    const noon = aDeadline({ at: at('2026-11-19 12:00'), anchor: 'noon' });
    const evening = aDeadline({ basis: 'said', at: at('2026-11-19 20:00') });
    expect(judged({ deadline: noon }, { deadline: evening }).chance).toBeLessThan(
      judged({ deadline: evening }, { deadline: evening }).chance,
    );
    expect(judged({ deadline: noon }, { deadline: evening }).why).toContain('同一天不同时刻');
  });

  it('need more than a title of one common word', () => {
    const screenshot = { topics: ['截图', '学习', '积分'], object: ['截图'] };
    const named = { topics: ['截图', '学习', '积分'], object: ['截图', '学习', '积分'] };
    const share = { topics: ['截图', '转发', '朋友'], object: ['转发', '朋友', '截图'] };
    expect(judged(share, screenshot).likeness?.agreed).toBeLessThan(0.2);
    expect(judged({ ...share, ...named }, named).likeness?.agreed).toBe(1);
  });

  it('stay two where one says that it is another, however alike', () => {
    const near = { topics: ['独居', '老人', '名单', '志愿', '电话', '敲门'], object: ['独居', '名单', '志愿'] };
    expect(judged({ ...near, apart: true }).isOne).toBe(false);
    expect(judged({ ...near, apart: true }).needed).toBeGreaterThan(judged(near).needed);
  });

  it('for other people are looked at where they are one gathering, or are passed down or handed on', () => {
    const others = { audience: { people: ['x-1'], unclear: false } };
    expect(judged({ ...others, kind: 'meeting' }, { kind: 'meeting' }).apart).toBeUndefined();
    const undated = { deadline: null };
    expect(judged({ ...others, ...undated }, undated).apart).toBe('other-people');
    expect(judged({ ...others, ...undated, handedOn: true }, undated).apart).toBeUndefined();
    expect(judged({ ...others, ...undated }, { ...undated, audience: { people: ['wei-jia'], unclear: false } }).apart).toBeUndefined();
  });

  it('are two where one is a danger at hand and the other what is to be done in such a case', () => {
    const danger = { kind: 'hazard' as const };
    expect(judged({ standing: true }, danger).apart).toBe('in-case');
    expect(judged({ condition: '扩大' }, danger).apart).toBeUndefined();
    expect(judged({ standing: true, repliesTo: 'm1' }, danger).apart).toBeUndefined();
  });

  it('are two where the one who was asked turns to who asked', () => {
    const backTo = { people: ['zhao-min'], unclear: false };
    const toOne = { people: ['wei-jia'], unclear: false };
    expect(judged({ audience: backTo }, { audience: toOne }).apart).toBe('back-to-asker');
    expect(judged({ audience: backTo }, { audience: { people: ['wei-jia', 'gu-yan', 'ji-lan'], unclear: false } }).apart).not.toBe(
      'back-to-asker',
    );
  });

  it('are two where one is a gathering and no word that names the one stands in the other', () => {
    const meeting = {
      kind: 'meeting' as const,
      topics: ['防火', '工作', '应急', '农牧', '资源'],
      object: ['防火', '工作'],
      deadline: CLOCK,
    };
    const paper = { topics: ['保供', '底数', '应急', '农牧', '资源'], object: ['保供', '底数'], deadline: EVENING };
    expect(judged(meeting, paper).apart).toBe('other-matter');
    expect(judged(meeting, { ...paper, deadline: CLOCK }).apart).toBeUndefined();
    expect(judged(meeting, { ...paper, topics: ['保供', '底数', '防火', '应急', '农牧', '资源'] }).apart).toBeUndefined();
    expect(judged({ ...meeting, kind: 'directive' as const }, paper).apart).toBeUndefined();
  });

  it('for other people are looked at where one voice asks both by the same hour', () => {
    const state = new LedgerState(FIRST_LOOK);
    state.append(opened({ at: at('2026-11-16 09:00'), issuer: VOICE, ask: KNOWN }));
    const ask = { ...KNOWN, audience: { people: ['x-1'], unclear: false }, evidence: [evidence('g02', 'm7', '独居老人台账')] };
    const apart = (one: Ask) =>
      judgeCandidates(state, aReading('m7', '2026-11-16 10:30', { asks: [one], sender: VOICE }, 'g02'), one, at('2026-11-16 10:30'))[0]
        ?.apart;
    expect(apart(ask)).toBeUndefined();
    expect(apart({ ...ask, deadline: null })).toBe('other-people');
  });
});

it('what who was asked wants of others by a time of his own is another task, for whatever report he needs it', () => {
  const known = { audience: { people: ['wei-jia', 'a-1'], unclear: false }, deadline: CLOCK };
  const below = { audience: { people: ['x-1', 'x-2'], unclear: false } };
  expect(judged({ ...below, deadline: EVENING }, known).apart).toBe('other-people');
  expect(judged({ ...below, deadline: EVENING, relayed: true }, known).apart).toBe('other-people');
  expect(judged({ ...below, deadline: CLOCK }, known).apart).toBeUndefined();
  expect(judged({ ...below, deadline: null }, known).apart).toBeUndefined();
});

const CLOCK = aDeadline({ basis: 'said', at: at('2026-11-19 10:00') });
const EVENING = aDeadline({ basis: 'said', at: at('2026-11-19 20:00') });

describe('what was judged to be of another kind', () => {
  const notice = (given: Partial<Ask> = {}): Ask => ({ ...KNOWN, kind: 'notice', deadline: null, asTask: { ...KNOWN, ...given } });
  const told = (state: LedgerState, ask: Ask) => {
    const one = { ...ask, evidence: [evidence('g02', 'm7', '独居老人台账')] };
    const reading = aReading('m7', '2026-11-16 10:30', { asks: [one], sender: VOICE }, 'g02');
    return decideMerge(state, reading, one, reading.at).merge;
  };

  it('is another telling of a known task, as which it is then taken', () => {
    const state = new LedgerState(FIRST_LOOK);
    state.append(opened({ at: at('2026-11-16 09:00'), ask: KNOWN }));
    expect(told(state, notice())?.ask.kind).toBe('directive');
    expect(told(state, notice({ topics: ['停水', '检修'], object: ['停水', '检修'], deadline: null }))).toBeNull();
  });

  it('makes a task of what was only to be known, where the task is told anew', () => {
    const state = new LedgerState(FIRST_LOOK);
    state.append(opened({ at: at('2026-11-16 09:00'), ask: { ...KNOWN, kind: 'notice' } }));
    const merge = told(state, KNOWN);
    expect(merge?.directive.kind).toBe('notice');
    const copy = anAsk({ ...KNOWN, title: '报独居老人台账', audience: { people: ['wei-jia'], unclear: false } });
    expect(applyEntry(merge?.directive as Directive, copied({ at: at('2026-11-16 11:00'), ask: copy }))).toMatchObject({
      kind: 'directive',
      title: '报独居老人台账',
      audience: { people: ['wei-jia'] },
    });
  });

  it('is found again when its sender takes it back and sends it corrected', () => {
    const state = new LedgerState(FIRST_LOOK);
    state.append(opened({ at: at('2026-11-16 09:00'), issuer: VOICE, ask: { ...KNOWN, kind: 'traffic' } }));
    state.append(changed({ at: at('2026-11-16 10:00') }));
    expect(told(state, KNOWN)?.directive.status).toBe('cancelled');
  });
});

describe('an order', () => {
  const danger = { kind: 'hazard' as const, topics: ['电线', '垭口', '火星'], object: ['电线', '垭口', '火星'], deadline: null };
  const other = { topics: ['述职', '测评', '会议'], object: ['述职', '测评', '会议'], deadline: null };

  it('that has nothing of a danger is another matter, unless it replies to it', () => {
    expect(judged(other, danger, 'g01').isOne).toBe(false);
    expect(judged({ ...other, repliesTo: 'm1' }, danger, 'g01').needed).toBeLessThan(judged(other, danger, 'g01').needed);
  });

  it('may name who told of it, though that is in no roster', () => {
    const names = (name: string, topics: readonly string[]) => {
      const state = new LedgerState(FIRST_LOOK);
      state.append(opened({ at: at('2026-11-16 09:00'), issuer: { id: 'x-1', name, person: null }, ask: { ...KNOWN, ...danger } }));
      const ask = { ...KNOWN, topics: [...danger.topics, ...topics], evidence: [evidence('g01', 'm7', '去看')] };
      const reading = aReading('m7', '2026-11-16 10:30', { asks: [ask], sender: VOICE });
      return judgeCandidates(state, reading, ask, reading.at)[0]?.likeness?.namesAsker;
    };
    expect([names('幼教点-小丽', ['小丽', '丽老', '老师']), names('幼教点-小丽', ['老师']), names('刘老板', ['老板'])]).toEqual([1, 0, 0]);
  });

  it('in another group needs less where much of it is what the danger was told in', () => {
    const words = ['电线', '垭口', '火星', '水车', '拉闸', '总闸'];
    const order = { topics: [...words, '上去'], object: ['水车', '拉闸', '总闸'], deadline: null };
    const rare = { ...danger, topics: words };
    expect(judged(order, rare).needed).toBeLessThan(judged(other, danger, 'g01').needed);
  });

  it('in another group with hardly one of its words is never on the danger', () => {
    const words = ['抽水', '围挡', '钢管', '沙袋', '照明', '值守', '发电', '车辆', '路口', '人员'];
    const order = {
      topics: [...words, '领导'],
      object: words.slice(0, 3),
      deadline: null,
      particulars: particulars({ persons: ['zhao-min'] }),
    };
    const rare = { ...danger, topics: [...danger.topics, '领导'] };
    expect(judged(order, rare).needed).toBeGreaterThan(1);
    expect(judged(order, rare, 'g01').needed).toBeLessThan(1);
  });

  it('of another thing to other people is never on the danger, also where that was told', () => {
    const words = ['游船', '公司', '约谈', '静音', '开航', '考试', '喇叭', '居民'];
    const order = { topics: [...words, '领导'], object: words.slice(0, 3), deadline: null, audience: { people: ['bo'], unclear: false } };
    const rare = { ...danger, topics: [...danger.topics, '领导'], audience: { people: ['gu-yan'], unclear: false } };
    expect(judged(order, rare, 'g01').needed).toBeGreaterThan(1);
    expect(judged({ ...order, audience: rare.audience }, rare, 'g01').needed).toBeLessThan(1);
  });

  it('on the danger itself is one with it', () => {
    const order = { topics: ['电线', '垭口', '断电'], object: ['电线', '垭口', '断电'], deadline: null };
    expect(judged(order, danger).isOne).toBe(true);
  });
});

describe('demands', () => {
  it('under papers of other numbers are two', () => {
    const words = ['来电', '反映', '医院', '急诊', '态度', '恶劣', '311', '2027-311'];
    const demand = { kind: 'appeal' as const, topics: words, object: words.slice(2, 6), deadline: null };
    expect(judged({ ...demand, topics: [...words.slice(0, 6), '312', '2027-312'] }, demand).apart).toBe('other-code');
    expect(judged(demand, demand).isOne).toBe(true);
  });
});
