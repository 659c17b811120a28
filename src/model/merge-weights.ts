/** What a merge decision weighs: how an ask and a known directive compare, dimension by dimension, and what each dimension counts. */
import type { Trees } from './trees.ts';
import type { WordVectors } from './word-vectors.ts';

/** Each a number, most of them 0 or 1; their meaning is said where they are measured. */
export const DIMENSIONS = [
  'text',
  'instant',
  'retoldDown',
  'crossed',
  'share',
  'shareOfMost',
  'object',
  'otherObject',
  'nothing',
  'contained',
  'agreed',
  'relayedWords',
  'figures',
  'recipient',
  'otherRecipient',
  'namesAsker',
  'otherPeople',
  'samePlace',
  'otherPlace',
  'otherPeriod',
  'otherForm',
  'sameForm',
  'sameClock',
  'sameDeadline',
  'sameDay',
  'otherDeadline',
  'oneDeadline',
  'timeAndAsker',
  'timeAndRelay',
  'sameIssuer',
  'sameGroup',
  'relayed',
  'handedOn',
  'passedDown',
  'replied',
  'listed',
  'apart',
  'atOnce',
  'fragment',
  'sameKind',
  'soon',
  'withinHour',
  'today',
  'days',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The same of a change and a directive that it may be about. */
export const CHANGE_DIMENSIONS = [
  'words',
  'object',
  'figures',
  'here',
  'justNow',
  'sameDay',
  'sameIssuer',
  'sameVoice',
  'namesAsker',
  'fromRecipient',
  'oldDay',
  'otherDay',
  'sameDeadline',
  'nearlyDue',
  'clock',
  'undated',
  'people',
  'otherPeople',
  'otherPlace',
  'absent',
  'gathers',
  'gathersNot',
  'toldDone',
  'traffic',
  'recurring',
  'mostWords',
  'shareOfMost',
  'mostObject',
  'latestOfVoice',
  'asks',
  'wasDue',
  'retold',
  'clockOfDay',
  'overdue',
  'ahead',
  'nearby',
  'otherHead',
  'said',
  'exclusive',
  'lessExclusive',
  'namedDay',
  'unnamed',
  'offStill',
  'series',
  'rightWay',
  'wrongWay',
  'otherTime',
  'otherPeriod',
  'sameForm',
  'otherForm',
  'revived',
  'standsYet',
  'pastGathering',
  'owed',
  'answered',
  'namesAsked',
  'offAgain',
  'askedThen',
  'asker',
  'characters',
  'headCharacters',
  'covered',
  'shareOfHead',
  'nearClock',
  'unsure',
  'comesAgain',
] as const;
export type ChangeDimension = (typeof CHANGE_DIMENSIONS)[number];

/** What of a change itself tells whether it is about nothing that is known. */
export const ALONE_DIMENSIONS = [
  'confidence',
  'weak',
  'asks',
  'moves',
  'deadline',
  'cancel',
  'remind',
  'amend',
  'done',
  'reinstate',
  'words',
  'ordered',
  'toldOnly',
] as const;
export type AloneDimension = (typeof ALONE_DIMENSIONS)[number];

/** A logistic model over some of the dimensions. */
export interface MergeWeights<Name extends string> {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<Name, number>>>;
}

export interface MergeModel {
  /** Is a task another copy of a known one? */
  readonly copy: MergeWeights<Dimension>;
  /** Is a danger or a demand another telling of a known one? */
  readonly told: MergeWeights<Dimension>;
  /** Is a task the order that follows a danger or a demand? */
  readonly order: MergeWeights<Dimension>;
  /** Are two one at second sight, of whatever kind? Without, the first look decides. */
  readonly again?: Trees;
  /** What is said beside what is known, for both second looks; without, nothing is near. */
  readonly vectors?: WordVectors;
  /** Which directive is a change about? */
  readonly change: ChoiceWeights;
  /** Is a change about a directive, at second sight? */
  readonly changeAgain?: Trees;
  /** Is somebody who answers a directive meant by it, though it names others? Without, nobody is. */
  readonly joins?: Trees;
}

/** A choice among directives, or none of them. */
export interface ChoiceWeights {
  readonly weights: Readonly<Partial<Record<ChangeDimension, number>>>;
  /** For none of them. */
  readonly none: MergeWeights<AloneDimension>;
}
