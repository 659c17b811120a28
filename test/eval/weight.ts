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
