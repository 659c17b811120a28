import { describe, expect, it } from 'vitest';
import type { Answered, Entry, Opened } from '../../src/ledger/entry.ts';
import { foldEntries } from '../../src/ledger/fold.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { DAY, dayOf } from '../../src/model/instant.ts';
import { type Ask, NO_PARTICULARS } from '../../src/model/reading.ts';
import { aDeadline, at } from '../kit/digest-builders.ts';

const START = at('2026-11-16 09:00');

function anAsk(given: Partial<Ask> = {}): Ask {
  return {
    kind: 'directive',
    title: '报核验表',
    deadline: null,
    urgency: 'none',
    audience: { people: ['gu-yan'], unclear: false },
    topics: ['核验', '验表'],
    evidence: [{ platform: 'chat', group: 'g01', id: 'm1', quote: '核验表', span: [0, 3] }],
    unsure: false,
    confidence: 0.9,
    condition: null,
    relayed: false,
    apart: false,
    object: [],
    particulars: NO_PARTICULARS,
    ...given,
  };
}

function opened(directive: string, given: Partial<Opened> = {}): Opened {
  const issuer = { id: 'office', name: '办公室', person: null };
  return { kind: 'opened', directive, turn: `turn-${directive}`, at: START, order: 0, ask: anAsk(), issuer, similarTo: [], ...given };
}

function answered(directive: string, minute: number): Answered {
  const message = { platform: 'chat', group: 'g01', id: `a${minute}` };
  return {
    kind: 'answered',
    directive,
    turn: `answer-${minute}`,
    at: START + minute * 60_000,
    order: 0,
    person: 'gu-yan',
    state: 'reported',
    message,
  };
}

function ledgerOf(entries: readonly Entry[]): LedgerState {
  const ledger = new LedgerState();
  for (const entry of entries) ledger.append(entry);
  return ledger;
}

describe('appending', () => {
  it('gives the fold of all entries, in whatever order they come', () => {
    const copy: Entry = {
      ...opened('d1', { at: START + 90_000, turn: 'copy' }),
      kind: 'evidenced',
      ask: anAsk({ topics: ['补贴'] }),
      why: '',
    };
    const entries = [opened('d1'), answered('d1', 3), copy, answered('d1', 1), answered('d1', 2)];
    for (const order of [entries, entries.toReversed(), [...entries.slice(2), ...entries.slice(0, 2)]]) {
      expect(ledgerOf(order).directives.get('d1')).toEqual(foldEntries(entries));
    }
  });
});

describe('topics', () => {
  it('finds what shares most, and weighs a topic less the more directives have it', () => {
    const ledger = ledgerOf([
      opened('d1', { ask: anAsk({ topics: ['核验', '验表', '补贴'] }) }),
      opened('d2', { ask: anAsk({ topics: ['核验'] }) }),
      opened('d3', { ask: anAsk({ topics: ['清淤'] }) }),
    ]);
    expect(ledger.sharing(['核验', '补贴', '验表'], 5).map(({ id }) => id)).toEqual(['d1', 'd2']);
    expect(ledger.sharing(['核验', '补贴', '验表'], 1).map(({ id }) => id)).toEqual(['d1']);
    const [common = 0, rare = 0] = ledger.weigh(['核验', '清淤']).each;
    expect(common).toBeLessThan(rare);
  });

  it('weighs a directive as the sum of its topics, also after others have come and gone', () => {
    const ledger = ledgerOf([opened('d1'), opened('d2', { ask: anAsk({ topics: ['核验', '补贴'] }) })]);
    const sumOf = (): number => ledger.weigh(['核验', '验表']).sum;
    const directive = ledger.directives.get('d1');
    if (directive === undefined) throw new Error('d1 is open');
    expect(ledger.weightOf(directive)).toBe(sumOf());
    const before = sumOf();
    ledger.removeTurn('turn-d2');
    expect(ledger.weightOf(directive)).toBe(sumOf());
    expect(sumOf()).toBeGreaterThan(before);
  });
});

describe('retiring', () => {
  it('forgets what is long past, with all its traces', () => {
    const ledger = ledgerOf([opened('d1'), answered('d1', 5)]);
    ledger.retire(START + DAY);
    expect(ledger.directives.size).toBe(0);
    expect(ledger.ofMessage({ platform: 'chat', group: 'g01', id: 'm1' })).toEqual([]);
    expect(ledger.inGroup('chat\u0000g01', 5)).toEqual([]);
    expect(ledger.ofPerson('gu-yan')).toEqual([]);
    expect(ledger.sharing(['核验'], 5)).toEqual([]);
    expect(ledger.entriesOfTurn('answer-5')).toEqual([]);
  });

  it('keeps what was heard of since, is due later or comes again', () => {
    const later = aDeadline({ at: START + 9 * DAY });
    const weekly = aDeadline({ at: START, recurrence: 'weekly' });
    const ledger = ledgerOf([
      opened('heard', { at: START + 2 * DAY }),
      opened('due', { ask: anAsk({ deadline: later }) }),
      opened('weekly', { ask: anAsk({ deadline: weekly }) }),
      opened('past', { ask: anAsk({ deadline: aDeadline({ at: START }) }) }),
      opened('ended', { ask: anAsk({ deadline: { ...weekly, until: dayOf(Math.floor(START / DAY) - 2) } }) }),
    ]);
    ledger.retire(START + DAY);
    expect([...ledger.directives.keys()]).toEqual(['heard', 'due', 'weekly']);
  });

  it('forgets old answers to what comes again, and only those', () => {
    const weekly = aDeadline({ at: START, recurrence: 'weekly' });
    const later = aDeadline({ at: START + 9 * DAY });
    const newAnswer = answered('weekly', 2 * 24 * 60);
    const ledger = ledgerOf([
      opened('weekly', { ask: anAsk({ deadline: weekly }) }),
      opened('due', { ask: anAsk({ deadline: later }) }),
      answered('weekly', 5),
      answered('due', 6),
      newAnswer,
    ]);
    ledger.retire(START + DAY);
    expect(ledger.directives.get('weekly')?.answers.map(({ at }) => at)).toEqual([newAnswer.at]);
    expect(ledger.entriesOf('weekly').map(({ kind }) => kind)).toEqual(['opened', 'answered']);
    expect(ledger.entriesOfTurn('answer-5')).toEqual([]);
    expect(ledger.directives.get('due')?.answers).toHaveLength(1);
    ledger.removeTurn(newAnswer.turn);
    expect(ledger.directives.get('weekly')?.answers).toEqual([]);
  });
});
