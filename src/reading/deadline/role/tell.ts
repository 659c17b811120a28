/** Each phrase with its role and the instant it comes to in that role: corrections first, then each by its surroundings. */
import type { Day } from '../../../model/instant.ts';
import type { Direction } from '../compose/day.ts';
import { isFromEvent } from '../compose/from-event.ts';
import type { Phrase } from '../compose/phrase.ts';
import { resolve, type Resolved } from '../compose/resolve.ts';
import type { Frame } from '../frame.ts';
import { correctedRole, type Correction, findCorrections, isMovedTo } from './corrections.ts';
import { roleOf, voiceOf } from './index.ts';
import { type Role, sceneOf } from './scene.ts';

export interface Told {
  readonly phrase: Phrase;
  readonly role: Role;
  readonly rule: string;
  readonly resolved: Resolved | null;
  /** Last day of a recurrence. */
  readonly until: Day | null;
}

export function tellAll(phrases: readonly Phrase[], text: string, frame: Frame): readonly Told[] {
  const corrections = findCorrections(phrases, text);
  return phrases.map((phrase, index) => {
    const nextStart = phrases[index + 1]?.start ?? text.length;
    return tell(phrase, corrections.get(index) ?? null, text, nextStart, frame);
  });
}

function tell(phrase: Phrase, correction: Correction | null, text: string, nextStart: number, frame: Frame): Told {
  const ahead = isFromEvent(phrase) ? null : resolve(phrase, frame, 'ahead');
  const scene = sceneOf(text, phrase, ahead, nextStart, frame);
  if (correction === 'old') return { phrase, role: 'old', rule: 'role/superseded', resolved: ahead, until: null };
  if ((correction === 'new' || isMovedTo(scene.left)) && voiceOf(scene) === null) return { phrase, role: correctedRole(scene), rule: 'role/corrected', resolved: ahead, until: null };
  const { role, rule } = roleOf(scene);
  const isSettled = directionOf(role) === 'ahead' || isFromEvent(phrase) || phrase.slots.day?.pattern.every === 'once' || phrase.slots.stretch !== null;
  return { phrase, role, rule, resolved: isSettled ? ahead : resolve(phrase, frame, directionOf(role)), until: null };
}

function directionOf(role: Role): Direction {
  if (role === 'deadline' || role === 'old') return 'ahead';
  return role === 'past' ? 'behind' : 'nearest';
}
