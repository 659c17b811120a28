/** How what was measured again and again has gone in its second half: a line through it. */
export interface Trend {
  readonly mean: number;
  /** From one measurement to the next. */
  readonly slope: number;
}

export function trendOfSecondHalf(measured: readonly number[]): Trend {
  const half = measured.slice(Math.floor(measured.length / 2));
  const mean = half.reduce((sum, one) => sum + one, 0) / Math.max(1, half.length);
  const middle = (half.length - 1) / 2;
  let [rise, run] = [0, 0];
  for (const [place, one] of half.entries()) {
    rise += (place - middle) * (one - mean);
    run += (place - middle) ** 2;
  }
  return { mean, slope: run === 0 ? 0 : rise / run };
}
