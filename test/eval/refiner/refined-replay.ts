/** A replay with a refiner beside it: asked in the minutes before each digest, as the running service would have been; and what was asked is counted. */
import { type Refining, refining } from '../../../src/flow/refine.ts';
import type { ReplaySettings } from '../../../src/flow/replay.ts';
import { LedgerState } from '../../../src/ledger/state.ts';
import { MINUTE } from '../../../src/model/instant.ts';
import type { MaskedMessage, RefineQuestion } from '../../../src/model/refinement.ts';
import { controlsFor } from '../../../src/policy/refine/control.ts';
import { byDirective } from '../../../src/policy/refine/overlay.ts';
import type { Refiner } from '../../../src/ports/refiner.ts';

export class AskedCount {
  readonly questions = new Set<string>();
  /** Those that came back with an answer of the form. */
  readonly answered = new Set<string>();
  /** Messages that were asked about, each once. */
  readonly asked = new Set<string>();
  /** Those around them, and those that they may be one with, included. */
  readonly sent = new Set<string>();
  accepted = 0;
  together = 0;
}

export function refinedBy(refiner: Refiner, settings: ReplaySettings, hash: (text: string) => string, count: AskedCount): ReplaySettings {
  const { store, org, calendar } = settings;
  let now = 0;
  let current = new LedgerState();
  const desk: Refining = refining({
    store,
    refiner: counted(refiner, count),
    mode: 'unsure',
    budget: { dailyTokens: 1, dailyYuan: 1, prices: { input: 0, output: 0 } },
    organisation: () => org,
    ledger: async () => current,
    calendar,
    hash,
    now: () => now,
    log: () => {},
  });
  return {
    ...settings,
    async refinements(ledger, at) {
      current = ledger;
      for (now = at - 8 * MINUTE; now < at; now += MINUTE) await desk.pass();
      const accepted = await store.refinements(0);
      count.accepted = accepted.length;
      count.together = accepted.filter(({ same }) => same !== undefined).length;
      return byDirective(accepted);
    },
  };
}

function counted(refiner: Refiner, count: AskedCount): Refiner {
  return {
    ...refiner,
    async ask(questions, signal) {
      const reply = await refiner.ask(questions, signal);
      const known = controlsFor(questions).length;
      for (const [index, question] of questions.entries()) {
        if (index < known) continue;
        count.questions.add(keyOf(question));
        if (reply.proposals[index] != null) count.answered.add(keyOf(question));
        for (const message of question.messages) {
          count.sent.add(identityOf(message));
          if (message.asked) count.asked.add(identityOf(message));
        }
      }
      return reply;
    },
  };
}

/** The same whatever the program makes of the words: its title and its doubts are not in it. */
export function keyOf({ messages }: RefineQuestion): string {
  return JSON.stringify(messages.map(({ when, text, asked, other = false }) => [when, text, asked, other]));
}

/** Placeholders are numbered anew in each question. */
function identityOf({ when, text }: MaskedMessage): string {
  return `${when} ${text.replace(/⟦(.)[^⟧]*⟧/gu, '$1')}`;
}
