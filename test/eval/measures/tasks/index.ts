/**
 * How tasks reach the people whom they concern. First the showings: each task that is still open at a reader's first
 * digest after it, with the items that rest on it. Deadlines, copies and changes are asked only of tasks that were shown.
 */
import type { Replayed } from '../../documents.ts';
import type { Measure } from '../../measure.ts';
import type { Scenario } from '../../scenario.ts';
import { cancelledMeasure, changeMeasures } from './changes.ts';
import { deadlineMeasures } from './deadlines.ts';
import { outsideMeasure } from './outside.ts';
import { showings } from './showing.ts';
import { copiesMeasure, shownMeasures } from './shown.ts';
import { alertedMeasure } from './urgent.ts';

export function taskMeasures(scenario: Scenario, replayed: Replayed): readonly Measure[] {
  const all = showings(scenario, replayed);
  const seen = all.filter(({ items }) => items.length > 0);
  return [
    ...shownMeasures(all),
    ...deadlineMeasures(scenario, seen),
    copiesMeasure(scenario, seen),
    cancelledMeasure(scenario, replayed),
    ...changeMeasures(replayed, seen),
    alertedMeasure(scenario, replayed),
    outsideMeasure(scenario, replayed),
  ];
}
