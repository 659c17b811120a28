/**
 * Decision trees whose leaves add up to the log odds of something: for what a learned decision weighs where signs say more together than
 * each by itself.
 */
export interface Trees {
  /** Names of the signs, in the order of the values that are weighed. */
  readonly signs: readonly string[];
  /** The log odds before any sign. */
  readonly bias: number;
  /** Places of the nodes at which the trees begin. */
  readonly roots: readonly number[];
  /** Of each node the place of the sign that it asks for; -1: a leaf. */
  readonly sign: readonly number[];
  /** With at most so much of its sign the next node follows; of a leaf what it adds. */
  readonly value: readonly number[];
  /** The place of the node that follows with more. */
  readonly above: readonly number[];
}

/** @param values of the signs, in their order */
export function chanceByTrees({ bias, roots, sign, value, above }: Trees, values: Float64Array): number {
  let sum = bias;
  for (const root of roots) {
    let at = root;
    for (let asked = sign[at] as number; asked >= 0; asked = sign[at] as number) {
      at = (values[asked] as number) <= (value[at] as number) ? at + 1 : (above[at] as number);
    }
    sum += value[at] as number;
  }
  return 1 / (1 + Math.exp(-sum));
}
