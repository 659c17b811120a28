/** Measures a pattern where it can be stopped: in a context of its own with a time limit. */
import vm from 'node:vm';
import type { PatternTimer } from '../../flow/change-rule.ts';

const LIMIT = 1000;
const ROUNDS = 2;

/** The longest that one text takes, in time of this process: a machine that is busy with others makes no pattern slow. The better of two tries. */
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
  const before = process.cpuUsage();
  try {
    script.runInContext(context, { timeout: LIMIT });
  } catch {
    return LIMIT;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
