/**
 * The measures by which a replay is judged, theme by theme, in the order of the pipeline: what each message was taken
 * for; that every reader has one digest a day whose accounts add up; that tasks reach their audience with the right
 * deadline, once, and their changes too; that nothing stands there that shouldn't; and who has answered what.
 * All are pure: the gold of a scenario and the documents of its replay in, counts out.
 */
import type { Replayed } from '../documents.ts';
import type { ThemeMeasures } from '../measure.ts';
import type { Scenario } from '../scenario.ts';
import { digestMeasures } from './digests.ts';
import { alertMeasures, itemMeasures } from './items-and-alerts.ts';
import { receiptMeasures } from './receipts.ts';
import { taskMeasures } from './tasks/index.ts';
import { verdictMeasures } from './verdicts.ts';

export function measure(scenario: Scenario, replayed: Replayed): readonly ThemeMeasures[] {
  return [
    { theme: 'verdict', measures: verdictMeasures(scenario, replayed) },
    { theme: 'digest', measures: digestMeasures(scenario, replayed) },
    { theme: 'task', measures: taskMeasures(scenario, replayed) },
    { theme: 'item', measures: itemMeasures(scenario, replayed) },
    { theme: 'alert', measures: alertMeasures(scenario, replayed) },
    { theme: 'receipt', measures: receiptMeasures(scenario, replayed) },
  ];
}
