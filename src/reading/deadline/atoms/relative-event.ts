/** Times told from an event of the same text: 会前, 演练前半小时, 开会前10分钟, 检查组来之前, 培训前一天. */
import type { Recogniser } from './atom.ts';
import { readNumber, SMALL } from './numerals.ts';

const EVENT = '(?:会议|[开参散]会|会|演练|培训|活动|检查|验收|督查|调研|观摩|比赛|考试|直播|试响|典礼|座谈|宣讲|检查组|督查组|专家组|领导|来)';

export const relativeToEvent: Recogniser = {
  id: 'atom/relative-to-event',
  pattern: new RegExp(`(?<![社机协委都才将不就也只学体约幸理开工未原从])${EVENT}(?:来|到|开始|召开|举行|启动|进村)?(?:之前|以前|前(?![后期来往景任所排线列程台者段沿]))(?:(?<amount>半|${SMALL})(?<unit>个?小时|分钟|天))?`, 'gu'),
  read({ amount, unit = '' }) {
    const number = amount === undefined ? 0 : amount === '半' ? 0.5 : (readNumber(amount) ?? 0);
    if (unit === '天') return { kind: 'relative', edge: 'before', minutes: 0, days: number };
    return { kind: 'relative', edge: 'before', minutes: unit === '分钟' ? number : number * 60, days: 0 };
  },
};
