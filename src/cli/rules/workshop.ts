/** Where admins work: an open store with its organisation, and all that a change of its rules needs. */
import type { ChangeSettings } from '../../flow/change-rule.ts';
import { liveOrganisation } from '../../flow/live-organisation.ts';
import { REHEARSED_DAYS } from '../../flow/rehearse.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Store } from '../../ports/store.ts';
import { type Arguments, listOption, type OptionSpec, type Services, textOption, UsageError } from '../command.ts';
import { openExistingStore, storePathOf } from '../store-path.ts';
import { timePattern } from './pattern-timer.ts';

export interface Workshop {
  readonly store: Store;
  readonly org: Organisation;
  readonly settings: ChangeSettings;
}

export const STORE_OPTION: Readonly<Record<string, OptionSpec>> = { store: { type: 'string', value: 'FILE', says: 'option.store' } };

export const REHEARSAL_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  days: { type: 'string', value: 'N', says: 'rules.option.days' },
  'even-if': { type: 'string', value: 'ID', says: 'rules.option.even-if', multiple: true },
  json: { type: 'boolean', says: 'digest.option.json' },
};

export const SIGNING_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  by: { type: 'string', value: 'NAME', says: 'rules.option.by' },
  reason: { type: 'string', value: 'TEXT', says: 'rules.option.reason' },
};

const MOST_DAYS = 366;

export async function inWorkshop(given: Arguments, services: Services, work: (workshop: Workshop) => Promise<number>): Promise<number> {
  const days = daysOf(given);
  const store =
    textOption(given, 'store') === undefined ? services.openStore(storePathOf(given, services)) : openExistingStore(given, services);
  try {
    const org = await liveOrganisation(store);
    const { rules: shipped, calendar, say, progress } = services;
    const settings: ChangeSettings = {
      org,
      calendar,
      shipped,
      days,
      evenIf: listOption(given, 'even-if'),
      by: textOption(given, 'by') ?? say('rules.nobody'),
      reason: textOption(given, 'reason') ?? '',
      at: Date.now(),
      timePattern,
      progress: (done, total) => progress(say('rehearsal.progress', { done, total })),
    };
    return await work({ store, org, settings });
  } finally {
    services.progress('');
    await store.close();
  }
}

function daysOf(given: Arguments): number {
  const text = textOption(given, 'days');
  if (text === undefined) return REHEARSED_DAYS;
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw new UsageError('rules.days', { days: text, most: MOST_DAYS });
  return days;
}
