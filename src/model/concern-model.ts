/** By what it is told whom a danger or a demand concerns. */

/** What each sign of it adds to the log odds. */
interface Logistic {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Whether somebody has to act, by the signs of what is told and of the person. */
export interface ConcernModel extends Logistic {
  /** Whether it is a clue of misconduct, by its runs of characters; without, rules alone tell. */
  readonly clue?: ClueModel;
}

export interface ClueModel extends Logistic {}
