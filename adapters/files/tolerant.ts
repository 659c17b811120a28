/** A schema at the edge that loses as little as possible: a wrong optional field is let go and named, a wrong essential one refuses. */
import { z } from 'zod';
import { isObject } from './bytes/json.ts';

export type Tolerant<T> =
  | { readonly ok: true; readonly wire: T; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly field: string; readonly missing: boolean };

export function readTolerantly<T>(
  schema: z.ZodType<T>,
  raw: Readonly<Record<string, unknown>>,
  essential: ReadonlySet<string>,
): Tolerant<T> {
  const first = schema.safeParse(raw);
  if (first.success) return { ok: true, wire: first.data, ignored: [] };
  const broken = first.error.issues.find((issue) => essential.has(String(issue.path[0])));
  if (broken !== undefined) return { ok: false, field: broken.path.join('.'), missing: valueAt(raw, broken.path) === undefined };
  const ignored = [...new Set(first.error.issues.map((issue) => String(issue.path[0])))];
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !ignored.includes(key)));
  const second = schema.safeParse(rest);
  return second.success ? { ok: true, wire: second.data, ignored } : { ok: false, field: ignored[0] ?? '', missing: false };
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (isObject(value) ? value[String(key)] : undefined), raw);
}

/** Text that every store gives back as it took it: half a surrogate pair is no character. */
export const Text = z.string().transform((text) => text.toWellFormed());

/** Ids are always strings inside. NUL is refused because it separates the parts of keys. */
export const Id = z
  .union([z.string(), z.number().int()])
  .transform((id) => String(id).toWellFormed())
  .refine((id) => id !== '' && !id.includes('\0'));

/** `{ [key]: value }`, or nothing where there is no value. */
export function given<Key extends string, Value>(key: Key, value: Value | null | undefined): { readonly [name in Key]?: Value } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { readonly [name in Key]?: Value });
}
