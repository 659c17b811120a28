/** The recall guard: the loosest thresholds at which nothing much is lost on chats that the judging model never saw. */
import type { Label } from '../../../model/label.ts';
import { decide } from '../decide.ts';
import { OPENINGS } from '../join-turn.ts';
import type { KeepGuard } from '../model/weights.ts';
import type { HeldOut } from './held-out.ts';
import { type Decided, type Measures, measuresOf, shareOf } from './measures.ts';

/** What the filter is held to (99.5, 98.5, 97, 96 and 3%), and a little more: chats to come are not these. */
export const FLOORS = { directives: 0.998, must: 0.991, should: 0.975, noise: 0.961, unsure: 0.025 } as const;

const MUST = [0.3, 0.25, 0.2, 0.17, 0.14, 0.12, 0.1, 0.09, 0.08, 0.07, 0.06, 0.05, 0.04, 0.03, 0.02];
const SHOULD = [0.3, 0.25, 0.2, 0.17, 0.14, 0.12, 0.1, 0.08, 0.07, 0.06, 0.05, 0.045, 0.04, 0.035, 0.03];
const TALK = 0.25;

export function decidedBy(heldOut: readonly HeldOut[], guard: KeepGuard): readonly Decided[] {
  return heldOut.map((one) => {
    const decision = decide(one.chances, guard, one.circumstances);
    return { gold: one.label, ...decision, ...joined(one, decision.label) };
  });
}

/** What reading the whole turn makes of it. */
function joined({ opensTask, opensBurst }: HeldOut, label: Label): Partial<Omit<Decided, 'gold'>> {
  if (opensTask && OPENINGS.has(label)) return { label: 'part', keep: true, unsure: false };
  return opensBurst && label === 'opaque' ? { label: 'photo_dump', keep: false, unsure: false } : {};
}

/** Takes the pair of thresholds that breaks the floors least; recall counts more than noise that comes through. */
export function fitGuard(heldOut: readonly HeldOut[]): KeepGuard {
  let best: KeepGuard = { must: MUST[0] ?? 1, talk: TALK, should: SHOULD[0] ?? 1 };
  let least = Number.POSITIVE_INFINITY;
  for (const must of MUST) {
    for (const should of SHOULD) {
      const guard = { must, talk: TALK, should };
      const price = priceOf(measuresOf(decidedBy(heldOut, guard)));
      if (price >= least) continue;
      least = price;
      best = guard;
    }
  }
  return best;
}

function priceOf(measures: Measures): number {
  const below = (value: number, floor: number): number => Math.max(0, floor - value);
  const broken =
    8 * below(shareOf(measures.directives), FLOORS.directives) +
    8 * below(shareOf(measures.must), FLOORS.must) +
    3 * below(shareOf(measures.should), FLOORS.should) +
    4 * below(shareOf(measures.noise), FLOORS.noise) +
    4 * below(1 - shareOf(measures.unsure), 1 - FLOORS.unsure);
  return broken * 100 + (1 - shareOf(measures.right)) + 0.3 * (1 - shareOf(measures.must)) + 0.1 * (1 - shareOf(measures.should));
}
