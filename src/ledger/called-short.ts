/** What is called by a contraction of its title that nobody wrote before. */
import type { Directive } from '../model/directive.ts';
import type { Change } from '../model/reading.ts';

/** "体测那个,先别填了": by a contraction that is a word of no title, the only one whose title it is drawn from: 体质健康抽测. */
export function onlyCalledShort(known: readonly Directive[], { head, change }: Change): Directive | null {
  const [short = '', ...more] = head;
  if (change === 'remind' || more.length > 0 || !CONTRACTION.test(short) || known.some(({ topics }) => topics.has(short))) return null;
  const drawn = new RegExp(`${short[0]}[\\u4e00-\\u9fff]{1,5}${short[1]}`, 'u');
  const called = known.filter(({ status, title, evidence: [first] }) => status === 'open' && drawn.test(`${title} ${first?.quote ?? ''}`));
  return called.length === 1 ? (called[0] ?? null) : null;
}

const CONTRACTION = /^(?![不没别先再还也都就请各把给在到这那])[\u4e00-\u9fff](?![了的来去吧头着过])[\u4e00-\u9fff]$/u;
