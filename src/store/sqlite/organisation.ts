/** The roster, and the groups that only imports know. */
import type { NamedGroup, Roster } from '../../model/organisation.ts';
import type { Store } from '../../ports/store.ts';
import type { Connection } from './connection.ts';

type OrganisationKeeping = Pick<Store, 'saveRoster' | 'loadRoster' | 'saveGroups' | 'loadGroups'>;

export function organisationKeeping({ db, writing }: Connection): OrganisationKeeping {
  const replaceRoster = db.prepare<[string]>(
    'INSERT INTO roster (id, body) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
  );
  const roster = db.prepare<[], string>('SELECT body FROM roster').pluck();
  const nameGroup = db.prepare(
    'INSERT INTO chat_group (platform, id, name) VALUES (?, ?, ?) ON CONFLICT (platform, id) DO UPDATE SET name = excluded.name',
  );
  const groups = db.prepare<[], NamedGroup>('SELECT platform, id, name FROM chat_group ORDER BY platform, id');

  const saveRoster = writing((given: Roster): void => {
    replaceRoster.run(JSON.stringify(given));
  });
  const saveGroups = writing((given: readonly NamedGroup[]): void => {
    for (const { platform, id, name } of given) nameGroup.run(platform, id, name);
  });

  return {
    async saveRoster(given) {
      saveRoster(given);
    },
    async loadRoster() {
      const body = roster.get();
      return body === undefined ? null : (JSON.parse(body) as Roster);
    },
    async saveGroups(given) {
      saveGroups(given);
    },
    async loadGroups() {
      return groups.all();
    },
  };
}
