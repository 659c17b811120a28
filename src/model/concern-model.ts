/** By what it is told whom a danger or a demand concerns: what each sign of it and of a person adds to the log odds that they have to act. */
export interface ConcernModel {
  readonly bias: number;
  /** Sign → what it adds. */
  readonly weights: Readonly<Record<string, number>>;
}
