/** The recall guard: the loosest thresholds at which nothing much is lost on chats that the judging model never saw. */
import { type Decision, decide } from '../decide.ts';
import { LOOSE, mayOpen } from '../join-turn.ts';
import type { KeepGuard } from '../model/weights.ts';
import type { HeldOut } from './held-out.ts';
import { type Decided, type Measures, measuresOf, shareOf, together } from './measures.ts';

/**
 * What the filter is held to (99.5, 98.5, 97, 96 and 3%), and more, since chats to come are worse than these: four that were read before
 * anybody had opened them kept all that must be and should be kept, and had 94.6% of their noise removed.
 */
export const FLOORS: Floors = { directives: 0.997, must: 0.99, should: 0.975, noise: 0.97, unsure: 0.02 };
/** Of messages without a chat: directives 99 and noise 90% are promised. The texts that these are fitted on are harder than most. */
export const FLOORS_ALONE: Floors = { directives: 0.985, must: 0.97, should: 0.8, noise: 0.93, unsure: 0.08 };

type Floors = Readonly<Record<'directives' | 'must' | 'should' | 'noise' | 'unsure', number>>;

const MUST = [0.3, 0.25, 0.2, 0.17, 0.14, 0.12, 0.1, 0.09, 0.08, 0.07, 0.06, 0.05, 0.04, 0.03, 0.02];
/**
 * The chats that thresholds are fitted on hardly have what is lost most easily, orders and alarms of a few words amid small talk: on four chats
 * with ten such each, read before anybody had opened them, 0.1 keeps 97.9% of what must be kept and removes 95.4% of the noise, 0.25 96.4 and 96.3%.
 */
const LOOSEST_IN_CHAT = 0.1;
const SHOULD = [0.3, 0.25, 0.2, 0.17, 0.14, 0.12, 0.1, 0.08, 0.07, 0.06, 0.05, 0.045, 0.04, 0.035, 0.03, 0.025, 0.02];
const TALK = 0.25;

export function decidedBy(heldOut: readonly HeldOut[], guard: KeepGuard): readonly Decided[] {
  return heldOut.map((one) => {
    const decision = decide(one.chances, guard, one.circumstances);
    return { gold: one.label, ...decision, ...joined(one, decision) };
  });
}

/** What reading the whole turn makes of it. */
function joined({ opensTask, opensBurst, attached }: HeldOut, decision: Decision): Partial<Omit<Decided, 'gold'>> {
  const { label } = decision;
  if ((opensTask && mayOpen(decision)) || (attached && LOOSE.has(label))) return { label: 'part', keep: true, unsure: false };
  return opensBurst && label === 'opaque' ? { label: 'photo_dump', keep: false, unsure: false } : {};
}

/**
 * Takes the pairs of thresholds that break the floors least; recall counts more than noise that comes through.
 * @param alone messages that were judged by their words alone
 */
export function fitGuard(heldOut: readonly HeldOut[], alone: readonly HeldOut[]): KeepGuard {
  const musts = MUST.filter((must) => must <= LOOSEST_IN_CHAT);
  const inChat = bestPair(
    musts,
    pricesOf(heldOut, (pair) => ({ ...pair, talk: TALK, alone: pair }), FLOORS),
  );
  const byWords = bestPair(
    MUST,
    pricesOf(alone, (pair) => ({ ...inChat, talk: TALK, alone: pair }), FLOORS_ALONE),
  );
  return { ...inChat, talk: TALK, alone: byWords };
}

type Pair = KeepGuard['alone'];

function bestPair(musts: readonly number[], priceFor: (pair: Pair) => number): Pair {
  let best: Pair = { must: musts[0] ?? 1, should: SHOULD[0] ?? 1 };
  let least = Number.POSITIVE_INFINITY;
  for (const must of musts) {
    for (const should of SHOULD) {
      const price = priceFor({ must, should });
      if (price >= least) continue;
      least = price;
      best = { must, should };
    }
  }
  return best;
}

/**
 * What pairs of thresholds cost. A message that the loosest pair and the strictest decide for the same reason is decided so by all pairs
 * between, and most are: they are counted once.
 */
function pricesOf(heldOut: readonly HeldOut[], guardOf: (pair: Pair) => KeepGuard, floors: Floors): (pair: Pair) => number {
  const loosest = guardOf({ must: Math.max(...MUST), should: Math.max(...SHOULD) });
  const strictest = guardOf({ must: Math.min(...MUST), should: Math.min(...SHOULD) });
  const reasonBy = ({ chances, circumstances }: HeldOut, guard: KeepGuard) => decide(chances, guard, circumstances).guard;
  const { settled = [], open = [] } = Object.groupBy(heldOut, (one) =>
    reasonBy(one, loosest) === reasonBy(one, strictest) ? 'settled' : 'open',
  );
  const always = measuresOf(decidedBy(settled, loosest));
  return (pair) => priceOf(together(always, measuresOf(decidedBy(open, guardOf(pair)))), floors);
}

function priceOf(measures: Measures, floors: Floors): number {
  const below = (value: number, floor: number): number => Math.max(0, floor - value);
  const broken =
    8 * below(shareOf(measures.directives), floors.directives) +
    8 * below(shareOf(measures.must), floors.must) +
    3 * below(shareOf(measures.should), floors.should) +
    4 * below(shareOf(measures.noise), floors.noise) +
    4 * below(1 - shareOf(measures.unsure), 1 - floors.unsure);
  return broken * 100 + (1 - shareOf(measures.right)) + 0.3 * (1 - shareOf(measures.must)) + 0.1 * (1 - shareOf(measures.should));
}
