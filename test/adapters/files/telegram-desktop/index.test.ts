import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../../src/adapter-kit.ts';
import { bytesOf, china, envelopes, fixture, groups, problems, read } from '../kit.ts';

const SINGLE = fixture('telegram-desktop/fixtures/single-chat.json');
const FULL = fixture('telegram-desktop/fixtures/full-export.json');
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function single(id: string): Promise<Envelope | undefined> {
  return envelopes(await read(SINGLE)).find((envelope) => envelope.id === id);
}

/** A chat of one message, with the given keys. */
async function one(change: object, chat: object = {}): Promise<Envelope | undefined> {
  const message = { id: 1, type: 'message', date_unixtime: '1794789065', from: '甲', from_id: 'user5', text: '', ...change };
  const events = await read(JSON.stringify({ name: '群', type: 'private_supergroup', id: 77, ...chat, messages: [message] }));
  expect(problems(events)).toEqual([]);
  return envelopes(events)[0];
}

describe('telegram-desktop, a single chat', () => {
  it('names the group by the id that a bot sees', async () => {
    expect(groups(await read(SINGLE))).toEqual(['telegram -1001987654321 石桥镇农业农村工作群']);
    expect((await one({}, { type: 'private_group' }))?.group).toBe('-77');
    expect((await one({}, { type: 'public_channel' }))?.group).toBe('-10077');
    expect((await one({}, { type: 'personal_chat' }))?.group).toBe('77');
  });

  it('keeps a group that became a supergroup as one group', async () => {
    const both = envelopes(await read(SINGLE)).filter((envelope) => envelope.text.startsWith('migrate_'));
    expect(both.map(({ group, id }) => `${group} ${id}`)).toEqual(['-1001987654321 -999999990', '-1001987654321 1']);
  });

  it('reads text in parts, with who is mentioned and what is linked', async () => {
    expect(await single('3')).toEqual({
      ...{ platform: 'telegram', group: '-1001987654321', id: '3', sentAt: china('2026-11-16T08:31:05') },
      ...{ sender: { id: '700100201', name: '石桥镇-田志远' }, kind: 'text', mentions: ['700100202'] },
      text: '各村:请于明天下班前把秋粮测产表报@柳素琴，有问题找 @shiqiao_ny',
      url: 'https://example.test/forms/qiuliang',
    });
  });

  it('gives an edited message once, as it reads now', async () => {
    expect(envelopes(await read(SINGLE)).filter((envelope) => envelope.id === '3' || envelope.edits !== undefined)).toHaveLength(1);
  });

  it('reads replies, but not those into another chat', async () => {
    expect(await single('4')).toMatchObject({ text: '收到👌🏼', replyTo: '3' });
    expect(await single('5')).not.toHaveProperty('replyTo');
  });

  it('keeps the words of a forward in its text and says whose they were', async () => {
    expect(await single('5')).toMatchObject({
      text: '关于做好越冬作物田间管理的通知',
      forwarded: [{ sender: '临江县农业农村局', text: '' }],
    });
    expect((await one({ forwarded_from: null, text: '转' }))?.forwarded).toEqual([{ text: '' }]);
  });

  it('never takes the words for a missing file for a path', async () => {
    expect(await single('6')).toMatchObject({ kind: 'file', text: '模板见附件', file: { name: '秋粮测产表.xlsx', size: 18342 } });
    expect((await single('6'))?.file).not.toHaveProperty('path');
    expect(await single('9')).not.toHaveProperty('file');
    const named = await one({ file: '名单.docx (File not included. Change data exporting settings to download.)' });
    expect(named?.file).toEqual({ name: '名单.docx' });
  });

  it.each([
    [
      '7',
      {
        kind: 'image',
        text: '',
        file: { name: 'photo_1@16-11-2026_09-02-00.jpg', size: 90211, path: 'photos/photo_1@16-11-2026_09-02-00.jpg' },
      },
    ],
    ['8', { kind: 'voice', durationSec: 34 }],
    ['9', { kind: 'video', durationSec: 61 }],
    ['10', { kind: 'sticker', text: '👍' }],
    ['11', { kind: 'text', text: '周四培训能来吗\n1. 能\n2. 请假' }],
    ['12', { kind: 'location', text: '石桥镇农技站 临江路 8 号' }],
    ['13', { kind: 'text', text: '龚 师傅 +86 130 0000 0000' }],
    ['15', { kind: 'system', text: 'pin_message', replyTo: '3' }],
    ['16', { kind: 'link', text: 'https://example.test/yubao', url: 'https://example.test/yubao' }],
  ])('knows the kind of message %s', async (id, expected) => {
    expect(await single(id)).toMatchObject(expected);
  });

  it.each([
    ['animation', 'video'],
    ['video_message', 'video'],
    ['audio_file', 'file'],
    ['something_new', 'file'],
  ])('reads the medium %s as %s', async (media_type, kind) => {
    expect((await one({ media_type, file: 'f/a.bin' }))?.kind).toBe(kind);
  });

  it('reads who it was: a person, a deleted account, the group itself, nobody', async () => {
    expect((await single('7'))?.sender).toEqual({ id: '700100203', name: '700100203' });
    expect((await single('16'))?.sender).toEqual({ id: '-1001987654321', name: '石桥镇农业农村工作群' });
    expect((await one({ from: undefined, from_id: undefined }))?.sender).toEqual({ id: '-10077', name: '群' });
    expect((await one({ from_id: 4329482394 }))?.sender.id).toBe('4329482394');
  });

  it('reads times without a zone as those of the organisation', async () => {
    expect((await single('16'))?.sentAt).toBe(china('2026-11-16T23:59:59'));
    expect((await single('17'))?.sentAt).toBe(china('2027-01-01T00:00:00'));
    const abroad = envelopes(await read(SINGLE, { timezone: 'Asia/Urumqi' })).find((envelope) => envelope.id === '17');
    expect(abroad?.sentAt).toBe(Date.parse('2027-01-01T00:00:00+06:00'));
  });

  it('keeps control, invisible and right-to-left characters', async () => {
    expect((await single('17'))?.text).toBe('第一页\u000c第二页 \u200b\u202e反\u202c \\x41');
  });

  it('keeps a message of 10,000 characters', async () => {
    const long = '田'.repeat(9_998);
    expect((await one({ text: [long, { type: 'bold', text: '完😀' }] }))?.text).toBe(`${long}完😀`);
  });

  it('reports what the exporter could not write, with its line', async () => {
    expect(problems(await read(SINGLE))).toEqual(['import.unsupported-message 240 message=14']);
  });
});

