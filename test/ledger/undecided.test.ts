import { describe, expect, it } from 'vitest';
import { LedgerState } from '../../src/ledger/state.ts';
import { undecidedMerges } from '../../src/ledger/undecided.ts';
import type { Ask } from '../../src/model/reading.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { anAsk, opened } from '../kit/ledger-builders.ts';

const WORDS = ['独居', '居老', '老人', '台账', '入户', '走访'];
const DUE = aDeadline({ basis: 'said', at: at('2026-11-19 12:00') });
const VOICE = { id: 'wei-jia', name: '魏佳', person: 'wei-jia' };

/** What an ask of another voice, in another group, an hour and a half after the first, is undecided about. */
function undecided(given: Partial<Ask>): readonly string[] {
  const state = new LedgerState();
  const first = anAsk({ topics: WORDS, object: WORDS.slice(0, 4), deadline: DUE });
  state.append(opened({ at: at('2026-11-16 09:00'), ask: first }));
  const ask = { ...first, evidence: [evidence('g02', 'm7', '独居老人台账')], ...given };
  state.append(opened({ at: at('2026-11-16 10:30'), directive: 'd-2', turn: 't-2', issuer: VOICE, ask }));
  const directive = state.directives.get('d-2');
  return directive === undefined ? [] : undecidedMerges(state, directive).map(({ id }) => id);
}

describe('a merge', () => {
  it('is undecided where some words are the same', () => {
    expect(undecided({ topics: ['老人', '台账', '走访', '养老', '名册'], object: ['养老', '名册'], deadline: null })).toEqual(['d-1']);
  });

  it.each<readonly [string, Partial<Ask>]>([
    ['nothing is in common', { topics: ['河道', '清淤'], object: ['河道', '清淤'], deadline: null }],
    ['it is told, not asked', { kind: 'hazard' }],
    ['it is clear that they are one', {}],
  ])('is not where %s', (_what, ask) => {
    expect(undecided(ask)).toEqual([]);
  });
});
