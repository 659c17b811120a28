/**
 * A rich message (headings, lists, tables, quotes: of channels and of other bots, mostly) to plain text with the links and names in it. It
 * is walked by its keys and not by its types: a kind of block that comes next year still gives its words. Pure.
 */
import type { WireEntity } from './wire.ts';

export interface Words {
  readonly text: string;
  readonly entities: readonly WireEntity[];
}

/** Deeper than any message that people make. */
const DEEPEST = 40;

export function wordsOfRich(message: unknown): Words {
  const lines = linesOf(valueAt(message, 'blocks'), 0).filter(({ text }) => text.trim() !== '');
  return joined(lines, '\n');
}

/** What stands in lines of its own: a block, an item, a row of a table. */
function linesOf(value: unknown, depth: number): readonly Words[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => linesOf(one, depth + 1));
  const own = ['summary', 'text', 'expression'].map((key) => inline(valueAt(value, key), depth + 1));
  const rows = listAt(value, 'cells').map((row) =>
    joined(
      listOf(row).map((cell) => inline(cell, depth + 1)),
      ' ',
    ),
  );
  const items = listAt(value, 'items').map((item) =>
    joined([inline(valueAt(item, 'label'), depth + 1), joined(linesOf(valueAt(item, 'blocks'), depth + 1), '\n')], ' '),
  );
  const under = ['caption', 'credit'].map((key) => inline(valueAt(value, key), depth + 1));
  return [...own, ...items, ...rows, ...linesOf(valueAt(value, 'blocks'), depth + 1), ...under].filter(({ text }) => text !== '');
}

function inline(value: unknown, depth: number): Words {
  if (typeof value === 'string') return { text: value.toWellFormed(), entities: [] };
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return { text: '', entities: [] };
  if (Array.isArray(value))
    return joined(
      value.map((one: unknown) => inline(one, depth + 1)),
      '',
    );
  const inner = joined(
    ['text', 'alternative_text', 'expression', 'credit'].map((key) => inline(valueAt(value, key), depth + 1)),
    '',
  );
  const entity = entityOf(value, inner.text.length);
  return entity === null ? inner : { text: inner.text, entities: [...inner.entities, entity] };
}

function entityOf(value: object, length: number): WireEntity | null {
  const [type, url, user] = [valueAt(value, 'type'), valueAt(value, 'url'), valueAt(value, 'user')];
  if (length === 0) return null;
  if (type === 'mention') return { type, offset: 0, length };
  if (type === 'url' && typeof url === 'string') return { type: 'text_link', offset: 0, length, url };
  const id = valueAt(user, 'id');
  return type === 'text_mention' && Number.isSafeInteger(id) ? { type, offset: 0, length, user: { id: id as number } } : null;
}

function joined(parts: readonly Words[], between: string): Words {
  let text = '';
  const entities: WireEntity[] = [];
  for (const part of parts) {
    if (part.text === '') continue;
    if (text !== '') text += between;
    entities.push(...part.entities.map((entity) => ({ ...entity, offset: entity.offset + text.length })));
    text += part.text;
  }
  return { text, entities };
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  return listOf(valueAt(value, key));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
