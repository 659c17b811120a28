/** Who can be reached how: through groups in which the leader sits and the bot may post, else alone, else not at all. */
import { oneLine } from '../../digest/render/line.ts';
import { groupName } from '../../digest/render/view.ts';
import { say } from '../../digest/render/words.ts';
import type { Group, Person } from '../../model/organisation.ts';
import type { Outgoing } from '../../model/outgoing.ts';
import type { Evidence } from '../../model/reading.ts';
import { type Asked, type DeskSettings, told } from './context.ts';

export type GroupRef = Pick<Group, 'platform' | 'id'>;

/** Where a text goes. Plain values: it waits in the store for 确认. */
export interface Way {
  readonly groups: readonly GroupRef[];
  /** Person ids of those who get it alone. */
  readonly alone: readonly string[];
  /** Person ids of those whom nothing reaches. */
  readonly lost: readonly string[];
}

/** Groups in which the person sits, and into which an adapter can post. */
export async function groupsOpenTo(
  person: Person,
  { org }: Pick<Asked, 'org'>,
  { store, adapters, gaps }: DeskSettings,
): Promise<readonly Group[]> {
  const moved = new Set(
    (await store.enrolledGroups()).filter(({ movedTo }) => movedTo !== undefined).map(({ platform, id }) => `${platform} ${id}`),
  );
  const left = new Set((gaps?.() ?? []).filter(({ gap }) => gap === 'left').map(({ group }) => `${group.platform} ${group.id}`));
  return org.groups.filter(({ platform, id, members }) => {
    const key = `${platform} ${id}`;
    return members.includes(person.id) && adapters.some((one) => one.platform === platform) && !moved.has(key) && !left.has(key);
  });
}

/** Those whom no group holds get it alone, as far as an account of theirs is known. */
export function aloneOrLost(people: readonly string[], { org }: Pick<Asked, 'org'>, { adapters }: DeskSettings): Omit<Way, 'groups'> {
  const platforms = adapters.filter(({ traits }) => traits.sendsDirect).map(({ platform }) => platform);
  const isReachable = (id: string): boolean => platforms.some((platform) => org.personById.get(id)?.accounts[platform] !== undefined);
  return { alone: people.filter(isReachable), lost: people.filter((id) => !isReachable(id)) };
}

/** The texts that go out, and where they will stand as evidence: each group's by the key of its text. */
export function posted(
  text: string,
  { groups, alone }: Way,
  { message, at }: Asked,
): { readonly outgoing: readonly Outgoing[]; readonly evidence: readonly Evidence[] } {
  const base = `${message.platform} ${message.account} ${message.id}`;
  const common = { kind: 'post' as const, blocks: [text], createdAt: at, notBefore: at };
  const toGroups = groups.map(
    ({ platform, id }, index): Outgoing => ({
      ...common,
      key: `post ${base} ${index + 1}`,
      person: null,
      to: { platform, target: 'group', id },
    }),
  );
  const toPeople = alone.map((person): Outgoing => ({ ...common, key: `post ${base} ${person}`, person, to: null }));
  const evidence = groups.map(
    ({ platform, id }, index): Evidence => ({ platform, group: id, id: `post ${base} ${index + 1}`, quote: text, span: null }),
  );
  const direct: Evidence = { platform: message.platform, group: '', id: `post ${base}`, quote: text, span: null };
  return { outgoing: [...toGroups, ...toPeople], evidence: evidence.length === 0 ? [direct] : evidence };
}

/** `发到：工作群；私下发给：林芳；够不着：南山` */
export function wayWords({ groups, alone, lost }: Way, asked: Asked): string {
  const view = { org: asked.org, person: asked.person };
  const parts = [
    groups.length === 0
      ? ''
      : say(told.way.groups, { groups: groups.map(({ platform, id }) => groupName(view, { platform, group: id })).join('、') }),
    alone.length === 0 ? '' : say(told.way.alone, { people: namesOf(alone, asked) }),
    lost.length === 0 ? '' : say(told.way.lost, { people: namesOf(lost, asked) }),
  ];
  return parts.filter((part) => part !== '').join('；');
}

export function namesOf(people: readonly string[], { org }: Pick<Asked, 'org'>): string {
  return people.map((id) => oneLine(org.personById.get(id)?.name ?? id)).join('、');
}
