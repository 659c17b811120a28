/** Secrets: from the environment, else from the `.env` beside the configuration; either may name a file that holds the secret. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';

/** The value of a variable, or why it can't be had. */
export type SecretLookup = (
  name: string,
) => { readonly value: string } | { readonly missing: 'unset' | 'unreadable' | 'env-unreadable'; readonly file?: string };

/** @param configuration the path of qunyao.yaml */
export function secretsBeside(configuration: string, variables: NodeJS.ProcessEnv = process.env): SecretLookup {
  const folder = dirname(configuration);
  const beside = join(folder, '.env');
  const stored = storedIn(beside);
  const variable = (name: string): string | undefined => nonEmpty(variables[name]) ?? nonEmpty(stored?.[name]);
  return (name) => {
    const value = variable(name);
    if (value !== undefined) return { value };
    const file = variable(`${name}_FILE`);
    if (file === undefined) return stored === null ? { missing: 'env-unreadable', file: beside } : { missing: 'unset' };
    try {
      // A secret that was written with an editor ends with a line feed.
      return { value: readFileSync(resolve(folder, file), 'utf8').trim() };
    } catch {
      return { missing: 'unreadable', file };
    }
  };
}

/** Null where it is there and can't be read: often it belongs to whoever wrote it, and not to the account of the service. */
function storedIn(file: string): NodeJS.Dict<string> | null {
  if (!existsSync(file)) return {};
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
