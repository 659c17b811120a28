/** Phrases with their roles as the reading's deadlines and other times: corrections first, then each by its surroundings. */
import type { Deadline, OtherTime, TimesReading } from '../../model/deadline.ts';
import { sliceSpan } from '../../model/span.ts';
import { type NormalText, originalSpan } from '../text/normalise.ts';
import type { Direction } from './compose/day.ts';
import type { Phrase } from './compose/phrase.ts';
import { type Resolved, resolve } from './compose/resolve.ts';
import type { Frame } from './frame.ts';
import { type Correction, findCorrections, isMovedTo } from './role/corrections.ts';
import { roleOf } from './role/index.ts';
import { type Role, type Scene, sceneOf } from './role/scene.ts';
import { HAPPENING } from './role/words.ts';

interface Told {
  readonly phrase: Phrase;
  readonly role: Role;
  readonly rule: string;
  readonly resolved: Resolved | null;
}

export function readingOf(phrases: readonly Phrase[], text: NormalText, frame: Frame): Pick<TimesReading, 'deadlines' | 'otherTimes'> {
  const corrections = findCorrections(phrases, text.text);
  const told = phrases.map((phrase, index) => tell(phrase, corrections.get(index) ?? null, text.text, frame));
  const deadlines: Deadline[] = [];
  const otherTimes: OtherTime[] = [];
  for (const each of told) {
    if (each.role === 'deadline' && each.resolved !== null) deadlines.push(deadlineOf(each, each.resolved, text));
    else otherTimes.push(otherOf(each, text));
  }
  return { deadlines, otherTimes };
}

function tell(phrase: Phrase, correction: Correction | null, text: string, frame: Frame): Told {
  const ahead = resolve(phrase, frame, 'ahead');
  const scene = sceneOf(text, phrase, ahead, frame);
  if (correction === 'old') return { phrase, role: 'old', rule: 'role/superseded', resolved: ahead };
  if (correction === 'new' || isMovedTo(scene.left)) return { phrase, role: correctedRole(scene), rule: 'role/corrected', resolved: ahead };
  const { role, rule } = roleOf(scene);
  return { phrase, role, rule, resolved: resolve(phrase, frame, directionOf(role)) };
}

function directionOf(role: Role): Direction {
  if (role === 'deadline') return 'ahead';
  return role === 'past' ? 'behind' : 'nearest';
}

const SUBMISSION = /报送|上报|提交|填报|截止|时限|期限|完成|报名|反馈|交|报|办结|整改|锁表|缴/u;

/** What was moved: a submission, or a happening. */
function correctedRole({ phrase, left, right }: Scene): Role {
  if (phrase.edge === 'before' || phrase.edge === 'within' || phrase.edge === 'until') return 'deadline';
  const around = left + right;
  return HAPPENING.test(around) && !SUBMISSION.test(left) ? 'event' : 'deadline';
}

function deadlineOf({ phrase, rule }: Told, { value, certain, steps }: Resolved, text: NormalText): Deadline {
  const span = originalSpan(text, phrase.start, phrase.end);
  return {
    ...value,
    phrase: sliceSpan(text.original, span),
    span,
    recurrence: phrase.slots.repeat?.recurrence ?? null,
    until: null,
    certain,
    steps: [...phrase.steps, ...steps, rule],
  };
}

function otherOf({ phrase, role, rule, resolved }: Told, text: NormalText): OtherTime {
  const span = originalSpan(text, phrase.start, phrase.end);
  return {
    phrase: sliceSpan(text.original, span),
    span,
    role: role === 'deadline' ? 'other' : role,
    value: resolved?.value ?? null,
    steps: [...phrase.steps, ...(resolved?.steps ?? []), rule],
  };
}
