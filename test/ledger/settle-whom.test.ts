import { describe, expect, it } from 'vitest';
import { selectItem } from '../../src/digest/select.ts';
import { reachOf } from '../../src/ledger/reach.ts';
import type { Directive } from '../../src/model/directive.ts';
import type { Change, Whom } from '../../src/model/reading.ts';
import { asSeenBy } from '../../src/model/seen-by.ts';
import { anOrganisation, aPerson, at, evidence } from '../kit/digest-builders.ts';
import { aChange, aReading, ISSUER } from '../kit/ledger-builders.ts';
import { all, asIn, DITCH, ledger, OTHER_VOICE, TABLE } from '../kit/settled-ledger.ts';

const ASKED = { people: ['gu-yan', 'luo-jin'], unclear: false };
const FORM = { ...TABLE, audience: ASKED };
const OFF: Whom = { off: ['luo-jin'], on: [], deed: 'hand-in', gives: true };
const JOINS: Whom = { off: [], on: ['tan-bo'], deed: null, gives: true };

function aWord(whom: Whom, given: Partial<Change> = {}): Change {
  return aChange({ change: 'whom', whom, topics: [], head: [], fallback: asIn('g01', 'm9', { title: '洛村不用报了' }), ...given });
}

const said = (change: Change, id = 'm9', clock = '11:00', sender = ISSUER) =>
  aReading(id, `2026-11-16 ${clock}`, { sender, changes: [{ ...change, evidence: [evidence('g01', id, '改一下')] }] });

const asked = aReading('m1', '2026-11-16 09:00', { asks: [FORM] });
const seen = (known: Directive | undefined, person: string) => (known === undefined ? undefined : asSeenBy(known, person).status);

describe('who is let off', () => {
  it('sees it called off; the others still have it', () => {
    const [known] = all(ledger(asked, said(aWord(OFF))));
    expect([seen(known, 'luo-jin'), seen(known, 'gu-yan')]).toEqual(['cancelled', 'open']);
    expect(known?.changes.map(({ change, field, to, people }) => [change, field, to, people])).toEqual([
      ['whom', 'status', 'cancelled', ['luo-jin']],
    ]);
  });

  it('is asked by no reminder any more', () => {
    const state = ledger(asked, said(aWord(OFF)));
    const [known] = all(state);
    const org = anOrganisation({ people: ['gu-yan', 'luo-jin'].map((id) => aPerson({ id })) });
    const reach = known === undefined ? undefined : reachOf(known, state.entriesOf(known.id), org);
    expect([reach?.asked, reach?.missing.map(({ id }) => id)]).toEqual([1, ['gu-yan']]);
  });

  it('ends it where nobody else was asked', () => {
    const off = aWord({ ...OFF, off: ASKED.people }, { change: 'cancel', targets: ['m1'] });
    expect(all(ledger(asked, said(off))).map(({ status }) => status)).toEqual(['cancelled']);
  });

  it('is let off though the word was found as one that calls it off', () => {
    const other = aReading('m2', '2026-11-16 09:10', { asks: [{ ...DITCH, audience: { people: ['luo-jin'], unclear: false } }] });
    const named = aWord(OFF, { change: 'cancel', topics: TABLE.topics, head: TABLE.topics.slice(0, 2) });
    const [table, ditch] = all(ledger(asked, other, said(named)));
    expect([seen(table, 'luo-jin'), seen(table, 'gu-yan'), ditch?.status]).toEqual(['cancelled', 'open', 'open']);
  });

  it('is asked again by a later word, and told so', () => {
    const again = said(aWord({ ...OFF, off: [], on: ['luo-jin'] }), 'm10', '12:00');
    const [known] = all(ledger(asked, said(aWord(OFF)), again));
    expect(seen(known, 'luo-jin')).toBe('open');
    expect(known?.changes.map(({ to, people }) => [to, people])).toEqual([
      ['cancelled', ['luo-jin']],
      ['open', ['luo-jin']],
    ]);
  });

  it('is told no more of what becomes of it', () => {
    const moved = aChange({ change: 'deadline', deadline: DITCH.deadline, targets: ['m1'] });
    const gone = aChange({ change: 'cancel', targets: ['m1'] });
    const [known] = all(ledger(asked, said(aWord(OFF)), said(moved, 'm10', '12:00'), said(gone, 'm11', '13:00')));
    const own = known && asSeenBy(known, 'luo-jin');
    expect([known?.status, known?.changes.length]).toEqual(['cancelled', 3]);
    expect([own?.status, own?.closedAt, own?.changes.length]).toEqual(['cancelled', at('2026-11-16 11:00'), 1]);
  });

  it('counts no more among those for whom it is called off', () => {
    const other = aWord({ ...OFF, off: ['gu-yan'] }, { change: 'cancel', targets: ['m1'] });
    expect(all(ledger(asked, said(aWord(OFF)), said(other, 'm10', '12:00'))).map(({ status }) => status)).toEqual(['cancelled']);
  });

  it('is let off by nobody who has no say in it, though they point at it', () => {
    const pointed = aWord({ ...OFF, gives: false }, { targets: ['m1'] });
    expect(seen(all(ledger(asked, said(pointed, 'm9', '11:00', OTHER_VOICE)))[0], 'luo-jin')).toBe('open');
  });
});

