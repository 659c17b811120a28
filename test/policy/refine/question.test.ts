/** Nothing is asked whose answer could change nothing. */
import { expect, it } from 'vitest';
import { questionOf } from '../../../src/policy/refine/question.ts';
import { said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { anUnsureDirective, stored } from '../../kit/refine-builders.ts';

function doubts(text: string, audience: { readonly people: readonly string[]; readonly unclear: boolean }): readonly string[] | null {
  const envelope = said('m1', 'bo', '2026-11-16 09:00', text);
  const question = questionOf(anUnsureDirective(envelope, { audience }), {
    org: TOWNSHIP,
    mode: 'unsure',
    messages: stored([envelope]),
    names: [],
    namesTime: (words) => words.includes('明天'),
    nearest: null,
  });
  return question?.question.doubts ?? null;
}

it.each<readonly [string, string, boolean, readonly string[] | null]>([
  ['an ask of known people may become sure', '秸秆统计表记得报', false, ['verdict']],
  ['one of somebody who is named in it as well', '林芳,秸秆统计表记得报', true, ['verdict', 'audience']],
  ['one of nobody in particular stays unsure whatever is said', '秸秆统计表记得报', true, null],
  ['and so it does where another is named than it may mean', '柏松说秸秆统计表记得报', true, null],
  ['its deadline may be told all the same', '秸秆统计表明天记得报', true, ['deadline']],
])('%s', (_what, text, unclear, wanted) => {
  expect(doubts(text, { people: ['lin', 'mei'], unclear })).toEqual(wanted);
});
