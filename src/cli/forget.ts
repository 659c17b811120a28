/** `forget [--days N]`: raw messages and texts older than that go; items, digests and corrections stay. */
import { DAY } from '../model/instant.ts';
import { type Command, textOption, UsageError } from './command.ts';
import { openExistingStore } from './store-path.ts';

const KEPT_DAYS = 90;

export const forgetCommand: Command = {
  name: 'forget',
  summary: 'forget.summary',
  usage: 'forget.usage',
  takes: [0, 0],
  options: {
    days: { type: 'string', value: 'N', says: 'forget.option.days' },
    store: { type: 'string', value: 'FILE', says: 'option.store' },
  },
  async run(given, services) {
    const days = daysOf(textOption(given, 'days'));
    const store = openExistingStore(given, services);
    try {
      const before = Date.now() - days * DAY;
      const messages = await store.forget(before, before);
      services.print(`${services.say('forget.done', { days, messages })}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

function daysOf(given: string | undefined): number {
  if (given === undefined) return KEPT_DAYS;
  const days = Number(given);
  if (!Number.isInteger(days) || days < 1) throw new UsageError('error.days', { given });
  return days;
}
