/** A showing: the first digest in which a reader should see a task, and the items there that rest on it. */
import type { Instant } from '../../../../src/model/instant.ts';
import { type DigestDocument, evidenceIds, type ItemDocument, type Replayed } from '../../documents.ts';
import type { GoldPerson } from '../../gold.ts';
import type { Scenario, Task } from '../../scenario.ts';
import { audienceOf } from './audience.ts';
import { type Standing, standingAt } from './standing.ts';

export interface Showing {
  readonly task: Task;
  readonly reader: GoldPerson;
  readonly digest: DigestDocument;
  readonly standing: Standing;
  readonly items: readonly ItemDocument[];
}

/** Who has posted a task needn't be told of it; one opened and closed within a window may be shown, but needn't be. */
export function showings(scenario: Scenario, replayed: Replayed): readonly Showing[] {
  return scenario.tasks
    .filter(({ kind }) => kind !== 'traffic')
    .flatMap((task) =>
      audienceOf(scenario, task).flatMap((reader) => {
        const digest = digestFrom(replayed, reader, task.firstSeen.sentAt);
        if (digest === undefined || reader.id === task.issuer) return [];
        const standing = standingAt(task, digest.sentAt);
        return standing.status === 'open' ? [{ task, reader, digest, standing, items: itemsOf(task, digest) }] : [];
      }),
    );
}

/** The reader's first digest at or after an instant. */
export function digestFrom({ digestsOf }: Replayed, reader: GoldPerson, at: Instant): DigestDocument | undefined {
  return digestsOf.get(reader.id)?.find(({ sentAt }) => sentAt >= at);
}

export function itemsOf(task: Task, digest: DigestDocument): readonly ItemDocument[] {
  return digest.items.filter((item) => restsOn(item, task));
}

export function restsOn(item: ItemDocument, { sources }: Task): boolean {
  const ids = new Set(evidenceIds(item));
  return sources.some(({ id }) => ids.has(id));
}
