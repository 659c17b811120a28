/**
 * What somebody means who writes to the bot. Forgiving in form (full width, with or without slash, polite words, number first or last),
 * strict in meaning: words that say more than a command are not taken for one.
 */
import { leadingNumber, numbersIn } from './numbers.ts';
import { COMMANDS, type CommandName, type CommandSpec, type Takes } from './table.ts';

export type Told =
  | { readonly kind: 'command'; readonly command: CommandName; readonly numbers: readonly number[]; readonly text: string }
  /** A command without what it needs. */
  | { readonly kind: 'lacks'; readonly command: CommandName; readonly lacks: 'number' | 'text' }
  | { readonly kind: 'unknown' };

const HEAD = /^(?:@\S+\s+|请|麻烦|劳烦|帮我|帮忙|给我|我要|我想|你好|您好|那个|[\s\p{P}\p{S}])+/u;
const TAIL =
  /^(?:@\S+|了|啦|一下|下|吧|哈|呀|啊|呢|哦|噢|嘛|的|谢谢|多谢|感谢|谢了|辛苦了?|\ufe0f|[\s\p{P}\p{S}\p{Extended_Pictographic}])*$/u;
/** Between a number and a command that follows it. */
const BETWEEN = /(?:的|已经|已|都|我|[\s\p{P}])+$/u;
const INVISIBLE = /(?:\u200b|\u200c|\u200d|\u200e|\u200f|\u2060|\ufeff)/gu;

const UNKNOWN: Told = { kind: 'unknown' };

/** Longest words first, so that 绑定码 isn't read as 绑定. */
const WORDS = COMMANDS.flatMap((spec) => spec.words.map((word) => ({ spec, word }))).toSorted((a, b) => b.word.length - a.word.length);

export function parseCommand(given: string): Told {
  const whole = given.replace(INVISIBLE, '').trim();
  const plain = numbersIn(bare(whole));
  if (plain !== null && plain.length > 0) return { kind: 'command', command: 'show', numbers: plain, text: '' };
  for (const text of new Set([whole, whole.replace(HEAD, '')])) {
    const told = wordFirst(text) ?? numberFirst(text);
    if (told !== null) return told;
  }
  return UNKNOWN;
}

function bare(text: string): string {
  return text.replace(/^[\s\p{P}\p{S}]+/u, '').replace(/(?:的?原文|谢谢|[\s\p{P}\p{S}])+$/u, '');
}

function wordFirst(text: string): Told | null {
  for (const { spec, word } of WORDS) {
    const rest = after(text, word);
    const told = rest === null ? null : withArguments(spec, rest);
    if (told !== null) return told;
  }
  return null;
}

/** What follows the word; null where the text doesn't begin with it. A Latin word ends where no letter follows. */
function after(text: string, word: string): string | null {
  const start = text.slice(0, word.length).normalize('NFKC').toLowerCase();
  if (start !== word) return null;
  const rest = text.slice(word.length);
  return /^[a-z]/u.test(word) && /^[a-z]/iu.test(rest) ? null : rest;
}

function withArguments(spec: CommandSpec, rest: string): Told | null {
  const command = spec.name;
  // `/入群@botname`: whom a slash command is for is no argument of it.
  const text = rest
    .replace(/^@[A-Za-z0-9_]+/u, '')
    .replace(/^[\s:：,，]+/u, '')
    .trim();
  const done = (numbers: readonly number[], words = ''): Told => ({ kind: 'command', command, numbers, text: words });
  switch (spec.takes) {
    case 'nothing':
      return TAIL.test(rest) ? done([]) : null;
    case 'numbers':
    case 'number?':
      return numbersAfter(spec.takes, rest, done);
    case 'text':
      return text === '' ? { kind: 'lacks', command, lacks: 'text' } : done([], text);
    case 'text?':
      return done([], text);
    case 'number+text': {
      const led = leadingNumber(text);
      if (led === null) return { kind: 'lacks', command, lacks: 'number' };
      return led.rest === '' ? { kind: 'lacks', command, lacks: 'text' } : done([led.number], led.rest);
    }
    case 'id':
    case 'id?': {
      const [id = '', ...more] = text.replace(/(?<=\d)[\s-]+(?=\d)/gu, '').split(/\s+/u);
      if (more.length > 0) return null;
      return id === '' && spec.takes === 'id' ? { kind: 'lacks', command, lacks: 'text' } : done([], id.normalize('NFKC'));
    }
  }
}

function numbersAfter(takes: Takes, rest: string, done: (numbers: readonly number[]) => Told): Told | null {
  const words = rest.replace(/^(?:了|啦|一下|[\s:：,，.。!！])+/u, '').replace(/(?:了|啦|吧|哈|谢谢|辛苦了?|[\s\p{P}\p{S}])+$/u, '');
  const numbers = numbersIn(words) ?? (TAIL.test(rest) ? [] : null);
  return numbers === null || (takes === 'number?' && numbers.length > 1) ? null : done(numbers);
}

/** `3完成`, `第三条已收到`, `3、5 不是我的`. */
function numberFirst(text: string): Told | null {
  for (const { spec, word } of WORDS) {
    if (spec.takes !== 'numbers' && spec.takes !== 'number?') continue;
    const at = text.indexOf(word);
    if (at <= 0 || !TAIL.test(text.slice(at + word.length))) continue;
    const numbers = numbersIn(text.slice(0, at).replace(BETWEEN, ''));
    if (numbers !== null && numbers.length > 0) return { kind: 'command', command: spec.name, numbers, text: '' };
  }
  return null;
}
