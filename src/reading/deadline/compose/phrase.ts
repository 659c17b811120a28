/** A time phrase: atoms that together name one point in time, with the edge (前, 内, 起 …) that follows them. */
import type { Atom, DayTime, TimeAtomValue } from '../atoms/atom.ts';

export type Edge = 'before' | 'within' | 'until' | 'from' | 'after' | 'around' | 'gone';
type Value<K extends TimeAtomValue['kind']> = Extract<TimeAtomValue, { readonly kind: K }>;

export interface Slots {
  readonly repeat: Value<'repeat'> | null;
  readonly day: DayTime | null;
  /** The same day in other words: 本周五(23日). */
  readonly sameDay: DayTime | null;
  readonly part: Value<'part'> | null;
  readonly clock: Value<'clock'> | null;
  readonly anchor: Value<'anchor'> | null;
  readonly duration: Value<'duration'> | null;
  readonly stretch: Value<'stretch'> | null;
  readonly relative: Value<'relative'> | null;
}

export const NO_SLOTS: Slots = {
  repeat: null,
  day: null,
  sameDay: null,
  part: null,
  clock: null,
  anchor: null,
  duration: null,
  stretch: null,
  relative: null,
};

export interface Phrase {
  readonly start: number;
  /** End of the last atom; the edge lies between this and `end`. */
  readonly coreEnd: number;
  readonly end: number;
  readonly slots: Slots;
  readonly edge: Edge | null;
  /** The first end of a range; `slots` is the last. */
  readonly from: Slots | null;
  /** Part of a list of times that share an edge: 10日、20日前. */
  readonly listed: boolean;
  readonly certain: boolean;
  readonly steps: readonly string[];
}

export function phraseOf(atom: Atom, slots: Slots): Phrase {
  return {
    start: atom.start,
    coreEnd: atom.end,
    end: atom.end,
    slots,
    edge: null,
    from: null,
    listed: false,
    certain: true,
    steps: [atom.id],
  };
}

export function hasClock(slots: Slots): boolean {
  return slots.clock !== null || slots.anchor !== null || slots.part !== null;
}
