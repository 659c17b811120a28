import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Topical, TopicIndex } from '../../src/ledger/topic-index.ts';

const WORDS = ['核验', '补贴', '清淤', '防汛', '台账', '厕所', '请', '汛'];
const aWord = fc.constantFrom(...WORDS);
const aList = fc.uniqueArray(aWord, { maxLength: 6 });
const aDirective = fc.record({ id: fc.constantFrom('d1', 'd2', 'd3', 'd4'), topics: aList, object: aList });

function topical({ id, topics, object }: { id: string; topics: readonly string[]; object: readonly string[] }): Topical {
  return { id, topics: new Set(topics), object };
}

/** Each directive once, some of them taken out again and put back. */
function indexOf(given: readonly Topical[]): { readonly index: TopicIndex; readonly known: readonly Topical[] } {
  const index = new TopicIndex();
  const known = new Map<string, Topical>();
  for (const one of given) {
    index.remove(one.id);
    index.add(one);
    known.set(one.id, one);
  }
  return { index, known: [...known.values()] };
}

describe('comparing by numbers', () => {
  it('gives what comparing by words gives, to the last digit', () => {
    fc.assert(
      fc.property(fc.array(aDirective.map(topical), { maxLength: 8 }), aList, aList, (given, asked, more) => {
        const { index, known } = indexOf(given);
        for (const list of [asked, more, asked]) {
          const { each, sum } = index.weigh(list);
          for (const one of known) {
            let shared = 0;
            for (const [place, topic] of list.entries()) if (one.topics.has(topic)) shared += each[place] ?? 0;
            const other = index.weigh([...one.topics]).sum;
            const overlap = { shared, smaller: Math.min(sum, other), whole: sum + other - shared };
            expect(index.overlap(list, one)).toEqual(list.length === 0 ? { shared: 0, smaller: 0, whole: 0 } : overlap);
            const title = index.weigh(one.object);
            const said = one.object.reduce((total, topic, place) => (list.includes(topic) ? total + (title.each[place] ?? 0) : total), 0);
            expect(index.titleShare(one, list)).toBe(title.sum === 0 ? 0 : said / title.sum);
          }
        }
      }),
    );
  });

  it('compares a directive as it stood before it had another copy', () => {
    const before = topical({ id: 'd1', topics: ['核验'], object: ['核验'] });
    const after = topical({ id: 'd1', topics: ['核验', '补贴'], object: ['核验'] });
    const { index } = indexOf([before]);
    index.add(after);
    expect(index.overlap(['补贴'], before).shared).toBe(0);
    expect(index.overlap(['补贴'], after).shared).toBe(index.weigh(['补贴']).sum);
    expect(index.titleShare(topical({ id: 'gone', topics: [], object: ['核验'] }), ['核验'])).toBe(1);
  });
});
