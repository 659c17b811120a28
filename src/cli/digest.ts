/** `digest [--for PERSON] [--date DAY] [--json]`: one digest, as it was or would be sent. */
import { digestDocument } from '../digest/document.ts';
import { layoutDigest, renderHtml, renderPlain } from '../digest/render/index.ts';
import { liveOrganisation } from '../flow/live-organisation.ts';
import { makeDigest, newestDigestDay } from '../flow/make-digest.ts';
import { runningRules } from '../flow/rule-book.ts';
import { isDay } from '../model/instant.ts';
import { EVERYTHING, type Organisation, type Person } from '../model/organisation.ts';
import { type Command, InputError, textOption, UsageError } from './command.ts';
import { personNamed } from './person-named.ts';
import { openExistingStore } from './store-path.ts';

export const digestCommand: Command = {
  name: 'digest',
  summary: 'digest.summary',
  usage: 'digest.usage',
  takes: [0, 0],
  options: {
    for: { type: 'string', value: 'PERSON', says: 'digest.option.for' },
    date: { type: 'string', value: 'DAY', says: 'digest.option.date' },
    json: { type: 'boolean', says: 'digest.option.json' },
    html: { type: 'boolean', says: 'digest.option.html' },
    store: { type: 'string', value: 'FILE', says: 'option.store' },
  },
  async run(given, services) {
    const asked = textOption(given, 'date');
    if (asked !== undefined && !isDay(asked)) throw new UsageError('error.date', { date: asked });
    const store = openExistingStore(given, services);
    try {
      const org = await liveOrganisation(store);
      const reader = readerNamed(org, textOption(given, 'for'));
      const date = asked ?? (await newestDigestDay(store, { org, calendar: services.calendar }, reader));
      if (date === null) throw new InputError('error.no-messages');
      const digest = await makeDigest(
        store,
        { org, calendar: services.calendar, rules: await runningRules(store, services.rules) },
        reader,
        date,
      );
      if (given.values['json'] === true) services.print(`${JSON.stringify(digestDocument(digest, org.timezone))}\n`);
      else if (given.values['html'] === true) services.print(renderHtml(layoutDigest(digest, { org, person: reader })));
      else services.print(renderPlain(layoutDigest(digest, { org, person: reader }), { colour: services.settings.colour }));
      return 0;
    } finally {
      await store.close();
    }
  },
};

function readerNamed(org: Organisation, name: string | undefined): Person {
  return name === undefined || name === EVERYTHING.id ? EVERYTHING : personNamed(org, name);
}
