/** Recurrences: 每天, 天天, 每个工作日, 每周, 每月, 每季度, 每年, 每晚. */
import type { Recurrence } from '../../../model/deadline.ts';
import type { Recogniser } from './atom.ts';
import { alternatives, whichOf } from './which.ts';

const WORDS: readonly (readonly [Recurrence, string])[] = [
  ['workday', '每个?工作日|(?<!个)工作日(?=每天|每日|\\d|[上下]午|早|晚)(?:每天|每日)?|周一(?:至|到|-)周五每[天日]'],
  ['daily', '每[天日]|天天|日日|一[天日](?=一[报调更查统汇研]|[二两三]报)|实行日报告?|日报告?制度?|逐日|每(?=早|晚|晨|夜|中午|[上下]午)'],
  [
    'weekly',
    '每(?:个|逢)?(?=(?:周|星期|礼拜)的?(?:第[一二三四五1-5]|首|最后一)个?(?:工作日|天上班))|(?:每[两2二]个?(?:周|星期|礼拜)|每?隔一?周|双周)的?(?=周|星期|礼拜|[^一二三四五六日天末]|$)|每(?:个|逢)?(?=周(?!一(?:次|报(?![送告备到表])|更(?!新)|例会|小结|总结|汇总|通报|清|研判|调度|检))[一二三四五六日天末1-7]|星期|礼拜)|(?:逢|凡是?)(?=(?:周|星期|礼拜)[一二三四五六日天1-7])|每周(?=一(?:次|报(?![送告备到表])|更(?!新)|例会|小结|总结|汇总|通报|清|研判|调度|检))|每周(?![一二三四五六日天末])|逐周|按周|一周(?=一[报调更查统汇研]|[二两三]报)|周报制度?',
  ],
  [
    'monthly',
    '每个?月逢|(?:每|凡)?逢(?=\\d{1,2}[号日])|每个?月(?!底|末|结束之?前|结束以前|[上中下]旬|的?最后一天|的?(?:第[一二三四五1-5]个|首个|最后一个)(?:工作日|周|星期|礼拜))|每个?(?=月的?(?:第[一二三四五1-5]个|首个|最后一个)(?:工作日|周|星期|礼拜)|月底|月末|月结束(?:之前|以前|前)|月[上中下]旬|月的?最后一天)|逐月|按月|一月(?=一[报调更查统汇研]|[二两三]报)|月报制度?',
  ],
  [
    'quarterly',
    '每个?(?=季度?(?:[末底]|结束(?:之前|以前|前)|的?最后一天|首月|最后一个月|头一个月|第[一二三]个月))|每个?季度?(?![末底首最第]|结束(?:之前|以前|前))|按季度?(?![末底])|逐季',
  ],
  ['yearly', '每个?(?=年度?结束(?:之前|以前|前))|每年'],
];

/** 每两周, 隔周: told as weekly, for want of knowing which week begins; so it isn't certain. */
const EVERY_OTHER = /[两2二隔双]/u;

export const repeat: Recogniser = {
  id: 'atom/repeat',
  hint: '每天日逐按凡逢隔双周月',
  pattern: new RegExp(alternatives(WORDS), 'gu'),
  read(_groups, _frame, match) {
    const recurrence = whichOf(WORDS, match);
    return recurrence === null ? null : { kind: 'repeat', recurrence, certain: !EVERY_OTHER.test(match[0]) };
  },
};
