/** The form of a message: kind, length, sender, mentions, lines, figures, the hour. */
import { minutesOfDay } from '../../../../model/instant.ts';
import { MESSAGE_KINDS } from '../../../../model/message.ts';
import type { Standing } from '../../../standing.ts';
import type { MessageView } from '../../../view.ts';
import { type Emit, SIGNAL, step } from './kinds.ts';

export const STANDINGS: readonly Standing[] = ['leader', 'office', 'field', 'outsider', 'unknown'];
export const LENGTHS = [1, 3, 5, 9, 15, 25, 41, 71, 121];
export const HOURS = [6, 8, 12, 14, 18, 21];
export const FIGURES = [1, 2, 3, 6];
const SHORT = [1, 6, 20];
const LINES = [2, 3, 5, 9];
const SECONDS = [5, 15, 40];
const KIND_PLACE: ReadonlyMap<string, number> = new Map(MESSAGE_KINDS.map((kind, index) => [kind, index]));

export function emitForm(view: MessageView, giver: number, emit: Emit): void {
  const { message, surface, normal } = view;
  const { bare } = surface;
  const standing = STANDINGS.indexOf(view.standing);
  const kind = (KIND_PLACE.get(message.kind) ?? 0) * 2 + (bare === '' ? 1 : 0);
  const length = step(bare.length, LENGTHS);
  emit(SIGNAL.kind, kind);
  emit(SIGNAL.kindOfStanding, kind * 8 + standing);
  emit(SIGNAL.standing, standing);
  emit(SIGNAL.mentions, mentionsOf(view) * 8 + standing);
  emit(SIGNAL.length, length);
  emit(SIGNAL.lengthOfStanding, length * 8 + standing);
  emit(SIGNAL.hour, step(Math.floor(minutesOfDay(message.sentAt, view.context.org.timezone) / 60), HOURS));
  emit(SIGNAL.stickers, Math.min(surface.stickers, 3) * 4 + step(bare.length, SHORT));
  if (surface.quoted !== null) emit(SIGNAL.quotes, giver);
  emit(SIGNAL.lines, step(linesIn(normal.text), LINES) * 2 + giver);
  if (normal.text.startsWith('【')) emit(SIGNAL.heading, giver);
  emit(SIGNAL.figures, step(figuresIn(bare), FIGURES) * 2 + giver);
  if (message.durationSec !== undefined) emit(SIGNAL.duration, step(message.durationSec, SECONDS) * 2 + giver);
}

/** 0 nobody, 1 somebody, 2 everybody. */
export function mentionsOf({ message, surface }: MessageView): number {
  const { mentions } = message;
  if (mentions?.includes('*') || surface.mentionNames.includes('所有人')) return 2;
  return (mentions?.length ?? 0) > 0 || surface.mentionNames.length > 0 ? 1 : 0;
}

function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Runs of digits. */
function figuresIn(text: string): number {
  let figures = 0;
  let inside = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const digit = code >= 0x30 && code <= 0x39;
    if (digit && !inside) figures++;
    inside = digit;
  }
  return figures;
}
