/** Pieces that several patterns share. */
import type { Frame } from '../frame.ts';
import { readNumber, SMALL } from './numerals.ts';

/** An optional year before a month: 2026年, 26年, 二〇二六年, 明年. */
export const YEAR = '(?:(?<year>\\d{4}|(?<!\\d)\\d{2}|二[零〇][一二三四五六七八九零〇]{2}|[今明后去前本当次来翌])年的?)?';
/** What may stand after a day that lost its 日 or 号: `10月22前`, `10月20-25日`. */
const LOST_UNIT =
  '(?=\\s?(?:(?:务必|必须|全部|统一|一律|就|要|得)?(?:交(?!通|警|流|易|叉)|报(?!名|纸|警|告|销)|送|发(?!现|生|放|病|展)|提交|上[交报]|完成|截)|应该?[为是]|改[为到成]|之前|以前|前(?!后)|下班|[上下]午|中午|晚上|早上|截止|[-~—–至到、和]{1,2}\\s?\\d{1,2}[日号]|[(（](?:周|星期)|$))';
/** `12号楼` is a building, `号` before these is no day. */
const NUMBERED =
  '(?!泊位|锚地|[浮孔楼院门线杆文令机车桌仓库井坝闸泵店房室厅路桥柜窗地片组标卡箱馆坑涵段台渠沟塘墓棚站池墩柱桩表件案位图册窑炉]|洞(?!庭)|口(?![头罩径语服粮腔算试岸碑才])|渡槽|公告|工具|通知|会议室|病|单元|变压器|选手|种子|点位|监控|信箱|提案|议案|工单|展|食堂|码头|平台|公路|电梯|出口|地块|网格|小区|宿舍|大院|村民小组|文件|令牌|楼栋|棚户|居民|商铺|窗口|航站|[新旧老]?厂房|高炉|锅炉房|直播间|坡(?![度地耕改])|梯(?:坎|步|级)?|弯(?!道)|风机|采[区场]|岗亭|卡[口点]|路段|车间|网箱|摊(?:点|位(?!费))|桥墩|[支干斗]渠|巷道)';
export const DAY_UNIT = `(?:[日曰](?!之?内|以内|游|常|程|历|均|元|志|记)|号${NUMBERED}|好(?=之?前|以前)|目(?=前(?!已|共|全|正|仍|尚|还))|${LOST_UNIT})`;
export const FIRM_DAY_UNIT = `(?:[日曰](?!之?内|以内|游|常|程|历|均|元|志|记)|号${NUMBERED})`;
/** A day of the month, typos such as 99 included. */
/** With the typing errors `2 5` and `1O`. */
export const DAY_NUMBER = `(?<day>[12] \\d|[123][oO]|${SMALL}|111|222|333|444|555|666|777|888|999)`;
/** Not inside a number; `3.12月5日` is item 3, though. */
export const MONTH_START = '(?<![\\d第]|[^;。,:\\n\\s]\\d\\.|(?<![周期拜统])[一二三四五六七八九十])';
export const MONTH_NUMBER = `(?<month>${SMALL}|元)`;
export const MONTH_SHIFT = '(?<shift>(?<![脚课文样书抄剧台账版正副底成基读绘])本月|这个?月|当月|下下个?月|下个?月|次月|上上个?月|上个?月)';
export const BEFORE = '(?:之前|以前|前(?!后|往|台(?!账)))';

export function yearOf(text: string | undefined, frame: Frame): number | null {
  if (text === undefined) return null;
  const shift = YEAR_WORDS[text];
  if (shift !== undefined) return frame.year + shift;
  const number = readNumber(text);
  return number === null ? null : number < 100 ? 2000 + number : number;
}

const YEAR_WORDS: Readonly<Record<string, number>> = { 今: 0, 本: 0, 当: 0, 明: 1, 次: 1, 来: 1, 翌: 1, 后: 2, 去: -1, 前: -2 };

/** 元月 is January. */
export function readMonth(text: string): number {
  return text === '元' ? 1 : (readNumber(text) ?? 0);
}

export function monthShift(text: string): number {
  if (text.startsWith('下下')) return 2;
  if (text.startsWith('上上')) return -2;
  if (text.startsWith('下') || text.startsWith('次')) return 1;
  return text.startsWith('上') ? -1 : 0;
}

/** A day of the month from its numeral; a doubled digit (99日) is a typing error for one. */
export function readDayNumber(text: string): { readonly day: number; readonly certain: boolean } | null {
  const mended = text.replace(' ', '').replace(/[oO]/, '0');
  const day = readNumber(mended);
  if (day === null || day === 0) return null;
  if (day <= 31) return { day, certain: mended === text };
  const first = text[0];
  const isDoubled = [...text].every((character) => character === first);
  return isDoubled ? { day: Number(first), certain: false } : null;
}
