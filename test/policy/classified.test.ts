import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../src/model/message.ts';
import { isMarkedClassified, withoutClassified } from '../../src/policy/classified.ts';

const ENVELOPE: Envelope = {
  platform: 'wechat',
  group: 'g1',
  id: 'm1',
  sentAt: Date.UTC(2026, 10, 16, 1),
  sender: { id: 'a', name: '党政办' },
  kind: 'text',
  text: '',
};

describe('what is marked', () => {
  it.each([
    '机密★3年 关于开展专项工作的方案',
    '【秘密】请各单位严格控制知悉范围',
    '密级：机密',
    '转发(机密)文件一份',
    '此为秘密级文件,阅后退回',
  ])('%s', (text) => {
    expect(isMarkedClassified({ text })).toBe(true);
  });

  it.each(['这是我俩的小秘密哈', '商业机密不要外传', '保密自查自评表周五前报', '秘密武器就是一碗羊汤', '涉密载体清查,没有的报零'])(
    'talk: %s',
    (text) => {
      expect(isMarkedClassified({ text })).toBe(false);
    },
  );

  it('by the name of a file and in a forwarded record too', () => {
    expect(isMarkedClassified({ text: '', file: { name: '【机密】名单.docx' } })).toBe(true);
    expect(isMarkedClassified({ text: '', forwarded: [{ text: '秘密★1年' }] })).toBe(true);
  });
});

describe('what is stored', () => {
  it('keeps who, where and when, and none of the content', () => {
    const marked = {
      ...ENVELOPE,
      text: '机密★ 转移名单:张三',
      url: 'https://example.org/x',
      forwarded: [{ text: '张三' }],
      mentions: ['*'],
    };
    const stored = withoutClassified(marked);
    expect(JSON.stringify(stored)).not.toContain('张三');
    expect(stored).toMatchObject({ id: 'm1', sender: { id: 'a' }, kind: 'file', text: '', mentions: ['*'] });
    expect(stored.url).toBeUndefined();
  });

  it('leaves any other envelope as it is', () => {
    const plain = { ...ENVELOPE, text: '各村明天下班前报表' };
    expect(withoutClassified(plain)).toBe(plain);
  });
});
