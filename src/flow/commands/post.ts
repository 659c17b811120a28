/** 下发: a leader says a thing once. It is read, shown with its audience and deadline, and after 确认 posted where it reaches them, and in the ledger at once. */
import { dueWords } from '../../digest/render/deadline-line.ts';
import { oneLine } from '../../digest/render/line.ts';
import { say } from '../../digest/render/words.ts';
import { directiveId } from '../../ledger/directive-id.ts';
import { decideMerge } from '../../ledger/merge.ts';
import { dayAt } from '../../model/instant.ts';
import type { Ask } from '../../model/reading.ts';
import { isMarkedClassified } from '../../policy/classified.ts';
import { coverOf } from '../../policy/reach-groups.ts';
import { aloneOrLost, groupsOpenTo, namesOf, posted, wayWords } from './channels.ts';
import { type Asked, type DeskSettings, type EntryDraft, type Handler, type Reply, reply, told, turnWith } from './context.ts';
import { keep } from './kept.ts';
import { readOrder } from './read-order.ts';
import type { Waiting } from './waiting.ts';

export const post: Handler = async (asked, desk) => {
  const { person, org, at, text } = asked;
  if (isMarkedClassified({ text })) return reply(told.post.classified);
  const { asks } = readOrder(text, person, at, org, desk.calendar, await desk.rules());
  if (asks.length === 0) return reply(told.post.nothing);
  const audience = [...new Set(asks.flatMap((ask) => ask.audience.people))];
  if (audience.length === 0) return reply(told.post.nobody);
  const { groups, uncovered } = coverOf(audience, await groupsOpenTo(person, asked, desk));
  const way = { groups: groups.map(({ platform, id }) => ({ platform, id })), ...aloneOrLost(uncovered, asked, desk) };
  if (way.groups.length + way.alone.length === 0) return reply(told.post.unreachable, { people: namesOf(audience, asked) });
  const waiting: Waiting = { kind: 'post', at, text, asks, way };
  const blocks = [
    told.post.check,
    ...asks.map((ask, index) => askWords(ask, index + 1, asked)),
    `${wayWords(way, asked)}\n${told.post.confirm}`,
  ];
  return { blocks, buttons: told.yesNo, drafts: [keep('waiting', person.id, waiting)] };
};

function askWords({ title, deadline, audience }: Ask, number: number, asked: Asked): string {
  const facts = { count: audience.people.length, people: namesOf(audience.people, asked) };
  return [
    `${number}. ${oneLine(title)}`,
    `   ${say(told.post.due, { time: dueWords(deadline, dayAt(asked.at, asked.org.timezone), asked.org.timezone) })}`,
    `   ${say(audience.unclear ? told.post.unclear : told.post.audience, facts)}`,
  ].join('\n');
}

export async function confirmPost(asked: Asked, waiting: Extract<Waiting, { kind: 'post' }>, { reader }: DeskSettings): Promise<Reply> {
  const { person } = asked;
  const { asks, way } = waiting;
  const text = say(told.post.text, { name: oneLine(person.name), text: waiting.text });
  const { outgoing, evidence } = posted(text, way, asked);
  const ledger = await reader.ledger();
  const drafts = asks.map((ask, place): EntryDraft => entryFor({ ...ask, evidence }, place, asked, ledger));
  const titles = asks.map(({ title }) => oneLine(title)).join('；');
  return {
    ...reply(told.post.done, { titles, way: wayWords(way, asked) }),
    turns: [turnWith(asked, drafts)],
    outgoing,
    // 撤销 must not reach behind a post to what was said before it.
    drafts: [keep('waiting', person.id, null), keep('last', person.id, null)],
  };
}

/** What the leader has asked before, in whatever words, stays one thing. */
function entryFor(
  ask: Ask,
  place: number,
  { message, person, at }: Asked,
  ledger: Awaited<ReturnType<DeskSettings['reader']['ledger']>>,
): EntryDraft {
  const [first] = ask.evidence;
  if (first === undefined) throw new Error('a post stands somewhere');
  const turn = { platform: first.platform, group: first.group, id: first.id };
  const sender = { id: message.account, name: person.name, person: person.id };
  const { merge, similar } = decideMerge(ledger, { turn, sender, at, verdicts: [], asks: [ask], changes: [], answers: [] }, ask, at);
  if (merge !== null && merge.directive.issuer.person === person.id) {
    return { kind: 'evidenced', directive: merge.directive.id, ask, voice: person.id, why: merge.why };
  }
  return { kind: 'opened', directive: directiveId(first, place), ask, issuer: sender, similarTo: similar };
}
