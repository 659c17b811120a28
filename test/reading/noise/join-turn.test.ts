import { describe, expect, it } from 'vitest';
import { type Label, NOISE } from '../../../src/model/label.ts';
import type { Judged } from '../../../src/reading/judged.ts';
import { joinTurn } from '../../../src/reading/noise/join-turn.ts';
import { field, NOW, office, type Said, viewOfSaid } from './kit.ts';

function turn(...said: readonly (readonly [Said, Label, number])[]): readonly Judged[] {
  return said.map(([one, label, seconds]) => {
    const view = viewOfSaid(one, NOW + seconds * 1000);
    const { platform, group, id } = view.message;
    return {
      view,
      verdict: { platform, group, id, label, keep: !NOISE.has(label), unsure: label === 'opaque', confidence: 0.5, reasons: [] },
    };
  });
}

const labels = (judged: readonly Judged[]): readonly Label[] => joinTurn(judged).map(({ verdict }) => verdict.label);

describe('joining a turn', () => {
  const task = office('各村周五17点前报面积表');

  it('makes an opening line part of the task behind it', () => {
    const [opening] = joinTurn(turn([office('说个事'), 'chitchat', 0], [task, 'directive', 30]));
    expect(opening?.verdict).toMatchObject({ label: 'part', keep: true, unsure: false });
    expect(opening?.verdict.reasons[0]?.id).toBe('context.opening');
  });

  it('takes for a task what by when it is to be handed in follows at once', () => {
    const deed = office('一个娃一行,家长电话、房子是买的还是租的都问到');
    const due = office('周五17点前给我');
    expect(labels(turn([deed, 'appeal', 0], [due, 'part', 30]))).toEqual(['directive', 'part']);
    expect(labels(turn([deed, 'appeal', 0], [due, 'part', 95]))).toEqual(['appeal', 'part']);
    expect(labels(turn([field('一个娃一行,家长电话、房子是买的还是租的都问到'), 'appeal', 0], [due, 'part', 30]))).toEqual([
      'appeal',
      'part',
    ]);
    expect(labels(turn([task, 'directive', 0], [deed, 'report', 20], [due, 'part', 40]))).toEqual(['directive', 'report', 'part']);
  });

  it('leaves what comes long before, is no opening, or is said by one who gives no tasks', () => {
    expect(labels(turn([office('说个事'), 'chitchat', 0], [task, 'directive', 91]))).toEqual(['chitchat', 'directive']);
    expect(labels(turn([office('收到'), 'ack', 0], [task, 'directive', 30]))).toEqual(['ack', 'directive']);
    expect(labels(turn([field('说个事'), 'chitchat', 0], [field('报面积表'), 'directive', 30]))).toEqual(['chitchat', 'directive']);
    expect(labels(turn([office('说个事'), 'chitchat', 0], [office('算了'), 'chitchat', 30]))).toEqual(['chitchat', 'chitchat']);
  });

  it('makes an opening part of the task that another opening leads to', () => {
    const turns = turn(
      [office('各位'), 'greeting', 0],
      [office('听好'), 'other', 2],
      [office('说出租屋'), 'part', 20],
      [task, 'directive', 60],
    );
    expect(labels(turns)).toEqual(['greeting', 'part', 'part', 'directive']);
    expect(labels(turn([office('谁吃凉皮'), 'chitchat', 0], [office('凉皮接龙'), 'part', 20]))).toEqual(['chitchat', 'part']);
    expect(labels(turn([office('听好'), 'other', 0], [office('说出租屋'), 'part', 2], [task, 'directive', 95]))).toEqual([
      'other',
      'part',
      'directive',
    ]);
  });

  it('attaches a link, a file or a place to what the same sender has just asked or told, whoever that is', () => {
    const place = field('[位置] 村北 沙梁西侧', { kind: 'location' });
    const [, pin] = joinTurn(turn([field('车陷在沙里了,有孩子'), 'hazard', 0], [place, 'share', 30]));
    expect(pin?.verdict).toMatchObject({ label: 'part', keep: true, unsure: false });
    expect(pin?.verdict.reasons[0]?.id).toBe('context.attachment');
    expect(labels(turn([task, 'directive', 0], [office('', { kind: 'file' }), 'opaque', 170]))).toEqual(['directive', 'part']);
    expect(labels(turn([task, 'directive', 0], [office('', { kind: 'file' }), 'opaque', 181]))).toEqual(['directive', 'opaque']);
    expect(labels(turn([field('吃了没'), 'chitchat', 0], [place, 'share', 30]))).toEqual(['chitchat', 'share']);
    expect(labels(turn([task, 'directive', 0], [office('', { kind: 'image' }), 'photo_dump', 30]))).toEqual(['directive', 'photo_dump']);
  });

  it('attaches a link or a file to what is asked right behind it', () => {
    const link = office('秋季防火怎么防', { kind: 'link' });
    expect(labels(turn([link, 'share', 0], [office('大家都转发'), 'traffic', 60]))).toEqual(['part', 'traffic']);
    expect(labels(turn([office('', { kind: 'file' }), 'opaque', 0], [task, 'directive', 60]))).toEqual(['part', 'directive']);
    expect(labels(turn([link, 'share', 0], [office('大家都转发'), 'traffic', 91]))).toEqual(['share', 'traffic']);
    expect(labels(turn([link, 'share', 0], [office('吃饭去'), 'chitchat', 5]))).toEqual(['share', 'chitchat']);
    expect(labels(turn([office('', { kind: 'image' }), 'photo_dump', 0], [task, 'directive', 5]))).toEqual(['photo_dump', 'directive']);
  });

  it('takes what was kept only in doubt for the opening of the task behind it', () => {
    const [doubted, next] = turn([office('各股室:上半年收尾了,写个总结'), 'update', 0], [task, 'directive', 30]);
    if (doubted === undefined || next === undefined) throw new Error('two messages');
    const unsure = { ...doubted, verdict: { ...doubted.verdict, unsure: true } };
    expect(labels([unsure, next])).toEqual(['part', 'directive']);
    expect(labels([doubted, next])).toEqual(['update', 'directive']);
    expect(labels(turn([office('', { kind: 'voice' }), 'opaque', 0], [task, 'directive', 30]))).toEqual(['opaque', 'directive']);
  });

  it('takes the time that holds here for a part of what was just passed on from above', () => {
    const [record, own] = turn(
      [office('[聊天记录] 县医保业务群'), 'opaque', 0],
      [office('咱镇提前,14日中午12点前给我,别看县里那个20号'), 'update', 40],
    );
    if (record === undefined || own === undefined) throw new Error('two messages');
    const forwarded = [{ sender: '县医保局', text: '请各乡镇于10月20日前报送参保核对表' }];
    const passedOn = { ...record, view: { ...record.view, message: { ...record.view.message, forwarded } } };
    expect(labels([passedOn, own])).toEqual(['opaque', 'part']);
    expect(labels([record, own])).toEqual(['opaque', 'update']);
  });

  it('takes the first picture of a burst for what the burst is', () => {
    const picture = office('', { kind: 'image' });
    const [first, second] = joinTurn(turn([picture, 'opaque', 0], [picture, 'photo_dump', 20]));
    expect(first?.verdict).toMatchObject({ label: 'photo_dump', keep: false, unsure: false });
    expect(second?.verdict.label).toBe('photo_dump');
  });

  it('leaves a picture that stands alone, and a voice note', () => {
    const picture = office('', { kind: 'image' });
    expect(labels(turn([picture, 'opaque', 0], [picture, 'photo_dump', 121]))).toEqual(['opaque', 'photo_dump']);
    expect(labels(turn([picture, 'opaque', 0], [office('见图'), 'chitchat', 5]))).toEqual(['opaque', 'chitchat']);
    expect(labels(turn([office('', { kind: 'voice' }), 'opaque', 0], [picture, 'photo_dump', 5]))).toEqual(['opaque', 'photo_dump']);
  });

  it("never touches an admin's word", () => {
    const [opening, next] = turn([office('说个事'), 'chitchat', 0], [task, 'directive', 30]);
    if (opening === undefined || next === undefined) throw new Error('two messages');
    const reasons = [{ source: 'context' as const, id: 'correction.1', weight: 0, says: '更正' }];
    const corrected = { ...opening, verdict: { ...opening.verdict, reasons } };
    expect(labels([corrected, next])).toEqual(['chitchat', 'directive']);
  });
});
