import { describe, expect, it } from 'vitest';
import type { Label } from '../../../src/model/label.ts';
import type { ForwardedPart } from '../../../src/model/message.ts';
import { asksOf } from '../../../src/reading/directive/asks.ts';
import { field, office, viewOfSaid } from '../noise/kit.ts';

const verdict = (label: Label) =>
  ({ platform: 'wechat', group: 'g1', id: 'm1', label, keep: true, unsure: label === 'opaque', confidence: 0.9, reasons: [] }) as const;
const LINES: readonly ForwardedPart[] = [
  { sender: '县医保局', text: '请各乡镇于10月20日前报送困难群众参保核对表' },
  { sender: '邻镇小付', text: '收到' },
  { sender: '邻镇小付', text: '司机算不算人,要不要也报' },
  { sender: '县医保局', text: '必须到人到身份证号' },
];
function record(forwarded: readonly ForwardedPart[], said = office) {
  const view = viewOfSaid(said('[聊天记录] 县医保业务群'));
  return { ...view, message: { ...view.message, forwarded } };
}

describe('a forwarded chat record', () => {
  it('asks what is asked in its lines, and rests on the message that forwards it', () => {
    for (const label of ['directive', 'opaque'] as const) {
      const [ask, ...others] = asksOf(record(LINES), verdict(label));
      expect(others).toEqual([]);
      expect(ask).toMatchObject({ kind: 'directive', deadline: { phrase: '10月20日前' } });
      expect(ask?.title).toContain('困难群众参保核对表');
      expect(ask?.evidence).toMatchObject([{ quote: '[聊天记录] 县医保业务群' }]);
    }
  });

  it('asks with a few words before it, and not beside many', () => {
    const said = (words: string) => {
      const view = viewOfSaid(office(words));
      return asksOf({ ...view, message: { ...view.message, forwarded: LINES } }, verdict('directive'))[0]?.deadline?.phrase;
    };
    expect(said('各村看一下,做完了回我')).toBe('10月20日前');
    expect(said('各村看一下,参保核对表咱镇自己有一份底册,先把那份对完,对不上的圈出来拿给我')).toBeUndefined();
  });

  it('is read by its own words where these are its lines already', () => {
    const view = viewOfSaid(office('[聊天记录]\n请各乡镇于10月20日前报送困难群众参保核对表'));
    const [ask, ...others] = asksOf({ ...view, message: { ...view.message, forwarded: LINES.slice(0, 1) } }, verdict('directive'));
    expect(others).toEqual([]);
    expect(ask?.title.match(/参保核对表/gu)).toHaveLength(1);
  });

  it('stays what nobody can read where nothing is asked in it, or one forwards it who gives no tasks', () => {
    const talk = [{ sender: '老王', text: '今早门口停了两台中巴' }];
    expect(asksOf(record(talk), verdict('opaque'))).toMatchObject([{ kind: 'opaque' }]);
    expect(asksOf(record(LINES, field), verdict('opaque'))).toMatchObject([{ kind: 'opaque' }]);
  });
});
