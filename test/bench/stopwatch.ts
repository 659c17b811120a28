/** Time taken, on the wall and of the processor. */

export interface Seconds {
  readonly wall: number;
  readonly cpu: number;
}

export function stopwatch(): () => Seconds {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { wall: (performance.now() - wall) / 1000, cpu: (user + system) / 1_000_000 };
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
