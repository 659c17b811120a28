/** No two scenarios share a sentence of any length: each was written for its own place. */
import { bare } from './phrases.ts';
import { type Problem, problem } from './problem.ts';
import type { Scenario } from './scenario.ts';

/** Shorter texts are habits of everybody ("收到", "各位早上好"). */
const LONG = 12;

export function checkCopies(scenarios: readonly Pick<Scenario, 'folder' | 'chat'>[]): readonly Problem[] {
  const seen = new Map<string, { readonly folder: string; readonly id: string }>();
  return scenarios.flatMap(({ folder, chat }) =>
    chat.flatMap(({ value, line }) => {
      const text = bare(value.text);
      if (text.length < LONG) return [];
      const first = seen.get(text);
      if (first === undefined) seen.set(text, { folder, id: value.id });
      const copied = first !== undefined && first.folder !== folder;
      return copied ? [problem(`${folder}/chat.jsonl`, line, `${value.id} repeats ${first.id} of ${first.folder}`)] : [];
    }),
  );
}
