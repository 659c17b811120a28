/** Durations that end at a point: 三天内, 2小时内, 收到后两小时内, 5个工作日内, T+1, 会后两天内, 限3日. */

import type { FestivalId } from '../calendar/index.ts';
import type { Base, DurationUnit, Recogniser, TimeAtomValue } from './atom.ts';
import { HOLIDAY_NAMES } from './holiday-names.ts';
import { readNumber, SMALL } from './numerals.ts';

/** Not the point behind an item's number: "…;4.3日内把坐标发我". */
const DECIMAL_POINT = '(?<!(?:^|[;。\\n])\\s?\\d{1,2})\\.';

const AMOUNT = '(?<amount>\\d{1,3}(?:\\.5)?|半|一两|两三|三五|三四|四五|[一二两俩三四五六七八九十百]{1,4}|\\d{1,2}[-~至到]\\d{1,2})';
const UNIT = '(?<unit>个?工作日|个半小时|个?小时|个?钟头|分钟|分|刻钟|天半?|个?自然日|日|周|个?星期|个?礼拜|个半月|个月|年|个?季度)';
/** 收到后, 自接到通知之日起: the sending. */
const SENT =
  '(?<sent>(?:[自从打](?:现在|即刻|此刻|这会儿?|眼下|今[天日儿])(?:开始|算起|起算|算|起)|(?:自|从)?(?:本?通知(?=之日|[印下]?发之日)|收到|接到|接|派单|下单|转派|[转交]办|见[字信文函此]|看见|送达|到达|知悉|[看阅读]完|公告(?=之日)|(?<![批审查翻])阅|读到|(?<![验签征回查吸没招])收|(?<=(?:^|[,。;:自从])\\s?)签收(?=之日|后|之后|次日)|看到|见到|即日|发文|印发|下发|发出|发布|公布)[^,。;!、\\n\\d]{0,10}?(?:之日起|之时起|日起|时起|起|之后|以后|后|即日起))的?[,]?\\s?)';
const EVENT =
  '(?<event>(?<word>散会|会议?|培训|演练|活动|检查|观摩|比赛|调研|座谈|中考|高考|考试|展会|庆典)(?:结束|完)?(?:之后|以后|后)的?[,]?\\s?)';
const HOLIDAY = `(?<holiday>(?:(?:${HOLIDAY_NAMES.map(([name]) => name).join('|')})(?:节|假期|长假|小长假|假)?|节|假期|长假|收假|放假)(?:结束)?(?:之后|以后|后)的?[,]?\\s?)`;
/** Anything else that happened at a time that isn't told: 发现后, 验收合格后. */
const UNPLACED = /(?:(?<![今最然此日先前])(?:后|之日起|起)的?[,]?|[一-龥](?:完|到期前)|结束|散会|收工|放学|下课|散场)\s?$/;

/** (不含今天): said of the count, and no day by itself. */
const TODAY = '(?:\\s?[(](?<today>不?(?:含|算|包括|包含|计))(?:今天|今日|当天|当日|本日|发文之?日|通知之?日)(?:在内)?[)])?';

const WITHIN = /内$|里头$|以里$/u;
/** "100分里头", "8日里头"; "这两年里头" is over. */
const PART_OF = { unit: /^[分日]$/u, before: /[这近那去]$/u };

export const duration: Recogniser = {
  id: 'atom/duration',
  hint: '内后前里',
  also: '日时分天周星礼月年季钟刻',
  core: /[日时头钟分天半周期拜月年度][之以]?[内后前里]/,
  pattern: new RegExp(
    `(?:${SENT}|${EVENT}|${HOLIDAY})?(?<![第每\\d/月统]|\\d:|${DECIMAL_POINT})${AMOUNT}${UNIT}(?<edge>之内|以内|以里|里头|内(?![容部外涝蒙存科设置勤])|之后|以后|后(?![台勤续备方])|之前|以前|前(?!后|[期来往景任排]))${TODAY}`,
    'g',
  ),
  read(groups, _frame, match) {
    const { amount = '', unit = '', edge = '' } = groups;
    if (/^日$/.test(unit) && !WITHIN.test(edge) && !edge.endsWith('后')) return null;
    if (/^分$/.test(unit) && edge.endsWith('前')) return null;
    if (edge === '里头' && (PART_OF.unit.test(unit) || PART_OF.before.test(match.input.slice(0, match.index)))) return null;
    const time = timed(
      amount,
      unit,
      WITHIN.test(edge) ? 'within' : edge.endsWith('后') ? 'after' : 'before',
      baseOf(groups, match),
      match,
      holidayOf(groups['holiday']),
    );
    const { word, today } = groups;
    if (time === null) return null;
    // Today is one of them.
    const counted = today !== undefined && !today.startsWith('不') && time.amount > 1 ? { ...time, amount: time.amount - 1 } : time;
    return word !== undefined && word.length > 1 ? { ...counted, word } : counted;
  },
};

