/** Readings, entries and directives of which a test names only what matters to it. */
import type { Answered, Changed, Entry, Evidenced, Opened } from '../../src/ledger/entry.ts';
import { foldEntries } from '../../src/ledger/fold.ts';
import { SHIPPED_MERGE } from '../../src/ledger/merge-score.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import type { Directive } from '../../src/model/directive.ts';
import type { MergeModel } from '../../src/model/merge-weights.ts';
import { type MessageKey, messageKey } from '../../src/model/message.ts';
import { type Answer, type Ask, type Change, NO_PARTICULARS, type TurnReading } from '../../src/model/reading.ts';
import type { Trees } from '../../src/model/trees.ts';
import { at, evidence } from './digest-builders.ts';

const { again: _, changeAgain: __, ...first } = SHIPPED_MERGE;
/** Decides at first sight. */
export const FIRST_LOOK: MergeModel = first;

/** A tree that asks for one sign: what it adds where there is any of it, and where there is none. */
export function treeBy(signs: readonly string[], sign: string, withIt: number, without: number): Trees {
  return { signs, bias: 0, roots: [0], sign: [signs.indexOf(sign), -1, -1], value: [0, without, withIt], above: [2, -1, -1] };
}

export const ISSUER = { id: 'zhao-min', name: '赵敏', person: 'zhao-min' };

export function anAsk(given: Partial<Ask> = {}): Ask {
  return {
    kind: 'directive',
    title: '报农机购置补贴核验表',
    deadline: null,
    urgency: 'none',
    audience: { people: ['gu-yan'], unclear: false },
    topics: ['农机', '购置', '补贴', '核验'],
    evidence: [evidence('g01', 'm1', '报核验表')],
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

export function aChange(given: Partial<Change> = {}): Change {
  return {
    change: 'deadline',
    deadline: null,
    oldDay: null,
    audience: null,
    present: [],
    topics: [],
    head: [],
    times: [],
    aboutMeeting: false,
    evidence: [evidence('g01', 'm5', '改一下')],
    targets: [],
    fallback: null,
    asks: false,
    revives: false,
    particulars: NO_PARTICULARS,
    unsure: false,
    ...given,
  };
}

export function anAnswer(given: Partial<Answer> = {}): Answer {
  const { platform, group, id } = evidence('g01', 'm3');
  const said = {
    form: 'word' as const,
    clicked: false,
    exempt: false,
    topics: [],
    targets: [],
    quoted: [],
    numbers: [],
    times: [],
    addressed: [],
    follows: null,
  };
  return { platform, group, id, person: 'gu-yan', state: 'acknowledged', ...said, ...given };
}

/** A turn of one message in the first group, unless it is said otherwise. */
export function aReading(id: string, wallClock: string, given: Partial<TurnReading> = {}, group = 'g01'): TurnReading {
  const { platform } = evidence(group, id);
  return { turn: { platform, group, id }, sender: ISSUER, at: at(wallClock), verdicts: [], asks: [], changes: [], answers: [], ...given };
}

/** All messages of the turn are of its time. */
export function timeIn(reading: TurnReading): (key: MessageKey) => number {
  return () => reading.at;
}

type Base<T extends Entry> = Partial<T> & { readonly at: number };

function base(id: string, group = 'g01') {
  return { directive: 'd-1', turn: messageKey(evidence(group, id)), order: 0 };
}

export function opened(given: Base<Opened>): Opened {
  return { ...base('m1'), kind: 'opened', ask: anAsk(), issuer: ISSUER, similarTo: [], ...given };
}

export function copied(given: Base<Evidenced>): Evidenced {
  return { ...base('m2', 'g02'), kind: 'evidenced', ask: anAsk({ evidence: [evidence('g02', 'm2', '核验表')] }), why: '', ...given };
}

export function changed(given: Base<Changed>): Changed {
  const source = evidence('g01', 'm5', '改一下');
  const { platform, group, id } = source;
  return {
    ...base('m5'),
    kind: 'changed',
    change: 'cancel',
    deadline: null,
    audience: null,
    evidence: [source],
    message: { platform, group, id },
    ...given,
  };
}

export function answered(given: Base<Answered>): Answered {
  const { platform, group, id } = evidence('g01', 'm3');
  return { ...base('m3'), kind: 'answered', person: 'gu-yan', state: 'acknowledged', message: { platform, group, id }, ...given };
}

export function folded(entries: readonly Entry[]): Directive {
  const directive = foldEntries(entries);
  if (directive === null) throw new Error('nothing opens it');
  return directive;
}

/** A table, a ditch to be cleared, and a vote in another group, asked one after the other. */
export const TABLE = opened({ at: at('2026-11-16 09:00'), directive: 'd-table', turn: 't1' });
export const DITCH = opened({
  at: at('2026-11-16 09:30'),
  directive: 'd-ditch',
  turn: 't2',
  ask: anAsk({ topics: ['防汛', '清淤', '进度'], evidence: [evidence('g01', 'm2')] }),
});
export const VOTE = opened({
  at: at('2026-11-16 09:40'),
  directive: 'd-vote',
  turn: 't3',
  ask: anAsk({ kind: 'traffic', topics: ['投票', '河堤'], evidence: [evidence('g02', 'm2')] }),
});

/** Of these three where none are given. */
export function ledgerOf(...entries: readonly Parameters<LedgerState['append']>[0][]): LedgerState {
  const state = new LedgerState();
  for (const entry of entries.length === 0 ? [TABLE, DITCH, VOTE] : entries) state.append(entry);
  return state;
}
