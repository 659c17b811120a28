/** What a measure can be, how it is built from checks, and how the measures of several scenarios become one. */

/** One thing that went wrong, as `--misses` prints it. Misses of the same subject are told once. */
export interface Miss {
  readonly what: string;
  readonly subject: string;
  readonly details: readonly string[];
}

/** One case of a share: it counts as good, or not; a case that isn't good may say why. */
export interface Check {
  readonly good: boolean;
  readonly miss: Miss | null;
}

export interface Share {
  readonly kind: 'share';
  readonly name: string;
  readonly good: number;
  readonly total: number;
  readonly misses: readonly Miss[];
}

export interface Count {
  readonly kind: 'count';
  readonly name: string;
  readonly value: number;
  readonly misses: readonly Miss[];
}

/** A statistic of many values, which are kept so that it can be taken again over several scenarios. */
export interface Spread {
  readonly kind: 'spread';
  readonly name: string;
  readonly statistic: 'median' | 'max';
  readonly values: readonly number[];
}

/** How often each of many things occurred. */
export interface Breakdown {
  readonly kind: 'breakdown';
  readonly name: string;
  readonly counts: ReadonlyMap<string, number>;
}

export type Measure = Share | Count | Spread | Breakdown;

export interface ThemeMeasures {
  readonly theme: string;
  readonly measures: readonly Measure[];
}

export function check(good: boolean, what: string, subject: string, ...details: readonly string[]): Check {
  return { good, miss: good ? null : { what, subject, details } };
}

export function share(name: string, checks: readonly Check[]): Share {
  return {
    kind: 'share',
    name,
    good: checks.filter(({ good }) => good).length,
    total: checks.length,
    misses: checks.flatMap(({ miss }) => miss ?? []),
  };
}

export function count(name: string, misses: readonly Miss[]): Count {
  return { kind: 'count', name, value: misses.length, misses };
}

/** The upper one of the two middle values, and 0 of nothing. */
export function statisticOf({ statistic, values }: Spread): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (statistic === 'max' ? sorted.at(-1) : sorted[sorted.length >> 1]) ?? 0;
}

/** Counts are added up, statistics taken over all values. The measures of all scenarios stand in the same order. */
export function pool(scenarios: readonly (readonly ThemeMeasures[])[]): readonly ThemeMeasures[] {
  const [first = []] = scenarios;
  return first.map(({ theme, measures }, place) => ({
    theme,
    measures: measures.map((_, index) => scenarios.flatMap((themes) => themes[place]?.measures[index] ?? []).reduce(poolTwo)),
  }));
}

function poolTwo(a: Measure, b: Measure): Measure {
  if (a.kind === 'share' && b.kind === 'share') {
    return { ...a, good: a.good + b.good, total: a.total + b.total, misses: [...a.misses, ...b.misses] };
  }
  if (a.kind === 'count' && b.kind === 'count') return { ...a, value: a.value + b.value, misses: [...a.misses, ...b.misses] };
  if (a.kind === 'spread' && b.kind === 'spread') return { ...a, values: [...a.values, ...b.values] };
  if (a.kind === 'breakdown' && b.kind === 'breakdown') return { ...a, counts: countUp([...a.counts, ...b.counts]) };
  throw new Error(`"${a.name}" and "${b.name}" are not the same measure`);
}

export function countUp(counted: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [name, times] of counted) counts.set(name, (counts.get(name) ?? 0) + times);
  return counts;
}
