import { describe, expect, it } from 'vitest';
import { readStream } from '../../../../adapters/files/index.ts';
import { all, bytesOf, china, envelopes, feed, fixture, groups, inPieces, problems, read } from '../kit.ts';

const UTF8 = fixture('qq-text/fixtures/two-chats.txt');
const GB18030 = fixture('qq-text/fixtures/two-chats.gb18030.txt');
const TEXT = new TextDecoder().decode(UTF8);
const RULE = '='.repeat(64);
const chat = (body: string, name = '测试群') => `${RULE}\n消息分组:我的QQ群\n${RULE}\n消息对象:${name}\n${RULE}\n\n${body}`;
const said = async (body: string) => envelopes(await read(chat(body))).map(({ sender, text }) => `${sender.id}|${sender.name}|${text}`);

describe('qq-text', () => {
  it('reads several chats of one file', async () => {
    const events = await read(UTF8);
    expect(groups(events)).toEqual(['qq 石桥镇农机群 石桥镇农机群', 'qq 小满 小满']);
    expect(envelopes(events).map(({ group, sender, kind }) => `${group} ${sender.id} ${sender.name} ${kind}`)).toEqual([
      '石桥镇农机群 700100201 田志远(农业办) text',
      '石桥镇农机群 liusuqin@example.test 下湾村-柳素琴 text',
      '石桥镇农机群 liusuqin@example.test 下湾村-柳素琴 text',
      '石桥镇农机群 700100203 700100203 image',
      '石桥镇农机群 700100204 【东岭】【活跃】【石桥】 text',
      '石桥镇农机群 name:路过的人 路过的人 text',
      '石桥镇农机群 10000 系统消息 system',
      '石桥镇农机群 700100201 田志远(农业办) text',
      '石桥镇农机群 700100201 田志远(农业办) text',
      '小满 name:小满 小满 text',
      '小满 name:小满 小满 text',
    ]);
  });

  it('keeps lines in a body that look like headers', async () => {
    const events = await read(UTF8);
    expect(envelopes(events)[0]?.text).toBe(
      '各村：明天下班前报秋粮测产表\n\n附安排：\n2026-11-17 09:00:00 王站长(123456)\n2026-11-17 14:00:00 张主任(234567)',
    );
    expect(envelopes(events)[4]?.text).toContain('2026-11-18 20:00:00 晚班\n================\n到此为止');
    expect(problems(events)).toEqual(['import.header-in-body 13 count=2']);
  });

  it('reads the same from GB18030, and from Windows', async () => {
    const plain = await read(UTF8);
    expect(await read(GB18030)).toEqual(plain);
    expect(await read(TEXT.replaceAll('\n', '\r\n'))).toEqual(plain);
    expect(await read(`\uFEFF${TEXT.replaceAll('\n', '\r\n')}`)).toEqual(plain);
  });

  it.each([1, 2, 3, 5])('reads GB18030 in pieces of %i bytes, cut within characters', (size) => {
    expect(feed(GB18030, 'qq-text', [size])).toEqual(feed(UTF8, 'qq-text', [UTF8.length]));
  });

  it('reads times around midnight and the year’s end, hours with one digit among them', async () => {
    const times = envelopes(await read(UTF8)).map((envelope) => envelope.sentAt);
    expect(times.slice(-4)).toEqual(
      ['2026-11-16T23:59:59', '2026-11-17T00:00:00', '2026-12-31T23:59:59', '2027-01-01T00:00:00'].map((time) => china(time)),
    );
  });

  it('tells two equal messages of one second apart, the same way each time', async () => {
    const [first, second] = envelopes(await read(UTF8)).slice(1, 3);
    expect(second?.id).toBe(`${first?.id}-2`);
    const twice = envelopes(await read(chat('2026-11-16 8:00:00 甲(101)\n好\n\n2026-11-16 8:00:01 乙(102)\n好\n\n'.repeat(2))));
    expect(twice.slice(2).map((envelope) => envelope.id)).toEqual(twice.slice(0, 2).map((envelope) => envelope.id));
  });

  it('gives a message the same key whatever name its sender has by now', async () => {
    const id = async (name: string) => envelopes(await read(chat(`2026-11-16 8:00:00 ${name}(101)\n好\n`)))[0]?.id;
    expect(await id('甲')).toBe(await id('【群主】甲-已调离'));
    expect(await id('甲')).not.toBe(envelopes(await read(chat('2026-11-16 8:00:00 甲(102)\n好\n')))[0]?.id);
  });

  it.each([
    ['brackets in the name', '2026-11-16 08:00:00 张三(经发办)(12345)', '12345|张三(经发办)'],
    ['a title', '2026-11-16 8:00:00 【管理员】张三(12345)', '12345|张三'],
    ['no name', '2026-11-16 8:00:00 (12345)', '12345|12345'],
    ['a mail address', '2026-11-16 8:00:00 张三<zhang.san@example.test>', 'zhang.san@example.test|张三'],
    ['angle brackets in the name', '2026-11-16 8:00:00 <张>三<z@example.test>', 'z@example.test|<张>三'],
    ['invisible characters in the name', '2026-11-16 8:00:00 张\u200b三\u202e(12345)', '12345|张\u200b三\u202e'],
    ['nothing at all', '2026-11-16 8:00:00 ', 'name:|'],
  ])('reads a header with %s', async (_, header, expected) => {
    expect(await said(`${header}\n在\n`)).toEqual([`${expected}|在`]);
  });

  it('takes a bare name for a header only between its neighbours in time', async () => {
    const body = (time: string) => `2026-11-16 8:00:00 甲(101)\n一\n\n${time} 检查组\n二\n\n2026-11-16 9:00:00 乙(102)\n三\n`;
    expect(await said(body('2026-11-16 8:30:00'))).toEqual(['101|甲|一', 'name:检查组|检查组|二', '102|乙|三']);
    expect(await said(body('2026-11-17 8:30:00'))).toEqual(['101|甲|一\n\n2026-11-17 8:30:00 检查组\n二', '102|乙|三']);
    expect(await said(body('2026-11-15 8:30:00'))).toEqual(['101|甲|一\n\n2026-11-15 8:30:00 检查组\n二', '102|乙|三']);
  });

  it('takes every bare name for a header where none has an account', async () => {
    expect(await said('2026-11-16 8:00:00 甲\n一\n\n2026-11-16 7:00:00 乙\n二\n')).toEqual(['name:甲|甲|一', 'name:乙|乙|二']);
    expect(await said('2026-11-16 8:00:00 甲\n一\n\n2026-11-16 8:00:01 乙(102)\n二\n\n2026-11-16 7:00:00 值班\n三\n')).toEqual([
      'name:甲|甲|一',
      '102|乙|二\n\n2026-11-16 7:00:00 值班\n三',
    ]);
  });

  it.each(['2026-11-31', '2126-11-16'])('keeps a line with a day that can’t be, and says so: %s', async (day) => {
    const events = await read(chat(`2026-11-16 8:00:00 甲(101)\n一\n\n${day} 8:00:00 乙(102)\n二\n`));
    expect(envelopes(events).map((envelope) => envelope.text)).toEqual([`一\n\n${day} 8:00:00 乙(102)\n二`]);
    expect(problems(events)).toEqual(['import.invalid-time-in-header 10']);
  });

  it.each([
    ['[图片]', 'image', ''],
    ['[图片] [图片]\n[图片]', 'image', ''],
    ['[表情]', 'sticker', ''],
    ['[语音]', 'voice', ''],
    ['[文件]', 'file', ''],
    ['[图片]请看', 'text', '[图片]请看'],
    ['[某某]', 'text', '[某某]'],
    ['@全体成员 开会', 'text', '@全体成员 开会'],
  ])('reads %j as %s', async (body, kind, text) => {
    const [envelope] = envelopes(await read(chat(`2026-11-16 8:00:00 甲(101)\n${body}\n`)));
    expect(envelope).toMatchObject({ kind, text });
    expect(envelope?.mentions).toEqual(body.startsWith('@') ? ['*'] : undefined);
  });

  it('keeps a message of 10,000 characters, blank lines and an empty one', async () => {
    const long = `${'稻'.repeat(9_980)}\n\n\n👨‍👩‍👧\u200b`;
    expect(await said(`2026-11-16 8:00:00 甲(101)\n${long}\n\n2026-11-16 8:00:01 乙(102)\n\n2026-11-16 8:00:02 丙(103)\n好\n`)).toEqual([
      `101|甲|${long}`,
      '102|乙|',
      '103|丙|好',
    ]);
  });

  it('keeps a line of = that frames nothing', async () => {
    expect(await said(`2026-11-16 8:00:00 甲(101)\n${RULE}\n${RULE}\n完\n\n${RULE}\n`)).toEqual([`101|甲|${RULE}\n${RULE}\n完\n\n${RULE}`]);
  });

  it('reports text before any message once', async () => {
    const events = await read(`消息对象:群\n无主之言\n又一句\n\n2026-11-16 8:00:00 甲(101)\n一\n`);
    expect(problems(events)).toEqual(['import.stray-text 2']);
    expect(envelopes(events).map((envelope) => envelope.text)).toEqual(['一']);
  });

  it('names a chat without a frame after the file', async () => {
    const pieces = inPieces(bytesOf('2026-11-16 8:00:00 甲(101)\n一\n'), [9]);
    expect(groups(await all(readStream(pieces, 'some/where/农机群.txt')))).toEqual(['qq 农机群 农机群']);
  });

  it('cuts a message that never ends, and goes on', async () => {
    const events = await read(
      chat(`2026-11-16 8:00:00 甲(101)\n${`${'x'.repeat(999)}\n`.repeat(1_100)}\n2026-11-16 8:00:01 乙(102)\n好\n`),
    );
    expect(problems(events).map((line) => line.split(' ')[0])).toEqual(['import.text-cut']);
    expect(envelopes(events).map((envelope) => envelope.text.length <= 1024 * 1024)).toEqual([true, true]);
  });

  it('reports a line with bytes that are no characters, and keeps it', async () => {
    const bytes = bytesOf(chat('2026-11-16 8:00:00 甲(101)\n好#的\n'));
    bytes[bytes.indexOf(0x23)] = 0xff;
    const events = await read(bytes);
    expect(problems(events)).toEqual(['import.bad-encoding 8']);
    expect(envelopes(events)[0]?.text).toBe('好\uFFFD的');
  });
});
