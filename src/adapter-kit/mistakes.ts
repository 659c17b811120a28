/** What is wrong with an adapter's settings, each with its place, in words that every adapter shares. */
import type { z } from 'zod';
import type { ChatProblem } from '../ports/chat.ts';

export interface Mistake extends ChatProblem {
  /** The setting, or the name of the secret. */
  readonly at: string;
}

export function mistakesIn(error: z.ZodError): readonly Mistake[] {
  return error.issues.flatMap((issue): readonly Mistake[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ at: key, code: 'chat.unknown-setting', facts: { key } }));
    const at = issue.path.join('.');
    return [{ at, code: 'chat.wrong-setting', facts: { key: at } }];
  });
}
