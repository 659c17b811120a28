/** An admin's correction of one message: kept for good, and it holds at once for the message, its exact copies, and all that rests on them. */
import { keptSince } from '../ledger/kept.ts';
import { LedgerState } from '../ledger/state.ts';
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { type Label, MUST_KEEP, NOISE, TALK } from '../model/label.ts';
import { type Message, messageKey } from '../model/message.ts';
import type { Verdict } from '../model/reading.ts';
import type { Signed } from '../model/tuning.ts';
import { type Hidden, unnamed } from '../policy/rehearsal.ts';
import type { Store } from '../ports/store.ts';
import { copyKey } from '../reading/noise/overlay.ts';
import type { RuleSet } from '../reading/noise/rule-set.ts';
import { runningRules } from './rule-book.ts';
import { type SettleStoreSettings, settleAgain, settleStore } from './settle-store.ts';

export interface LabelSettings extends Omit<SettleStoreSettings, 'rules'>, Signed {
  readonly shipped: RuleSet;
  /** Copies that may be hidden too. */
  readonly evenIf: readonly string[];
  readonly progress: (done: number) => void;
}

export type LabelOutcome =
  | {
      readonly kind: 'saved';
      readonly number: number;
      /** Exact copies, the message itself aside. */
      readonly copies: number;
      /** Items of the ledger that came and went. */
      readonly opened: readonly Directive[];
      readonly gone: readonly Directive[];
    }
  /** Nothing was saved: copies that must be kept would be hidden, and nobody has named them. */
  | { readonly kind: 'hides'; readonly hidden: readonly Hidden[]; readonly unnamed: readonly Hidden[] };

const PAGE = 5000;

/** @param label null takes the message's earlier corrections back */
export async function labelMessage(store: Store, message: Message, label: Label | null, settings: LabelSettings): Promise<LabelOutcome> {
  const { org, calendar, shipped, breathe, at, by, reason, progress } = settings;
  const { platform, group, id } = message;
  const settling = async (): Promise<SettleStoreSettings> => ({
    org,
    calendar,
    rules: await runningRules(store, shipped),
    ...(breathe === undefined ? {} : { breathe }),
  });
  await settleStore(store, await settling(), progress);
  const alike = await copiesOf(store, message);
  const verdicts = await store.verdictsOf(alike);
  const hidden = hiddenCopies(message, alike, verdicts, label);
  const missing = unnamed(hidden, settings.evenIf);
  if (missing.length > 0) return { kind: 'hides', hidden, unnamed: missing };
  const number = await store.addCorrection({ platform, group, id, label, at, by, reason });
  const since = firstToReread(alike, verdicts, label);
  const before = await directivesOf(store, since);
  if (since !== null) await settleAgain(store, await settling(), since, progress);
  const after = await directivesOf(store, since);
  return {
    kind: 'saved',
    number,
    copies: alike.length - 1,
    opened: [...after.values()].filter((one) => !before.has(one.id)),
    gone: [...before.values()].filter((one) => !after.has(one.id)),
  };
}

/** Copies that must be kept, and would not be seen any more. The message itself is named already. */
function hiddenCopies(message: Message, alike: readonly Message[], verdicts: readonly Verdict[], label: Label | null): readonly Hidden[] {
  if (label === null || !(NOISE.has(label) || TALK.has(label))) return [];
  const texts = new Map(alike.map((one) => [messageKey(one), one.text]));
  return verdicts
    .filter((one) => one.keep && MUST_KEEP.has(one.label) && messageKey(one) !== messageKey(message))
    .map(({ platform, group, id, label: was }) => ({
      platform,
      group,
      id,
      was,
      words: texts.get(messageKey({ platform, group, id })) ?? '',
      item: null,
    }));
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
function firstToReread(alike: readonly Message[], verdicts: readonly Verdict[], label: Label | null): Instant | null {
  const known = new Map(verdicts.map((one) => [messageKey(one), one]));
  const others = alike.filter((one) => {
    const verdict = known.get(messageKey(one));
    return verdict !== undefined && (verdict.label !== label || verdict.unsure);
  });
  return others.reduce<Instant | null>((first, { sentAt }) => Math.min(first ?? sentAt, sentAt), null);
}

/** Those that reading again from an instant on may change. */
async function directivesOf(store: Store, since: Instant | null): Promise<ReadonlyMap<string, Directive>> {
  const ledger = new LedgerState();
  if (since === null) return ledger.directives;
  for (const entry of await store.loadEntries(keptSince(since))) ledger.append(entry);
  return ledger.directives;
}
