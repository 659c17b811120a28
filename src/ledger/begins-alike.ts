/** What is called off or taken up again by the very words with which one thing begins that is known. */
import type { Directive } from '../model/directive.ts';
import type { Change } from '../model/reading.ts';

/** What is handed in or held, called by more than that word: "春节值班表", not "三个村的", which begins many titles. */
const THING = /^[\u4e00-\u9fff\d]{2,}(?:表|单|账|册|报告|方案|材料|总结|[日周月年快]报|会|演练|培训)/u;
/** Topics of the change within it; fewer are those of many. */
const ENOUGH = 2;

/** "春节值班表先停,区里要统一排班": the one of which the title begins with 春节值班表, whatever else speaks of duty lists. */
export function onlyBeginsAlike(known: readonly Directive[], { change, head, fallback }: Change): Directive | null {
  if (change !== 'cancel' && change !== 'reinstate') return null;
  const alike = known.filter(({ status, title }) => {
    const shared = sharedStart(fallback?.title ?? '', title);
    return status !== 'done' && head.filter((topic) => shared.includes(topic)).length >= ENOUGH;
  });
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** The thing with which both begin; empty where they don't. */
function sharedStart(one: string, other: string): string {
  let end = 0;
  while (end < one.length && one[end] === other[end] && /[\u4e00-\u9fff\d]/u.test(one[end] ?? '')) end++;
  return THING.exec(one.slice(0, end))?.[0] ?? '';
}
