/** Merges that were left undecided: what an ask came near to and was kept apart from. Nothing is decided here. */
import type { Directive } from '../model/directive.ts';
import { isTask, type TurnReading } from '../model/reading.ts';
import { judgeCandidates } from './merge.ts';
import type { LedgerState } from './state.ts';

/** The share of what its chance had to reach that leaves it undecided. */
const UNDECIDED = 0.05;
const NEAREST = 3;

/** Known tasks that a task may be one with, as the ledger stands, the likeliest first. */
export function undecidedMerges(state: LedgerState, { id, kind, status }: Directive): readonly Directive[] {
  const opening = state.entriesOf(id).find((entry) => entry.kind === 'opened');
  const [first] = opening?.ask.evidence ?? [];
  if (opening === undefined || first === undefined || status !== 'open' || !isTask(kind)) return [];
  const { ask, issuer, at } = opening;
  const reading: TurnReading = { turn: first, sender: issuer, at, verdicts: [], asks: [ask], changes: [], answers: [] };
  return judgeCandidates(state, reading, ask, at)
    .filter(
      ({ directive, likeness, chance, needed }) =>
        directive.id !== id && likeness !== null && chance < needed && chance >= UNDECIDED * needed,
    )
    .map(({ directive }) => directive)
    .slice(0, NEAREST);
}
