/** 误报 and 漏报: an admin corrects what a message is. It holds at once for the message and its exact copies, and digests follow. */
import { oneLine } from '../../digest/render/line.ts';
import { sentWords } from '../../digest/render/when.ts';
import { say, words } from '../../digest/render/words.ts';
import { isMember } from '../../digest/select.ts';
import { dayAt } from '../../model/instant.ts';
import type { Label } from '../../model/label.ts';
import { groupKey, type Message, type MessageKey } from '../../model/message.ts';
import { labelMessage } from '../label.ts';
import { type Asked, type DeskSettings, type Handler, type Reply, reply, told } from './context.ts';
import { findMissed, missedWords, SEARCHED_DAYS } from './find-missed.ts';
import { handlesOf, named, noSuchItem } from './handles.ts';
import { keptOf } from './kept.ts';

export const falseAlarm: Handler = async (asked, desk) => {
  const handles = await handlesOf(asked, desk.store, await desk.reader.ledger());
  const nothing = noSuchItem(handles);
  if (nothing !== null) return reply(nothing.template, nothing.facts);
  const [handle, ...more] = handles.found;
  if (handle === undefined || more.length > 0) return reply(told.label.oneByOne);
  const [first] = handle.evidence;
  const [message] = first === undefined ? [] : await desk.store.findMessages(first.id, first);
  if (message === undefined) return reply(told.label.noMessage, { what: named(handle) });
  return await labelled(message, 'other', named(handle), asked, desk);
};

export const overlooked: Handler = async (asked, desk) => {
  const message = (await quotedNotice(asked, desk)) ?? (await findMissed(asked, desk.store, true));
  if (message !== null) return await labelled(message, 'directive', wordsOf(message, asked), asked, desk);
  return missedWords(asked) === '' ? reply(told.label.what) : reply(told.label.notFound, { days: SEARCHED_DAYS });
};

/** The message that a notice told of, where one is quoted. */
async function quotedNotice({ message: { platform, account, replyTo } }: Asked, { store }: DeskSettings): Promise<Message | null> {
  const part = replyTo === undefined ? null : await store.partByMessage(platform, account, replyTo);
  const key = part === null ? null : await keptOf<MessageKey>(store, 'found', part.key);
  const [found] = key === null ? [] : await store.findMessages(key.id, key);
  return found ?? null;
}

/** Words of a group are for those who sit in it, and not every admin does. */
function wordsOf(message: Message, { org, person, at }: Asked): string {
  if (isMember(org, person, message)) return oneLine(message.text);
  const group = oneLine(org.groupNames.get(groupKey(message)) ?? message.group);
  return `${group} ${sentWords(message.sentAt, dayAt(at, org.timezone), org.timezone)}`;
}

async function labelled(message: Message, label: Label, what: string, asked: Asked, desk: DeskSettings): Promise<Reply> {
  const { org, person, at } = asked;
  const { calendar, shipped, store, breathe } = desk;
  const reason = asked.message.text.slice(0, 40);
  const settings = { org, calendar, shipped, breathe, at, by: person.id, reason, evenIf: [], progress: () => {} };
  const outcome = await desk.reader.alone(() => labelMessage(store, message, label, settings));
  if (outcome.kind === 'hides') return reply(told.label.hides, { what, count: outcome.unnamed.length });
  await desk.reloaded();
  const lines = [
    say(told.label.done, { what, label: words.labels[label], copies: outcome.copies }),
    ...outcome.gone.map(({ title }) => `✗ ${oneLine(title)}`),
    ...outcome.opened.map(({ title }) => `＋ ${oneLine(title)}`),
  ];
  return { blocks: [lines.join('\n')] };
}
