/** A weight that AdaGrad learns: the more it has moved, the less it moves. */
export interface Weight {
  value: number;
  squares: number;
}

export function newWeight(): Weight {
  return { value: 0, squares: 1e-3 };
}

const DECAY = 1e-4;

/** Against the slope of the miss, and a little towards nothing. */
export function move(weight: Weight, slopeOfMiss: number, rate: number): void {
  const slope = slopeOfMiss + DECAY * weight.value;
  weight.squares += slope * slope;
  weight.value -= (rate * slope) / Math.sqrt(weight.squares);
}

/** Weights this small say nothing. */
const LEAST = 0.01;

/** What a model keeps of its weights, by sign. */
export function telling(weights: ReadonlyMap<string, Weight>): Readonly<Record<string, number>> {
  const told = [...weights].flatMap(([sign, { value }]) => (Math.abs(value) > LEAST ? [[sign, hundredths(value)] as const] : []));
  return Object.fromEntries(told);
}

export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
