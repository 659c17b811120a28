/** Reading the corpus's files with the line each value stands on. What can't be read is a problem of its line. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Problem, problem } from './problem.ts';

export interface Row<T> {
  readonly value: T;
  readonly line: number;
}

export interface Rows<T> {
  readonly rows: readonly Row<T>[];
  readonly problems: readonly Problem[];
}

/** A `.jsonl` file: one object a line, no empty lines, a line break at the end. */
export function readLines<T>(data: string, file: string, schema: z.ZodType<T>): Rows<T> {
  const text = readText(data, file);
  if (text === null) return { rows: [], problems: [problem(file, 0, 'the file is missing')] };
  const read = text
    .replace(/\n$/u, '')
    .split('\n')
    .map((line, index) => parse(line, file, index + 1, schema));
  return { rows: read.flatMap(({ rows }) => rows), problems: read.flatMap(({ problems }) => problems) };
}

/** A `.json` file that is a list of things with ids, each told with the line of its id. */
export function readList<T extends { readonly id: string }>(data: string, file: string, schema: z.ZodType<T>): Rows<T> {
  const text = readText(data, file);
  if (text === null) return { rows: [], problems: [problem(file, 0, 'the file is missing')] };
  const whole = parse(text, file, 0, z.array(z.looseObject({ id: z.string() })));
  const found = (whole.rows[0]?.value ?? []).map((entry) => checked(entry, file, lineOfId(text, entry.id), schema));
  return { rows: found.flatMap(({ rows }) => rows), problems: [...whole.problems, ...found.flatMap(({ problems }) => problems)] };
}

export function readWhole<T>(data: string, file: string, schema: z.ZodType<T>): Rows<T> {
  const text = readText(data, file);
  if (text === null) return { rows: [], problems: [problem(file, 0, 'the file is missing')] };
  return parse(text, file, 0, schema);
}

export function readText(data: string, file: string): string | null {
  const path = join(data, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** The line on which a thing with this id begins; 0 if there is none. */
export function lineOfId(text: string, id: string): number {
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return text.split('\n').findIndex((line) => new RegExp(`"id"\\s*:\\s*"${escaped}"`, 'u').test(line)) + 1;
}

function parse<T>(text: string, file: string, line: number, schema: z.ZodType<T>): Rows<T> {
  try {
    return checked(JSON.parse(text), file, line, schema);
  } catch {
    return { rows: [], problems: [problem(file, line, 'this is not JSON')] };
  }
}

function checked<T>(value: unknown, file: string, line: number, schema: z.ZodType<T>): Rows<T> {
  const result = schema.safeParse(value);
  if (result.success) return { rows: [{ value: result.data, line }], problems: [] };
  const says = result.error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)).join('; ');
  return { rows: [], problems: [problem(file, line, says)] };
}
