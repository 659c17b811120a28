/** Two days of a township with three people and two groups, as files: small enough to say what must come out. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROSTER = {
  org: '柏林镇',
  digestAt: '18:00',
  people: [
    { id: 'bo', name: '柏松', title: '镇长', roles: ['leader'], accounts: { telegram: '1001' } },
    { id: 'lin', name: '林芳', title: '东村党支部书记', roles: ['cadre'], areas: ['东村'], aliases: ['东村林'] },
    { id: 'mei', name: '梅英', title: '西村党支部书记', roles: ['cadre'], areas: ['西村'] },
  ],
  groups: [
    { platform: 'wechat', id: 'g1', name: '工作群', members: ['bo', 'lin', 'mei'] },
    { platform: 'telegram', id: 'g2', name: '西村群', members: ['bo', 'mei'] },
  ],
};

const LINES: readonly (readonly [group: string, id: string, sentAt: string, sender: string, text: string])[] = [
  ['g1', 'm01', '2026-11-16T09:00:00', 'bo', '请各村于11月18日17:30前把秸秆离田面积统计表报镇农办'],
  ['g1', 'm02', '2026-11-16T09:03:00', 'lin', '收到'],
  ['g1', 'm03', '2026-11-16T09:04:00', 'mei', '收到'],
  ['g2', 'm01', '2026-11-16T10:00:00', '1001', '西村注意,11月17日上午10点前把低保复核名单报民政办'],
  ['g1', 'm04', '2026-11-16T12:10:00', 'lin', '哈哈今天食堂的饺子不错'],
  ['g1', 'm05', '2026-11-17T09:30:00', 'bo', '秸秆离田面积统计表的报送时间改到11月20日17:30'],
  ['g1', 'm06', '2026-11-17T09:31:00', 'mei', '收到'],
];

export const CHAT: readonly string[] = LINES.map(([group, id, sentAt, sender, text]) =>
  JSON.stringify({
    platform: group === 'g1' ? 'wechat' : 'telegram',
    group,
    id,
    sentAt: `${sentAt}+08:00`,
    sender: { id: sender, name: sender },
    kind: 'text',
    text,
  }),
);

/** Writes the scenario into a folder under the given one and answers with its path. */
export function writeScenario(parent: string, lines: readonly string[] = CHAT, roster: unknown = ROSTER): string {
  const folder = join(parent, 'scenario');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'roster.json'), JSON.stringify(roster));
  writeFileSync(join(folder, 'chat.jsonl'), `${lines.join('\n')}\n`);
  return folder;
}
