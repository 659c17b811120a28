/** 入群 and 退群: from an admin, in the group itself or alone with platform and id. What is not enrolled is not stored. */
import { oneLine } from '../../digest/render/line.ts';
import { say } from '../../digest/render/words.ts';
import type { Envelope } from '../../model/message.ts';
import { groupKey } from '../../model/message.ts';
import { holderOf, type Organisation, type Person } from '../../model/organisation.ts';
import { parseCommand } from '../../policy/commands/grammar.ts';
import { mayGive } from '../../policy/commands/table.ts';
import { joinGroup } from '../join-group.ts';
import { type DeskSettings, type Handler, reply, told } from './context.ts';

const NAMED = /[入退]群/u;
const LONGEST = 60;
/** Ids are no words: a name alone says nothing about which group is meant. */
const ID = /^[\x21-\x7e]+$/u;

interface GroupAsked {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
}

export const join: Handler = async ({ text, org, person }, desk) => {
  const group = groupNamed(text, org, desk);
  if (group === null) return reply(told.enrol.which, { platforms: platformsOf(desk) });
  return reply(await enrol(group, person, org, desk));
};

export const leave: Handler = async ({ text, org }, desk) => {
  const group = groupNamed(text, org, desk);
  if (group === null) return reply(told.enrol.whichLeave, { platforms: platformsOf(desk) });
  return reply(await withdraw(group, org, desk));
};

/** Answers true where the words in a group were a command to the bot: 入群 or 退群 and nothing else, from an admin by the account. */
export async function enrolInGroup(envelope: Envelope, desk: DeskSettings): Promise<boolean> {
  // Every message of every group passes here.
  if (envelope.text.length > LONGEST || !NAMED.test(envelope.text)) return false;
  const parsed = parseCommand(envelope.text);
  if (parsed.kind !== 'command' || (parsed.command !== 'join' && parsed.command !== 'leave') || parsed.text !== '') return false;
  const { platform, group, id, sender, sentAt } = envelope;
  const org = desk.organisation();
  const person = holderOf(org, platform, sender.id);
  if (person === undefined || !mayGive(parsed.command, person.roles)) return false;
  const asked = { platform, id: group, name: nameOf(platform, group, org) };
  const text = parsed.command === 'join' ? await enrol(asked, person, org, desk) : await withdraw(asked, org, desk);
  const answer = {
    key: `answer ${platform} ${group} ${id}`,
    kind: 'answer' as const,
    person: null,
    to: { platform, target: 'group' as const, id: group },
    blocks: [text],
    replyTo: id,
    createdAt: sentAt,
    notBefore: sentAt,
  };
  await desk.store.applyCommand({ inbox: null, turns: [], outgoing: [answer] });
  desk.wake();
  return true;
}

async function enrol(asked: GroupAsked, person: Person, org: Organisation, desk: DeskSettings): Promise<string> {
  const group = { ...asked, name: asked.name || (await nameTold(asked, desk)) };
  const adapter = desk.adapters.find(({ platform }) => platform === group.platform);
  const { members } = await joinGroup(desk.store, org, adapter, { ...group, by: person.id, at: desk.now() });
  await desk.reloaded();
  return say(told.enrol.joined, { group: nameToSay(group), count: members.length });
}

async function withdraw(group: GroupAsked, org: Organisation, desk: DeskSettings): Promise<string> {
  const had = await desk.store.leave(group.platform, group.id);
  await desk.reloaded();
  const listed = desk.organisation().groupByKey.has(groupKey({ platform: group.platform, group: group.id }));
  // The roster's own groups are the roster's to strike.
  if (listed) return say(told.enrol.byRoster, { group: nameToSay(group) });
  return say(had ? told.enrol.left : told.enrol.notIn, {
    group: nameToSay({ ...group, name: group.name || nameOf(group.platform, group.id, org) }),
  });
}

/** `平台 群号 农机群`; the platform may be left out where there is only one. */
function groupNamed(text: string, org: Organisation, { adapters }: DeskSettings): GroupAsked | null {
  const [first = '', ...rest] = text.split(/\s+/u).filter((word) => word !== '');
  const platforms = new Set(adapters.map(({ platform }) => platform));
  const [only] = platforms;
  const [platform, id, name] = platforms.has(first)
    ? [first, rest[0] ?? '', rest.slice(1).join(' ')]
    : [platforms.size === 1 ? only : undefined, first, rest.join(' ')];
  return platform === undefined || !ID.test(id) ? null : { platform, id, name: name === '' ? nameOf(platform, id, org) : name };
}

function nameOf(platform: string, id: string, org: Organisation): string {
  return org.groupNames.get(groupKey({ platform, group: id })) ?? '';
}

/** A group is often told by its name only a moment before it is enrolled, and the organisation doesn't know it yet. */
async function nameTold({ platform, id }: GroupAsked, { store }: DeskSettings): Promise<string> {
  return (await store.loadGroups()).find((one) => one.platform === platform && one.id === id)?.name ?? '';
}

function nameToSay({ name, id }: GroupAsked): string {
  return oneLine(name === '' ? id : name);
}

function platformsOf({ adapters }: DeskSettings): string {
  return [...new Set(adapters.map(({ platform }) => platform))].join('、');
}