function holidayOf(text: string | undefined): FestivalId | null {
  return HOLIDAY_NAMES.find(([name]) => text?.startsWith(name) === true)?.[1] ?? null;
}

function baseOf(groups: Readonly<Record<string, string | undefined>>, match: RegExpExecArray): Base {
  if (groups['sent'] !== undefined) return 'sent';
  if (groups['event'] !== undefined) return 'event';
  if (groups['holiday'] !== undefined) return 'holiday';
  return UNPLACED.test(match.input.slice(Math.max(0, match.index - 6), match.index)) ? 'unplaced' : 'sent';
}

/** What a bare count is followed by: the end of a deed (办完, 改好) or being there. */
const DONE_IN =
  '(?=(?:必须|务必|就?要|得|全部){0,2}(?:(?![能可会才没不已开唱演播放吃睡玩学走跑打])[一-龥]{1,2}(?:完|好|齐|到位|清|掉)|到[岗位]|集结|交[稿卷表账齐]|结案|反馈|答复|回复|办结|上报|报送|提交|[给发报回交]我)(?![了的过就再才]))';
/** 接到消息后半小时,把人喊到位. */
const ORDERED = '(?=[,]\\s?(?:就|必须|务必|要|得){0,2}(?:[把将]|各|全[部体员]))';

/** 七个工作日办完, 接令后半小时到岗: without 内; `bare` unless what it counts from is told. */
export const bareCount: Recogniser = {
  id: 'atom/bare-count',
  hint: '日天时头钟周期拜',
  also: '完好齐位清掉岗结稿卷表账馈复报送交把将各全我',
  core: /[日天时头钟周期拜](?:必|务|就|要|得|全|[一-龥]{0,2}[完好齐到位清掉]|到|集|交|结|反|答|回|办|上|报|提|给|发|,)/,
  pattern: new RegExp(
    `(?:${SENT}|(?<=^|[,。;!:\\s]|必须|务必))(?<![第每\\d/月统]|${DECIMAL_POINT})${AMOUNT}(?<unit>个?工作日|个?小时|个?钟头|分钟|天|周|个?星期|个?礼拜)(?:${DONE_IN}|(?<ordered>${ORDERED}))`,
    'g',
  ),
  read(groups, _frame, match) {
    const time = timed(groups['amount'] ?? '', groups['unit'] ?? '', 'within', 'sent', match);
    if (groups['ordered'] !== undefined && groups['sent'] === undefined) return null;
    return time === null || groups['sent'] !== undefined ? time : { ...time, bare: true };
  },
};

/** 收到后第三个工作日前; 自明天起算,第七个工作日前: `nth`, and unplaced unless what it counts from is told beside it. */
export const nthWorkday: Recogniser = {
  id: 'atom/nth-workday',
  hint: '第',
  also: '工',
  pattern: new RegExp(`(?:${SENT})?第(?<amount>${SMALL})个?工作日(?:之内|以内|内|之前|以前|前(?![台期]))?`, 'g'),
  read(groups, _frame, match) {
    const base = groups['sent'] === undefined ? 'unplaced' : 'sent';
    const time = timed(groups['amount'] ?? '', '工作日', 'within', base, match);
    return time === null ? null : { ...time, nth: true };
  },
};

const CLOSES = '(?:截止|截稿|关网|关闭|关门|到期|封网)';
const LEFT_UNIT = '个?工作日|天|个?小时|个?钟头';

