/** The order in which training takes its examples: from a seed, the same everywhere. */

/** Of an array, typed or not, in its place. */
export function shuffle<T>(list: { readonly length: number; [place: number]: T }, random: () => number): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [list[index], list[other]];
    if (a === undefined || b === undefined) continue;
    list[index] = b;
    list[other] = a;
  }
}

/** A linear congruential generator: good enough for an order. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
