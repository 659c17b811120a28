/** Measures a pattern where it can be stopped: in a context of its own with a time limit. */
import vm from 'node:vm';
import type { PatternTimer } from '../../flow/change-rule.ts';

const LIMIT = 1000;
const ROUNDS = 2;

/** The longest that one text takes. Each is tried twice, because a machine may be busy with something else for a moment. */
export const timePattern: PatternTimer = (pattern, texts) => {
  const context = vm.createContext({ pattern, text: '' });
  new vm.Script("matcher = new RegExp(pattern, 'u')").runInContext(context, { timeout: LIMIT });
  const script = new vm.Script('matcher.test(text)');
  let longest = 0;
  for (const text of texts) {
    context['text'] = text;
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS && best > longest; round++) best = Math.min(best, timeOf(script, context));
    longest = Math.max(longest, best);
    if (longest >= LIMIT) return longest;
  }
  return longest;
};

function timeOf(script: vm.Script, context: vm.Context): number {
  const started = performance.now();
  try {
    script.runInContext(context, { timeout: LIMIT });
  } catch {
    return LIMIT;
  }
  return performance.now() - started;
}
