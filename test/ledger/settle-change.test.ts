import { describe, expect, it } from 'vitest';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAnswer, anAsk, aReading } from '../kit/ledger-builders.ts';
import { all, asIn, CLOCK, DITCH, ledger, OTHER_VOICE, TABLE } from '../kit/settled-ledger.ts';

describe('a change', () => {
  const LATER = aDeadline({ basis: 'said', at: at('2026-11-20 17:30'), day: '2026-11-20' });
  const move = aChange({
    deadline: LATER,
    topics: TABLE.topics,
    head: TABLE.topics.slice(0, 2),
    fallback: asIn('g01', 'm5', { title: '改到20日' }),
  });

  it('finds its directive by what they share', () => {
    const state = ledger(
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m2', '2026-11-16 09:10', { asks: [DITCH] }),
      aReading('m5', '2026-11-16 11:00', { changes: [move] }),
    );
    expect(all(state).map(({ deadline }) => deadline?.day)).toEqual(['2026-11-20', '2026-11-19']);
  });

  it('that is only a report ends what its sender asked for, and nobody else’s', () => {
    const over = aChange({ change: 'done', asks: true, targets: ['m1'] });
    const ended = (sender: string) =>
      ledger(
        aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
        aReading('m5', '2026-11-16 11:00', { changes: [over], sender: { id: sender, name: sender, person: sender } }),
      );
    const issuer = all(ended('nobody'))[0]?.issuer.person ?? '';
    expect(all(ended('nobody'))[0]?.status).toBe('open');
    expect(all(ended(issuer))[0]?.status).toBe('done');
  });

  it('that calls off what is off already, in others’ words, opens nothing', () => {
    const off = aChange({ change: 'cancel', topics: TABLE.topics, head: TABLE.topics.slice(0, 2) });
    const retold = { ...off, asks: true, fallback: asIn('g02', 'm6', { title: '核验表不再报送' }) };
    const state = ledger(
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m5', '2026-11-16 11:00', { changes: [{ ...off, targets: ['m1'], asks: true, fallback: asIn('g01', 'm5', {}) }] }),
      aReading('m6', '2026-11-16 11:10', { changes: [retold], sender: OTHER_VOICE }, 'g02'),
    );
    expect(all(state).map(({ status }) => status)).toEqual(['cancelled']);
  });

  it('that calls off what isn’t known is told as that, and asks for nothing', () => {
    const fallback = asIn('g03', 'm5', { title: '摆拍那个别拍了', topics: ['摆拍'], object: [] });
    const off = { topics: ['摆拍'], head: ['摆拍'], fallback, evidence: [evidence('g03', 'm5')] };
    const unplaced = (change: 'cancel' | 'amend') =>
      ledger(
        aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
        aReading('m5', '2026-11-16 11:00', { changes: [aChange({ change, ...off })], sender: OTHER_VOICE }, 'g03'),
      );
    expect(all(unplaced('cancel')).map(({ status }) => status)).toEqual(['open', 'cancelled']);
    expect(all(unplaced('amend')).map(({ status }) => status)).toEqual(['open', 'open']);
  });

  it('that names the very time to people of another group tells them of it, and moves nothing', () => {
    const told = aChange({ deadline: TABLE.deadline, topics: TABLE.topics, audience: { people: ['lin-fang'], unclear: false } });
    const retold = (group: string) =>
      ledger(
        aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
        aReading(
          'm5',
          '2026-11-16 11:00',
          {
            changes: [
              {
                ...told,
                evidence: [evidence(group, 'm5')],
                fallback: asIn(group, 'm5', { audience: { people: ['lin-fang'], unclear: false } }),
              },
            ],
          },
          group,
        ),
      );
    expect(all(retold('g02')).map(({ audience, changes }) => [audience.people, changes])).toEqual([[['gu-yan', 'lin-fang'], []]]);
    expect(all(retold('g01')).map(({ audience }) => audience.people)).toEqual([['gu-yan']]);
  });

  it('by who told of a danger, and does not surely move it, leaves it its time', () => {
    const arranged = aReading('m5', '2026-11-16 11:00', { changes: [{ ...move, asks: true, targets: ['m1'] }] });
    const danger = aReading('m1', '2026-11-16 09:00', { asks: [anAsk({ ...TABLE, kind: 'appeal' })] });
    expect(all(ledger(danger, arranged))[0]?.deadline).toEqual(TABLE.deadline);
  });

  it('moves nothing that its own message has just asked for', () => {
    const asking = { ...move, asks: true, moves: true as const, fallback: anAsk({ ...TABLE, evidence: move.evidence }) };
    const state = ledger(aReading('m5', '2026-11-16 11:00', { changes: [asking, { ...asking, besides: true as const }] }));
    expect(all(state)).toMatchObject([{ deadline: TABLE.deadline, changes: [] }]);
  });

  it('that is only a report ends a danger that its sender was to see to, or what it answers', () => {
    const danger = aReading('m1', '2026-11-16 09:00', { asks: [anAsk({ ...TABLE, kind: 'hazard' })] });
    const person = 'gu-yan';
    const report = { sender: { id: person, name: person, person } };
    const over = aChange({ change: 'done', asks: true });
    const answer = anAnswer({ id: 'm5', form: 'report', state: 'done', targets: ['m1'], person });
    const pointing = aReading('m5', '2026-11-16 11:00', { ...report, changes: [{ ...over, targets: ['m1'] }] });
    const answering = aReading('m5', '2026-11-16 11:00', { ...report, changes: [over], answers: [answer] });
    expect([pointing, answering].map((reading) => all(ledger(danger, reading))[0]?.status)).toEqual(['done', 'done']);
  });

  it('that asks like a copy for the very time that it has is a copy, and moves nothing that is due at another', () => {
    const fallback = asIn('g02', 'm5', { title: '核验表明天下班前要' });
    const again = aChange({ asks: true, fallback, deadline: CLOCK, topics: DITCH.topics, evidence: fallback.evidence });
    const first = aReading('m1', '2026-11-16 09:00', { asks: [TABLE, DITCH] });
    const state = ledger(first, aReading('m5', '2026-11-16 11:00', { changes: [again], sender: OTHER_VOICE }, 'g02'));
    expect(all(state).map(({ evidence: known, deadline }) => [known.length, deadline?.day])).toEqual([
      [2, '2026-11-18'],
      [1, '2026-11-19'],
    ]);
  });

  it('that asks for what is known by its own limit moves another thing, however surely', () => {
    const fallback = asIn('g02', 'm5', { title: '核验表明天下班前要' });
    const deadline = { ...CLOCK, at: CLOCK.at + 5 * 24 * 60 * 60_000 };
    const other = aChange({ asks: true, moves: true, fallback, deadline, topics: TABLE.topics, evidence: fallback.evidence });
    const first = aReading('m1', '2026-11-16 09:00', { asks: [TABLE] });
    const state = ledger(first, aReading('m5', '2026-11-16 11:00', { changes: [other], sender: OTHER_VOICE }, 'g02'));
    expect(all(state).map(({ evidence: known, deadline }) => [known.length, deadline?.day])).toEqual([[2, '2026-11-18']]);
  });

  it('that could mean two leaves both as they were and stands by itself, with both named', () => {
    const twin = anAsk({ ...TABLE, audience: { people: ['mao-yong'], unclear: false }, evidence: [evidence('g01', 'm2', '报核验表')] });
    const state = ledger(
      aReading('m1', '2026-11-16 09:00', { asks: [TABLE] }),
      aReading('m2', '2026-11-16 09:00', { asks: [twin] }),
      aReading('m5', '2026-11-16 11:00', { changes: [move] }),
    );
    const [one, two, alone] = all(state);
    expect([one?.changes, two?.changes]).toEqual([[], []]);
    expect(alone).toMatchObject({ title: '改到20日', unsure: true });
    expect(alone?.similarTo.toSorted()).toEqual([one?.id, two?.id].toSorted());
  });

  it('of nothing that is known stands by itself', () => {
    const state = ledger(aReading('m5', '2026-11-16 11:00', { changes: [move] }));
    expect(all(state)).toMatchObject([{ title: '改到20日', unsure: true, similarTo: [] }]);
  });

  it('of nothing that is known is an order where it hardly looked like a change, and asks somebody by a day', () => {
    const asks = (confidence: number, deadline = LATER) => {
      const fallback = asIn('g01', 'm5', { title: '每科一页纸', confidence, deadline, audience: { people: ['gu-yan'], unclear: false } });
      return all(ledger(aReading('m5', '2026-11-16 11:00', { changes: [aChange({ change: 'amend', fallback })] })))[0]?.unsure;
    };
    expect([asks(0.5), asks(0.9), asks(0.5, { ...LATER, certain: false })]).toEqual([false, true, true]);
  });
});
