/** 半个月内, 半月内: fifteen days. */
import type { Recogniser } from './atom.ts';

export const halfMonth: Recogniser = {
  id: 'atom/half-month',
  hint: '半',
  also: '月',
  pattern: /(?<![每上下])半个?月(?:之内|以内|内)/g,
  read() {
    return { kind: 'duration', amount: 15, unit: 'day', edge: 'within', base: 'sent', holiday: null, certain: true };
  },
};
