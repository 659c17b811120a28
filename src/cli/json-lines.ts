/** Reads lines of JSON against a schema; bad ones are told with file and line, and skipped. */
import type { z } from 'zod';
import type { Services } from './command.ts';

export interface JsonLines<T> {
  readonly rows: readonly T[];
  readonly problems: number;
}

export async function readJsonLines<T>(path: string, schema: z.ZodType<T>, services: Services): Promise<JsonLines<T>> {
  const rows: T[] = [];
  let problems = 0;
  const tell = (line: number, reason: string): void => {
    problems++;
    services.warn(services.say('error.line', { file: path, line, reason }));
  };
  for await (const { line, text } of services.readLines(path)) {
    if (text.trim() === '') continue;
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch {
      tell(line, services.say('error.not-json'));
      continue;
    }
    if (typeof content !== 'object' || content === null || Array.isArray(content)) {
      tell(line, services.say('import.not-an-object'));
      continue;
    }
    const parsed = schema.safeParse(content);
    if (parsed.success) rows.push(parsed.data);
    else
      tell(
        line,
        services.say('error.fields', {
          fields: [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', '),
        }),
      );
  }
  return { rows, problems };
}
