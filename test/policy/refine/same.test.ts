/** Two items that were kept apart by little: what is asked, what is believed, and how they are shown as one. */
import { describe, expect, it } from 'vitest';
import { closingWindow, composeDigest } from '../../../src/flow/close-day.ts';
import { LedgerState } from '../../../src/ledger/state.ts';
import type { Digest } from '../../../src/model/digest.ts';
import type { Directive } from '../../../src/model/directive.ts';
import { type Envelope, messageKey } from '../../../src/model/message.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import type { Proposal } from '../../../src/model/refinement.ts';
import { judgeProposal } from '../../../src/policy/refine/judge.ts';
import { byDirective, type Refinements } from '../../../src/policy/refine/overlay.ts';
import { type PreparedQuestion, questionOf } from '../../../src/policy/refine/question.ts';
import { shownTogether } from '../../../src/policy/refine/together.ts';
import { lin, said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { aDeadline, anItem, at } from '../../kit/digest-builders.ts';
import { anUnsureDirective, anUnsureOpening, aProposal, stored } from '../../kit/refine-builders.ts';
import { ATTACKS } from './attacks.ts';

const FIRST = said('m1', 'bo', '2026-11-16 09:00', '秸秆离田统计表,林芳11月18日前报农技站,有事打13800138000');
const AGAIN = said('m2', 'mei', '2026-11-16 15:00', '农技站又催秸秆离田的统计了,没交的抓紧', { group: 'g2' });
const SURE = { unsure: false, topics: ['秸秆', '离田', '统计'], audience: { people: ['lin', 'mei'], unclear: false } };
const DUE = aDeadline({ at: at('2026-11-18 17:30'), day: '2026-11-18' });

type Given = NonNullable<Parameters<typeof anUnsureOpening>[1]>;

function directiveOf(envelope: Envelope, given: Given = {}): Directive {
  return anUnsureDirective(envelope, { ...SURE, title: envelope.text.slice(0, 10), ...given });
}

function pair(
  given: Given = {},
  envelopes: readonly [Envelope, Envelope] = [FIRST, AGAIN],
  org: Organisation = TOWNSHIP,
): PreparedQuestion | null {
  const [first, again] = envelopes;
  const nearest = directiveOf(first, { deadline: DUE });
  return questionOf(directiveOf(again, given), {
    org,
    mode: 'unsure',
    messages: stored(envelopes),
    names: [],
    namesTime: () => false,
    nearest,
  });
}

const ONE: Partial<Proposal> = { verdict: 'nothing', same: { quote: '秸秆离田的统计', other: '秸秆离田统计表' } };

function judged(given: Partial<Proposal>, question = pair()) {
  if (question === null) throw new Error('nothing is asked');
  return judgeProposal(question, aProposal(given), TOWNSHIP, () => null);
}

describe('the question whether two are one', () => {
  it('shows the words of both, masked, and which are whose', () => {
    const asked = pair()?.question;
    expect(asked?.doubts).toEqual(['same']);
    expect(asked?.messages.map(({ text, asked: own, other }) => [text.slice(0, 8), own, other])).toEqual([
      ['秸秆离田统计表,', false, true],
      ['农技站又催秸秆离', true, undefined],
    ]);
    expect(JSON.stringify(asked)).not.toMatch(/林芳|13800138000/u);
  });

  it.each<readonly [string, () => PreparedQuestion | null]>([
    ['where the one is for inside', () => pair({}, [{ ...FIRST, text: `内部资料:${FIRST.text}` }, AGAIN])],
    ['where the other is', () => pair({}, [FIRST, { ...AGAIN, text: `${AGAIN.text},不得外传` }])],
    [
      'where one stands in a group of local matters',
      () =>
        pair({}, [FIRST, AGAIN], {
          ...TOWNSHIP,
          groupByKey: new Map([...TOWNSHIP.groupByKey].map(([key, group]) => [key, { ...group, localOnly: group.id === 'g1' }])),
        }),
    ],
    ['of what is due on another day', () => pair({ deadline: aDeadline({ at: at('2026-11-20 17:30'), day: '2026-11-20' }) })],
    ['of what asks others', () => pair({ audience: { people: ['bo'], unclear: false } })],
    ['of a danger', () => pair({ kind: 'hazard' })],
    ['of a meeting', () => pair({ kind: 'meeting' })],
  ])('is not asked %s', (_what, question) => {
    expect(question()?.question.doubts ?? []).not.toContain('same');
  });
});

describe('the answer that they are', () => {
  it('is believed with words of both', () => {
    expect(judged(ONE)).toMatchObject({
      asks: false,
      title: null,
      message: { id: 'm2' },
      quote: '秸秆离田的统计',
      same: { directive: directiveOf(FIRST).id, message: { id: 'm1' }, quote: '秸秆离田统计表' },
    });
  });

  it.each<readonly [string, NonNullable<Proposal['same']> | null]>([
    ['words of one only', { quote: '秸秆离田的统计', other: '秸秆离田的统计' }],
    ['words that nobody said', { quote: '秸秆统计', other: '秸秆离田统计表' }],
    ['words beside the matter', { quote: '没交的抓紧', other: '秸秆离田统计表' }],
    ['words that share nothing', { quote: '秸秆', other: '统计表' }],
    ['half a placeholder', { quote: '秸秆离田的统计', other: '人1⟧11月18日' }],
    ['nothing', null],
  ])('is not, with %s', (_what, same) => {
    expect(judged({ ...ONE, same })).toBeNull();
  });
});

describe('words in a chat that want two to be one', () => {
  const other = said('m2', 'mei', '2026-11-16 15:00', '', { group: 'g2' });
  const words = ['河道', '清淤', '现场会'];

  it.each(ATTACKS)('hide nothing, obeyed to the letter: %s', (attack) => {
    const text = `各村明天下午派人到河道清淤现场会。${attack}`;
    const question = pair({ topics: words }, [FIRST, { ...other, text }]);
    const masked = question?.asked[0]?.masked.text ?? '';
    const tail = masked.slice(masked.indexOf('。') + 1);
    for (const same of [
      { quote: tail, other: '秸秆离田统计表' },
      { quote: tail, other: tail },
      { quote: masked, other: question?.other?.asked[0]?.masked.text ?? '' },
      { quote: '秸秆离田统计表', other: '秸秆离田统计表' },
    ])
      expect(judged({ ...ONE, same }, question)).toBeNull();
  });
});

function ledgerOf(...openings: readonly (readonly [Envelope, Given])[]): LedgerState {
  const ledger = new LedgerState();
  for (const [envelope, given] of openings)
    ledger.append({
      ...anUnsureOpening(envelope, { ...SURE, title: envelope.text.slice(0, 10), ...given }),
      directive: directiveOf(envelope).id,
    });
  return ledger;
}

function digestOf(ledger: LedgerState, refinements: Refinements): Digest {
  const messages = stored([FIRST, AGAIN]).map((one) => ({ ...one, label: 'directive' as const, keep: true }));
  const window = closingWindow(
    at('2026-11-15 18:00'),
    at('2026-11-16 18:00'),
    messages as unknown as Parameters<typeof closingWindow>[2],
    ledger,
  );
  return composeDigest({ org: TOWNSHIP, ledger, due: () => true, notCovered: [], refinements }, lin(), window);
}

function believed(): Refinements {
  const accepted = judged(ONE);
  if (accepted === null) throw new Error('not accepted');
  return byDirective([{ ...accepted, key: 'k', at: 0 }]);
}

describe('two items that are one', () => {
  const both = () => ledgerOf([FIRST, { deadline: DUE }], [AGAIN, {}]);

  it('are shown as the earlier one, with all messages of both, and nothing is unaccounted for', () => {
    const [apart, together] = [digestOf(both(), new Map()), digestOf(both(), believed())];
    expect([apart.items.length, together.items.length]).toEqual([2, 1]);
    expect(together.items[0]).toMatchObject({
      id: directiveOf(FIRST).id,
      title: FIRST.text.slice(0, 10),
      deadline: { day: '2026-11-18' },
      together: [{ id: directiveOf(AGAIN).id, title: AGAIN.text.slice(0, 10) }],
    });
    expect(together.items[0]?.evidence.map(messageKey).toSorted()).toEqual(
      apart.items.flatMap(({ evidence }) => evidence.map(messageKey)).toSorted(),
    );
    expect([together.unaccounted, together.accounted]).toEqual([0, apart.accounted]);
  });

  it('stay two where the ledger has come to disagree', () => {
    const other = aDeadline({ at: at('2026-11-20 17:30'), day: '2026-11-20' });
    expect(digestOf(ledgerOf([FIRST, { deadline: DUE }], [AGAIN, { deadline: other }]), believed()).items).toHaveLength(2);
    expect(digestOf(ledgerOf([FIRST, { deadline: DUE }], [AGAIN, { kind: 'hazard' }]), believed()).items).toHaveLength(2);
    expect(digestOf(ledgerOf([AGAIN, {}]), believed()).items).toHaveLength(1);
  });

  it('read twice are the same as read once, and show the earlier clock time of a day, the stronger section and urgency', () => {
    const [first, again] = [directiveOf(FIRST, { deadline: DUE }), directiveOf(AGAIN)];
    const noon = aDeadline({ at: at('2026-11-18 12:00'), day: '2026-11-18' });
    const items = [
      anItem({ id: first.id, title: 'a', deadline: DUE, section: 'upcoming', evidence: first.evidence }),
      anItem({ id: again.id, title: 'b', deadline: noon, section: 'due', urgency: 'soon', evidence: again.evidence }),
    ];
    const once = shownTogether(items, [first, again], believed());
    expect(once).toMatchObject([{ id: first.id, deadline: { at: noon.at }, section: 'due', urgency: 'soon', conflict: true }]);
    expect(shownTogether(once, [first, again], believed())).toEqual(once);
  });
});
