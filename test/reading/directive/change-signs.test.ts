import { describe, expect, it } from 'vitest';
import { changeSigns, markedText } from '../../../src/reading/directive/change-signs.ts';
import { leftAlone } from '../../../src/reading/directive/left-alone.ts';
import { misposted } from '../../../src/reading/directive/misposted.ts';
import { type MessageView, type RecentMessage, viewOf } from '../../../src/reading/view.ts';
import { said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { at } from '../../kit/digest-builders.ts';
import { CALENDAR } from '../../kit/tuning-builders.ts';

const NOON = '2026-11-16 12:00';

function view(text: string, recent: readonly RecentMessage[] = []): MessageView {
  const context = { org: TOWNSHIP, calendar: CALENDAR, group: TOWNSHIP.groupByKey.get('wechat\u0000g1'), recent };
  return viewOf(said('m9', 'bo', NOON, text), context, TOWNSHIP.personById.get('bo'), []);
}

function earlier(senderId: string, wallClock: string, label: RecentMessage['label'] = 'directive'): RecentMessage {
  const sentAt = at(`2026-11-16 ${wallClock}`);
  return {
    id: `m-${senderId}`,
    senderId,
    person: senderId,
    standing: 'office',
    sentAt,
    kind: 'text',
    label,
    chainHead: null,
    question: 0,
    asks: '',
    givenName: '',
  };
}

it('never cuts a character in two', () => {
  const halves = changeSigns(view('大家先别投啦🎉🎉投了也不算'), { hasNewTime: false, hasShift: false }).runs.filter(
    (run) => !run.isWellFormed(),
  );
  expect(halves).toEqual([]);
});

describe('the words of an update', () => {
  it('have a mark in place of each time, number and name', () => {
    expect(markedText(view('@卫佳 台账不用今天中午12点前交,推到11月20日17:30前交,共25份'))).toMatch(/^@ 台账不用[OP].*推到D.*共0份$/u);
  });

  it('are taken in runs of up to three', () => {
    const { runs, facts } = changeSigns(view('缓两天'), { hasNewTime: false, hasShift: true });
    expect(runs).toEqual(expect.arrayContaining(['缓', '^缓']));
    expect(runs.every((run) => run.length <= 3)).toBe(true);
    expect(facts).toContain('#shift true');
  });
});

describe('what is said to have been sent to the wrong people', () => {
  it('is what its sender has asked here a moment ago', () => {
    expect(misposted(view('发错群了,那是给化验室的', [earlier('bo', '11:57'), earlier('wei', '11:58')]))).toBe('m-bo');
    expect(misposted(view('发错群了,那是给化验室的', [earlier('bo', '11:20')]))).toBeNull();
    expect(misposted(view('发错群了,那是给化验室的', [earlier('bo', '11:57', 'chitchat')]))).toBeNull();
  });

  it('is nothing where it is sent anew', () => {
    expect(misposted(view('发错了,以这条为准', [earlier('bo', '11:57')]))).toBeNull();
    expect(misposted(view('表发我', [earlier('bo', '11:57')]))).toBeNull();
  });
});

describe('a cancellation', () => {
  it('is not about what it says stays as it is', () => {
    const own = view('自查表不用报了,填好的留着。核卡的台账照常,11月20日。');
    const [[from = 0, to = 0] = []] = leftAlone(own);
    expect(own.normal.text.slice(from, to)).toBe('核卡的台账照常,11月20日');
    expect(leftAlone(view('台账照常'))).toEqual([]);
    expect(leftAlone(view('局长行程改到下午3点。林芳那一页纸还是今晚8点前'))).toHaveLength(1);
    expect(leftAlone(view('会不开了。照常的那张表也不用报'))).toEqual([]);
  });
});
