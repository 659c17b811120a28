/** Nothing stands in a digest, and nothing rings, that should not. */
import { NOISE } from '../../../src/model/label.ts';
import { evidenceIds, type ItemDocument, type Replayed } from '../documents.ts';
import { type Check, check, count, type Measure, share } from '../measure.ts';
import type { Scenario } from '../scenario.ts';
import { digestsOfCadres } from './digests.ts';
import { urgentSources } from './tasks/urgent.ts';

export function itemMeasures(scenario: Scenario, replayed: Replayed): readonly Measure[] {
  const items = digestsOfCadres(scenario, replayed).flatMap((digest) => digest.items);
  const sure = items.filter(({ section }) => section !== 'unsure');
  const merged = sure.flatMap((item) => wronglyMerged(scenario, item));
  return [
    share(
      'precision (not noise)',
      sure.map((item) => substanceCheck(scenario, item)),
    ),
    { kind: 'share', name: 'wrongly merged', good: merged.length, total: items.length, misses: merged },
    { kind: 'share', name: 'in the unsure section', good: items.length - sure.length, total: items.length, misses: [] },
  ];
}

/** One message of substance is enough: an item may also rest on noise that belongs to it. */
function substanceCheck({ messages }: Scenario, item: ItemDocument): Check {
  const labels = evidenceIds(item).flatMap((id) => messages.get(id)?.label ?? []);
  const good = labels.some((label) => !NOISE.has(label));
  return check(good, 'noise item', evidenceIds(item).join(), labels.join(), item.title);
}

/** Messages of different tasks stand in one item, and no task is common to all of them. */
function wronglyMerged({ messages }: Scenario, item: ItemDocument) {
  const asked = evidenceIds(item).flatMap((id) => {
    const tasks = messages.get(id)?.tasks ?? [];
    return tasks.length > 0 ? [tasks] : [];
  });
  const union = [...new Set(asked.flat())];
  const isCommon = union.some((task) => asked.every((tasks) => tasks.includes(task)));
  return union.length > 1 && !isCommon ? [{ what: 'false merge', subject: union.join(), details: [item.title] }] : [];
}

export function alertMeasures(scenario: Scenario, replayed: Replayed): readonly Measure[] {
  const urgent = urgentSources(scenario, replayed);
  const cadres = new Set(scenario.cadres.map(({ id }) => id));
  const rings = (id: string) => urgent.has(id) || ['hazard', 'appeal'].includes(scenario.messages.get(id)?.label ?? '');
  const repeats = Map.groupBy(replayed.alerts, ({ cadre, item, reason }) => [cadre, item.evidence[0]?.id, reason].join(' '));
  return [
    share(
      'precision',
      replayed.alerts
        .filter(({ cadre }) => cadres.has(cadre))
        .map(({ cadre, item }) => check(evidenceIds(item).some(rings), 'needless alert', cadre, evidenceIds(item).join(), item.title)),
    ),
    count(
      'repeated',
      [...repeats].flatMap(([subject, same]) => same.slice(1).map(() => ({ what: 'repeated alert', subject, details: [] }))),
    ),
  ];
}
