/** What is believed: words of the message, our own deadlines, people of the roster; and what is not, from whoever wants it. */
import { describe, expect, it } from 'vitest';
import { deadlineIn } from '../../../src/flow/refine-deadline.ts';
import type { Proposal } from '../../../src/model/refinement.ts';
import { type Accepted, judgeProposal } from '../../../src/policy/refine/judge.ts';
import { byDirective, refinedFor } from '../../../src/policy/refine/overlay.ts';
import type { PreparedQuestion } from '../../../src/policy/refine/question.ts';
import { said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { aProposal, aQuestion } from '../../kit/refine-builders.ts';
import { PROGRAM } from '../../kit/scenarios.ts';
import { ATTACKS } from './attacks.ts';

const TEXT = '那个秸秆离田面积统计表,林芳你们11月18日17:30前报给镇农办,有事打13800138000。会议是11月17日上午开的';

function asked(text = TEXT): PreparedQuestion {
  const question = aQuestion(text);
  if (question === null) throw new Error('nothing is asked');
  return question;
}

function judged(given: Partial<Proposal>, question = asked()): Accepted | null {
  return judgeProposal(question, aProposal({ quote: '统计表', ...given }), TOWNSHIP, (message, span) =>
    deadlineIn(message, span, { org: TOWNSHIP, calendar: PROGRAM.calendar }),
  );
}

describe('a proposal', () => {
  it('that quotes the message is accepted, with what our own reader makes of its words', () => {
    const found = judged({
      title: '秸秆离田面积统计表',
      deadline: { quote: '11月18日17:30前', day: '2026-11-18' },
      people: ['⟦人1⟧'],
    });
    expect(found).toMatchObject({
      asks: true,
      quote: '统计表',
      title: '秸秆离田面积统计表',
      people: ['lin'],
      deadline: { day: '2026-11-18' },
    });
    expect(TEXT.slice(...(found?.span ?? [0, 0]))).toBe('统计表');
    expect(TEXT.slice(...(found?.deadline?.span ?? [0, 0]))).toContain('11月18日17:30');
  });

  it.each<readonly [string, Partial<Proposal>]>([
    ['quotes what nobody said', { quote: '马上上报' }],
    ['quotes nothing', { quote: '' }],
    ['says that there is nothing', { verdict: 'nothing' }],
    ['shows with words beside the matter that it is asked', { quote: '有事打' }],
    ['quotes half a placeholder', { quote: '人1⟧你们' }],
  ])('that %s is not', (_what, given) => {
    expect(judged(given)).toBeNull();
  });

  it.each<readonly [string, Partial<Proposal>]>([
    ['another title than the words', { title: '报送秸秆统计表' }],
    ['a title with a number in it', { title: '统计表,林芳你们11月18日17:30前报给镇农办,有事打⟦号码1⟧' }],
    ['a title beside the matter', { title: '会议是11月17日上午开的' }],
    ['another day than ours', { deadline: { quote: '11月18日17:30前', day: '2026-11-19' } }],
    ['a day that is no deadline', { deadline: { quote: '11月17日上午', day: '2026-11-17' } }],
    ['a day without words', { deadline: { quote: '尽快', day: '2026-11-18' } }],
    ['people that the message does not name', { people: ['⟦人2⟧', '⟦人7⟧', 'mei', '梅英'] }],
  ])('keeps its verdict, but not %s', (_what, given) => {
    expect(judged(given)).toMatchObject({ asks: true, title: null, deadline: null, people: [] });
  });

  it('changes how the item is shown and nothing else', () => {
    const { directive } = asked();
    const accepted = judged({ title: '秸秆离田面积统计表', people: ['⟦人1⟧'] });
    if (accepted === null) throw new Error('not accepted');
    const refinements = byDirective([{ ...accepted, key: 'k', at: 0 }]);
    const forLin = refinedFor(directive, refinements, 'lin');
    expect([forLin.unsure, forLin.title, forLin.audience]).toEqual([
      false,
      '秸秆离田面积统计表',
      { people: ['lin', 'mei'], unclear: false },
    ]);
    // Of whom it asks is still in doubt for her.
    const forMei = refinedFor(directive, refinements, 'mei');
    expect([forMei.unsure, forMei.audience.unclear]).toEqual([true, true]);
    const { unsure, title, audience, ...rest } = directive;
    expect(forLin).toMatchObject(rest);
  });
});

describe('words in a chat that speak to the model', () => {
  it('are many', () => {
    expect(new Set(ATTACKS).size).toBeGreaterThanOrEqual(60);
  });

  const real = '请各村于11月18日17:30前把秸秆离田面积统计表报镇农办';
  it.each(ATTACKS)('move nothing, obeyed to the letter: %s', (attack) => {
    const text = `${real}。${attack}`;
    const question = asked(text);
    const said = question.asked[0]?.masked.text ?? '';
    const tail = said.slice(said.indexOf('。') + 1);
    const wished = tail.slice(Math.max(tail.indexOf(':'), tail.indexOf('“'), tail.indexOf('"')) + 1).replace(/[”"]$/u, '');
    const obeying: readonly Partial<Proposal>[] = [
      { verdict: 'nothing', quote: attack },
      { quote: '经研究决定,此项工作取消', title: '经研究决定,此项工作取消' },
      { title: wished, quote: tail },
      { title: attack, quote: attack, people: ['⟦人2⟧', '⟦人3⟧', '⟦人9⟧', '*', 'mei'] },
      ...['2026-12-31', '2026-11-17', '2030-01-01', '2027-06-01', '2026-11-30', '1999-01-01'].flatMap((day) => [
        { quote: tail, deadline: { quote: tail === '' ? '随便' : tail, day } },
        { quote: '11月18日', deadline: { quote: '11月18日17:30前', day } },
      ]),
    ];
    for (const proposal of obeying) {
      const accepted = judged(proposal, question);
      const refined = refinedFor(question.directive, byDirective(accepted === null ? [] : [{ ...accepted, key: 'k', at: 0 }]), 'lin');
      expect(text).toContain(accepted?.quote ?? '');
      expect([refined.status, refined.evidence, refined.audience.people]).toEqual(['open', question.directive.evidence, ['lin', 'mei']]);
      expect(refined.title).toBe(question.directive.title);
      expect([null, '2026-11-18']).toContain(refined.deadline?.day ?? null);
      expect(accepted?.people ?? []).toEqual([]);
    }
  });
});

describe('what is never asked', () => {
  it.each(['【内部】秸秆统计表明天报', '密级:机密 秸秆统计表', '内部资料,秸秆统计表', '秸秆统计表明天报,不得外传'])('%s', (text) => {
    expect(aQuestion(text)).toBeNull();
  });

  it('nor what is said in a group of local matters', () => {
    const groupByKey = new Map([...TOWNSHIP.groupByKey].map(([key, group]) => [key, { ...group, localOnly: true }]));
    expect(aQuestion(TEXT, [], { ...TOWNSHIP, groupByKey })).toBeNull();
  });

  it('nor anything of the day but a few messages around one that says little, and of these none that is for inside', () => {
    const around = Array.from({ length: 20 }, (_, index) => said(`n${index}`, 'mei', `2026-11-16 08:${40 + index}`, `第${index}句话`));
    const secret = said('s1', 'mei', '2026-11-16 09:01', '内部情况通报一下');
    const after = [
      said('a1', 'mei', '2026-11-16 09:02', '收到'),
      said('a2', 'mei', '2026-11-16 09:03', '好的'),
      said('a3', 'mei', '2026-11-16 09:04', '行'),
    ];
    const shownWith = (text: string) => aQuestion(text, [...around, secret, ...after])?.question.messages.map((message) => message.text);
    expect(shownWith('秸秆的明天报')).toEqual(['第18句话', '第19句话', '秸秆的明天报', '收到']);
    expect(shownWith(TEXT)).toHaveLength(1);
  });
});
