/** 更正 and 作废: a leader changes or ends an own directive; after 确认 it is told where the directive was told, and holds in the ledger at once. */
import { dueWords } from '../../digest/render/deadline-line.ts';
import { oneLine } from '../../digest/render/line.ts';
import { say } from '../../digest/render/words.ts';
import type { Deadline } from '../../model/deadline.ts';
import type { Directive } from '../../model/directive.ts';
import { dayAt } from '../../model/instant.ts';
import { groupKey } from '../../model/message.ts';
import { stillAsked } from '../../model/seen-by.ts';
import { isMarkedClassified } from '../../policy/classified.ts';
import { readText } from '../../reading/view.ts';
import { aloneOrLost, groupsOpenTo, posted, type Way, wayWords } from './channels.ts';
import { type Asked, type DeskSettings, type EntryDraft, type Handler, type Reply, reply, told, turnWith } from './context.ts';
import { keep } from './kept.ts';
import { ownNumbered, titleOf } from './own.ts';
import type { Waiting } from './waiting.ts';

/** Beside its time a correction of so many characters says something else too. */
const MORE_THAN_TIME = 10;

export const amend: Handler = async (asked, desk) => {
  if (isMarkedClassified({ text: asked.text })) return reply(told.post.classified);
  const own = await ownNumbered(asked, desk);
  if ('blocks' in own) return own;
  const [one] = own;
  if (one === undefined) return reply(told.own.which);
  const { at, org, person } = asked;
  const { directive } = one.reach;
  const deadline = deadlineIn(asked, desk);
  const text = say(told.change.amended, { name: oneLine(person.name), title: oneLine(directive.title), text: asked.text });
  const way = await wayOf(directive, asked, desk);
  const waiting: Waiting = { kind: 'amend', at, directive: directive.id, words: asked.text, deadline, text, way };
  const day = dayAt(at, org.timezone);
  const time = deadline === null ? told.change.sameTime : say(told.post.due, { time: dueWords(deadline, day, org.timezone) });
  return preview(say(told.change.amend, { what: titleOf(one), text: oneLine(asked.text), time }), waiting, way, asked);
};

export const revoke: Handler = async (asked, desk) => {
  const own = await ownNumbered(asked, desk);
  if ('blocks' in own) return own;
  const [one, ...more] = own;
  if (one === undefined || more.length > 0) return reply(told.change.oneByOne);
  const { directive } = one.reach;
  const text = say(told.change.revoked, { name: oneLine(asked.person.name), title: oneLine(directive.title) });
  const way = await wayOf(directive, asked, desk);
  return preview(
    say(told.change.revoke, { what: titleOf(one) }),
    { kind: 'revoke', at: asked.at, directive: directive.id, text, way },
    way,
    asked,
  );
};

function preview(line: string, waiting: Waiting, way: Way, asked: Asked): Reply {
  return {
    blocks: [`${line}\n${wayWords(way, asked)}\n${told.post.confirm}`],
    buttons: told.yesNo,
    drafts: [keep('waiting', asked.person.id, waiting)],
  };
}

/** The deadline that the correction names, read as of now. */
function deadlineIn({ text, at, org, message }: Asked, { calendar }: DeskSettings): Deadline | null {
  const envelope = { platform: message.platform, group: '', id: message.id, sentAt: at, sender: { id: message.account, name: '' } };
  return readText({ ...envelope, kind: 'text', text }, { org, calendar }).times.deadlines[0] ?? null;
}

/** Where it was told, as far as the leader sits there; who sits in none of these groups is told alone. */
async function wayOf(directive: Directive, asked: Asked, desk: DeskSettings): Promise<Way> {
  const open = await groupsOpenTo(asked.person, asked, desk);
  const groups = open.filter(({ platform, id }) => directive.heard.has(groupKey({ platform, group: id })));
  const reached = new Set(groups.flatMap(({ members }) => members));
  const others = stillAsked(directive).filter((id) => !reached.has(id));
  return { groups: groups.map(({ platform, id }) => ({ platform, id })), ...aloneOrLost(others, asked, desk) };
}

export async function confirmChange(
  asked: Asked,
  waiting: Extract<Waiting, { kind: 'amend' | 'revoke' }>,
  { reader }: DeskSettings,
): Promise<Reply> {
  const directive = (await reader.ledger()).directives.get(waiting.directive);
  const drafts = [keep('waiting', asked.person.id, null), keep('last', asked.person.id, null)];
  if (directive?.issuer.person !== asked.person.id || directive.status !== 'open') return { ...reply(told.change.over), drafts };
  const { outgoing, evidence } = posted(waiting.text, waiting.way, asked);
  const [first] = evidence;
  if (first === undefined) throw new Error('a post stands somewhere');
  const message = { platform: first.platform, group: first.group, id: first.id };
  const base = { kind: 'changed' as const, directive: directive.id, audience: null, message };
  const facts = { what: oneLine(directive.title), way: wayWords(waiting.way, asked) };
  if (waiting.kind === 'revoke') {
    const entry: EntryDraft = { ...base, change: 'cancel', deadline: null, evidence };
    return { ...reply(told.change.revokedDone, facts), turns: [turnWith(asked, [entry])], outgoing, drafts };
  }
  const { deadline, words } = waiting;
  const moved: EntryDraft[] = deadline === null ? [] : [{ ...base, change: 'deadline', deadline, evidence }];
  const saysMore = words.length - (deadline?.phrase.length ?? 0) > MORE_THAN_TIME || deadline === null;
  const quoted = evidence.map((one) => ({ ...one, quote: words }));
  const said: EntryDraft[] = saysMore ? [{ ...base, change: 'amend', deadline: null, evidence: quoted }] : [];
  return { ...reply(told.change.amendedDone, facts), turns: [turnWith(asked, [...moved, ...said])], outgoing, drafts };
}
