import { describe, expect, it } from 'vitest';
import type { Label } from '../../src/model/label.ts';
import { NOISE } from '../../src/model/label.ts';
import { messageKey } from '../../src/model/message.ts';
import type { ItemKind } from '../../src/model/reading.ts';
import { compareDays, type SeenDays, type SeenItem, unnamed } from '../../src/policy/rehearsal.ts';

function key(id: string, group = 'g1') {
  return { platform: 'one', group, id };
}

function days(labels: Readonly<Record<string, Label>>, items: readonly SeenItem[] = []): SeenDays {
  const verdicts = Object.entries(labels).map(([id, label]) => ({ ...key(id), label, keep: !NOISE.has(label), text: `words of ${id}` }));
  return { verdicts: new Map(verdicts.map((one) => [messageKey(one), one])), items: new Map(items.map((one) => [one.id, one])) };
}

function anItem(id: string, message: string, people: readonly string[], kind: ItemKind = 'directive'): SeenItem {
  return { id, kind, title: `title of ${id}`, evidence: key(message), people: new Set(people) };
}

describe('two readings', () => {
  it('that are the same change nothing', () => {
    const same = days({ a: 'directive' }, [anItem('d-a', 'a', ['lin'])]);
    expect(compareDays(same, same)).toEqual({ messages: 1, changed: [], appearing: [], vanishing: [], hidden: [] });
  });

  it('differ in verdicts and in items, with how many people they concern', () => {
    const before = days({ a: 'chitchat', b: 'notice' }, [anItem('d-b', 'b', ['lin', 'mei'], 'notice')]);
    const after = days({ a: 'directive', b: 'chitchat' }, [anItem('d-a', 'a', ['lin'])]);
    const { changed, appearing, vanishing, hidden } = compareDays(before, after);
    expect(changed.map(({ id, was, is }) => [id, was.label, is.label])).toEqual([
      ['a', 'chitchat', 'directive'],
      ['b', 'notice', 'chitchat'],
    ]);
    expect(appearing).toEqual([{ id: 'd-a', kind: 'directive', title: 'title of d-a', evidence: key('a'), people: 1 }]);
    expect(vanishing).toEqual([{ id: 'd-b', kind: 'notice', title: 'title of d-b', evidence: key('b'), people: 2 }]);
    expect(hidden).toEqual([]);
  });

  it('know an item again that has another id', () => {
    const before = days({ a: 'directive' }, [anItem('d-1', 'a', ['lin'])]);
    const after = days({ a: 'directive' }, [anItem('d-2', 'a', ['lin', 'mei'])]);
    expect(compareDays(before, after)).toMatchObject({ vanishing: [], appearing: [{ id: 'd-2', people: 1 }], hidden: [] });
  });

  it('tell apart the items of one message', () => {
    const before = days({ a: 'directive' }, [anItem('d-1', 'a', ['lin']), anItem('d-2', 'a', ['lin'])]);
    const after = days({ a: 'directive' }, [anItem('d-1', 'a', ['lin'])]);
    expect(compareDays(before, after)).toMatchObject({ vanishing: [{ id: 'd-2' }], hidden: [{ id: 'a', item: 'd-2' }] });
  });
});

describe('what must not be hidden', () => {
  it.each<readonly [was: Label, is: Label, hidden: boolean]>([
    ['directive', 'chitchat', true],
    ['update', 'report', true],
    ['opaque', 'photo_dump', true],
    ['hazard', 'question', true],
    ['appeal', 'chitchat', true],
    ['directive', 'notice', false],
    ['notice', 'chitchat', false],
    ['chitchat', 'ack', false],
  ])('%s read as %s: %s', (was, is, hidden) => {
    expect(compareDays(days({ a: was }), days({ a: is })).hidden.length > 0).toBe(hidden);
  });

  it('is told once, with its item', () => {
    const before = days({ a: 'directive' }, [anItem('d-a', 'a', ['lin'])]);
    expect(compareDays(before, days({ a: 'chitchat' })).hidden).toEqual([
      { ...key('a'), words: 'words of a', was: 'directive', item: 'd-a' },
    ]);
  });

  it('is an item too that some people lose while its message is read as before', () => {
    const before = days({ a: 'hazard' }, [anItem('d-a', 'a', ['lin', 'mei'], 'hazard')]);
    const after = days({ a: 'hazard' }, [anItem('d-a', 'a', ['mei'], 'hazard')]);
    expect(compareDays(before, after).hidden).toEqual([{ ...key('a'), words: 'title of d-a', was: 'hazard', item: 'd-a' }]);
  });
});

describe('naming what may be hidden', () => {
  const hidden = [
    { ...key('m1'), words: '', was: 'directive' as const, item: 'd-1' },
    { ...key('m2', 'g1'), words: '', was: 'directive' as const, item: null },
    { ...key('m2', 'g2'), words: '', was: 'directive' as const, item: null },
  ];

  it.each<readonly [names: readonly string[], left: number]>([
    [[], 3],
    [['m1'], 2],
    [['d-1'], 2],
    [['g1/m1'], 2],
    [['m2'], 3],
    [['m1', 'g1/m2', 'g2/m2'], 0],
    [['m9', 'null'], 3],
  ])('%j leaves %i', (names, left) => {
    expect(unnamed(hidden, names)).toHaveLength(left);
  });
});
