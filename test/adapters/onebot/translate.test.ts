import { describe, expect, it } from 'vitest';
import events from '../../../adapters/onebot/fixtures/events.json' with { type: 'json' };
import { type Hearing, partsOf, translate } from '../../../adapters/onebot/translate.ts';
import type { ChatEvent } from '../../../src/adapter-kit.ts';

const HEARING: Hearing = {
  self: '10001',
  nameOf: (_group, account) => (account === '20003' ? '何书记' : null),
  idOf: (message) => (message === '-1845402871' ? '-1845402871.70211' : null),
  partsOf: () => null,
};

function told(name: keyof typeof events): readonly ChatEvent[] {
  return translate(events[name], HEARING).events;
}

function envelope(name: keyof typeof events): unknown {
  const event = told(name).find(({ kind }) => kind === 'message');
  return event?.kind === 'message' ? event.envelope : null;
}

describe('a group message', () => {
  it('has its running number in its id, the card for a name, and tells the group', () => {
    expect(told('text')).toEqual([
      { kind: 'group', id: '618033', name: '东岭镇农机工作群' },
      {
        kind: 'message',
        envelope: {
          platform: 'qq',
          group: '618033',
          id: '-1845402871.70211',
          sentAt: 1_763_340_000_000,
          sender: { id: '20002', name: '南渡-顾燕' },
          kind: 'text',
          text: '请各村今天下班前报送清淤台账',
        },
      },
    ]);
  });

  it('told again without the number it has the same id', () => {
    const { message_seq: _seq, real_seq: _real, ...bare } = events.text;
    expect(translate(bare, HEARING).key?.id).toBe('-1845402871.70211');
  });

  it.each<readonly [keyof typeof events, object]>([
    [
      'string',
      { text: '@何书记  今天[必须]报,A&B[表情]', mentions: ['20003'], replyTo: '-1845402871.70211', sender: { id: '20002', name: 'gu' } },
    ],
    ['everyone', { text: '@全体成员  明早八点开会', mentions: ['*'] }],
    ['picture', { kind: 'image', text: '现场' }],
    ['sticker', { kind: 'sticker', text: '' }],
    ['faces', { kind: 'sticker', text: '' }],
    ['voice', { kind: 'voice', text: '' }],
    ['file', { kind: 'file', file: { name: '清淤台账.xlsx', size: 20_480 } }],
    ['link', { kind: 'link', text: '秋冬防火十条\n请转发到各村群', url: 'https://mp.example/a?b=1' }],
    ['groupNotice', { kind: 'text', text: '通知\n今天下班前报台账' }],
    ['xml', { kind: 'link', text: '补贴申报\n月底前', url: 'https://mp.example/x?a=1&b=2' }],
    ['unheardOf', { kind: 'text', text: '[hologram]' }],
    ['recall', { kind: 'recall', recalls: '-1845402871.70211', sender: { id: '20003', name: '何书记' } }],
    ['upload', { kind: 'file', id: 'upload /f9', file: { name: '通知.docx', size: 30_720 } }],
  ])('%s', (name, wanted) => {
    expect(envelope(name)).toMatchObject(wanted);
  });

  it('a forwarded record is read as its words, and tells who said them', () => {
    expect(envelope('record')).toMatchObject({
      text: '群聊的聊天记录\n明早八点集合\n收到',
      forwarded: [
        { sender: '何书记', text: '明早八点集合' },
        { sender: '顾燕', text: '收到' },
      ],
    });
    expect(partsOf([{ sender: { nickname: '何书记' }, content: '[CQ:image,file=a.jpg]' }, 'strange'])).toEqual([
      { sender: '何书记', text: '[图片]' },
    ]);
  });
});

describe('what else is told', () => {
  it('the own message is an echo: its words as they were sent, to whom', () => {
    const target = { to: 'group', id: '618033' };
    expect(told('sentToGroup')).toEqual([{ kind: 'echo', target, id: '24', text: '请三户核对', sentAt: 1_763_340_016_000 }]);
    expect(told('sentToPerson')).toMatchObject([{ kind: 'echo', target: { to: 'person', id: '20002' }, id: '25', text: '日要' }]);
  });

  it('a private message is direct, with the message that it answers', () => {
    expect(told('direct')).toMatchObject([{ kind: 'direct', message: { id: '26', account: '20002', text: '完成 3', replyTo: '25' } }]);
  });

  it('a new name of the group', () => {
    expect(told('renamed')).toEqual([{ kind: 'group', id: '618033', name: '东岭镇农机群(新)' }]);
  });

  it.each([0, 1_763_340_000_000])('of the time %d is none: seconds are wanted', (time) => {
    expect(translate({ ...events.text, time }, HEARING)).toMatchObject({ events: [], skipped: { why: 'malformed' } });
  });

  it.each([[null], ['text'], [{}], [{ post_type: 'message', message_type: 'group' }], [{ post_type: 'later' }]])(
    '%j tells nothing, and why',
    (raw) => {
      expect(translate(raw, HEARING)).toMatchObject({ events: [], skipped: { kind: expect.any(String) } });
    },
  );
});
