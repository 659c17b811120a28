/** The text that carries an alert. */
import { renderAlert } from '../digest/render/index.ts';
import type { Alert } from '../model/digest.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Outgoing } from '../model/outgoing.ts';

/** @param key the alert's own: it goes out once for ever */
export function alertText(org: Organisation, key: string, alert: Alert): Outgoing | null {
  const person = org.personById.get(alert.cadre);
  if (person === undefined) return null;
  return {
    key: `alert ${key}`,
    kind: 'alert',
    person: person.id,
    to: null,
    blocks: [renderAlert(alert, { org, person })],
    createdAt: alert.at,
    notBefore: alert.at,
  };
}
