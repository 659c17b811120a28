/** A local rule as it is written by hand: a file, standard input (`-`), or the JSON itself. Keys that aren't known are refused by name. */
import { z } from 'zod';
import { LABELS } from '../../model/label.ts';
import type { LocalRule } from '../../model/tuning.ts';
import { InputError, type Services } from '../command.ts';

const MOST_TEXTS = 100;

const Rule = z.strictObject({
  id: z.string(),
  label: z.enum(LABELS),
  weight: z.number(),
  says: z.string(),
  on: z.enum(['own', 'bare']).default('own'),
  needs: z.array(z.string().min(1)).min(1).max(MOST_TEXTS).optional(),
  pattern: z.string().min(1),
  hits: z.array(z.string()).max(MOST_TEXTS),
  misses: z.array(z.string()).max(MOST_TEXTS),
});

export async function readRule(given: string, services: Services): Promise<LocalRule> {
  const isInline = given.trimStart().startsWith('{');
  const text = isInline ? given : await textOf(given, services);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new InputError('rules.file.not-json', { file: isInline ? 'JSON' : given });
  }
  const parsed = Rule.safeParse(content);
  if (parsed.success) return withoutAbsent(parsed.data);
  throw new InputError('rules.file.shape', { fields: [...new Set(parsed.error.issues.flatMap(namesIn))].join(' ') });
}

function withoutAbsent({ needs, ...rule }: z.infer<typeof Rule>): LocalRule {
  return needs === undefined ? rule : { ...rule, needs };
}

/** The keys that an issue is about. */
function namesIn(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${key}?`);
  return [issue.path[0] === undefined ? '{…}' : String(issue.path[0])];
}

async function textOf(path: string, services: Services): Promise<string> {
  const lines: string[] = [];
  for await (const { text } of services.readLines(path)) lines.push(text ?? '');
  return lines.join('\n');
}
