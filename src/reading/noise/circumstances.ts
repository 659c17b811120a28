/** What a decision depends on besides chances: may the sender give tasks, has one just been spoken of, which this may be a part of, is anything known but the words? */
import { MINUTE } from '../../model/instant.ts';
import type { Label } from '../../model/label.ts';
import { givesTasks } from '../standing.ts';
import { LONGEST_READ, type MessageView } from '../view.ts';
import type { Circumstances } from './decide.ts';
import { isCutOff, isPlaceholder, isRecordThatAsks } from './forwards.ts';

const REACH = 10 * MINUTE;
const LISTENING = 3;
const TASKS: ReadonlySet<Label> = new Set<Label>(['directive', 'update', 'traffic', 'part', 'notice', 'opaque']);

export function circumstancesOf(view: MessageView): Circumstances {
  const gives = givesTasks(view.standing);
  return {
    givesTasks: gives,
    toOutsiders: isToOutsiders(view),
    followsTask: followsTask(view),
    unreadable: gives && isUnreadable(view),
    hidden: gives && (isPlaceholder(view) || isRecordThatAsks(view)),
    alone: isAlone(view),
    binding: gives && isBinding(view),
  };
}

function isToOutsiders({ standing, context: { recent } }: MessageView): boolean {
  return standing === 'field' && recent.slice(-LISTENING).some((other) => other.standing === 'outsider');
}

/** A text without its chat: no roster says who speaks, and nothing stood before it. */
function isAlone({ standing, context: { recent }, turnBefore }: MessageView): boolean {
  return standing === 'unknown' && recent.length === 0 && turnBefore.length === 0;
}

/**
 * A voice note without words, a file that nothing was said about, a forward of which only the name came, a text that stops in the middle, or is
 * longer than anybody reads.
 */
function isUnreadable(view: MessageView): boolean {
  const { message, surface, turnBefore } = view;
  if (message.text.length > LONGEST_READ) return true;
  if (surface.bare !== '') return isCutOff(view);
  if (isPlaceholder(view)) return true;
  return message.kind === 'voice' || (message.kind === 'file' && turnBefore.length === 0);
}

/** "系统红灯4件,…下班前必须点“受理告知”": a limit to come, and what must be done by then. */
function isBinding({ surface, times, message: { sentAt } }: MessageView): boolean {
  return MUST.test(surface.bare) && times.deadlines.some(({ at, certain }) => certain && at > sentAt);
}

const MUST = /必须|务必|一律|不得/u;

function followsTask({ message, context: { recent } }: MessageView): boolean {
  for (let index = recent.length - 1; index >= 0; index--) {
    const other = recent[index];
    if (other === undefined || message.sentAt - other.sentAt > REACH) return false;
    if (other.senderId === message.sender.id && TASKS.has(other.label)) return true;
  }
  return false;
}
