import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../src/policy/commands/grammar.ts';
import { COMMANDS } from '../../../src/policy/commands/table.ts';

/** `done 3,5`, `missed “words”`, `post lacks text`, `unknown` */
function read(text: string): string {
  const told = parseCommand(text);
  if (told.kind === 'unknown') return 'unknown';
  if (told.kind === 'lacks') return `${told.command} lacks ${told.lacks}`;
  return [told.command, told.numbers.join(','), told.text].filter((part) => part !== '').join(' ');
}

describe('the grammar of chat commands', () => {
  it.each([
    ['3', 'show 3'],
    ['３', 'show 3'],
    ['第三条', 'show 3'],
    ['3号', 'show 3'],
    ['③', 'show 3'],
    ['看3', 'show 3'],
    ['3的原文', 'show 3'],
    ['2-4', 'show 2,3,4'],
    ['3和5', 'show 3,5'],
    ['今日', 'today'],
    ['／今日', 'today'],
    ['/today', 'today'],
    ['@群要 今日', 'today'],
    ['请看全部，谢谢', 'all'],
    ['完成3', 'done 3'],
    ['完成 3、5', 'done 3,5'],
    ['请帮我完成3', 'done 3'],
    ['3完成了', 'done 3'],
    ['第3条已完成！', 'done 3'],
    ['完成二十一', 'done 21'],
    ['收到3', 'acknowledge 3'],
    ['收到，谢谢', 'acknowledge'],
    ['3 不是我的', 'decline 3'],
    ['不是我的第十二件', 'decline 12'],
    ['撤销', 'undo'],
    ['漏了：昨天农办要的秸秆表', 'missed 昨天农办要的秸秆表'],
    ['帮助🙏', 'help'],
    ['/start 1234 5678', 'bind 12345678'],
    ['绑定 １２３４', 'bind 1234'],
    ['取消绑定', 'unbind'],
    ['下发 请各村周五前报表，3号前', 'post 请各村周五前报表，3号前'],
    ['更正2改到周五', 'amend 2 改到周五'],
    ['更正第二条：地点改三楼', 'amend 2 地点改三楼'],
    ['作废 2', 'revoke 2'],
    ['回执', 'receipts'],
    ['回执2', 'receipts 2'],
    ['催1、2', 'urge 1,2'],
    ['/入群@qunyao_bot', 'join'],
    ['入群 one -100', 'join one -100'],
    ['规则', 'rules'],
    ['规则 停用 asks.please', 'mute asks.please'],
    ['试跑 asks.please', 'rehearse asks.please'],
    ['绑定码 顾燕', 'bindCode 顾燕'],
    ['确认！', 'confirm'],
    ['算了吧', 'drop'],
  ])('reads “%s” as %s', (text, meant) => {
    expect(read(text)).toBe(meant);
  });

  it.each([
    ['下发', 'post lacks text'],
    ['更正 改到周五', 'amend lacks number'],
    ['更正 2', 'amend lacks text'],
    ['绑定码', 'bindCode lacks text'],
  ])('knows what “%s” lacks', (text, meant) => {
    expect(read(text)).toBe(meant);
  });

  it.each(['', '你好', '今天开会吗', '完成了秸秆表', '漏水了快来人', '全部完成3件没有', '收到通知的请回复', '0', '999999999', '1-9999'])(
    'takes “%s” for no command',
    (text) => {
      expect(read(text)).toBe('unknown');
    },
  );

  it('has an answer to any text, and never throws', () => {
    const words = fc.constantFrom(...COMMANDS.flatMap((command) => command.words), '第', '三', '3', '、', '到', '/', ' ', '@', '的');
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 8 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const told = parseCommand(given);
        expect(told.kind === 'command' ? told.numbers.every((number) => number > 0 && number < 1000) : true).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
