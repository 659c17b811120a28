/** What a leader's words ask, read like a message that the leader had posted where everybody sits. */
import type { Instant } from '../../model/instant.ts';
import type { Organisation } from '../../model/organisation.ts';
import { organisation, type Person } from '../../model/organisation.ts';
import type { TurnReading } from '../../model/reading.ts';
import type { WorkCalendar } from '../../reading/deadline/calendar/index.ts';
import type { TunedRuleSet } from '../../reading/noise/overlay.ts';
import { messageReader } from '../message-reader.ts';

const EVERYWHERE = { platform: 'command', id: 'everybody', name: '', department: '' };

export function readOrder(
  text: string,
  person: Person,
  at: Instant,
  org: Organisation,
  calendar: WorkCalendar,
  rules: TunedRuleSet,
): TurnReading {
  const everybody = { ...EVERYWHERE, members: org.people.map(({ id }) => id) };
  const reader = messageReader(organisation({ ...org, groups: [...org.groups, everybody] }), calendar, rules);
  const key = { platform: EVERYWHERE.platform, group: EVERYWHERE.id, id: 'order' };
  return reader.read({ ...key, sentAt: at, sender: { id: person.id, name: person.name }, kind: 'text', text, seq: 0 }).reading;
}
