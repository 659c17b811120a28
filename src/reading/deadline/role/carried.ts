/** Second look: 昨天16点发现泄漏,17点处置完毕: a bare hour goes on with the day of the one before, and is past like it. */
import { ADDRESSED } from './speaker.ts';
import type { Told } from './tell.ts';

const FARTHEST = 24;
const SENTENCE_END = /[。!?;\n]/u;
/** How what is told of ends. */
const ENDED = /^[^,。把请将]{0,8}(?:完毕|结束|完成|到位|恢复|扑灭|排除|解除|撤离|处置完|修好|修复|转移)[^,。]{0,4}(?:$|[,。;])/u;

export function carryPast(told: readonly Told[], text: string): readonly Told[] {
  if (told.length < 2 || !told.some(({ role }) => role === 'past')) return told;
  return told.map((each, index) =>
    isOfPast(each, told[index - 1], text) ? { ...each, role: 'past' as const, rule: 'role/went-on' } : each,
  );
}

function isOfPast({ phrase, role }: Told, before: Told | undefined, text: string): boolean {
  if (role !== 'deadline' || phrase.edge !== null || phrase.slots.day !== null || phrase.slots.clock === null) return false;
  if (before?.role !== 'past' || before.phrase.slots.clock === null) return false;
  const gap = text.slice(before.phrase.end, phrase.start);
  const after = text.slice(phrase.end, phrase.end + FARTHEST);
  return gap.length <= FARTHEST && !SENTENCE_END.test(gap) && ENDED.test(after) && !ADDRESSED.test(gap) && !ADDRESSED.test(after);
}
