/** Each phrase with its role and the instant it comes to in that role: corrections first, then each by its surroundings. */
import type { Day } from '../../../model/instant.ts';
import type { Direction } from '../compose/day.ts';
import { isFromEvent } from '../compose/from-event.ts';
import type { Phrase } from '../compose/phrase.ts';
import { type Resolved, resolve } from '../compose/resolve.ts';
import type { Frame } from '../frame.ts';
import { type Correction, findCorrections, isWhenSaid } from './corrections.ts';
import { formerOf, inHalfOf } from './half-of-day.ts';
import { awakeIn, roleOf, voiceOf } from './index.ts';
import { correctedRole, isMovedTo, isToldToHold } from './moved.ts';
import { type Role, sceneOf } from './scene.ts';
import { type Veto, vetoesOf } from './vetoes.ts';

export interface Told {
  readonly phrase: Phrase;
  readonly role: Role;
  readonly rule: string;
  readonly resolved: Resolved | null;
  /** Last day of a recurrence. */
  readonly until: Day | null;
}

/** A text without any of these moves no time and tells none to hold. */
const MOVES = /[延推顺后提改调变更修换挪移放宽缓展补缩压写定现应准来不并非而]/;

/** No honest text holds more times than this and an eightieth of its length; the rest of a hostile one isn't judged. */
const MOST_PHRASES = 40;

export function tellAll(phrases: readonly Phrase[], text: string, frame: Frame): readonly Told[] {
  const veto = vetoesOf(text);
  const corrections = findCorrections(phrases, text);
  const awake = awakeIn(text);
  const canMove = MOVES.test(text);
  const most = MOST_PHRASES + text.length / 80;
  const told = phrases.map((phrase, index): Told => {
    if (index >= most) return { phrase, role: 'other', rule: 'role/too-many', resolved: null, until: null };
    const nextStart = startAfter(phrases, index) ?? text.length;
    const correction = corrections.get(index) ?? null;
    const read = correction === 'new' ? inHalfOf(phrase, formerOf(phrases, index, corrections)) : phrase;
    return tell(read, correction, text, nextStart, frame, awake, canMove, veto);
  });
  return shareRoles(told, text, frame);
}

/** Where the next time stands. 周三9点那个五一安全会: a festival in the name of a thing doesn't cut off the verb of the time before it. */
function startAfter(phrases: readonly Phrase[], index: number): number | undefined {
  return phrases.slice(index + 1).find((phrase) => !isBareFestival(phrase))?.start;
}

function isBareFestival({ edge, from, slots }: Phrase): boolean {
  const { day, clock, part, anchor, sameDay, duration, relative } = slots;
  const isAlone = clock === null && part === null && anchor === null && sameDay === null && duration === null && relative === null;
  return edge === null && from === null && isAlone && day?.form === 'festival';
}

/** 早8点、晚6点各报一次: the verb after a list is that of all its times. */
function shareRoles(told: readonly Told[], text: string, frame: Frame): readonly Told[] {
  if (!told.some((each) => each.phrase.listed)) return told;
  const shared = [...told];
  for (let index = shared.length - 2; index >= 0; index--) {
    const [first, last] = [shared[index], shared[index + 1]];
    if (first === undefined || last === undefined || !first.phrase.listed || !last.phrase.listed) continue;
    if (first.role === 'other' && /^[、和及与或]?$/.test(text.slice(first.phrase.end, last.phrase.start))) {
      shared[index] = { ...first, role: last.role, rule: last.rule, resolved: resolve(first.phrase, frame, directionOf(last.role)) };
    }
  }
  return shared;
}

function tell(
  phrase: Phrase,
  correction: Correction | null,
  text: string,
  nextStart: number,
  frame: Frame,
  awake: number,
  canMove: boolean,
  veto: Veto,
): Told {
  const ahead = isFromEvent(phrase) ? null : resolve(phrase, frame, 'ahead');
  const scene = sceneOf(text, phrase, ahead, nextStart, frame);
  if (correction === 'old')
    return {
      phrase,
      role: 'old',
      rule: 'role/superseded',
      resolved: phrase.slots.day === null ? resolve(phrase, frame, 'nearest') : ahead,
      until: null,
    };
  const isCorrected =
    (correction === 'new' || (canMove && phrase.slots.stretch === null && (isMovedTo(scene) || isToldToHold(scene)))) &&
    voiceOf(scene) === null &&
    !isWhenSaid(phrase, scene.text);
  const judged = isCorrected ? { role: correctedRole(scene), rule: 'role/corrected' } : roleOf(scene, awake);
  const { role, rule } = judged.role === 'deadline' ? (veto(scene, isCorrected) ?? judged) : judged;
  const isSettled =
    isCorrected ||
    directionOf(role) === 'ahead' ||
    isFromEvent(phrase) ||
    phrase.slots.day?.pattern.every === 'once' ||
    phrase.slots.stretch !== null;
  return { phrase, role, rule, resolved: isSettled ? ahead : resolve(phrase, frame, directionOf(role)), until: null };
}

function directionOf(role: Role): Direction {
  if (role === 'deadline' || role === 'old') return 'ahead';
  return role === 'past' ? 'behind' : 'nearest';
}
