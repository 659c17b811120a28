/** `enrol PLATFORM GROUP`: a group is read from now on, as by 入群 in the group. */
import { joinGroup } from '../flow/join-group.ts';
import { liveOrganisation } from '../flow/live-organisation.ts';
import { groupKey } from '../model/message.ts';
import { type Command, textOption } from './command.ts';
import { STORE_OPTION } from './rules/workshop.ts';
import { storePathOf } from './store-path.ts';

export const enrolCommand: Command = {
  name: 'enrol',
  summary: 'enrol.summary',
  usage: 'enrol.usage',
  takes: [2, 2],
  options: { name: { type: 'string', value: 'NAME', says: 'enrol.option.name' }, ...STORE_OPTION },
  async run(given, services) {
    const [platform = '', id = ''] = given.positionals;
    const store = services.openStore(storePathOf(given, services));
    try {
      const org = await liveOrganisation(store);
      const known = org.groupNames.get(groupKey({ platform, group: id })) ?? '';
      const name = textOption(given, 'name') ?? known;
      // Who sits in it is asked of the platform by 入群; without it people are known as they speak.
      await joinGroup(store, org, undefined, { platform, id, name, by: 'cli', at: Date.now() });
      services.print(`${services.say('enrol.done', { group: name === '' ? id : name, platform })}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
