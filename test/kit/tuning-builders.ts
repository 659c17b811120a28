/** Local rules, overlays and a store with two days of chat, for tests of the admins' tuning. The rules judge alone, so that no training changes them. */

import { settleStore } from '../../src/flow/settle-store.ts';
import type { Envelope } from '../../src/model/message.ts';
import { type Organisation, organisation, type Roster } from '../../src/model/organisation.ts';
import { type LocalRule, NO_OVERLAY, type RuleOverlay, type RuleVersion } from '../../src/model/tuning.ts';
import type { Store } from '../../src/ports/store.ts';
import { chineseCalendar } from '../../src/reading/deadline/calendar/index.ts';
import { textRule } from '../../src/reading/noise/rule.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { at } from './digest-builders.ts';

export const CALENDAR = chineseCalendar();

export function aLocalRule(given: Partial<LocalRule> = {}): LocalRule {
  return {
    id: 'local.ad',
    label: 'share',
    weight: 9,
    says: '拼团广告',
    on: 'own',
    pattern: '拼团',
    hits: ['今天拼团草莓'],
    misses: ['抱团取暖'],
    ...given,
  };
}

export function anOverlay(given: Partial<RuleOverlay> = {}): RuleOverlay {
  return { ...NO_OVERLAY, ...given };
}

export function aVersion(number: number, given: Partial<RuleVersion> = {}): RuleVersion {
  return { number, at: 1_000 * number, by: '王芳', reason: '试', restores: null, overlay: NO_OVERLAY, ...given };
}

/** Everything is small talk, unless somebody is asked for something. */
export const SIMPLE_RULES: RuleSet = {
  id: 'simple',
  rules: [
    textRule('talk', 'chitchat', 1, '闲话', /./u),
    textRule('ask.please', 'directive', 4, '请人做事', /请/u),
    textRule('ask.report', 'directive', 3, '要报东西', /报/u),
  ],
};

export const TOWN: Organisation = organisation({
  org: '柏林镇',
  timezone: 'Asia/Shanghai',
  workday: { start: 510, end: 1050 },
  digestAt: 18 * 60,
  workdaysOnly: false,
  quietHours: null,
  alertCap: null,
  people: [
    person('bo', '柏松', '镇长', ['leader'], []),
    person('lin', '林芳', '东村书记', ['cadre'], ['东村']),
    person('mei', '梅英', '西村书记', ['cadre'], ['西村']),
  ],
  groups: [{ platform: 'one', id: 'g1', name: '工作群', department: '', members: ['bo', 'lin', 'mei'] }],
} satisfies Roster);

function person(id: string, name: string, title: string, roles: ('leader' | 'cadre')[], areas: string[]): Roster['people'][number] {
  return { id, name, title, roles, areas, duties: [], aliases: [], accounts: {}, digestAt: null };
}

export const PLEASE = '请各村明天17点前把秸秆离田统计表报镇农办';

/** Id, time, sender, text. */
export const TOWN_CHAT: readonly Envelope[] = (
  [
    ['m1', '2026-11-16 09:00', 'bo', PLEASE],
    ['m2', '2026-11-16 09:20', 'lin', '哈哈今天的饺子不错'],
    ['m3', '2026-11-16 10:00', 'bo', '低保名单周三前报民政办'],
    ['m4', '2026-11-17 08:00', 'mei', '今天拼团草莓'],
    ['m5', '2026-11-17 09:00', 'mei', '哈哈今天的饺子不错'],
    ['m6', '2026-11-17 11:00', 'lin', '大家吃了没有,食堂今天有饺子'],
  ] as const
).map(([id, sentAt, sender, text]) => ({
  platform: 'one',
  group: 'g1',
  id,
  sentAt: at(sentAt),
  sender: { id: sender, name: sender },
  kind: 'text',
  text,
}));

/** A store in memory with the town's chat, settled. */
export async function townStore(chat: readonly Envelope[] = TOWN_CHAT, rules: RuleSet = SIMPLE_RULES): Promise<Store> {
  const store = openSqliteStore(':memory:');
  await store.saveRoster(TOWN);
  await store.ingest(chat);
  await settleStore(store, { org: TOWN, calendar: CALENDAR, rules }, () => {});
  return store;
}
