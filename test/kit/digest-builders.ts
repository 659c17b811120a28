/** Small digests for tests: a reader, four groups, and items of which a test names only what matters to it. */
import type { Deadline } from '../../src/model/deadline.ts';
import type { Digest, DigestItem } from '../../src/model/digest.ts';
import { type Instant, parseInstant } from '../../src/model/instant.ts';
import { type Organisation, organisation, type Person } from '../../src/model/organisation.ts';
import type { Evidence } from '../../src/model/reading.ts';

export const TIMEZONE = 'Asia/Shanghai';

/** `at('2026-11-17 18:00')` in China. */
export function at(wallClock: string): Instant {
  const instant = parseInstant(`${wallClock.replace(' ', 'T')}:00+08:00`);
  if (instant === null) throw new Error(`not a wall-clock time: ${wallClock}`);
  return instant;
}

export function aPerson(given: Partial<Person> = {}): Person {
  return {
    id: 'gu-yan',
    name: '顾燕',
    title: '南渡村党支部书记',
    roles: ['cadre'],
    areas: ['南渡村'],
    duties: [],
    aliases: [],
    accounts: {},
    digestAt: null,
    ...given,
  };
}

const GROUPS = [
  { platform: 'wechat', id: 'g01', name: '东岭镇农机工作群', department: '农服中心', members: ['gu-yan', 'zhao-min'] },
  { platform: 'qq', id: 'g02', name: '村级群', department: '党政办', members: ['gu-yan'] },
  { platform: 'wechat', id: 'g03', name: '党建群', department: '党政办', members: ['gu-yan'] },
  { platform: 'dingtalk', id: 'g04', name: '镇领导小群', department: '党政办', members: ['zhao-min'] },
];

export function anOrganisation(given: Partial<Organisation> = {}): Organisation {
  const people = [aPerson(), aPerson({ id: 'zhao-min', name: '赵敏', title: '农服中心主任', areas: [] })];
  const hours = { workday: { start: 510, end: 1050 }, digestAt: 1080, workdaysOnly: false, quietHours: null, alertCap: null };
  return organisation({ org: '东岭镇', timezone: TIMEZONE, ...hours, people, groups: GROUPS, ...given });
}

export function aDeadline(given: Partial<Deadline> = {}): Deadline {
  return {
    at: at('2026-11-18 17:30'),
    day: '2026-11-18',
    precision: 'hour',
    basis: 'assumed',
    anchor: 'end_of_work',
    phrase: '明天下班前',
    span: [2, 7],
    recurrence: null,
    until: null,
    certain: true,
    steps: [],
    ...given,
  };
}

export function evidence(group: string, id: string, quote: string | null = null, start = 0): Evidence {
  const platform = GROUPS.find((one) => one.id === group)?.platform ?? 'wechat';
  return { platform, group, id, quote, span: quote === null ? null : [start, start + quote.length] };
}

export function anItem(given: Partial<DigestItem> = {}): DigestItem {
  return {
    id: `d-${given.number ?? 1}`,
    number: 1,
    section: 'due',
    kind: 'directive',
    title: '报农机购置补贴核验表',
    issuer: { id: 'zhao-min', name: '赵敏' },
    deadline: null,
    status: 'open',
    urgency: 'none',
    confidence: 0.97,
    evidence: [evidence('g01', 'm0012')],
    changes: [],
    audienceUnclear: false,
    conflict: false,
    similarTo: [],
    condition: null,
    outsider: false,
    ...given,
  };
}

/** Numbers the items in the order given. */
export function aDigest(items: readonly Partial<DigestItem>[] = [], given: Partial<Digest> = {}): Digest {
  return {
    date: '2026-11-17',
    cadre: 'gu-yan',
    sentAt: at('2026-11-17 18:00'),
    window: { from: at('2026-11-16 18:00'), to: at('2026-11-17 18:00') },
    items: items.map((item, index) => anItem({ number: index + 1, ...item })),
    filtered: { total: 297, byLabel: { photo_dump: 88, ack: 141, flattery: 37, greeting: 20, chitchat: 11 } },
    accounted: { evidence: 6, filtered: 297, talk: 5, forOthers: 3, closed: 1 },
    unaccounted: 0,
    coverage: { groups: 14, notCovered: [] },
    ...given,
  };
}

/** The day of the design page's sample. */
export function aWorkingDay(): Digest {
  const message = { platform: 'wechat', group: 'g01', id: 'm0020' };
  return aDigest([
    {
      section: 'changed',
      kind: 'meeting',
      title: '防汛清淤调度会',
      status: 'changed',
      deadline: aDeadline({ at: at('2026-11-18 15:00'), basis: 'said', anchor: null, phrase: '下午三点' }),
      changes: [{ field: 'deadline', from: '9:00', to: '下午三点', message }],
    },
    {
      section: 'changed',
      title: '农机现场演示',
      status: 'cancelled',
      changes: [{ field: 'status', from: 'open', to: 'cancelled', message }],
    },
    {
      deadline: aDeadline(),
      evidence: [
        evidence('g01', 'm0012', '明天下班前把农机购置补贴核验表报农服中心', 1),
        evidence('g04', 'm1'),
        evidence('g02', 'm0013', '核验表明天下班前报'),
      ],
    },
    {
      section: 'hazards',
      kind: 'hazard',
      title: '南渡闸口围栏缺了两根,孩子常去玩',
      issuer: { id: 'x', name: '渡口老马' },
      outsider: true,
      evidence: [evidence('g02', 'm0030', '围栏缺了两根')],
    },
    {
      section: 'unsure',
      kind: 'opaque',
      title: '何书记的语音 34″',
      issuer: { id: 'he', name: '何书记' },
      evidence: [evidence('g03', 'm0040')],
    },
    {
      section: 'traffic',
      kind: 'traffic',
      title: '给“最美渡口”投票',
      deadline: aDeadline({ at: at('2026-11-23 00:00'), day: '2026-11-22', precision: 'day', anchor: null }),
    },
    { section: 'traffic', kind: 'traffic', title: '转发农机推文' },
  ]);
}

/** A day of so many new tasks, with a hazard and a thing unsure behind them. */
export function aLongDay(tasks: number): Digest {
  const many = Array.from({ length: tasks }, (_, index) => ({
    section: 'new' as const,
    title: `报第${index + 1}张表`,
    deadline: aDeadline(),
  }));
  return aDigest([
    { section: 'due', title: '交签到册', deadline: aDeadline() },
    ...many,
    { section: 'hazards', kind: 'hazard', title: '电线垂到路面' },
    { section: 'unsure', kind: 'opaque', title: '何书记的语音 34″' },
    ...Array.from({ length: 9 }, (_, index) => ({ section: 'traffic' as const, kind: 'traffic' as const, title: `点赞${index + 1}` })),
  ]);
}
