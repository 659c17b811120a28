/** `directives --for ISSUER [--json]`: the issuer's own view of what he or she has asked: how many have answered, who has not. */
import { reachDocument } from '../digest/reach-document.ts';
import { renderReaches } from '../digest/render/index.ts';
import { liveOrganisation } from '../flow/live-organisation.ts';
import { ownDirectives } from '../flow/own-directives.ts';
import { type Command, textOption, UsageError } from './command.ts';
import { personNamed } from './person-named.ts';
import { openExistingStore } from './store-path.ts';

export const directivesCommand: Command = {
  name: 'directives',
  summary: 'directives.summary',
  usage: 'directives.usage',
  takes: [0, 0],
  options: {
    for: { type: 'string', value: 'ISSUER', says: 'directives.option.for' },
    json: { type: 'boolean', says: 'digest.option.json' },
    store: { type: 'string', value: 'FILE', says: 'option.store' },
  },
  async run(given, services) {
    const name = textOption(given, 'for');
    // Who is missing is told to the one who asked, and to nobody else.
    if (name === undefined) throw new UsageError('error.no-issuer');
    const store = openExistingStore(given, services);
    try {
      const org = await liveOrganisation(store);
      const issuer = personNamed(org, name);
      const reaches = await ownDirectives(store, org, issuer);
      const now = (await store.timeRange())?.last ?? 0;
      if (given.values['json'] === true)
        for (const reach of reaches) services.print(`${JSON.stringify(reachDocument(reach, org.timezone))}\n`);
      else services.print(renderReaches(reaches, issuer, org, now));
      return 0;
    } finally {
      await store.close();
    }
  },
};