describe('who joins', () => {
  it('has it from then on', () => {
    const [known] = all(ledger(asked, said(aWord(JOINS))));
    const reader = aPerson({ id: 'tan-bo' });
    const window = { from: at('2026-11-16 10:00'), to: at('2026-11-16 18:00'), next: at('2026-11-17 18:00') };
    expect(known?.audience.people).toEqual(['gu-yan', 'luo-jin', 'tan-bo']);
    expect(known?.joined.get('tan-bo')).toBe(at('2026-11-16 11:00'));
    expect(known && selectItem(known, reader, anOrganisation({ people: [reader] }), window)?.evidence.map(({ id }) => id)).toEqual([
      'm1',
      'm9',
    ]);
  });

  it('takes the place of whom it lets off', () => {
    const [known] = all(ledger(asked, said(aWord({ ...JOINS, off: ['luo-jin'] }))));
    expect([seen(known, 'luo-jin'), known?.audience.people.includes('tan-bo')]).toEqual(['cancelled', true]);
  });
});

describe('which task is meant', () => {
  const gathering = { ...DITCH, title: '清淤现场会', kind: 'meeting' as const, audience: ASKED };
  const later = aReading('m2', '2026-11-16 09:10', { asks: [gathering] });

  it('the one of its deed', () => {
    const off = (whom: Whom) => all(ledger(asked, later, said(aWord(whom)))).map((known) => seen(known, 'luo-jin'));
    expect(off(OFF)).toEqual(['cancelled', 'open']);
    expect(off({ ...OFF, deed: 'come' })).toEqual(['open', 'cancelled']);
  });

  it('the one that was asked just now; of older ones, where two could be meant, none', () => {
    const ditch = aReading('m2', '2026-11-16 09:10', { asks: [{ ...DITCH, audience: ASKED }] });
    const off = (clock: string) => all(ledger(asked, ditch, said(aWord(OFF), 'm9', clock)));
    expect(off('09:40').map((known) => seen(known, 'luo-jin'))).toEqual(['open', 'cancelled']);
    const doubted = off('15:00');
    expect(doubted.map(({ status, unsure, similarTo }) => [status, unsure, similarTo.length])).toEqual([
      ['open', false, 0],
      ['open', false, 0],
      ['open', true, 2],
    ]);
    expect(doubted.slice(0, 2).map((known) => seen(known, 'luo-jin'))).toEqual(['open', 'open']);
  });

  it('of what others have asked only what an office speaks of, at once', () => {
    const by = (whom: Whom, clock: string) => seen(all(ledger(asked, said(aWord(whom), 'm9', clock, OTHER_VOICE)))[0], 'luo-jin');
    expect([by(OFF, '09:30'), by({ ...OFF, gives: false }, '09:30'), by(OFF, '15:00')]).toEqual(['cancelled', 'open', 'open']);
  });

  it('else it stands as what it is', () => {
    expect(all(ledger(said(aWord(OFF)))).map(({ title }) => title)).toEqual(['洛村不用报了']);
  });
});
