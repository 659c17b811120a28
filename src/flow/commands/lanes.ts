/**
 * Which waiting messages are answered at once, and which one takes its time: a command that reads days of chat again keeps nobody waiting
 * but the one who gave it, whose later words wait behind it.
 */

import { holderOf, type Organisation } from '../../model/organisation.ts';
import { parseCommand } from '../../policy/commands/grammar.ts';
import { commandSpec, mayGive } from '../../policy/commands/table.ts';
import type { InboxMessage, LiveStore } from '../../ports/live-store.ts';
import { waitingOf } from './waiting.ts';

export interface Lanes {
  /** Oldest first. */
  readonly quick: readonly InboxMessage[];
  /** The first slow one of each account, oldest first. */
  readonly slow: readonly InboxMessage[];
}

/** @param waiting unanswered ones, oldest first */
export async function lanesOf(waiting: readonly InboxMessage[], isSlow: (message: InboxMessage) => Promise<boolean>): Promise<Lanes> {
  const quick: InboxMessage[] = [];
  const slow = new Map<string, InboxMessage>();
  for (const message of waiting) {
    const account = `${message.platform} ${message.account}`;
    if (slow.has(account)) continue;
    if (await isSlow(message)) slow.set(account, message);
    else quick.push(message);
  }
  return { quick, slow: [...slow.values()] };
}

/** 确认 is as slow as what it confirms. Who may not give a command is told so at once. */
export async function takesLong(message: InboxMessage, org: Organisation, store: LiveStore, at: number): Promise<boolean> {
  const parsed = parseCommand(message.text);
  if (parsed.kind !== 'command') return false;
  const person = holderOf(org, message.platform, message.account);
  if (person === undefined) return false;
  const command = parsed.command === 'confirm' ? (await waitingOf(store, person.id, at))?.kind : parsed.command;
  return command !== undefined && commandSpec(command).slow === true && mayGive(command, person.roles);
}
