/** Times told from an event of the same text: 会前, 演练前半小时, 开会前10分钟, 进场前一天, 提前一周. */
import type { Recogniser, TimeAtomValue } from './atom.ts';
import { readNumber, SMALL } from './numerals.ts';

const EVENT =
  '(?:会议|[开参散]会|会|演练|培训|活动|检查|验收|督查|督导|调研|观摩|庭审|开庭|抽查|检测|考核|巡察|暗访|比赛|考试|直播|试响|典礼|座谈|宣讲|彩排|演出|碰头|调度|评审|答辩|剪彩|揭牌|投票|开标|出发|发车|集合|签约|抽签|考(?=之?前)|检查组|督查组|专家组|领导|进场|进驻|开工|开幕|开班|开学|登陆|来)';
const AMOUNT = `(?<amount>半|${SMALL})(?<unit>个?小时|个?钟头|分钟|天|日|周|个?星期|个?工作日)`;

export const relativeToEvent: Recogniser = {
  id: 'atom/relative-to-event',
  hint: '前',
  also: '审庭测核察访头度审辩彩牌票标发车合约签会练训动查收导研摩赛试播响礼谈讲排出组场驻工幕班学陆来',
  pattern: new RegExp(
    `(?=[庭抽检考巡暗会开参散演培活检验督调观比考直试典座宣彩专领进登来碰评答剪揭投出发集签抽])(?<![社机协委都才将不就也只学体约幸理未原从])${EVENT}(?:来|到|开始|召开|举行|启动|进村)?(?:之前|以前|前(?![后期往景任排线列程台者段沿会]))(?:的?${AMOUNT})?`,
    'gu',
  ),
  read({ amount, unit = '' }) {
    return relativeBy(amount, unit);
  },
};

/** 提前半小时到岗; 提前10分钟入场 is being at the event in time. */
export const aheadOfEvent: Recogniser = {
  id: 'atom/ahead-of-event',
  hint: '提',
  pattern: new RegExp(`(?:至少)?提前${AMOUNT}(?!(?:到会|到场|入场|进场|签到|入座|就座|落座|候场|参会|到达|抵达|赶到|到))`, 'gu'),
  read({ amount, unit = '' }) {
    return relativeBy(amount, unit);
  },
};

function relativeBy(amount: string | undefined, unit: string): TimeAtomValue {
  const number = amount === undefined ? 0 : amount === '半' ? 0.5 : (readNumber(amount) ?? 0);
  if (/[天日]$/u.test(unit) && !unit.endsWith('工作日')) return { kind: 'relative', minutes: 0, days: number, workdays: 0 };
  if (unit.endsWith('工作日')) return { kind: 'relative', minutes: 0, days: 0, workdays: number };
  if (/周|星期/u.test(unit)) return { kind: 'relative', minutes: 0, days: number * 7, workdays: 0 };
  return { kind: 'relative', minutes: unit === '分钟' ? number : number * 60, days: 0, workdays: 0 };
}
