/** Why two were taken for one or kept apart, dimension by dimension, for `explain` and the ledger's story. */
import type { ApartFor, Likeness } from './likeness.ts';

export function sayLikeness(likeness: Likeness, chance: number): string {
  return [
    `是一回事的把握 ${percent(chance)}`,
    `文字重合 ${percent(likeness.share)}`,
    `事项重合 ${percent(likeness.object)}`,
    likeness.otherPeople === 1 ? '对象不同' : '对象相容',
    recipientWords(likeness),
    deadlineWords(likeness),
    likeness.sameIssuer === 1 ? '同一人布置' : likeness.namesAsker === 1 ? '提到了原来布置的人' : '不同人布置',
    ...otherWords(likeness),
  ].join(',');
}

const APART: Readonly<Record<ApartFor, string>> = {
  'closed-danger': '那件险情已经了结',
  'other-code': '工单编号不同',
  done: '那件早已办结',
  'taken-back': '那件已经撤回',
  'in-case': '是遇到某种情形才办的事,不是办那件险情',
  'back-to-asker': '反过来布置给提出那件的人',
  'other-matter': '一个是开会,一个是交东西,说的不是一件事',
  'other-people': '对象没有一个相同,也没有指向那件',
  'other-thing': '话差不多,要的不是同一样东西',
  outsider: '群外人员说的,不并进花名册上的人布置或反映的事',
};

export function sayApart(rule: ApartFor): string {
  return APART[rule];
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function recipientWords({ recipient, otherRecipient }: Likeness): string {
  if (recipient === 1) return '交给同一人';
  return otherRecipient === 1 ? '交给不同的人' : '没说都交给谁';
}

function deadlineWords(likeness: Likeness): string {
  if (likeness.sameClock > 0) return '截止同一时刻';
  if (likeness.sameDeadline === 1) return '截止相同';
  if (likeness.sameDay === 1) return '截止同一天不同时刻';
  if (likeness.otherDeadline === 1) return '截止不同';
  return likeness.oneDeadline === 1 ? '只有一处写了截止' : '都没写截止';
}

function otherWords(likeness: Likeness): readonly string[] {
  const signs: readonly (readonly [number, string])[] = [
    [likeness.otherPlace, '村子不同'],
    [likeness.otherPeriod, '月份不同'],
    [likeness.otherForm, '表名不同'],
    [likeness.sameForm, '表名相同'],
    [likeness.figures, '数字相同'],
    [likeness.relayed, '自称转发或同一件'],
    [likeness.handedOn, '替别人传达'],
    [likeness.passedDown, '被布置的人往下布置'],
    [likeness.retoldDown, '时限提前一点,替上面收'],
    [likeness.replied, '回复的就是那件'],
    [likeness.listed, '一条里的好几件之一'],
    [likeness.apart, '自称不是一件'],
    [likeness.fragment, '紧接着的半句'],
  ];
  return signs.filter(([sign]) => sign > 0).map(([, words]) => words);
}
