/** Second look: 9点→8点半,明早把记录送来: a clock that was set right before its day was told is that day's. */
import { hasClock, type Phrase } from '../compose/phrase.ts';
import { resolve } from '../compose/resolve.ts';
import type { Frame } from '../frame.ts';
import type { Told } from './tell.ts';

const GAP = /^前?,\s?(?:请|那?就|大家|各[村社部单]?[一-龥])?$/;

export function giveClockAhead(told: readonly Told[], text: string, frame: Frame): readonly Told[] {
  const given = [...told];
  for (let index = 0; index + 1 < given.length; index++) {
    const [clock, day] = [given[index] as Told, given[index + 1] as Told];
    if (!isClockSetRight(clock) || !isBareDay(day) || !GAP.test(text.slice(clock.phrase.end, day.phrase.start))) continue;
    const phrase: Phrase = { ...day.phrase, slots: { ...day.phrase.slots, clock: clock.phrase.slots.clock } };
    given[index] = { ...clock, role: 'other', rule: 'role/told-again' };
    given[index + 1] = { ...day, phrase, rule: 'role/clock-told-before', resolved: resolve(phrase, frame, 'ahead') };
  }
  return given;
}

function isClockSetRight({ rule, phrase: { slots } }: Told): boolean {
  return rule === 'role/corrected' && slots.clock !== null && slots.day === null && slots.repeat === null;
}

function isBareDay({ role, phrase: { slots, from } }: Told): boolean {
  return (
    role === 'deadline' &&
    from === null &&
    slots.day !== null &&
    slots.repeat === null &&
    (!hasClock(slots) || (slots.clock === null && slots.anchor === null))
  );
}
