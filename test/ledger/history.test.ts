import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/ledger/entry.ts';
import { foldEntries } from '../../src/ledger/fold.ts';
import { History } from '../../src/ledger/history.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { at, evidence } from '../kit/digest-builders.ts';
import { anAsk, opened } from '../kit/ledger-builders.ts';

const NINE = at('2026-11-16 09:00');

/** A directive, many copies in many groups, many answers, each of a turn of its own or of a few. */
const ENTRIES: readonly Entry[] = Array.from({ length: 150 }, (_, index): Entry => {
  const base = { directive: 'd-1', turn: `t${Math.floor(index / 2) % 60}`, at: NINE + index * 1000, order: index };
  const message = { platform: 'wechat', group: `g${index % 9}`, id: `m${index}` };
  if (index === 0) return opened({ ...base, ask: anAsk() });
  if (index % 3 === 0) return { ...base, kind: 'answered', person: `p${index % 17}`, state: 'done', message };
  const ask = anAsk({
    evidence: [evidence(`g${index % 9}`, `m${index}`, '核验表')],
    audience: { people: [`p${index % 23}`], unclear: false },
  });
  return { ...base, kind: 'evidenced', ask, voice: `p${index % 5}`, why: '' };
});

describe('the history of a directive', () => {
  it('folds to the same whatever comes in between, and whatever goes', () => {
    const step = fc.oneof(
      fc.record({ put: fc.integer({ min: 0, max: ENTRIES.length - 1 }) }),
      fc.record({ drop: fc.integer({ min: 0, max: 59 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: ENTRIES.length }), fc.array(step, { maxLength: 30 }), (count, steps) => {
        let known = ENTRIES.slice(0, count);
        const history = new History(known);
        for (const one of steps) {
          if ('drop' in one) {
            known = known.filter(({ turn }) => turn !== `t${one.drop}`);
            expect(history.remove(`t${one.drop}`)).toEqual(foldEntries(known));
          } else {
            const entry = ENTRIES[one.put];
            if (entry === undefined || known.includes(entry)) continue;
            known = [...known, entry];
            expect(history.insert(entry)).toEqual(foldEntries(known));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stands in the ledger as the fold of all of its entries', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...ENTRIES], { minLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 59 }), { maxLength: 8 }),
        (mixed, gone) => {
          const state = new LedgerState();
          let known = mixed;
          for (const entry of mixed) state.append(entry);
          for (const turn of gone) {
            const old = state.entriesOfTurn(`t${turn}`);
            state.removeTurn(`t${turn}`);
            for (const entry of old.slice(1)) state.append(entry);
            known = [...known.filter((entry) => entry.turn !== `t${turn}`), ...old.slice(1)];
            expect(state.directives.get('d-1') ?? null).toEqual(foldEntries(known));
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