describe('telegram-desktop, a full export', () => {
  it('reads groups and channels, those one has left too, and no private chat', async () => {
    const events = await read(FULL);
    expect(groups(events)).toEqual([
      'telegram -445566 石桥镇防汛群',
      'telegram -1001555000111 石桥发布',
      'telegram -1001222333444 旧普查群',
    ]);
    expect(envelopes(events).map(({ group, id, text: words }) => `${group} ${id} ${words}`)).toEqual([
      '-445566 21 今天18点前报送沟渠清淤进度',
      '-445566 22 收到',
      '-1001555000111 21 明天停水公告',
      '-1001222333444 9 普查群解散，谢谢各位',
    ]);
    expect(problems(events)).toEqual(['import.private-chats-left-out 1 count=2']);
  });

  it('leaves a chat out whose type it does not know, and says so', async () => {
    const events = await read(text(FULL).replace('"private_group"', '"hologram_group"'));
    expect(problems(events)).toEqual(['import.unknown-chat-type 73', 'import.private-chats-left-out 1 count=2']);
    expect(groups(events)).not.toContain('telegram -445566 石桥镇防汛群');
  });

  it('reads the same on one line', async () => {
    const minified = JSON.stringify(JSON.parse(text(FULL)));
    expect(envelopes(await read(minified))).toEqual(envelopes(await read(FULL)));
  });
});

describe('telegram-desktop, damaged', () => {
  it('has everything before the cut, wherever that is', async () => {
    const whole = envelopes(await read(FULL));
    for (let size = text(FULL).indexOf('"chats"') + 40; size < FULL.length - 2; size += 41) {
      const events = await read(FULL.subarray(0, size));
      expect(envelopes(events)).toEqual(whole.slice(0, envelopes(events).length));
      expect(problems(events).filter((line) => line.startsWith('import.truncated'))).toHaveLength(1);
    }
    expect(envelopes(await read(FULL.subarray(0, FULL.length - 20)))).toHaveLength(4);
  });

  it.each([
    ['a quote too many', '今天18点前', '今天"18点前'],
    ['a bracket behind it', '今天18点前', '今天"{"18点前'],
    [
      'no JSON',
      '"id": 21,\n      "type": "message",\n      "date": "2026-11-16T08:00:00"',
      '"id": 21,\n      "type": message,\n      "date": [',
    ],
  ])('loses only the message with %s', async (_, before, after) => {
    const events = await read(text(FULL).replace(before, after));
    expect(envelopes(events).map((envelope) => envelope.text)).toEqual(['收到', '明天停水公告', '普查群解散，谢谢各位']);
    expect(problems(events)[0]).toMatch(/^import\.malformed 7[34]$/u);
  });

  it('skips entries that are no messages', async () => {
    const messages =
      '[1,"x",null,{"id":2},{"id":3,"type":"message","text":"无时间"},{"id":{},"type":"message"},[],{"id":4,"type":"message","text":7},{"id":5,"type":"message","date_unixtime":"4950000000","text":"远"}]';
    const events = await read(`{"name":"群","type":"private_group","id":1,"messages":${messages}}`);
    expect(envelopes(events)).toEqual([]);
    expect(problems(events)).toEqual([
      'import.not-an-object 1',
      'import.missing-field 1 field=type',
      'import.invalid-field 1 field=date',
      'import.invalid-field 1 field=id',
      'import.not-an-object 1',
      'import.invalid-field 1 field=text',
      'import.invalid-field 1 field=date',
    ]);
  });

  it('keeps a message whose other keys are wrong, and names them', async () => {
    const message = '{"id":1,"type":"message","date_unixtime":"1794789065","from_id":"user1","text":"在","poll":7,"file_size":"big"}';
    const events = await read(`{"name":"群","type":"private_group","id":1,"messages":[${message}]}`);
    expect(problems(events)).toEqual(['import.field-ignored 1 field=file_size', 'import.field-ignored 1 field=poll']);
    expect(envelopes(events)[0]?.text).toBe('在');
  });

  it('reads no messages of a chat without an id', async () => {
    const events = await read('{"name":"群","type":"private_group","messages":[{"id":1}]}', { format: 'telegram-desktop' });
    expect(problems(events)).toEqual(['import.no-chat-id 1']);
  });

  it('names the group at the end where the name comes last', async () => {
    const events = await read(
      '{"id":1,"messages":[{"date_unixtime":"1794789065","id":1,"text":"在","type":"message"}],"name":"群","type":"private_group"}',
    );
    expect(events.map((event) => event.kind)).toEqual(['message', 'group']);
    expect(groups(events)).toEqual(['telegram 1 群']);
  });

  it('takes a byte order mark', async () => {
    expect(envelopes(await read(bytesOf(`\uFEFF${text(FULL)}`)))).toHaveLength(4);
  });
});
