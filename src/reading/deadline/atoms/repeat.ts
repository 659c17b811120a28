/** Recurrences: 每天, 天天, 每个工作日, 每周, 每月, 每季度, 每年, 每晚. */
import type { Recurrence } from '../../../model/deadline.ts';
import type { Recogniser } from './atom.ts';

const WORDS: readonly (readonly [Recurrence, string])[] = [
  ['workday', '每个?工作日|(?<!个)工作日(?=每天|每日|\\d|[上下]午|早|晚)(?:每天|每日)?|周一(?:至|到|-)周五每[天日]'],
  ['daily', '每[天日]|天天|日日|逐日|每(?=早|晚|晨|夜|中午|[上下]午)'],
  [
    'weekly',
    '每(?:个|逢)?(?=周(?!一(?:次|报(?![送告备到表])|更|例会|小结|总结|汇总|通报|清|研判|调度|检))[一二三四五六日天末1-7]|星期|礼拜)|逢(?=周[一二三四五六日天1-7])|每周(?=一(?:次|报(?![送告备到表])|更|例会|小结|总结|汇总|通报|清|研判|调度|检))|每周(?![一二三四五六日天末])|逐周|按周',
  ],
  [
    'monthly',
    '每个?月(?!底|末|[上中下]旬|的?(?:第[一二三四五1-5]个|首个|最后一个)工作日)|每个?(?=月的?(?:第[一二三四五1-5]个|首个|最后一个)工作日|月底|月末|月[上中下]旬)|逐月|按月',
  ],
  ['quarterly', '每个?(?=季度?(?:[末底]|首月|最后一个月|第[一二三]个月))|每个?季度?(?![末底首最第])|按季度?(?![末底])|逐季'],
  ['yearly', '每年'],
];

export const repeat: Recogniser = {
  id: 'atom/repeat',
  hint: '每天日逐按逢',
  pattern: new RegExp(WORDS.map(([recurrence, source]) => `(?<${recurrence}>${source})`).join('|'), 'gu'),
  read(groups) {
    const found = WORDS.find(([recurrence]) => groups[recurrence] !== undefined);
    return found === undefined ? null : { kind: 'repeat', recurrence: found[0] };
  },
};
