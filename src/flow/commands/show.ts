/** A number: the original messages of an item, with sender, time and group; only from groups that the reader is in. */
import { oneLine, severalLines } from '../../digest/render/line.ts';
import { groupName } from '../../digest/render/view.ts';
import { sentWords } from '../../digest/render/when.ts';
import { say } from '../../digest/render/words.ts';
import { isMember } from '../../digest/select.ts';
import { dayAt } from '../../model/instant.ts';
import { type Message, wholeSeconds } from '../../model/message.ts';
import { holderOf } from '../../model/organisation.ts';
import type { Evidence } from '../../model/reading.ts';
import { mayBeAsked } from '../../model/seen-by.ts';
import type { LiveStore } from '../../ports/live-store.ts';
import { type Asked, type Handler, reply, told } from './context.ts';
import { type Handle, handlesOf, named, noSuchItem } from './handles.ts';

/** So many messages of one item; the others are counted. */
const MOST = 12;

export const show: Handler = async (asked, { store, reader }) => {
  const handles = await handlesOf(asked, store, await reader.ledger());
  const nothing = noSuchItem(handles);
  if (nothing !== null) return reply(nothing.template, nothing.facts);
  const blocks: string[] = [];
  for (const handle of handles.found) blocks.push(...(await originals(handle, asked, store)));
  return { blocks };
};

async function originals(handle: Handle, asked: Asked, store: LiveStore): Promise<readonly string[]> {
  const { org, person } = asked;
  const own = handle.evidence.filter((one) => isMember(org, person, one) || isSaidToReader(one, handle, asked));
  const shown: string[] = [];
  for (const one of own.slice(0, MOST)) shown.push(await original(one, handle, asked, store));
  const others = handle.evidence.length - own.length;
  return [
    say(handle.directive === null ? told.show.gone : told.show[handle.directive.status], { what: named(handle) }),
    ...(own.length === 0 ? [told.show.none] : shown),
    ...(own.length > MOST ? [say(told.show.more, { count: own.length - MOST })] : []),
    ...(others > 0 && own.length > 0 ? [say(told.show.others, { count: others })] : []),
  ];
}

/** What was told to people alone stands in no group: those who are asked have read it. */
function isSaidToReader({ group }: Evidence, { directive }: Handle, { person }: Asked): boolean {
  return group === '' && directive !== null && mayBeAsked(directive).includes(person.id);
}

async function original(evidence: Evidence, handle: Handle, asked: Asked, store: LiveStore): Promise<string> {
  const { platform, group, id } = evidence;
  const [message] = await store.findMessages(id, { platform, group });
  const { org, person, at } = asked;
  const place = group === '' ? told.show.direct : groupName({ org, person }, evidence);
  const today = dayAt(at, org.timezone);
  if (message !== undefined) {
    const name = holderOf(org, platform, message.sender.id)?.name ?? message.sender.name;
    const facts = { name: oneLine(name), time: sentWords(message.sentAt, today, org.timezone), group: place };
    return `${say(told.show.from, facts)}\n${textOf(message)}`;
  }
  // Older than what is kept, or posted by the bot for somebody: the quote is what there is.
  const { issuer, openedAt } = handle.directive ?? { issuer: { name: '' }, openedAt: at };
  const facts = { name: oneLine(issuer.name), time: sentWords(openedAt, today, org.timezone), group: place };
  return `${say(told.show.from, facts)}\n${evidence.quote === null ? told.show.forgotten : severalLines(evidence.quote)}`;
}

function textOf(message: Message): string {
  const { kind, text, file, url } = message;
  const what =
    kind === 'text' ? '' : say(told.kinds[kind], { name: oneLine(file?.name ?? url ?? ''), seconds: wholeSeconds(message) ?? '' });
  return [what, severalLines(text)].filter((part) => part !== '').join('\n');
}
