import { expect, it } from 'vitest';
import { mistakeLines } from '../../src/cli/config-mistakes.ts';
import { speaker } from '../../src/cli/words.ts';
import { parseServiceConfig } from '../../src/config/service.ts';

it.each([
  ['chats: {}\nhealth: { port: "8790" }\n', ['health.port: 值不对,应当是 数字,不加引号']],
  ['chats: [', ['第 1 行不是合法的 YAML(看看缩进、冒号后的空格、引号)']],
  ['chats: {}\ndigest: { spreadMinutes: 90 }\n', ['digest.spreadMinutes: 值不对,应当是 ≤ 60']],
])('%j is told in words', (yaml, lines) => {
  const result = parseServiceConfig(yaml);
  expect('mistakes' in result ? mistakeLines(result.mistakes, speaker('zh')) : []).toEqual(lines);
});
