/** 漏了: somebody misses a message in the digest. It is found in their groups, they hear what it was judged to be, and the admins hear of it. */
import { oneLine } from '../../digest/render/line.ts';
import { groupName } from '../../digest/render/view.ts';
import { sentWords } from '../../digest/render/when.ts';
import { say, words } from '../../digest/render/words.ts';
import { dayAt } from '../../model/instant.ts';
import { groupKey, type Message, type MessageKey } from '../../model/message.ts';
import type { Outgoing } from '../../model/outgoing.ts';
import { type Asked, type DeskSettings, type Handler, reply, told } from './context.ts';
import { findMissed, missedWords, SEARCHED_DAYS } from './find-missed.ts';
import { keep } from './kept.ts';

const EXCERPT = 60;

export const missed: Handler = async (asked, desk) => {
  if (missedWords(asked) === '' && asked.message.forwardedFrom === undefined) return reply(told.missed.what);
  const found = await findMissed(asked, desk.store);
  if (found === null) {
    const notices = noticesOf(asked, say(told.missed.tellAdminLost, { name: oneLine(asked.person.name) }));
    return { ...reply(told.missed.notFound, { days: SEARCHED_DAYS }), outgoing: notices };
  }
  return await toldOf(found, asked, desk);
};

async function toldOf(found: Message, asked: Asked, { store, reader }: DeskSettings): ReturnType<Handler> {
  const { org, person, at } = asked;
  const ledger = await reader.ledger();
  const [verdict] = await store.verdictsOf([found]);
  const items = ledger.ofMessage(found).map(({ title }) => oneLine(title));
  const judged = {
    label: verdict === undefined ? told.missed.unread : words.labels[verdict.label],
    kept: verdict?.keep === false ? told.missed.skipped : told.missed.kept,
    time: sentWords(found.sentAt, dayAt(at, org.timezone), org.timezone),
  };
  const facts = {
    ...judged,
    name: oneLine(found.sender.name),
    group: groupName({ org, person }, found),
    text: excerpt(oneLine(found.text)),
    items: items.length === 0 ? '' : say(told.missed.item, { titles: items.join('；') }),
  };
  const group = oneLine(org.groupNames.get(groupKey(found)) ?? found.group);
  const notices = noticesOf(asked, say(told.missed.tellAdmin, { ...judged, name: oneLine(person.name), group }));
  const { platform, group: id, id: message } = found;
  const key: MessageKey = { platform, group: id, id: message };
  // Who quotes the notice means the message.
  return { ...reply(told.missed.found, facts), outgoing: notices, drafts: notices.map((notice) => keep('found', notice.key, key)) };
}

/** One for each admin. It names group and time, not the words: not every admin sits in every group. */
function noticesOf({ message: { platform, account, id }, org, at }: Asked, text: string): readonly Outgoing[] {
  return org.people
    .filter(({ roles }) => roles.includes('admin'))
    .map((admin) => ({
      key: `notice missed ${platform} ${account} ${id} ${admin.id}`,
      kind: 'notice',
      person: admin.id,
      to: null,
      blocks: [text],
      createdAt: at,
      notBefore: at,
    }));
}

function excerpt(text: string): string {
  const letters = [...text];
  return letters.length <= EXCERPT ? text : `${letters.slice(0, EXCERPT).join('')}…`;
}
