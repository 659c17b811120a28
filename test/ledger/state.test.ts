/** What a ledger answers depends on its entries alone, whatever came and went before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/ledger/entry.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { groupKey, messageKey } from '../../src/model/message.ts';
import type { Ask } from '../../src/model/reading.ts';
import { at, evidence } from '../kit/digest-builders.ts';
import { anAsk, answered, changed, copied, opened } from '../kit/ledger-builders.ts';

const NINE = at('2026-11-16 09:00');
const OTHERS = { people: ['zhao-min'], unclear: false };

function ask(topics: readonly string[], group: string, id: string, given: Partial<Ask> = {}): Ask {
  return anAsk({ topics, evidence: [evidence(group, id)], ...given });
}

/** Three directives in three groups; each entry is a turn of its own. */
const ENTRIES: readonly Entry[] = [
  opened({ at: NINE, turn: 't1' }),
  opened({ at: NINE + 1, turn: 't2', directive: 'd-2', ask: ask(['防汛', '清淤'], 'g02', 'm20', { audience: OTHERS }) }),
  copied({ at: NINE + 2, turn: 't3', ask: ask(['补贴', '盖章'], 'g02', 'm21', { audience: OTHERS }) }),
  changed({ at: NINE + 3, turn: 't4', change: 'remind', evidence: [evidence('g03', 'm30')] }),
  opened({ at: NINE + 4, turn: 't5', directive: 'd-3', ask: ask(['补贴', '防汛'], 'g01', 'm9') }),
  answered({ at: NINE + 5, turn: 't6' }),
  changed({ at: NINE + 6, turn: 't7', directive: 'd-2', change: 'cancel', evidence: [evidence('g01', 'm11')] }),
];
const TURNS = ENTRIES.map(({ turn }) => turn);
const TOPICS = ['农机', '购置', '补贴', '核验', '防汛', '清淤', '盖章'];
const MESSAGES = ENTRIES.flatMap((entry) => ('ask' in entry ? entry.ask.evidence : 'evidence' in entry ? entry.evidence : []));

function ledger(entries: readonly Entry[]): LedgerState {
  const state = new LedgerState();
  for (const entry of entries) state.append(entry);
  return state;
}

/** Everything that can be asked of a ledger; lists whose order says nothing are sorted. */
function seen(state: LedgerState) {
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id).toSorted();
  return {
    directives: [...state.directives.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    byMessage: MESSAGES.map((one) => [messageKey(one), ids(state.ofMessage(one))]),
    byGroup: ['g01', 'g02', 'g03'].map((group) => [group, ids(state.inGroup(groupKey(evidence(group, '')), 99))]),
    byPerson: ['gu-yan', 'zhao-min'].map((person) => [person, ids(state.ofPerson(person))]),
    sharing: TOPICS.map((topic) => [topic, ids(state.sharing([topic], 99))]),
    weights: state.weigh(TOPICS).each,
    ofTurn: TURNS.map((turn) => state.entriesOfTurn(turn).length),
  };
}

describe('a turn that is read again', () => {
  it.each(TURNS)('and says the same leaves the ledger as it was (%s)', (turn) => {
    const state = ledger(ENTRIES);
    const before = seen(state);
    const old = [...state.entriesOfTurn(turn)];
    expect(state.removeTurn(turn)).toEqual(old.map(({ directive }) => directive));
    for (const entry of old) state.append(entry);
    expect(seen(state)).toEqual(before);
  });

  it('and says nothing any more leaves a ledger that never heard of it', () => {
    fc.assert(
      fc.property(fc.subarray([...TURNS]), (gone) => {
        const state = ledger(ENTRIES);
        for (const turn of gone) state.removeTurn(turn);
        expect(seen(state)).toEqual(seen(ledger(ENTRIES.filter(({ turn }) => !gone.includes(turn)))));
      }),
    );
  });

  it('and says something else leaves nothing of what it said', () => {
    const [first, ...rest] = ENTRIES;
    const other = opened({ at: NINE, turn: 't1', ask: ask(['盖章'], 'g02', 'm20', { audience: OTHERS }) });
    const state = ledger(ENTRIES);
    state.removeTurn(first?.turn ?? '');
    state.append(other);
    expect(seen(state)).toEqual(seen(ledger([other, ...rest])));
  });

  it('leaves what the others said, also where they spoke between its words', () => {
    const speakers = fc.array(fc.constantFrom('t1', 't2', 't3'), { minLength: ENTRIES.length, maxLength: ENTRIES.length });
    fc.assert(
      fc.property(speakers, fc.constantFrom('t1', 't2', 't3'), (turns, gone) => {
        const entries = ENTRIES.map((entry, order) => ({ ...entry, turn: turns[order] ?? '', order }));
        const state = ledger(entries);
        state.removeTurn(gone);
        const rest = ledger(entries.filter(({ turn }) => turn !== gone));
        expect({ ...seen(state), ofTurn: [] }).toEqual({ ...seen(rest), ofTurn: [] });
        expect(state.entriesOf('d-2')).toEqual(rest.entriesOf('d-2'));
      }),
    );
  });

  it('that is unknown changes nothing', () => {
    const state = ledger(ENTRIES);
    expect(state.removeTurn('t99')).toEqual([]);
    expect(seen(state)).toEqual(seen(ledger(ENTRIES)));
  });
});

it('the order of arrival can’t matter', () => {
  const inOrder = seen(ledger(ENTRIES));
  fc.assert(
    fc.property(fc.shuffledSubarray([...ENTRIES], { minLength: ENTRIES.length }), (mixed) => {
      expect(seen(ledger(mixed))).toEqual(inOrder);
    }),
  );
});

describe('look-ups', () => {
  const state = ledger(ENTRIES);

  it('find a directive by each message that is evidence of it', () => {
    expect(state.ofMessage(evidence('g02', 'm21')).map(({ id }) => id)).toEqual(['d-1']);
    expect(state.ofMessage({ ...evidence('g02', 'm21'), platform: 'wechat' })).toEqual([]);
  });

  it('give the newest of a group, oldest first', () => {
    const group = groupKey(evidence('g01', ''));
    expect(state.inGroup(group, 99).map(({ id }) => id)).toEqual(['d-1', 'd-3', 'd-2']);
    expect(state.inGroup(group, 2).map(({ id }) => id)).toEqual(['d-3', 'd-2']);
  });

  it('give those that share most topics first', () => {
    expect(state.sharing(['补贴', '核验', '防汛'], 2).map(({ id }) => id)).toEqual(['d-1', 'd-3']);
    expect(state.sharing(['无关'], 5)).toEqual([]);
  });

  it('give of the newest of a group, or of those that share most, the ones that ask a person', () => {
    const group = groupKey(evidence('g01', ''));
    for (const person of ['gu-yan', 'zhao-min', 'nobody']) {
      const isAsked = ({ audience }: { readonly audience: { readonly people: readonly string[] } }) => audience.people.includes(person);
      expect(state.inGroupAsking(group, 2, person)).toEqual(state.inGroup(group, 2).filter(isAsked));
      expect(state.sharingAsking(TOPICS, 2, person)).toEqual(state.sharing(TOPICS, 2).filter(isAsked));
    }
  });

  it('weigh a rare topic more than one of many directives', () => {
    const [common = 0, rare = 0] = state.weigh(['补贴', '清淤']).each;
    expect(rare).toBeGreaterThan(common);
  });
});
