import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/policy/commands/table.ts';
import { ASK, said } from '../../kit/chat-builders.ts';
import { aDesk } from '../../kit/desk-builders.ts';

describe('the desk', () => {
  it('has an answer to whatever anybody says, and never fails', async () => {
    const desk = await aDesk({}, ['bo']);
    await desk.hear(
      said('m1', 'a-bo', '2026-11-16 09:00', ASK),
      said('m2', 'a-lin', '2026-11-16 09:20', '请柏镇长明天上午10点前审定东村的秸秆台账'),
    );
    await desk.deliver('lin', 'd1');
    await desk.deliver('bo', 'd2');
    const word = fc.constantFrom(...COMMANDS.map(({ words: [first = ''] }) => first));
    const argument = fc.constantFrom(
      '',
      ' 1',
      ' 2',
      ' 1、2',
      '请各村今天17:00前报名单',
      ' 改到明天12点',
      ' 1 改到明天12点',
      'a.b',
      ' 秸秆离田面积统计表',
      '🙂\u202e\u0000',
    );
    const text = fc.oneof(
      fc.tuple(word, argument).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    const account = fc.constantFrom('a-bo', 'a-lin', 'a-mei', 'a-guan', 'a-nobody');
    const more = fc.constantFrom(
      {},
      { replyTo: 'd1' },
      { replyTo: 'd2' },
      { replyTo: 'none' },
      { quoted: '秸秆离田' },
      { forwardedFrom: { group: 'g1', id: 'm1' } },
    );
    await fc.assert(
      fc.asyncProperty(account, text, more, async (from, words, given) => {
        const answer = await desk.tell(from, words, given);
        expect(answer).not.toContain('没有办成');
        if (from !== 'a-nobody') expect(answer.trim()).not.toBe('');
        expect(answer).not.toMatch(/[\p{Bidi_Control}]|\{\w+\}|undefined|NaN/u);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
