/** What the search for an answer's directive weighs: how the two stand to each other, sign by sign, and what each sign counts. */

/** Each a number, most of them 0 or 1; their meaning is said where they are measured. */
export const ANSWER_SIGNS = [
  'follows',
  'barrier',
  'quoted',
  'share',
  'shared',
  'single',
  'code',
  'otherCode',
  'echo',
  'toIssuer',
  'toOther',
  'minutes',
  'hours',
  'days',
  'here',
  'newest',
  'near',
  'overdue',
  'sameAgain',
  'doneBefore',
  'recurring',
  'clickedTraffic',
  'unclickedTraffic',
  'clickedTask',
  'few',
  'unsure',
  'told',
  'meeting',
] as const;
export type AnswerSign = (typeof ANSWER_SIGNS)[number];
export type AnswerSigns = Readonly<Record<AnswerSign, number>>;

export interface AnswerWeights {
  /** Of any directive against none at all. */
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<AnswerSign, number>>>;
}

export type AnswerForm = 'word' | 'report' | 'talk';
export type AnswerModel = Readonly<Record<AnswerForm, AnswerWeights>>;
