import { describe, expect, it } from 'vitest';
import { outcomeOf, sendCall } from '../../../adapters/onebot/outcome.ts';

describe('a text that goes out', () => {
  it('is text whatever it says, and names whom it notifies behind it', () => {
    const target = { to: 'group', id: '618033' } as const;
    expect(sendCall({ key: 'k', target, text: '[CQ:at,qq=all]', replyTo: '-7.70211', mentions: ['20002'] })).toEqual({
      action: 'send_group_msg',
      params: {
        group_id: 618_033,
        message: [
          { type: 'reply', data: { id: '-7' } },
          { type: 'text', data: { text: '[CQ:at,qq=all]' } },
          { type: 'text', data: { text: '\n' } },
          { type: 'at', data: { qq: '20002' } },
          { type: 'text', data: { text: ' ' } },
        ],
      },
    });
  });

  it.each([
    [
      { retcode: 0, data: { message_id: -5 } },
      { outcome: 'sent', id: '-5' },
    ],
    [
      { retcode: 1, data: null },
      { outcome: 'unknown', why: 'retcode 1' },
    ],
    [
      { retcode: 1200, data: null, message: 'Error: Timeout: NTEvent sendMsg' },
      { outcome: 'unknown', why: 'retcode 1200' },
    ],
    [
      { retcode: 1200, data: null, wording: '发送失败,对方不是好友' },
      { outcome: 'failed', closed: true, why: 'retcode 1200' },
    ],
    [
      { retcode: 100, data: null, wording: '消息内容' },
      { outcome: 'failed', closed: false, why: 'retcode 100' },
    ],
  ])('%j', (answer, outcome) => {
    expect(outcomeOf({ echo: 'q1', ...answer })).toEqual(outcome);
  });
});
