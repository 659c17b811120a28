/** Periods that data or work are told of: 1-10月累计, 截至9月30日. A whole period is a deadline only with a task. */

import { DEED, ORDER } from '../words.ts';
import { isLongGone } from './long-gone.ts';
import type { RoleRule, Scene } from './scene.ts';

/** 1-10月累计, 截至9月30日全镇共: of data. */
const DATA_RIGHT =
  /^[^,。;]{0,2}(?:[,:])?(?:底数)?[^,。;]{0,10}(?:累计|共|合计|同比|环比|增长|下降|完成率|降雨|发生|实现|达到?|存量|余额|台账数|降水|的?数据|完成情况|报表|总结|小结|工资|补贴|电费|水费|情况|收支|账目?|成绩|排名|通报|考核)/;

/** 报名截至10日,名额30个. */
const OF_INPUT = /(?:报名|申报|征集|投稿|登记|缴费|预订|认购)(?:时间|日期)?截(?:至|止到?)\s?$/;
const UP_TO = /截(?:至|止到?)\s?$/;

const END_OF_PERIOD = /^(?:今年)?[年季][末底]$/;
const OF_THE_END = /^的?(?![报交填送上完办清把])[\u4e00-\u9fff]{0,9}?(?:人口|[户人]数|存栏|总结|报表|年报|决算|盘点|核对|台账|清册|增减)/;

const OF_THAT_DAY = /(?<![通申])报(?:一下|送|个)?当[天日]$/;

export const data: RoleRule = {
  id: 'role/period-of-data',
  role(scene) {
    const { phrase, left, right, frame, ahead } = scene;
    const { stretch } = phrase.slots;
    if (UP_TO.test(left) && (((ahead === null || phrase.edge === null) && isDone(scene)) || isLongGone(scene))) return 'period';
    if (
      UP_TO.test(left) &&
      !OF_INPUT.test(left) &&
      phrase.edge === null &&
      /^[,]?[^,。]{0,10}(?:率|数|量|额|人|户)(?:为|是|达|共|有)?[^,。]{0,3}\d/.test(right)
    )
      return 'period';
    if (/(?:口径|统计数据|基准日?|时点)[^,。]{0,2}(?:截[至止]到?|为|是|以)$/.test(left)) return 'period';
    // 年末个体户增减核对, 年底人口数: what is counted then.
    if (phrase.edge === null && END_OF_PERIOD.test(scene.text.slice(phrase.start, phrase.end)) && OF_THE_END.test(right)) return 'period';
    // 人员以10月31日在岗为准: the day that the data are of.
    if (phrase.edge === null && /[以按]$/.test(left) && /^[^,。]{1,6}为准/.test(right)) return 'period';
    // 报当天清运车次: what is told is of that day.
    if (phrase.edge === null && OF_THAT_DAY.test(left.slice(-4) + scene.text.slice(phrase.start, phrase.end))) return 'period';
    if (left.endsWith('截至') && ahead !== null && ahead.value.at <= frame.sentAt) return 'period';
    if (phrase.slots.repeat !== null) return null;
    if (stretch === null || phrase.edge === 'within' || phrase.edge === 'before' || phrase.edge === 'until') return null;
    if (stretch.last < frame.today || (DATA_RIGHT.test(right) && !/^[把将]/.test(right))) return 'period';
    return isTask(scene) ? null : 'period';
  },
};

function isDone({ right, frame, phrase, ahead }: Scene): boolean {
  const isToday = ahead !== null && ahead.value.day <= frame.today;
  return (
    (isToday &&
      !/^(?:前|报名|截止)/.test(right) &&
      !/下班|报名/.test(right.slice(0, 6)) &&
      phrase.slots.clock === null &&
      phrase.slots.anchor === null) ||
    /^[^,。]{0,2}[,]?[^,。]{0,8}(?:累计|共|已|全[镇县村市区]|仍|还有|尚)/.test(right)
  );
}

/** A whole period asks for something only where an order or a deed follows at once: 本周完成, 10月份务必报. */
function isTask({ phrase, right, clauseLeft }: Scene): boolean {
  const next = right.replace(/^[,\s]*(?:务必|必须|要|一定|请|全部|就|得|须|需)?/, '');
  const unit = phrase.slots.stretch?.unit;
  const isNear =
    unit === 'week' ||
    unit === 'quarter' ||
    (unit === 'half' && !/\d/.test(phrase.steps.join(''))) ||
    (unit === 'month' && phrase.slots.stretch?.fixed === true);
  const hasOrder = ORDER.test(right.slice(0, 6)) || ORDER.test(clauseLeft.slice(-6));
  const deed = DEED.exec(next);
  return (
    deed !== null &&
    deed.index === 0 &&
    (isNear || hasOrder) &&
    !/^[^,。]{1,4}(?:情况|的|工作$|数|投资|产值|税收)|^[^,。]{0,6}\d[\d.]*(?:亿|万|%)/.test(next)
  );
}
