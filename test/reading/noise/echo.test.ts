import { describe, expect, it } from 'vitest';
import { echoesQuestion } from '../../../src/reading/noise/echo.ts';

describe('an answer in the words of the question', () => {
  it.each([
    ['填不填', '填,一天也算'],
    ['后山那条路过得去不', '过得去,小车走'],
    ['这个要不要盖章', '不要'],
    ['猫能打吗', '猫这次不打'],
    ['截止是24点还是下班', '24点系统就关'],
    ['空表也交?交吗', '交,写“无”'],
  ])('%s – %s', (question, text) => expect(echoesQuestion(text, question)).toBe(true));

  it.each([
    ['填不填', '我也想知道'],
    ['后山那条路过得去不', '今天雾大'],
    ['表在哪里', '在群文件'],
    ['', '填'],
    ['填不填', ''],
    ['你们都去了吗', '我在家'],
  ])('%s – %s is none', (question, text) => expect(echoesQuestion(text, question)).toBe(false));
});
