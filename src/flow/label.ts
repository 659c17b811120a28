/** An admin's correction of one message: kept for good, and it holds at once for the message, its exact copies, and all that rests on them. */
import { LedgerState } from '../ledger/state.ts';
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import type { Label } from '../model/label.ts';
import { type Message, messageKey } from '../model/message.ts';
import type { Signed } from '../model/tuning.ts';
import type { Store } from '../ports/store.ts';
import { copyKey } from '../reading/noise/overlay.ts';
import type { RuleSet } from '../reading/noise/rule-set.ts';
import { runningRules } from './rule-book.ts';
import type { SettlerSettings } from './settle.ts';
import { settleAgain, settleStore } from './settle-store.ts';

export interface LabelSettings extends Omit<SettlerSettings, 'entries' | 'rules'>, Signed {
  readonly shipped: RuleSet;
  readonly progress: (done: number) => void;
}

export interface Labelled {
  readonly number: number;
  /** Exact copies, the message itself aside. */
  readonly copies: number;
  /** Items of the ledger that came and went. */
  readonly opened: readonly Directive[];
  readonly gone: readonly Directive[];
}

const PAGE = 5000;

/** @param label null takes the message's earlier corrections back */
export async function labelMessage(store: Store, message: Message, label: Label | null, settings: LabelSettings): Promise<Labelled> {
  const { org, calendar, at, by, reason, progress } = settings;
  const { platform, group, id } = message;
  const number = await store.addCorrection({ platform, group, id, label, at, by, reason });
  const rules = await runningRules(store, settings.shipped);
  await settleStore(store, { org, calendar, rules }, progress);
  const alike = await copiesOf(store, message);
  const since = await firstToReread(store, alike, label);
  const before = await directivesOf(store);
  if (since !== null) await settleAgain(store, { org, calendar, rules }, since, progress);
  const after = await directivesOf(store);
  return {
    number,
    copies: alike.length - 1,
    opened: [...after.values()].filter((one) => !before.has(one.id)),
    gone: [...before.values()].filter((one) => !after.has(one.id)),
  };
}

/** The message and all that say the very same. */
async function copiesOf(store: Store, message: Message): Promise<readonly Message[]> {
  const wanted = copyKey(message);
  if (wanted === null) return [message];
  const found: Message[] = [];
  for (let after = 0; ; ) {
    const page = await store.messagesAfter(after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return found;
    after = last.seq;
    found.push(...page.filter((one) => one.kind === message.kind && copyKey(one) === wanted));
  }
}

/** Where reading has to start again: at the first that is judged otherwise than the correction says. What is right already stays as it is. */
async function firstToReread(store: Store, alike: readonly Message[], label: Label | null): Promise<Instant | null> {
  const verdicts = new Map((await store.verdictsOf(alike)).map((one) => [messageKey(one), one]));
  const others = alike.filter((one) => {
    const verdict = verdicts.get(messageKey(one));
    return verdict !== undefined && (label === null || verdict.label !== label || verdict.unsure);
  });
  return others.reduce<Instant | null>((first, { sentAt }) => Math.min(first ?? sentAt, sentAt), null);
}

async function directivesOf(store: Store): Promise<ReadonlyMap<string, Directive>> {
  const ledger = new LedgerState();
  for (const entry of await store.loadEntries()) ledger.append(entry);
  return ledger.directives;
}
