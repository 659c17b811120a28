/**
 * How a message stands in a conversation: does it follow somebody's question, does it name who has just spoken, has its sender a task
 * standing in the group? Questions are told by their form, not by what they were taken for: a judge that took one for small talk still
 * sees the answer to it.
 */
import { HOUR, MINUTE } from '../../../../model/instant.ts';
import { LABELS, type Label } from '../../../../model/label.ts';
import { givesTasks } from '../../../standing.ts';
import type { MessageView, RecentMessage } from '../../../view.ts';
import { echoesQuestion } from '../../echo.ts';
import { type Emit, SIGNAL, step } from './kinds.ts';
import { questionFormOf } from './question.ts';
import { suppliesIn, wantedBy } from './wanted.ts';

export const SIZES = [5, 13, 31];
export const TASK_GAPS = [1, 3, 10, 30, 120];
/** Stands for "no task of the sender's own" after the last gap. */
export const NO_TASK = 6;
const QUESTION_REACH = 10 * MINUTE;
const QUESTIONS_BACK = 5;
const ANSWER_BACK = 3;
const NAMES_REACH = 30 * MINUTE;
const NAMES_BACK = 8;
const TASK_REACH = 4 * HOUR;
const TASKS: ReadonlySet<Label> = new Set<Label>(['directive', 'update', 'traffic']);

export function emitDialogue(view: MessageView, giver: number, emit: Emit): void {
  emitAsked(view, giver, emit);
  emitOwnTask(view, giver, emit);
  emitNamed(view, giver, emit);
}

/** The newest question of somebody else: how far back (1 the last message, 2 the two before, 3 beyond), in what form, by whom. */
function emitAsked(view: MessageView, giver: number, emit: Emit): void {
  const { surface, reply } = view;
  const { asked, back } = questionBefore(view);
  const distance = asked === undefined ? 0 : step(back, [1, 2, 4]);
  const which = asked === undefined ? 0 : 1 + ((asked.question - 1) * 3 + distance - 1) * 3 + asker(asked);
  emit(SIGNAL.asked, which * 2 + giver);
  const figures = /\d/u.test(surface.bare) ? 1 : 0;
  const form = (distance * 3 + questionFormOf(view)) * 2 + figures;
  emit(SIGNAL.askedForm, (form * 4 + step(surface.bare.length, SIZES)) * 2 + giver);
  if (reply !== undefined) emit(SIGNAL.replyForm, reply.question * 2 + giver);
  if (asked !== undefined && back <= ANSWER_BACK) emitAnswer(view, asked, giver, emit);
}

/** Does it bring what the question wanted, in the question's own words? */
function emitAnswer({ surface: { bare } }: MessageView, asked: RecentMessage, giver: number, emit: Emit): void {
  const down = giver === 1 ? 2 : asked.standing === 'outsider' ? 1 : 0;
  const wanted = wantedBy(asked.asks);
  for (const supply of suppliesIn(bare)) emit(SIGNAL.wanted, (wanted * 8 + supply) * 3 + down);
  emit(SIGNAL.echo, (echoesQuestion(bare, asked.asks) ? 3 : 0) + down);
}

function questionBefore({ message, context: { recent } }: MessageView): {
  readonly asked: RecentMessage | undefined;
  readonly back: number;
} {
  for (let back = 1; back <= QUESTIONS_BACK; back++) {
    const other = recent[recent.length - back];
    if (other === undefined || message.sentAt - other.sentAt > QUESTION_REACH) break;
    if (other.senderId !== message.sender.id && other.question > 0) return { asked: other, back };
  }
  return { asked: undefined, back: 0 };
}

/** 0 somebody who gives no tasks, 1 somebody who does, 2 a stranger. */
function asker({ standing }: RecentMessage): number {
  if (standing === 'outsider') return 2;
  return givesTasks(standing) ? 1 : 0;
}

function emitOwnTask({ message, context: { recent } }: MessageView, giver: number, emit: Emit): void {
  let gap = NO_TASK;
  for (let index = recent.length - 1; index >= 0; index--) {
    const other = recent[index];
    if (other === undefined || message.sentAt - other.sentAt > TASK_REACH) break;
    if (other.senderId !== message.sender.id || !TASKS.has(other.label)) continue;
    gap = step((message.sentAt - other.sentAt) / MINUTE, TASK_GAPS);
    break;
  }
  emit(SIGNAL.ownTask, gap * 2 + giver);
}

/** Speaks, without a mention, to somebody who has just spoken. */
function emitNamed({ message, context: { recent }, surface: { bare } }: MessageView, giver: number, emit: Emit): void {
  for (let back = 1; back <= NAMES_BACK; back++) {
    const other = recent[recent.length - back];
    if (other === undefined || message.sentAt - other.sentAt > NAMES_REACH) return;
    if (other.givenName === '' || other.senderId === message.sender.id) continue;
    const at = bare.indexOf(other.givenName);
    if (at < 0) continue;
    emit(SIGNAL.namesRecent, ((LABELS.indexOf(other.label) * 3 + other.question) * 2 + (at < 3 ? 1 : 0)) * 2 + giver);
    return;
  }
}
