/** Tells what a reader of exports could not read: file, line, and a sentence. */
import type { ImportEvent } from '../ports/chat-export.ts';
import type { Services } from './command.ts';
import { isWordCode } from './words.ts';

export function tellProblem({ file, line, problem }: Extract<ImportEvent, { kind: 'problem' }>, { say, warn }: Services): void {
  const reason = isWordCode(problem.code) ? say(problem.code, problem.facts) : problem.code;
  warn(line > 0 ? say('error.line', { file, line, reason }) : `${file}:${reason}`);
}
