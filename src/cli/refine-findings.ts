/** What `doctor` finds of the refiner: one test call with words of its own, and what it cost. */
import { yuanOf } from '../flow/refine-budget.ts';
import type { RefineCall, RefineQuestion } from '../model/refinement.ts';
import type { Prepared } from '../service/prepare.ts';
import type { Services } from './command.ts';

/** Nobody's words. */
const TEST: RefineQuestion = {
  doubts: ['verdict'],
  title: '报统计表',
  messages: [{ by: '⟦人1⟧(领导)', when: '2026-11-16 周一 09:00', text: '各村明天下班前把统计表报上来', asked: true }],
};

export interface RefineFinding {
  readonly good: boolean;
  readonly text: string;
  /** For the log of calls; null where none was made. */
  readonly call: RefineCall | null;
}

export async function refineFinding(prepared: Prepared, { say, makeRefiner }: Services, now: number): Promise<RefineFinding> {
  const refiner = await makeRefiner(prepared);
  if (refiner === null) return { good: true, text: say('doctor.refine.off'), call: null };
  const { outcome, proposals, inputTokens, outputTokens } = await refiner.ask([TEST]);
  const yuan = yuanOf(prepared.config.refine, inputTokens, outputTokens);
  const { host, model } = refiner;
  const good = outcome === 'answered' && proposals[0] !== null;
  const why = say(`refine.outcome.${outcome === 'answered' && !good ? 'broken' : outcome}`);
  const facts = { host, model, tokens: inputTokens + outputTokens, yuan: yuan.toFixed(4), why };
  return {
    good,
    text: say(good ? 'doctor.refine' : 'doctor.refine.failed', facts),
    call: { at: now, host, model, questions: 1, inputTokens, outputTokens, yuan, outcome },
  };
}
