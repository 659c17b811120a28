/**
 * No rule of an admin drops in silence what may carry a directive, a danger or a demand. The rehearsal of a change sees only the days
 * that the store holds; what comes later and would be hidden is kept as unsure, until somebody has named the very message.
 */
import { MUST_KEEP, TALK } from '../../model/label.ts';
import { messageKey } from '../../model/message.ts';
import type { Reason, Verdict } from '../../model/reading.ts';
import { noiseJudge } from './judge.ts';
import type { Rule } from './rule.ts';
import type { Judge, RuleSet, Telling } from './rule-set.ts';

const WHY: Reason = {
  source: 'context',
  id: 'guard.rules',
  weight: 0,
  says: '本地规则要略过它,但出厂规则看它可能是布置、变更、隐患或诉求,留下请看一眼',
};

/**
 * @param shipped the rules without what admins have put over them; absent where that is nothing
 * @param confirmed keys of messages that may be hidden
 */
export function protectedJudge(set: RuleSet, shipped: readonly Rule[] | undefined, confirmed: readonly string[], telling?: Telling): Judge {
  const judge = noiseJudge(set, telling);
  if (shipped === undefined) return judge;
  const careful = noiseJudge({ ...set, rules: shipped }, telling);
  const named = new Set(confirmed);
  return (view) => {
    const verdict = judge(view);
    if (shows(verdict) || named.has(messageKey(view.message))) return verdict;
    const without = careful(view);
    return shows(without) && MUST_KEEP.has(without.label) ? { ...without, unsure: true, reasons: [WHY, ...without.reasons] } : verdict;
  };
}

/** Talk about work stands in no digest. */
function shows({ keep, label }: Verdict): boolean {
  return keep && !TALK.has(label);
}
