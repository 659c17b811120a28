import { describe, expect, it } from 'vitest';
import { takenBack } from '../../../src/reading/directive/taken-back.ts';
import type { RecentMessage } from '../../../src/reading/view.ts';
import { viewOf } from '../../../src/reading/view.ts';
import { said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { at } from '../../kit/digest-builders.ts';
import { CALENDAR } from '../../kit/tuning-builders.ts';

const NEIGHBOUR: RecentMessage = {
  id: 'm8',
  senderId: 'bo',
  person: 'bo',
  standing: 'office',
  sentAt: 0,
  kind: 'recall',
  label: 'update',
  chainHead: null,
  question: 0,
  asks: '',
  givenName: '',
  recalls: 'm7',
};

function taken(text: string, recent: readonly RecentMessage[]): string | null {
  const message = said('m9', 'bo', '2026-11-16 12:00', text);
  const context = { org: TOWNSHIP, calendar: CALENDAR, group: TOWNSHIP.groupByKey.get('wechat\u0000g1'), recent };
  return takenBack(viewOf(message, context, TOWNSHIP.personById.get('bo'), []));
}

describe('what a message says of one that was recalled', () => {
  it('is about what its sender last took back here', () => {
    expect(taken('刚才撤回的那条口径没定,先不要填', [NEIGHBOUR])).toBe('m7');
    expect(taken('撤了的这份以新的为准', [{ ...NEIGHBOUR, recalls: 'm5' }, NEIGHBOUR])).toBe('m7');
  });

  it('is about what was taken back a moment ago where it isn’t to be done for now, whatever is asked again elsewhere', () => {
    const { recalls: _, ...told } = NEIGHBOUR;
    const asked = { ...told, id: 'm7', kind: 'text' as const, label: 'directive' as const };
    const recall = { ...NEIGHBOUR, sentAt: at('2026-11-16 11:58') };
    expect(taken('身份证号不能往群里发,这个先不要弄,我重新问清楚', [asked, recall])).toBe('m7');
    expect(taken('先不要弄,按新的重新发', [asked, recall])).toBeNull();
  });

  it('is about nothing where nobody took anything back, or somebody else did', () => {
    expect(taken('刚才撤回的那条口径没定,先不要填', [])).toBeNull();
    expect(taken('刚才撤回的那条口径没定,先不要填', [{ ...NEIGHBOUR, senderId: 'else' }])).toBeNull();
    expect(taken('卡点今晚撤', [NEIGHBOUR])).toBeNull();
  });

  it('is why, where it comes a moment later, and asks nothing in its stead', () => {
    const { recalls: _, ...words } = NEIGHBOUR;
    const order: RecentMessage = { ...words, id: 'm7', kind: 'text', label: 'directive' };
    const justNow = { ...NEIGHBOUR, sentAt: at('2026-11-16 11:57') };
    const off = (text: string, recall: RecentMessage = justNow, known: RecentMessage = order) => taken(text, [known, recall]);
    expect(off('车坏路上了,膜先别送,啥时候来再说')).toBe('m7');
    expect(off('刚接区里电话,镇里那场不搞了,人不用留')).toBe('m7');
    expect(off('刚才那条不作数,系统里有')).toBe('m7');
    expect(off('不放了,今晚学校模考')).toBe('m7');
    expect(off('手滑了,当我没说')).toBe('m7');
    expect(off('发串了,那是去年的草稿')).toBe('m7');
    expect(off('刚点错了,重发')).toBeNull();
    expect(off('膜先别送,明天下班前送到西院')).toBeNull();
    expect(off('更正重发,旧表不用填')).toBeNull();
    expect(off('膜别忘了送')).toBeNull();
    expect(off('膜先别送', { ...justNow, sentAt: at('2026-11-16 11:30') })).toBeNull();
    expect(off('膜先别送', justNow, { ...order, label: 'chitchat' })).toBeNull();
  });
});
