/**
 * `rules …`: what admins see and change of the noise rules. First what only looks (list, show, history), then the changes, each of which is
 * checked, rehearsed on the last days, and kept as a version. `request.ts` reads the arguments, `workshop.ts` opens the store,
 * `outcome.ts` says what became of it.
 */
import { changeRule } from '../../flow/change-rule.ts';
import { REHEARSED_DAYS } from '../../flow/rehearse.ts';
import { type Command, UsageError } from '../command.ts';
import { tellOutcome } from './outcome.ts';
import { isChange, requestOf } from './request.ts';
import { showHistory, showList, showRule } from './show.ts';
import { inWorkshop, REHEARSAL_OPTIONS, SIGNING_OPTIONS, STORE_OPTION } from './workshop.ts';

const VIEWS = ['list', 'show', 'history'];

export const rulesCommand: Command = {
  name: 'rules',
  summary: 'rules.summary',
  usage: 'rules.usage',
  takes: [1, 3],
  options: {
    weight: { type: 'string', value: 'N', says: 'rules.option.weight' },
    ...SIGNING_OPTIONS,
    ...REHEARSAL_OPTIONS,
    ...STORE_OPTION,
  },
  async run(given, services) {
    const [name = '', ...rest] = given.positionals;
    if (!VIEWS.includes(name) && !isChange(name)) throw new UsageError('rules.unknown-action', { action: name });
    if (name === 'show' && rest[0] === undefined) throw new UsageError('rules.needs', { change: name });
    const json = given.values['json'] === true;
    return inWorkshop(given, services, async (workshop) => {
      if (name === 'list') return showList(workshop, json, services);
      if (name === 'history') return showHistory(workshop, json, services);
      if (!isChange(name)) return showRule(workshop, rest[0] ?? '', json, services);
      const request = await requestOf(name, rest, given, services);
      const days = Math.max(workshop.settings.days, REHEARSED_DAYS);
      return tellOutcome(
        await changeRule(workshop.store, request, { ...workshop.settings, days }, true),
        workshop.org.timezone,
        json,
        services,
      );
    });
  },
};
