/** A scripted day of a township on one platform: who sits where, what is said when. Made by plain dice, so that a run can be repeated. */
import { type Instant, instantAt, MINUTE } from '../../src/model/instant.ts';

export const DAY = '2026-11-17';
export const TIMEZONE = 'Asia/Shanghai';
export const GROUPS = 10;
export const CADRES = 50;
/** Digests are due at this hour. */
export const DIGEST_AT = instantAt(DAY, 18 * 60, TIMEZONE);
export const DAY_STARTS = instantAt(DAY, 8 * 60, TIMEZONE);

export interface Line {
  readonly at: Instant;
  readonly group: number;
  readonly from: number;
  readonly text: string;
}

const LEADER = 5001;
export const accountOf = (index: number): number => 1001 + index;
export const groupOf = (index: number): number => -100_001 - index;

/** People and groups, as the service reads them. Each cadre sits in the groups of the own tens digit and the one after it. */
export function rosterFile(): string {
  const people = Array.from({ length: CADRES }, (_, index) => ({
    id: `c${index}`,
    name: `村干部${index}`,
    title: `${index}村党支部书记`,
    roles: ['cadre'],
    areas: [`${index}村`],
    accounts: { telegram: String(accountOf(index)) },
  }));
  const leader = { id: 'boss', name: '柏松', title: '镇长', roles: ['admin'], accounts: { telegram: String(LEADER) } };
  const groups = Array.from({ length: GROUPS }, (_, index) => ({
    platform: 'telegram',
    id: String(groupOf(index)),
    name: `工作${index}群`,
    members: ['boss', ...membersOf(index).map((one) => `c${one}`)],
  }));
  return JSON.stringify({ org: '柏林镇', digestAt: '18:00', people: [...people, leader], groups });
}

export function membersOf(group: number): readonly number[] {
  return Array.from({ length: CADRES }, (_, index) => index).filter((index) => index % GROUPS === group || (index + 1) % GROUPS === group);
}

export const SPEAKERS: readonly number[] = [...Array.from({ length: CADRES }, (_, index) => accountOf(index)), LEADER];

const TALK = ['收到', '收到！', '好的', '辛苦了', '[强]', '今天食堂吃啥', '马上落实', '我村已完成', '感谢领导关心', '路上堵车,晚到几分钟'];
const ASKS = [
  '请各村今天下班前把低保复核名单第{n}批报民政办',
  '各村11月20日前把第{n}号秸秆离田面积表报镇农办',
  '请大家今晚20点前把第{n}组值班表发我',
  '明天上午9点在镇三楼开第{n}次防汛调度会,各村书记参加',
  '{n}村河堤塌了一段,离路边很近,请马上派人去看',
];

/** @param count messages in all, spread over the working day */
export function linesOf(count: number, dice: () => number): readonly Line[] {
  const span = DIGEST_AT - DAY_STARTS - 10 * MINUTE;
  return Array.from({ length: count }, (_, index) => {
    const group = Math.floor(dice() * GROUPS);
    const isAsk = index % 40 === 7;
    const members = membersOf(group);
    const from = isAsk ? LEADER : accountOf(members[Math.floor(dice() * members.length)] ?? 0);
    const text = isAsk
      ? (ASKS[Math.floor(index / 40) % ASKS.length] ?? '').replace('{n}', String(index))
      : `${TALK[Math.floor(dice() * TALK.length)]}`;
    return { at: DAY_STARTS + MINUTE + Math.floor((span * index) / count), group: groupOf(group), from, text };
  });
}
