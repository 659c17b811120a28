/** What stood before in the group: the message replied to, the sender's own last one, the last task, question, pictures, confirmations. */
import { HOUR, type Instant, MINUTE } from '../../../../model/instant.ts';
import { LABELS, type Label } from '../../../../model/label.ts';
import type { MessageView, RecentMessage } from '../../../view.ts';
import { LENGTHS, mentionsOf } from './form.ts';
import { type Emit, SIGNAL, step } from './kinds.ts';
import { askPattern } from './words.ts';

export const GAPS = [1, 3, 10, 30, 120];
/** Stands for "not within reach" after the last gap. */
export const NEVER = 6;
const OWN_REACH = 3;
export const NO_OWN = 999;
const REACH = 4 * HOUR;
const BURST = 5 * MINUTE;
const ACKS = [1, 2, 4];
const LABEL_PLACE: ReadonlyMap<Label, number> = new Map(LABELS.map((label, index) => [label, index]));
const BEFORE = [SIGNAL.before, SIGNAL.secondBefore, SIGNAL.thirdBefore] as const;

interface Neighbours {
  own: RecentMessage | undefined;
  ask: RecentMessage | undefined;
  question: RecentMessage | undefined;
  pictures: number;
  ownPictures: number;
  acks: number;
}

export function emitNeighbours(view: MessageView, giver: number, emit: Emit): void {
  const { message, surface } = view;
  const { own, ask, question, pictures, ownPictures, acks } = neighboursOf(view);
  const replied = message.replyTo === undefined ? 0 : view.reply === undefined ? 1 : 2 + placeOf(view.reply.label);
  emit(SIGNAL.reply, replied * 2 + giver);
  const ownGap = gapTo(own, message.sentAt);
  emit(SIGNAL.ownBefore, own === undefined || ownGap > OWN_REACH ? NO_OWN : (placeOf(own.label) * 4 + ownGap) * 2 + giver);
  emit(SIGNAL.placeInTurn, Math.min(view.turnBefore.length, 3) * 2 + giver);
  const askGap = gapTo(ask, message.sentAt);
  emit(SIGNAL.sinceAsk, askGap * 2 + giver);
  if (ask !== undefined) emit(SIGNAL.askBefore, (placeOf(ask.label) * 8 + askGap) * 2 + giver);
  emit(SIGNAL.sinceQuestion, gapTo(question, message.sentAt) * 2 + giver);
  emit(SIGNAL.pictures, (Math.min(pictures, 3) * 4 + Math.min(ownPictures, 3)) * 4 + (surface.bare === '' ? 2 : 0) + giver);
  emit(SIGNAL.acks, step(acks, ACKS) * 2 + giver);
  emitLast(view, giver, emit);
  emitTurn(view, giver, emit);
  emitMentioned(view, giver, emit);
}

/** The sender's own message just before: did it ask for something, and how long was it? */
function emitTurn({ message, turnBefore }: MessageView, giver: number, emit: Emit): void {
  const last = turnBefore.at(-1);
  if (last === undefined) return;
  const gap = step((message.sentAt - last.message.sentAt) / MINUTE, GAPS);
  emit(SIGNAL.turnBefore, (askPattern(last, mentionsOf(last)) * 4 + Math.min(gap, 3)) * 2 + giver);
  emit(SIGNAL.turnBeforeLength, (step(last.surface.bare.length, LENGTHS) * 4 + Math.min(gap, 3)) * 2 + giver);
}

/** Speaks to somebody who has just spoken: what had that one said? */
function emitMentioned({ message, context: { recent } }: MessageView, giver: number, emit: Emit): void {
  const { mentions } = message;
  if (mentions === undefined || mentions.length === 0) return;
  const spoken = recent.findLast((other) => mentions.includes(other.senderId));
  if (spoken === undefined || message.sentAt - spoken.sentAt > HOUR) return;
  emit(SIGNAL.mentionedBefore, placeOf(spoken.label) * 2 + giver);
}

function emitLast({ message, context: { recent } }: MessageView, giver: number, emit: Emit): void {
  for (let back = 1; back <= BEFORE.length; back++) {
    const other = recent[recent.length - back];
    const kind = BEFORE[back - 1];
    if (other === undefined || kind === undefined || message.sentAt - other.sentAt > HOUR) return;
    emit(kind, (placeOf(other.label) * 2 + (other.senderId === message.sender.id ? 1 : 0)) * 2 + giver);
  }
}

function neighboursOf({ message, context: { recent } }: MessageView): Neighbours {
  const found: Neighbours = { own: undefined, ask: undefined, question: undefined, pictures: 0, ownPictures: 0, acks: 0 };
  for (let index = recent.length - 1; index >= 0; index--) {
    const other = recent[index];
    if (other === undefined || message.sentAt - other.sentAt > REACH) break;
    const isOwn = other.senderId === message.sender.id;
    if (isOwn) found.own ??= other;
    else if (other.label === 'question') found.question ??= other;
    else if (other.label === 'directive' || other.label === 'update' || other.label === 'traffic') found.ask ??= other;
    if (message.sentAt - other.sentAt > BURST) continue;
    if (other.label === 'ack') found.acks++;
    if (other.kind !== 'image' && other.kind !== 'video') continue;
    found.pictures++;
    if (isOwn) found.ownPictures++;
  }
  return found;
}

function gapTo(other: RecentMessage | undefined, at: Instant): number {
  return other === undefined ? NEVER : step((at - other.sentAt) / MINUTE, GAPS);
}

function placeOf(label: Label): number {
  return LABEL_PLACE.get(label) ?? 0;
}
