/** From a directive to the question about it: its messages out of the store, what it was nearly merged with, and who is known in its groups. */
import type { LedgerState } from '../ledger/state.ts';
import { undecidedMerges } from '../ledger/undecided.ts';
import type { Directive } from '../model/directive.ts';
import { HOUR, type Instant } from '../model/instant.ts';
import { groupKey, type Message, type MessageKey, messageKey } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { RefineMode } from '../model/refinement.ts';
import { mayBeOne } from '../policy/refine/one-task.ts';
import { AROUND, type PreparedQuestion, questionOf } from '../policy/refine/question.ts';
import type { Store } from '../ports/store.ts';
import { mayNameTime } from '../reading/deadline/index.ts';
import { normalise } from '../reading/text/normalise.ts';

export interface QuestionSettings {
  readonly store: Pick<Store, 'messagesBetween' | 'findMessages' | 'senderNames'>;
  readonly mode: RefineMode;
  readonly organisation: () => Organisation;
  readonly now: () => Instant;
}

/** Of an item, and of what it may be one with. */
const MOST_EVIDENCE = 24;
/** Who comes into a group within the hour is still masked by the roster, and by each message's own sender. */
const NAMES_FOR = HOUR;

export function questionMaker({ store, mode, organisation, now }: QuestionSettings) {
  const namesOf = new Map<string, { readonly at: Instant; readonly names: readonly string[] }>();

  async function messagesAbout(directive: Directive, evidence: readonly MessageKey[]): Promise<readonly Message[]> {
    const around = await store.messagesBetween(directive.openedAt - AROUND.before, directive.openedAt + AROUND.after);
    const own = await Promise.all(
      evidence.slice(0, MOST_EVIDENCE).map(({ id, platform, group }) => store.findMessages(id, { platform, group })),
    );
    return [...new Map([...around, ...own.flat()].map((message) => [messageKey(message), message])).values()];
  }

  async function namesIn(group: MessageKey): Promise<readonly string[]> {
    const known = namesOf.get(groupKey(group));
    if (known !== undefined && Math.abs(now() - known.at) < NAMES_FOR) return known.names;
    const names = await store.senderNames(group);
    namesOf.set(groupKey(group), { at: now(), names });
    return names;
  }

  return {
    /** Null where there is nothing to ask. */
    async about(directive: Directive, ledger: LedgerState): Promise<PreparedQuestion | null> {
      const nearest = undecidedMerges(ledger, directive).find((one) => mayBeOne(directive, one)) ?? null;
      const evidence = [...directive.evidence, ...(nearest?.evidence ?? [])];
      const groups = [...new Map(evidence.map((one) => [groupKey(one), one])).values()];
      const names = await Promise.all(groups.map(namesIn));
      return questionOf(directive, {
        org: organisation(),
        mode,
        messages: await messagesAbout(directive, evidence),
        names: [...new Set(names.flat())],
        namesTime,
        nearest,
      });
    },
  };
}

function namesTime(text: string): boolean {
  return mayNameTime(normalise(text).text);
}
