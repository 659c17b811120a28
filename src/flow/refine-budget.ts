/** What refining may cost a day, and what it has. The day is that of the organisation; what would go beyond is not sent. */
import { dayAt, type Instant } from '../model/instant.ts';
import type { CallOutcome, RefineCall } from '../model/refinement.ts';

export interface RefineBudget {
  readonly dailyTokens: number;
  readonly dailyYuan: number;
  /** In yuan, for a million tokens. */
  readonly prices: { readonly input: number; readonly output: number };
}

export interface Spent {
  readonly tokens: number;
  readonly yuan: number;
  readonly last: CallOutcome | null;
}

export function spentToday(calls: readonly RefineCall[], now: Instant, timezone: string): Spent {
  const today = dayAt(now, timezone);
  const ofToday = calls.filter(({ at }) => dayAt(at, timezone) === today);
  return {
    tokens: ofToday.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    yuan: ofToday.reduce((sum, { yuan }) => sum + yuan, 0),
    last: ofToday.at(-1)?.outcome ?? null,
  };
}

export function yuanOf({ prices }: RefineBudget, inputTokens: number, outputTokens: number): number {
  return (inputTokens * prices.input + outputTokens * prices.output) / 1_000_000;
}

/** @param most tokens that the next call may cost, all of them at the dearer price */
export function wouldExceed(budget: RefineBudget, spent: Spent, most: number): boolean {
  const dearest = (most * Math.max(budget.prices.input, budget.prices.output)) / 1_000_000;
  return spent.tokens + most > budget.dailyTokens || spent.yuan + dearest > budget.dailyYuan;
}
