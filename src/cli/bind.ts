/** `bind PERSON`: a one-time code by which a person binds a chat account; for the first admin, and where no chat is at hand. */
import { makeBindCode } from '../flow/commands/bind-code.ts';
import { liveOrganisation } from '../flow/live-organisation.ts';
import { type Command, InputError } from './command.ts';
import { personNamed } from './person-named.ts';
import { STORE_OPTION } from './rules/workshop.ts';
import { storePathOf } from './store-path.ts';

export const bindCommand: Command = {
  name: 'bind',
  summary: 'bind.summary',
  usage: 'bind.usage',
  takes: [1, 1],
  options: { ...STORE_OPTION },
  async run(given, services) {
    const store = services.openStore(storePathOf(given, services));
    try {
      const org = await liveOrganisation(store);
      const name = given.positionals[0] ?? '';
      if (org.people.length === 0) throw new InputError('bind.no-roster', { person: name });
      const person = personNamed(org, name);
      const { code, days } = await makeBindCode(store, person, Date.now(), services.codes);
      services.print(`${services.say('bind.made', { name: person.name, code, days })}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