/** 离截止还有两天, 还有三天截止, 再过两天就是截止日. */
export const countdown: Recogniser = {
  id: 'atom/countdown',
  hint: '离距还剩再',
  also: '天时头',
  pattern: new RegExp(
    `(?:离|距离?)[^,。;\\d]{0,8}(?:${CLOSES}|期限|时限|(?:报名|填报|投票|申报|缴费|征集|登记|受理|活动)结束)[^,。;\\d]{0,4}?(?:还有|还剩|只有|只剩|仅剩|剩下?)(?<left>${SMALL})(?<unit>${LEFT_UNIT})|(?:还[有剩]|再过)(?<more>${SMALL})(?<moreUnit>${LEFT_UNIT})就?(?:要|是)?${CLOSES}(?!的)`,
    'g',
  ),
  read({ left, unit, more, moreUnit }, _frame, match) {
    return timed(left ?? more ?? '', unit ?? moreUnit ?? '', 'within', 'sent', match);
  },
};

/** T+1个工作日, T+2. */
export const tPlus: Recogniser = {
  id: 'atom/t-plus',
  hint: 'Tt',
  pattern: /(?<![a-zA-Z])[Tt]\s?\+\s?(?<amount>\d{1,2})(?!\d|:)(?:个?工作日|[日天])?(?:之内|以内|内)?/g,
  read({ amount = '' }) {
    return { kind: 'duration', amount: Number(amount), unit: 'workday', edge: 'within', base: 'sent', holiday: null, certain: true };
  },
};

/** 限3日, 限期5天, 给大家两天时间, 给你们一个礼拜. */
export const allowance: Recogniser = {
  id: 'atom/allowance',
  hint: '限给',
  pattern: new RegExp(
    `(?:(?<![有期无局权上下年极门界额不宽])限(?:期|时)?(?:在|于|为|是|:)?\\s?|(?<give>(?<![多再我])给)(?:你们|大家|各村|各位|恁|你)?(?:仨|俩|几个)?)${AMOUNT}${UNIT}(?:的?(?<time>时间|期限|工夫)|(?<end>(?=[,。!;]|$))|)(?!之?内|以内|起步|(?<=日)[之以]?前|\\s?\\d{1,2}[:点时]|\\s?(?:[上下中]午|[早晚]上|[上下]班))`,
    'g',
  ),
  read(groups, _frame, match) {
    if (groups['give'] !== undefined && groups['time'] === undefined && groups['end'] === undefined) return null;
    return timed(groups['amount'] ?? '', groups['unit'] ?? '', 'within', 'sent', match);
  },
};

function timed(
  amountText: string,
  unitText: string,
  edge: 'within' | 'after' | 'before',
  base: Base,
  match: RegExpExecArray,
  holiday: FestivalId | null = null,
): Extract<TimeAtomValue, { kind: 'duration' }> | null {
  const unit = unitOf(unitText);
  const amount = amountOf(amountText, unitText);
  if (amount === null || amount === 0) return null;
  const isApproximate = /[-~至到]|^[一两三四][两三四五]$/.test(amountText) || match[0].startsWith('几');
  const scale = unitText.endsWith('刻钟') ? 15 : unitText.endsWith('季度') ? 3 : 1;
  return { kind: 'duration', amount: amount * scale, unit, edge, base, holiday, certain: !isApproximate };
}

function unitOf(text: string): DurationUnit {
  if (text.endsWith('工作日')) return 'workday';
  if (/小时|钟头/.test(text)) return 'hour';
  if (/分|刻/.test(text)) return 'minute';
  if (/[周]|星期|礼拜/.test(text)) return 'week';
  if (text.endsWith('半月')) return 'day';
  if (/月|季度/.test(text)) return 'month';
  return text.endsWith('年') ? 'year' : 'day';
}

/** Of an uncertain number (两三天, 3-5天) the later one counts. */
function amountOf(text: string, unit: string): number | null {
  const half = unit.includes('半') ? 0.5 : 0;
  if (unit.endsWith('半月')) return 15;
  if (text === '半') return unit.endsWith('月') ? null : 0.5;
  if (/^\d+\.5$/.test(text)) return Number(text);
  const last = /^[一二两三四][二两三四五]$/.test(text) ? text.slice(1) : (text.split(/[-~至到]/).at(-1) ?? '');
  const number = readNumber(last);
  return number === null ? null : number + half;
}
