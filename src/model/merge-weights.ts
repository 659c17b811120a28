/** What a merge decision weighs: how an ask and a known directive compare, dimension by dimension, and what each dimension counts. */

/** Each a number, most of them 0 or 1; their meaning is said where they are measured. */
export const DIMENSIONS = [
  'text',
  'share',
  'object',
  'otherObject',
  'figures',
  'recipient',
  'otherRecipient',
  'namesAsker',
  'otherPeople',
  'otherPlace',
  'otherPeriod',
  'otherForm',
  'sameForm',
  'sameClock',
  'sameDeadline',
  'sameDay',
  'otherDeadline',
  'oneDeadline',
  'sameIssuer',
  'sameGroup',
  'relayed',
  'atOnce',
  'fragment',
  'sameKind',
  'soon',
  'withinHour',
  'today',
  'days',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A logistic model over some of the dimensions. */
export interface MergeWeights {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<Dimension, number>>>;
}

export interface MergeModel {
  /** Is a task another copy of a known one? */
  readonly copy: MergeWeights;
  /** Is a task the order that follows a danger or a demand? */
  readonly order: MergeWeights;
}
