/** By what it is told how much of a task a clause says: what each sign of it adds to the share of the task's words that stand in it. */
export interface TitleModel {
  readonly bias: number;
  /** Sign → what it adds. */
  readonly weights: Readonly<Record<string, number>>;
}
