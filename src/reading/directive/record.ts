/**
 * A forwarded chat record by somebody who gives tasks is read by its lines: what is asked there is asked here. Its lines are no words of
 * the message, so the message as a whole is what such a claim rests on.
 */
import type { ForwardedPart } from '../../model/message.ts';
import type { Ask } from '../../model/reading.ts';
import { once } from '../once.ts';
import { givesTasks } from '../standing.ts';
import { type MessageView, viewOf } from '../view.ts';
import { wholeMessage } from './evidence.ts';
import { DEED } from './parts-due-apart.ts';

/** What stands for the record in the message's own text. */
const HEADER = /^\s*\[(?:群聊的)?聊天记录\][^\n]*\n?/u;
/** "各企业看一下,做完了回网格员": more words than that say by themselves what is asked. */
const INTRODUCES = 30;
/** 收到, and who asks back there. */
const SHORTEST = 8;
const ASKS_BACK = /[?？吗么呢]\s*$/u;

/** The message with the lines of its record as its words; null where it has none, or nothing is asked in them. */
export const recordIn: (view: MessageView) => MessageView | null = once((view) => {
  const { message, context, person, turnBefore, standing } = view;
  const lines = toldIn(message.forwarded ?? []);
  if (lines.length === 0 || !givesTasks(standing) || !DEED.has(lines.join('\n'))) return null;
  const own = message.text.replace(HEADER, '').trim();
  // Its lines are its words already: some chat systems hand them over so.
  if (own.length > INTRODUCES || lines.every((line) => own.includes(line))) return null;
  return viewOf({ ...message, text: [...(own === '' ? [] : [own]), ...lines].join('\n') }, context, person, turnBefore);
});

/** The lines of whoever says most there. */
function toldIn(parts: readonly ForwardedPart[]): readonly string[] {
  const telling = parts.filter(({ text }) => text.trim().length >= SHORTEST && !ASKS_BACK.test(text));
  const bySender = [...Map.groupBy(telling, ({ sender }) => sender).values()].map((list) => list.map(({ text }) => text.trim()));
  return bySender.toSorted((a, b) => b.join('').length - a.join('').length)[0] ?? [];
}

/** What a record asks rests on the message that forwards it. */
export function restingOn({ message }: MessageView, ask: Ask): Ask {
  return { ...ask, evidence: [wholeMessage(message)] };
}
