/** `rehearse [CHANGE …]`: what a change of the rules would have done to the last days; without one, what all changes made so far do. Nothing is saved. */
import { changeRule } from '../flow/change-rule.ts';
import { rehearse } from '../flow/rehearse.ts';
import { rulesUnder, runningRules } from '../flow/rule-book.ts';
import { NO_OVERLAY } from '../model/tuning.ts';
import { type Command, UsageError } from './command.ts';
import { tellOutcome } from './rules/outcome.ts';
import { isChange, requestOf } from './rules/request.ts';
import { inWorkshop, REHEARSAL_OPTIONS, STORE_OPTION } from './rules/workshop.ts';
import { trainHere } from './train.ts';

export const rehearseCommand: Command = {
  name: 'rehearse',
  summary: 'rehearse.summary',
  usage: 'rehearse.usage',
  takes: [0, 3],
  options: {
    model: { type: 'boolean', says: 'rehearse.option.model' },
    weight: { type: 'string', value: 'N', says: 'rules.option.weight' },
    ...REHEARSAL_OPTIONS,
    ...STORE_OPTION,
  },
  async run(given, services) {
    const [name, ...rest] = given.positionals;
    if (name !== undefined && !isChange(name)) throw new UsageError('rules.unknown-action', { action: name });
    const json = given.values['json'] === true;
    return inWorkshop(given, services, async (workshop) => {
      const { store, settings, org } = workshop;
      if (given.values['model'] === true) return trainHere(workshop, json, false, services);
      if (name !== undefined) {
        const request = await requestOf(name, rest, given, services);
        const outcome = await changeRule(store, request, settings, false);
        const code = tellOutcome(outcome, org.timezone, json, services);
        // That it would be refused is what one wanted to know.
        return outcome.kind === 'hides' ? 0 : code;
      }
      const shipped = await rulesUnder(store, settings.shipped, NO_OVERLAY, null);
      const rehearsal = await rehearse(store, shipped, await runningRules(store, settings.shipped), settings);
      return tellOutcome({ kind: 'rehearsed', rehearsal }, org.timezone, json, services);
    });
  },
};
