/**
 * The project's own open format, one message a line. Each line stands for itself: cut → decode → JSON → schema →
 * envelope. A line that fails at any of these steps is reported with its number, and the next one is read.
 */
import type { ImportContext, ImportEvent, ImportReader } from '../../../src/adapter-kit.ts';
import { decode } from '../bytes/decode.ts';
import { isObject, parseJson } from '../bytes/json.ts';
import { type ByteLine, lineCutter } from '../bytes/lines.ts';
import { problem } from '../problem.ts';
import { translate } from './translate.ts';

export const chatJsonl: ImportReader<'chat-jsonl'> = {
  name: 'chat-jsonl',
  recognises,
  open(context) {
    const lines = lineCutter();
    return {
      *feed(bytes) {
        for (const line of lines.feed(bytes)) yield* readLine(context, line);
      },
      *end() {
        for (const line of lines.end()) yield* readLine(context, line);
      },
    };
  },
};

function* readLine(context: ImportContext, line: ByteLine): Iterable<ImportEvent> {
  if (line.bytes === null) {
    yield problem(context, line.number, 'import.too-long');
    return;
  }
  const { text, exact } = decode(line.bytes);
  if (text.trim() === '') return;
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value)) {
    yield problem(context, line.number, parsed.ok ? 'import.not-an-object' : 'import.not-json');
    return;
  }
  const message = translate(parsed.value);
  if (!message.ok) {
    yield problem(context, line.number, message.code, message.facts);
    return;
  }
  if (!exact) yield problem(context, line.number, 'import.bad-encoding');
  for (const field of message.ignored) yield problem(context, line.number, 'import.field-ignored', { field });
  yield { kind: 'message', envelope: message.envelope, line: line.number };
}

/** Some line near the beginning is an object with the keys of a message; that other lines are broken doesn't matter. */
function recognises(head: Uint8Array): boolean {
  const lines = decode(head)
    .text.replace(/^\uFEFF/u, '')
    .split('\n', 50);
  return lines.some((line) => /^\s*\{/u.test(line) && (has(line, 'sentAt') || (has(line, 'platform') && has(line, 'group'))));
}

function has(line: string, key: string): boolean {
  return new RegExp(`"${key}"\\s*:`, 'u').test(line);
}
