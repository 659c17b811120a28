/** All measures as one JSON value, for comparing a run with another. */

import type { Evaluation } from './evaluate.ts';
import { type Measure, statisticOf, type ThemeMeasures } from './measure.ts';

export function reportOf({ scenarios, all, speed }: Evaluation): object {
  return {
    ...speed,
    all: figuresOf(all),
    scenarios: Object.fromEntries(scenarios.map(({ name, themes }) => [name, figuresOf(themes)])),
  };
}

function figuresOf(themes: readonly ThemeMeasures[]): object {
  return Object.fromEntries(
    themes.flatMap(({ theme, measures }) => measures.map((measure) => [`${theme}: ${measure.name}`, figure(measure)])),
  );
}

function figure(measure: Measure): unknown {
  switch (measure.kind) {
    case 'share':
      return { good: measure.good, total: measure.total };
    case 'count':
      return measure.value;
    case 'spread':
      return statisticOf(measure);
    case 'breakdown':
      return Object.fromEntries([...measure.counts].toSorted(([, a], [, b]) => b - a));
  }
}
