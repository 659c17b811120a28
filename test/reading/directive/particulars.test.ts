import { describe, expect, it } from 'vitest';
import { NO_ROSTER, organisation } from '../../../src/model/organisation.ts';
import { particularsOf } from '../../../src/reading/directive/particulars.ts';

const person = (id: string, name: string, title: string, areas: readonly string[] = []) => ({
  id,
  name,
  title,
  roles: ['cadre'] as const,
  areas,
  duties: [],
  aliases: [],
  accounts: {},
  digestAt: null,
});
const SUN = person('sun', '孙桂英', '民政办主任');
const MA = person('ma', '马有田', '石洼村党支部书记', ['石洼村']);
const QI = person('qi', '齐大成', '镇长');
const SENT = Date.parse('2026-11-09T09:00:00+08:00');
const ORG = organisation({ ...NO_ROSTER, people: [SUN, MA, QI] });

describe('particulars of an ask', () => {
  it.each([
    ['按孙主任那张填', { persons: ['sun'] }],
    ['民政那张名册,石洼先报', { persons: ['sun'], areas: ['石洼村'] }],
    ['填好交孙桂英', { persons: ['sun'], recipients: ['sun'] }],
    ['替孙桂英说一声,名册交孙桂英', { recipients: ['sun'] }],
    ['找孙桂英领表,跟孙桂英说一声', { persons: ['sun'], recipients: [] }],
    ['镇长交代的,明天要看', { persons: ['qi'] }],
    ['小马昨天讲的那堵墙,今天去看', { persons: ['ma'] }],
    ['小马路两边的摊子清掉', { persons: [] }],
    ['副镇长那边说不急', { persons: [] }],
    ['10月份和三季度的台账', { periods: ['10月', '三季度'] }],
    ['2026年10月和2025年10月的台账', { periods: ['10月', '2025年10月'] }],
    ['10月20日前报', { periods: [] }],
    ['《入户核查表》和附件2都要', { forms: ['入户核查表', '附件2'] }],
    ['台风“海葵”生成,“敲门行动”照做', { forms: ['敲门行动'] }],
    ['还剩7户,3个点', { figures: ['7户', '3个'] }],
    ['水尺一过24米5就停', { figures: ['24.5米'] }],
    ['12点前', { figures: [] }],
  ])('“%s”', (text, expected) => {
    expect(particularsOf(text, ORG, undefined, SENT)).toMatchObject(expected);
  });

  it('has the sender as recipient of what is handed to "me"', () => {
    expect(particularsOf('下班前发我', ORG, SUN, SENT).recipients).toEqual(['sun']);
    expect(particularsOf('报我村人数', ORG, SUN, SENT).recipients).toEqual([]);
    expect(particularsOf('别报我这儿,报他', ORG, SUN, SENT).recipients).toEqual([]);
  });
});
