/**
 * The .txt of QQ's 消息管理器: chats one after the other, each a frame with the chat's name, then messages of a header
 * line and a body. Read line by line: frame → header → body; a message is complete when the next one begins. A body can
 * hold lines that look like headers, so a header counts only after a blank line (see drafts.ts for the doubtful ones).
 */
import type { ImportReader } from '../../../src/adapter-kit.ts';
import { decode, encodingOf } from '../bytes/decode.ts';
import { lineCutter } from '../bytes/lines.ts';
import { readHeader } from './header.ts';
import { closeChat, newReading, readLine } from './read-line.ts';
import { readFrame } from './sections.ts';

export const qqText: ImportReader<'qq-text'> = {
  name: 'qq-text',
  recognises,
  open(context) {
    const lines = lineCutter();
    const reading = newReading(context, encodingOf(context.head));
    return {
      *feed(bytes) {
        for (const line of lines.feed(bytes)) yield* readLine(reading, line);
      },
      *end() {
        for (const line of lines.end()) yield* readLine(reading, line);
        yield* closeChat(reading);
      },
    };
  },
};

/** The banner, the frame of a chat, or a header with an account and a body below it. */
function recognises(head: Uint8Array): boolean {
  const text = decode(head, encodingOf(head)).text.replace(/^\uFEFF/u, '');
  const lines = text.split(/\r?\n/u, 2000);
  return lines.some((line, index) => {
    const frame = readFrame(line);
    if (frame !== null) return frame.kind === 'banner' || frame.kind === 'chat';
    return hasAccount(line) && (lines[index + 1] ?? '') !== '' && !hasAccount(lines[index + 1] ?? '');
  });
}

function hasAccount(line: string): boolean {
  const header = readHeader(line, 'Asia/Shanghai');
  return header !== null && header !== 'invalid' && header.account !== null;
}
