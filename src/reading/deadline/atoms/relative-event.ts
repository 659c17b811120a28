/** Times told from an event of the same text: 会前, 演练前半小时, 进场的前一天, 提前一周; 吊装前 where 吊装 is told of. */
import type { Recogniser, TimeAtomValue } from './atom.ts';
import { readNumber, SMALL } from './numerals.ts';

const EVENT =
  '(?:会议|[开参散]会|会|大会|仪式|演练|培训|活动|检查|验收|督查|督导|调研|观摩|庭审|抽查|检测|考核|巡察|暗访|比赛|考试|直播|试响|典礼|座谈|宣讲|彩排|演出|汇演|放映|碰头|调度|评审|评议|答辩|剪彩|揭牌|投票|选举|约谈|接待|义诊|接种|吊装|开标|出发|发车|集合|签约|抽签|(?<![备赶报])考(?=之?前)|(?<!大)赛(?=之?前)|检查组|督查组|验收组|评估组|考察团|专家组?|领导|客人|记者|进场|进驻|开(?:庭|工|幕|班|学|考|赛|演|播|业|市|课|讲|机|馆|园|拍|镰)|停[水电气]|断[水电网]|封路|登陆|来|(?<![报收找达得做送拿签赶])到(?=之前|以前))';
export const AMOUNT = `(?<amount>半(?!天|日|周|个?星期|个?工作日)|${SMALL}(?:个半(?=小时|钟头))?)(?<unit>个?小时|个?钟头|分钟|刻钟|天|日|周|个?星期|个?工作日)`;
/** What the event does, between its name and 前. */
const BEGINS = '(?:仪式|活动|大会)?(?:正式)?(?:来到|来|到达|到来|到村|到场|到|抵达|开始|召开|举行|启动|进村|进场|进驻)?';
export const BEFORE = '(?:之前|以前|前(?![后期往景任排线列程台者段沿会天几]|半[天日]))';

/** 开庭三日前, 推演开始半小时前: the amount first. 检查3日前完成 is a date, 培训三天前就结束了 long ago. */
export const AMOUNT_BEFORE = `(?!\\d+日|[二三]?十[一二三四五六七八九]?日)${AMOUNT}(?:之前|以前|前)(?!就|刚|已|才|的|开始|结束|散)`;

/** 选举日的前一天, 他来的头两天, 开场头天. */
export const EVE = `(?:日|那天|当天)?(?:的?[前头](?<eve>${SMALL})(?<eveUnit>天|日|晚|个?工作日)|的?头(?<eveDay>天))`;

/** The last characters of the events, and of what they do. */
const LAST =
  '议会式练训动查收导研摩审测核察访赛试播响礼谈讲排出演映头度评辩彩牌票举约待诊种装标发车合签抽考组团家导人者场驻庭工幕班学业市课机馆园拍镰水电气网路陆来到达村抵始开行';

export const relativeToEvent: Recogniser = {
  id: 'atom/relative-to-event',
  hint: '前头',
  also: '审庭测核察访头度辩彩牌票标发车合约签会练训动查收导研摩赛试播响礼谈讲排出组场驻工幕班学陆来仪演映议举待诊种装约团家人者业市课机馆园拍镰水电气网路考',
  core: new RegExp(`[${LAST}](?:日|那天|当天)?(?:[之以的]?前|的?头|[半\\d一二两三四五六七八九十][^,。]{0,6}前)`),
  pattern: new RegExp(
    `(?=[庭抽检考巡暗会大仪开参散演汇放培活验督调观比赛直试典座宣彩专领客记进登来碰评答剪揭投选约接义吊出发集签停断封到])(?<![社机协委都才将不就也只学体约幸理未原从])(?<word>${EVENT})${BEGINS}(?:${EVE}|${AMOUNT_BEFORE}|${BEFORE}(?:的?${AMOUNT})?)`,
    'g',
  ),
  read({ word = '', ...groups }) {
    return { ...relativeOf(groups), ...(word.length > 1 ? { word } : {}), ...(word === '散会' ? { atEnd: true } : {}) };
  },
};

/** 前 after these belongs to a time, a place or another word: 周五前, 下班前, 校门前, 提前. */
const NO_EVENT =
  /[日天点时分秒周月年旬季节底末午早晚晨夜上内期庆秋明旦宵夕黑亮灯睡至在是为一二三四五六七八九十\d提目当以之此面往生先跟眼空史事窗]$|(?<![摇叫抢])号$|(?<!报)到$|(?<![进入到下驻出离返回上发开关])[台桌店楼村院校府站堂坝街门墙车]$/;
/** Points of the day, unless something is counted back from them: 放学前10分钟. */
const POINT_OF_DAY = /[工班饭餐课学]$/;
const TOO_COMMON = /^(?:[在于请各为把将的了和与及]|我们|大家|你们|咱们|通知|时间|完成|务必|上报|提交|报送|截止|统一|开始|启动)/;

/** What isn't known for an event is one where the text names it a second time: 明天14点吊装,吊装前半小时清场. */
export const relativeToNamed: Recogniser = {
  id: 'atom/relative-to-named',
  hint: '前',
  pattern: new RegExp(`(?<word>[一-龥]{2})${BEGINS}(?:${AMOUNT_BEFORE}|${BEFORE}(?:的?${AMOUNT})?)`, 'g'),
  read({ word = '', amount, unit = '' }, _frame, match) {
    const { input, index } = match;
    if (NO_EVENT.test(word) || TOO_COMMON.test(word) || (amount === undefined && POINT_OF_DAY.test(word))) return null;
    if (input.indexOf(word) === index && !input.includes(word, index + match[0].length)) return null;
    return { ...relativeBy(amount, unit), word, onlyNamed: true };
  },
};

/** 提前半小时到岗; 提前10分钟入场 is being at the event in time. */
export const aheadOfEvent: Recogniser = {
  id: 'atom/ahead-of-event',
  hint: '提',
  pattern: new RegExp(`(?:至少)?提前${AMOUNT}(?!(?:到会|到场|入场|进场|签到|入座|就座|落座|候场|参会|到达|抵达|赶到|到))`, 'g'),
  read({ amount, unit = '' }) {
    return relativeBy(amount, unit);
  },
};

export type Relative = Extract<TimeAtomValue, { kind: 'relative' }>;

/** How far before: 前三天, 的头一天, 头天. */
export function relativeOf({ amount, unit = '', eve, eveUnit = '', eveDay }: Readonly<Record<string, string | undefined>>): Relative {
  if (eveDay !== undefined) return relativeBy('一', '天');
  return eve === undefined ? relativeBy(amount, unit) : relativeBy(eve, eveUnit);
}

function relativeBy(amount: string | undefined, unit: string): Relative {
  const number = amount === undefined ? 0 : amountOf(amount);
  if (/[天日晚]$/.test(unit) && !unit.endsWith('工作日')) return { kind: 'relative', minutes: 0, days: number, workdays: 0 };
  if (unit.endsWith('工作日')) return { kind: 'relative', minutes: 0, days: 0, workdays: number };
  if (/周|星期/.test(unit)) return { kind: 'relative', minutes: 0, days: number * 7, workdays: 0 };
  return { kind: 'relative', minutes: number * (unit === '分钟' ? 1 : unit === '刻钟' ? 15 : 60), days: 0, workdays: 0 };
}

/** 半, 三, 一个半. */
function amountOf(amount: string): number {
  if (amount === '半') return 0.5;
  return amount.endsWith('个半') ? (readNumber(amount.slice(0, -2)) ?? 0) + 0.5 : (readNumber(amount) ?? 0);
}
