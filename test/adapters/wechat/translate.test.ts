import { describe, expect, it } from 'vitest';
import { makeLately, quoteIn } from '../../../adapters/wechat/quote.ts';
import { type Hearing, translate } from '../../../adapters/wechat/translate.ts';
import { TYPES, WireMessage } from '../../../adapters/wechat/wire.ts';

const DASHES = '- - - - - - - - - - - - - - -';
const HEARING: Hearing = {
  quoted: (where, { name, words }) => (where === 'g@chatroom' && name === '何书记' && words === '请报表' ? 'm1' : null),
};

function message(type: number, text: string, more: Partial<WireMessage> = {}): WireMessage {
  return {
    id: 'm9',
    type,
    at: 1_763_340_000_000,
    account: 'wxid_guyan',
    name: '南渡-顾燕',
    isSelf: false,
    isOfficial: false,
    room: { id: 'g@chatroom', name: '农机群' },
    listener: null,
    text,
    mentions: [],
    file: null,
    link: null,
    ...more,
  };
}

function envelope(type: number, text: string, more: Partial<WireMessage> = {}): unknown {
  const event = translate(message(type, text, more), HEARING).find(({ kind }) => kind === 'message');
  return event?.kind === 'message' ? event.envelope : null;
}

describe('a group message', () => {
  it('is told with its group, its sender as the group shows it, and nothing more than there is', () => {
    expect(translate(message(TYPES.text, '请各村今天报送'), HEARING)).toEqual([
      { kind: 'group', id: 'g@chatroom', name: '农机群' },
      {
        kind: 'message',
        envelope: {
          platform: 'wechat',
          group: 'g@chatroom',
          id: 'm9',
          sentAt: 1_763_340_000_000,
          sender: { id: 'wxid_guyan', name: '南渡-顾燕' },
          kind: 'text',
          text: '请各村今天报送',
        },
      },
    ]);
  });

  const xml = '<msg><appmsg><title>补贴申报</title><des><![CDATA[月底前]]></des></appmsg></msg>';
  it.each<readonly [string, number, string, Partial<WireMessage>, object]>([
    ['a mention', TYPES.text, '@何书记\u2005请看', { mentions: ['wxid_he'] }, { text: '@何书记 请看', mentions: ['wxid_he'] }],
    ['everyone', TYPES.text, '@所有人 明早开会', {}, { mentions: ['*'] }],
    ['a quote that is known', TYPES.text, `「何书记:请报表」\n${DASHES}\n报了`, {}, { text: '报了', replyTo: 'm1' }],
    [
      'one that isn’t',
      TYPES.text,
      `「何书记:别的」\n${DASHES}\n报了`,
      {},
      { text: '报了', forwarded: [{ sender: '何书记', text: '别的' }] },
    ],
    ['a recall', TYPES.recalled, 'm1', {}, { kind: 'recall', id: 'recall m1', recalls: 'm1', text: '' }],
    ['a recall as XML', TYPES.recalled, '<revokemsg><newmsgid>77</newmsgid></revokemsg>', {}, { recalls: '77' }],
    [
      'a file',
      TYPES.attachment,
      '<msg/>',
      { file: { name: '台账.xlsx', size: 9 } },
      { kind: 'file', file: { name: '台账.xlsx', size: 9 }, text: '' },
    ],
    ['a picture', TYPES.image, '/tmp/a.jpg', {}, { kind: 'image', text: '' }],
    ['a voice note', TYPES.audio, '', {}, { kind: 'voice', text: '' }],
    ['a sticker', TYPES.emoticon, '<msg/>', {}, { kind: 'sticker', text: '' }],
    [
      'a link',
      TYPES.url,
      xml,
      { link: { title: '补贴申报', description: '月底前', url: 'https://a.example/' } },
      { kind: 'link', text: '补贴申报\n月底前', url: 'https://a.example/' },
    ],
    ['a link that can’t be asked', TYPES.url, xml, {}, { kind: 'link', text: '补贴申报\n月底前' }],
    ['a relay', TYPES.groupNote, '#接龙\n1. 顾燕', {}, { kind: 'chain', text: '#接龙\n1. 顾燕' }],
    ['money', TYPES.redEnvelope, '恭喜发财', {}, { kind: 'redpacket', text: '' }],
    [
      'a record',
      TYPES.chatHistory,
      '群聊的聊天记录\n何书记: 明早集合',
      {},
      { kind: 'text', text: '明早集合', forwarded: [{ sender: '何书记', text: '明早集合' }] },
    ],
    ['a grey line', TYPES.unknown, '顾燕邀请何书记加入了群聊', {}, { kind: 'system' }],
  ])('%s', (_name, type, text, more, wanted) => {
    expect(envelope(type, text, more)).toMatchObject(wanted);
  });
});

describe('what else is told', () => {
  it('own messages prove what was sent, to whom', () => {
    const own = { isSelf: true, account: 'wxid_bot' };
    expect(translate(message(TYPES.text, ' 日要 ', { ...own, room: null, listener: 'wxid_guyan' }), HEARING)).toMatchObject([
      { kind: 'echo', target: { to: 'person', id: 'wxid_guyan' }, id: 'm9', text: '日要' },
    ]);
    expect(translate(message(TYPES.text, '通知', own), HEARING)).toMatchObject([
      { kind: 'echo', target: { to: 'group', id: 'g@chatroom' } },
    ]);
  });

  it('what is said to the bot alone, but nothing of official accounts', () => {
    const alone = { room: null, listener: 'wxid_bot' };
    expect(translate(message(TYPES.text, '完成 3', alone), HEARING)).toMatchObject([
      { kind: 'direct', message: { id: 'm9', account: 'wxid_guyan', name: '南渡-顾燕', text: '完成 3' } },
    ]);
    expect(translate(message(TYPES.url, '推文', { ...alone, isOfficial: true }), HEARING)).toEqual([]);
  });
});

describe('a quote', () => {
  it('is read in the platform’s form only', () => {
    expect(quoteIn(`「何书记:一行\n「二」行」\n${DASHES}\n报了\n两份`)).toEqual({
      name: '何书记',
      words: '一行\n「二」行',
      answer: '报了\n两份',
    });
    expect(quoteIn('「何书记:请报表」报了')).toBeNull();
    expect(quoteIn('按照「村村通:二期」要求')).toBeNull();
  });

  it('means the newest message with these words, by this name first', () => {
    const lately = makeLately();
    for (const [id, name] of [
      ['m1', '何书记'],
      ['m2', '顾燕'],
    ] as const)
      lately.add('g', { id, name, text: '收到 ' });
    expect(lately.find('g', { name: '何书记', words: '收到' })).toBe('m1');
    expect(lately.find('g', { name: '改了名', words: '收到' })).toBe('m2');
    expect(lately.find('h', { name: '何书记', words: '收到' })).toBeNull();
  });
});

it.each([
  [1_763_340_000_000, true],
  [1_763_340_000, false],
  [4_950_000_000_000, false],
])('a message of the time %i is one: %s', (at, is) => {
  expect(WireMessage.safeParse(message(TYPES.text, '在', { at })).success).toBe(is);
});
