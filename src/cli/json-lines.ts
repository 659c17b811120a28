/** Reads lines of JSON against a schema as an import does: bad ones are told with file and line, and skipped; a wrong field that isn't needed is let go. */
import type { z } from 'zod';
import type { Services } from './command.ts';
import type { Facts, WordCode } from './words.ts';

export interface JsonLines<T> {
  readonly rows: readonly T[];
  readonly problems: number;
}

type Content = Readonly<Record<string, unknown>>;

/** @param needed without these, or with wrong ones, a line is none */
export async function readJsonLines<T>(
  path: string,
  schema: z.ZodType<T>,
  needed: readonly string[],
  { readLines, warn, say }: Services,
): Promise<JsonLines<T>> {
  const rows: T[] = [];
  let problems = 0;
  for await (const { line, text, exact } of readLines(path)) {
    const tell = (code: WordCode, facts: Facts = {}): void => {
      problems++;
      warn(say('error.line', { file: path, line, reason: say(code, facts) }));
    };
    if (text === null) tell('import.too-long');
    if (text === null || text.trim() === '') continue;
    const row = rowOf(text, schema, needed, tell);
    if (row === null) continue;
    if (!exact) tell('import.bad-encoding');
    rows.push(row);
  }
  return { rows, problems };
}

function rowOf<T>(text: string, schema: z.ZodType<T>, needed: readonly string[], tell: (code: WordCode, facts?: Facts) => void): T | null {
  const content = contentOf(text);
  if (content === null || content === 'broken') {
    tell(content === null ? 'import.not-an-object' : 'error.not-json');
    return null;
  }
  const first = schema.safeParse(content);
  if (first.success) return first.data;
  const wrong = first.error.issues.map((issue) => issue.path);
  const essential = wrong.filter(([key]) => needed.includes(String(key)));
  const ignored = new Set(wrong.map(([key]) => String(key)));
  const second = essential.length > 0 ? first : schema.safeParse(without(content, ignored));
  if (second.success) {
    for (const field of ignored) tell('import.field-ignored', { field });
    return second.data;
  }
  tell('error.fields', { fields: [...new Set((essential.length > 0 ? essential : wrong).map((place) => place.join('.')))].join(', ') });
  return null;
}

/** Null is nothing: what writes every key of the format has no value for most of them. */
function contentOf(text: string): Content | 'broken' | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'broken';
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return null;
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null));
}

function without(content: Content, keys: ReadonlySet<string>): Content {
  return Object.fromEntries(Object.entries(content).filter(([key]) => !keys.has(key)));
}
