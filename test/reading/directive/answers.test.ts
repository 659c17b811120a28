import { describe, expect, it } from 'vitest';
import type { Label } from '../../../src/model/label.ts';
import type { Answer } from '../../../src/model/reading.ts';
import { answersIn } from '../../../src/reading/directive/answers.ts';
import { type RecentMessage, viewOf } from '../../../src/reading/view.ts';
import { COUNTY, message } from '../../kit/audience-builders.ts';
import { at } from '../../kit/digest-builders.ts';
import { PROGRAM } from '../../kit/scenarios.ts';

function answer(text: string, label: Label, recent: readonly RecentMessage[] = []): Answer | undefined {
  const said = message(text, { id: 'm9', sender: { id: 'west', name: '西坪' } });
  const context = { org: COUNTY, group: COUNTY.groupByKey.get('wechat\u0000villages'), recent, calendar: PROGRAM.calendar };
  const view = viewOf(said, context, COUNTY.personById.get('west'), []);
  const { platform, group, id } = said;
  return answersIn({ view, verdict: { platform, group, id, label, keep: true, unsure: false, confidence: 1, reasons: [] } })[0];
}

function before(id: string, label: Label, standing: RecentMessage['standing'], senderId = 'clerk'): RecentMessage {
  return {
    id,
    senderId,
    person: senderId,
    standing,
    sentAt: at('2026-11-16 08:55'),
    kind: 'text',
    label,
    chainHead: null,
    question: 0,
    asks: '',
    givenName: '',
  };
}

describe('what is said', () => {
  it.each<readonly [text: string, label: Label, form: string | undefined, state: string | undefined]>([
    ['收到', 'ack', 'word', 'acknowledged'],
    ['台账已经报了', 'report', 'report', 'done'],
    ['还差两户', 'report', 'report', 'reported'],
    ['西坪17户都走了', 'chitchat', 'talk', 'reported'],
    ['各村今天报表', 'directive', undefined, undefined],
  ])('%s as %s', (text, label, form, state) => {
    expect([answer(text, label)?.form, answer(text, label)?.state]).toEqual([form, state]);
  });

  it('never takes talk for a completed task', () => expect(answer('全部弄完了', 'chitchat')?.state).toBe('reported'));
});

describe('to whom and to what', () => {
  it('hears who is spoken to', () => {
    expect(answer('收到,宁主任', 'ack')?.addressed).toEqual(['clerk']);
    expect(answer('高主任,西坪报了', 'report')?.addressed).toEqual(['safety']);
    expect(answer('收到', 'ack')?.addressed).toEqual([]);
  });

  it('reads the numbers of work orders, not of buildings', () => {
    expect(answer('04号办好了', 'report')?.numbers).toEqual(['04']);
    expect(answer('12号楼看过了', 'report')?.numbers).toEqual([]);
  });

  it.each([
    ['没我们村的事', true],
    ['西坪不涉及', true],
    ['西坪不用报', true],
    ['我坚决不派外人', false],
    ['西坪报不完', false],
    ['西坪报了', false],
  ])('reads whether who answers needn’t: %s', (text, exempt) => expect(answer(text, 'report')?.exempt).toBe(exempt));

  it('reads what is quoted', () => {
    expect(answer('「宁小雨:值班表下班前交」\n- - - - -\n在弄', 'ack')?.quoted).toContain('值班');
  });

  it('follows the last task, or whatever a leader said', () => {
    const task = before('m1', 'directive', 'office');
    expect(answer('收到', 'ack', [task, before('m2', 'ack', 'field', 'east')])?.follows?.id).toBe('m1');
    expect(answer('收到', 'ack', [task, before('m2', 'chitchat', 'leader', 'vice')])?.follows?.id).toBe('m2');
    expect(answer('收到', 'ack', [task, before('m2', 'chitchat', 'office')])?.follows?.id).toBe('m1');
  });
});
