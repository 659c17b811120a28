/** The values of a sign in a few bins: between two bins a tree may ask. */

export interface Column {
  /** Of each sample its bin. */
  readonly bins: Uint8Array;
  /** The bound above each bin but the last. */
  readonly bounds: readonly number[];
}

const MOST = 64;

export function binned(values: readonly number[]): Column {
  const sorted = values.toSorted((a, b) => a - b);
  const distinct = sorted.filter((value, place) => value !== sorted[place - 1]);
  const bounds = distinct.length <= MOST ? betweenAll(distinct) : betweenParts(sorted);
  return { bins: Uint8Array.from(values, (value) => binOf(bounds, value)), bounds };
}

function betweenAll(distinct: readonly number[]): readonly number[] {
  return distinct.slice(1).map((value, place) => between(distinct[place] ?? value, value));
}

/** Parts of about as many samples each. */
function betweenParts(sorted: readonly number[]): readonly number[] {
  const bounds: number[] = [];
  for (let part = 1; part < MOST; part++) {
    const place = Math.floor((part * sorted.length) / MOST);
    const [below, above] = [sorted[place - 1] ?? 0, sorted[place] ?? 0];
    if (below === above) continue;
    const bound = between(below, above);
    if (bound !== bounds.at(-1)) bounds.push(bound);
  }
  return bounds;
}

/** Short where it may be: a model is a file that people look at. */
function between(below: number, above: number): number {
  const middle = (below + above) / 2;
  const short = Number(middle.toPrecision(4));
  return short >= below && short < above ? short : middle < above ? middle : below;
}

/** How many bounds lie below. */
function binOf(bounds: readonly number[], value: number): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (bounds[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
