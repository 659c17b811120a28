/** Settling together with the alerts that it calls for: the entry and the text that tells of it are there together or not at all. */
import type { LiveStore, SettledWithAlerts } from '../../ports/live-store.ts';
import type { Connection } from './connection.ts';
import { alertWriter } from './digests.ts';
import type { Numbers } from './numbers.ts';
import { outgoingWriter } from './outgoing-writer.ts';
import { settledWriter } from './settled.ts';

export function settlingAndAlerting(connection: Connection, numbers: Numbers): Pick<LiveStore, 'saveSettledAndAlerts'> {
  const save = settledWriter(connection, numbers);
  const addAlert = alertWriter(connection);
  const addOutgoing = outgoingWriter(connection);
  const saveAll = connection.deriving((batch: SettledWithAlerts): readonly string[] => {
    save(batch);
    const fresh = batch.alerts.filter(({ key, alert }) => addAlert(key, alert));
    addOutgoing(fresh.map(({ outgoing }) => outgoing));
    return fresh.map(({ key }) => key);
  });
  return {
    async saveSettledAndAlerts(batch) {
      return saveAll(batch);
    },
  };
}
