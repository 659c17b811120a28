/** The wall clock that a phrase names: minutes after the midnight its day begins with, and how exactly they were said. */
import type { Anchor, Basis, Precision } from '../../../model/deadline.ts';
import type { AnchorName, Part } from '../atoms/atom.ts';
import type { Frame } from '../frame.ts';
import type { Slots } from './phrase.ts';

export interface ClockValue {
  readonly minutes: number;
  readonly precision: Precision;
  readonly basis: Basis;
  readonly anchor: Anchor | null;
  readonly steps: readonly string[];
}

const NOON = 12 * 60;
export const END_OF_DAY = 24 * 60;

const ANCHORS: Readonly<Record<AnchorName, (frame: Frame) => { readonly minutes: number; readonly anchor: Anchor | null }>> = {
  end_of_work: (frame) => ({ minutes: frame.workday.end, anchor: 'end_of_work' }),
  start_of_work: (frame) => ({ minutes: frame.workday.start, anchor: 'start_of_work' }),
  morning_end: () => ({ minutes: NOON, anchor: 'noon' }),
  afternoon_start: () => ({ minutes: 14 * 60, anchor: 'start_of_work' }),
  breakfast: () => ({ minutes: 8 * 60, anchor: null }),
  lunch: () => ({ minutes: NOON, anchor: 'noon' }),
  supper: () => ({ minutes: 18 * 60, anchor: null }),
  meal: (frame) => ({ minutes: frame.minute < NOON ? NOON : 18 * 60, anchor: null }),
  school_end: () => ({ minutes: 17 * 60, anchor: null }),
  dusk: () => ({ minutes: 19 * 60, anchor: null }),
  daybreak: () => ({ minutes: 6 * 60, anchor: null }),
  bedtime: () => ({ minutes: 22 * 60, anchor: null }),
};

/** What else a clock is read by: a bare hour of today looks at the time of sending, and who begins in the afternoon ends no morning. */
interface Told {
  readonly isToday: boolean;
  readonly isAfterNoon: boolean;
}

/** Where in the day a phrase lies. */
export function clockOf(slots: Slots, frame: Frame, told: Told): ClockValue | null {
  const { clock, anchor, part } = slots;
  if (clock !== null) {
    const hour = hourOf(clock, part?.part ?? null, frame, told);
    return {
      minutes: hour.hour * 60 + clock.minute,
      precision: clock.precise ? 'minute' : 'hour',
      basis: 'said',
      anchor: null,
      steps: hour.steps,
    };
  }
  if (anchor !== null) return anchorValue(anchor.anchor, part?.part ?? null, frame);
  return part === null ? null : partValue(part.part, frame);
}

function anchorValue(name: AnchorName, part: Part | null, frame: Frame): ClockValue {
  const isMorning = part === 'morning' || part === 'noon';
  const named =
    name === 'end_of_work' && isMorning ? 'morning_end' : name === 'start_of_work' && part === 'afternoon' ? 'afternoon_start' : name;
  const value = ANCHORS[named](frame);
  return {
    ...value,
    precision: named === 'school_end' || named === 'dusk' || named === 'daybreak' ? 'day' : 'hour',
    basis: 'assumed',
    steps: [`clock/${named.replaceAll('_', '-')}`],
  };
}

function partValue(part: Part, frame: Frame): ClockValue {
  const half = { precision: 'half_day', basis: 'assumed', steps: [`clock/${part}`] } as const;
  switch (part) {
    case 'dawn':
      return { ...half, minutes: 6 * 60, anchor: null };
    case 'morning':
      return { ...half, minutes: NOON, anchor: 'noon' };
    case 'noon':
      return { ...half, minutes: NOON, precision: 'hour', anchor: 'noon' };
    case 'afternoon':
      return { ...half, minutes: frame.workday.end, anchor: 'end_of_work' };
    case 'dusk':
      return { ...half, minutes: 19 * 60, anchor: null };
    case 'night':
      return { ...half, minutes: END_OF_DAY, anchor: null };
  }
}

interface Hour {
  readonly hour: number;
  readonly steps: readonly string[];
}

function hourOf(
  { hour, minute, literal, timetable }: NonNullable<Slots['clock']>,
  part: Part | null,
  frame: Frame,
  { isToday, isAfterNoon }: Told,
): Hour {
  const early = timetable && !isAfterNoon ? EARLIEST.timetable : EARLIEST.said;
  if (part !== null) return { hour: hourInPart(hour, part), steps: [] };
  if (hour === 0 && !literal && isToday) return { hour: 24, steps: ['clock/midnight-ahead'] };
  if (hour > 12 || hour === 0 || literal) return { hour, steps: [] };
  return isToday
    ? hourAhead(hour, minute, frame)
    : { hour: hour >= early ? hour : hour + 12, steps: hour >= early ? [] : ['clock/afternoon-assumed'] };
}

/** 7月22日6:30 is written as of a timetable; 7月22日6点 may be either. */
const EARLIEST = { timetable: 5, said: 7 };

function hourInPart(hour: number, part: Part): number {
  if (hour > 12) return hour;
  switch (part) {
    case 'dawn':
      return hour === 12 ? 0 : hour;
    case 'morning':
      return hour;
    case 'noon':
      return hour < 10 ? hour + 12 : hour;
    case 'afternoon':
    case 'dusk':
      return hour < 12 ? hour + 12 : hour;
    case 'night':
      return hour === 0 || hour === 12 ? 24 : hour < 5 ? hour + 24 : hour + 12;
  }
}

const WAKING_FROM = 6;
/** Who writes before dawn may mean an hour before dawn. */
const NEAR = 3 * 60;

/** A bare hour today: the nearest one ahead in waking hours; if both are gone, the one of working hours. */
function hourAhead(hour: number, minute: number, frame: Frame): Hour {
  const ahead = [hour, hour + 12].find(
    (each) => each * 60 + minute >= frame.minute && (each >= WAKING_FROM || each * 60 + minute - frame.minute <= NEAR),
  );
  if (ahead !== undefined) return { hour: ahead, steps: ahead === hour ? [] : ['clock/nearest-ahead'] };
  return { hour: hour >= 7 ? hour : hour + 12, steps: ['clock/gone-today'] };
}
