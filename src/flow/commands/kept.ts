/** What a person is in the middle of, by name: kept with the answer in one transaction. What can't be read any more is as if it weren't there. */
import type { CommandOutcome, LiveStore } from '../../ports/live-store.ts';

type Draft = NonNullable<CommandOutcome['drafts']>[number];

/**
 * `waiting`: what 确认 will do · `last`: the turn that 撤销 takes back · `shown`: the list to which numbers refer · `own`: the list of
 * the leader's own directives · `codes`: wrong binding codes of an account · `found`: the message that a notice tells of · `strangers`: when an account
 * that nobody knows was answered.
 */
export type KeptName = 'waiting' | 'last' | 'shown' | 'own' | 'codes' | 'found' | 'strangers';

export async function keptOf<T>(store: LiveStore, name: KeptName, owner: string): Promise<T | null> {
  const body = await store.draftOf(keyOf(name, owner));
  if (body === null) return null;
  try {
    return JSON.parse(body) as T;
  } catch {
    return null;
  }
}

export function keep(name: KeptName, owner: string, value: object | null): Draft {
  return { person: keyOf(name, owner), body: value === null ? null : JSON.stringify(value) };
}

function keyOf(name: KeptName, owner: string): string {
  return name === 'waiting' ? owner : `${name} ${owner}`;
}
