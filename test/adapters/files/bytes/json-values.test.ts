import { describe, expect, it } from 'vitest';
import { type Expect, type JsonEvent, walkJson } from '../../../../adapters/files/bytes/json-values.ts';

const items: Expect = (role, key) => {
  if (role === '') return { enter: 'root', as: 'object' };
  if (role === 'root' && key === 'items') return { enter: 'items', as: 'array' };
  return (role === 'root' && key === 'name') || role === 'items' ? 'take' : 'skip';
};

function walk(text: string, limit?: number): JsonEvent[] {
  const whole = run(text, [text.length], limit);
  // Wherever the bytes are cut, the events are the same.
  for (const size of [1, 2, 3, 7]) expect(run(text, [size], limit)).toEqual(whole);
  return whole;
}

function run(text: string, sizes: readonly number[], limit?: number): JsonEvent[] {
  const bytes = new TextEncoder().encode(text);
  const walking = walkJson(items, limit);
  const events: JsonEvent[] = [];
  const size = Math.max(1, sizes[0] ?? 1);
  for (let at = 0; at < bytes.length; at += size) events.push(...walking.feed(bytes.subarray(at, at + size)));
  return [...events, ...walking.end()];
}

const values = (events: readonly JsonEvent[]) => events.flatMap((event) => (event.kind === 'value' ? [event.value] : []));
const damage = (events: readonly JsonEvent[]) =>
  events.flatMap((event) => (event.kind === 'damage' ? [`${event.damage} ${event.line}`] : []));

function pretty(...entries: readonly string[]): string {
  return `{\n "items": [\n${entries.map((entry) => `  {\n   "id": ${entry}\n  }`).join(',\n')}\n ]\n}`;
}

describe('walkJson', () => {
  it('hands over what was asked for, with its line, and nothing else', () => {
    const events = walk('{"name":"n",\n"other":{"items":[1,{"name":"x"}],"s":"}]\\""},\n"items":[{"a":[{}]},\n 5,"s\\"}",null]}');
    expect(values(events)).toEqual(['n', { a: [{}] }, 5, 's"}', null]);
    expect(events.map((event) => event.line)).toEqual([1, 1, 3, 3, 4, 4, 4, 4, 4]);
    expect(events.map((event) => event.kind)).toEqual(['enter', 'value', 'enter', ...Array(4).fill('value'), 'leave', 'leave']);
  });

  it('reads behind a byte order mark and past commas too many or too few', () => {
    expect(values(walk('\uFEFF{"items":[1 2,,3,],}'))).toEqual([1, 2, 3]);
  });

  it.each([
    ['in a value', '{"items":[{"a":1},{"b":', [{ a: 1 }]],
    ['in a string', '{"items":[{"a":1},{"b":"x', [{ a: 1 }]],
    ['between values', '{"items":[{"a":1},', [{ a: 1 }]],
    ['in a key', '{"items":[{"a":1}],"na', [{ a: 1 }]],
    ['before anything', '', []],
  ])('gives everything before a cut %s', (_, text, expected) => {
    const events = walk(text);
    expect(values(events)).toEqual(expected);
    expect(damage(events)).toEqual(['truncated 1']);
  });

  it.each([
    ['a word that is no value', pretty('1', 'tru', '3')],
    ['an open string', pretty('1', '"x', '3')],
    ['a quote in a string', pretty('1', '"x"y"', '3')],
    ['a bracket too many, closing', pretty('1', '2]', '3')],
    ['a bracket too many, opening', pretty('1', '{2', '3')],
    ['a list that is not closed', pretty('1', '[2', '3')],
    ['a string of brackets let loose', pretty('1', '"a"{"b"', '3')],
  ])('loses one entry to %s', (_, text) => {
    const events = walk(text);
    expect(values(events).filter((value) => typeof value === 'object')).toEqual([{ id: 1 }, { id: 3 }]);
    expect(damage(events).every((line) => line.startsWith('malformed'))).toBe(true);
    expect(damage(events)[0]).toMatch(/^malformed [67]$/u);
    expect(events.at(-1)).toMatchObject({ kind: 'leave', role: 'root' });
  });

  it('loses one entry to an open string also where nothing is indented', () => {
    const events = walk('{\n"items": [\n{\n"id": 1\n},\n{\n"id": "2\n},\n{\n"id": 3\n}\n]\n}');
    expect(values(events)).toEqual([{ id: 1 }, { id: 3 }]);
    expect(damage(events)).toEqual(['malformed 6']);
  });

  it('tells the line of what follows damage', () => {
    const events = walk(pretty('1', '{2', '3', '4'));
    expect(events.flatMap((event) => (event.kind === 'value' ? [event.line] : []))).toEqual([3, 9, 12]);
  });

  it('lets a value go that is too long, and goes on with the next', () => {
    const events = walk(`{"items":[{"a":1},{"b":"${'x'.repeat(200)}"},{"c":3}]}`, 100);
    expect(values(events)).toEqual([{ a: 1 }, { c: 3 }]);
    expect(damage(events)).toEqual(['too-long 1']);
  });

  it('survives nesting deeper than any stack', () => {
    const deep = '['.repeat(50_000);
    expect(damage(run(`{"items":[${deep}`, [65_536]))).toEqual(['truncated 1']);
    expect(values(run(`{"items":[${deep}${']'.repeat(50_000)},7]}`, [65_536])).at(-1)).toBe(7);
  });

  it('takes time in proportion to the bytes, however often entries are broken', () => {
    const text = pretty(...Array(10_000).fill('{2'));
    const started = performance.now();
    expect(damage(run(text, [65_536])).length).toBeGreaterThan(5_000);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
