/** `refine status`: what asking has cost today, what the cache has saved, and what went wrong last. */
import { liveOrganisation } from '../flow/live-organisation.ts';
import { DAY, dayAt, isoAt } from '../model/instant.ts';
import { type Command, type Services, UsageError } from './command.ts';
import { openExistingStore } from './store-path.ts';

const TROUBLES = 5;

export const refineCommand: Command = {
  name: 'refine',
  summary: 'refine.summary',
  usage: 'refine.usage',
  takes: [1, 1],
  options: { store: { type: 'string', value: 'FILE', says: 'option.store' } },
  async run(given, services) {
    if (given.positionals[0] !== 'status') throw new UsageError('refine.unknown', { word: given.positionals[0] ?? '' });
    const store = openExistingStore(given, services);
    try {
      const { timezone } = await liveOrganisation(store);
      for (const line of statusLines(await store.refineCalls(Date.now() - DAY), timezone, Date.now(), services))
        services.print(`${line}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

type Calls = Awaited<ReturnType<ReturnType<Services['openStore']>['refineCalls']>>;

export function statusLines(calls: Calls, timezone: string, now: number, { say }: Pick<Services, 'say'>): readonly string[] {
  const today = calls.filter(({ at }) => dayAt(at, timezone) === dayAt(now, timezone));
  const sent = today.filter(({ outcome }) => outcome !== 'cached' && outcome !== 'budget' && outcome !== 'resting');
  const sum = (list: Calls, of: (call: Calls[number]) => number): number => list.reduce((total, call) => total + of(call), 0);
  const troubles = today.filter(({ outcome }) => outcome !== 'cached' && outcome !== 'answered').slice(-TROUBLES);
  return [
    say('refine.spent', {
      calls: sent.length,
      questions: sum(sent, ({ questions }) => questions),
      tokens: sum(sent, ({ inputTokens, outputTokens }) => inputTokens + outputTokens),
      yuan: sum(sent, ({ yuan }) => yuan).toFixed(4),
      cached: sum(
        today.filter(({ outcome }) => outcome === 'cached'),
        ({ questions }) => questions,
      ),
    }),
    ...troubles.map(({ at, host, outcome }) =>
      say('refine.trouble', { time: isoAt(at, timezone).slice(11, 19), host, why: say(`refine.outcome.${outcome}`) }),
    ),
  ];
}
