/** Small chats for tests of the flow: a township with two groups, and messages of which a test names only what matters to it. */
import type { Envelope } from '../../src/model/message.ts';
import { type Organisation, organisation, type Person } from '../../src/model/organisation.ts';
import { at } from './digest-builders.ts';

const NOBODY: Person = { id: '', name: '', title: '', roles: ['cadre'], areas: [], duties: [], aliases: [], accounts: {}, digestAt: null };

export const TOWNSHIP: Organisation = organisation({
  org: '柏林镇',
  timezone: 'Asia/Shanghai',
  workday: { start: 510, end: 1050 },
  digestAt: 1080,
  workdaysOnly: false,
  quietHours: null,
  alertCap: null,
  people: [
    { ...NOBODY, id: 'bo', name: '柏松', title: '镇长', roles: ['leader'] },
    { ...NOBODY, id: 'lin', name: '林芳', title: '东村党支部书记', areas: ['东村'] },
    { ...NOBODY, id: 'mei', name: '梅英', title: '西村党支部书记', areas: ['西村'] },
  ],
  groups: [
    { platform: 'wechat', id: 'g1', name: '工作群', department: '', members: ['bo', 'lin', 'mei'] },
    { platform: 'wechat', id: 'g2', name: '西村群', department: '', members: ['bo', 'mei'] },
  ],
});

/** The township's members of the first group. */
export function lin(): Person {
  const person = TOWNSHIP.personById.get('lin');
  if (person === undefined) throw new Error('the township has no such person');
  return person;
}

/** `said('m1', 'bo', '2026-11-16 09:00', '收到')` in the first group. */
export function said(id: string, sender: string, wallClock: string, text: string, given: Partial<Envelope> = {}): Envelope {
  return { platform: 'wechat', group: 'g1', id, sentAt: at(wallClock), sender: { id: sender, name: sender }, kind: 'text', text, ...given };
}

export const ASK = '请各村于11月18日17:30前把秸秆离田面积统计表报镇农办';
