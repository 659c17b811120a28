/** What a reading thread is told at its start; all of it can be copied from thread to thread. */
import type { Roster } from '../model/organisation.ts';
import type { Tuning } from '../reading/noise/overlay.ts';
import type { RuleSet } from '../reading/noise/rule-set.ts';

export interface ReaderBriefing {
  readonly roster: Roster;
  /** The shipped rule set without its rules, which are functions: the thread has them itself. */
  readonly shipped: Omit<RuleSet, 'rules'>;
  /** What admins have put over it. */
  readonly tuning: Tuning | null;
}

/** @param roster may be an organisation: its look-ups are left out */
export function briefingOf(roster: Roster, { rules: _functions, ...shipped }: RuleSet, tuning: Tuning | null): ReaderBriefing {
  return { roster: plainRoster(roster), shipped, tuning };
}

/** @param roster may be an organisation: its look-ups are left out */
export function plainRoster({ org, timezone, workday, digestAt, workdaysOnly, quietHours, alertCap, people, groups }: Roster): Roster {
  return { org, timezone, workday, digestAt, workdaysOnly, quietHours, alertCap, people, groups };
}
