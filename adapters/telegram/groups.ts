/** The groups that the bot sits in: their names as they change, their ids where they moved, and a list of them for `check`. */
import type { ChatEvent, ChatSurroundings } from '../../src/adapter-kit.ts';
import type { Translation } from './translate.ts';

type GroupEvent = Extract<ChatEvent, { kind: 'group' }>;

export interface Groups {
  /** What a batch of updates tells of groups that isn't known yet, among the rest of what it tells, in order. */
  told(batch: readonly Translation[]): readonly ChatEvent[];
  /** These events are durable: what they tell is known from now on. */
  keep(events: readonly ChatEvent[]): Promise<void>;
  move(was: string, id: string): Promise<void>;
  /** Where a group is now. */
  placeOf(id: string): string;
  all(): readonly string[];
}

export async function openGroups(prefix: string, { remember, recall }: Pick<ChatSurroundings, 'remember' | 'recall'>): Promise<Groups> {
  const names = new Map<string, string>();
  const announced = new Set<string>();
  const ids = new Set(((await recall(`${prefix}.groups`)) ?? '').split(' ').filter((id) => id !== ''));
  const moved = new Map(((await recall(`${prefix}.moved`)) ?? '').split(' ').flatMap((pair) => asPair(pair.split('>'))));
  async function move(was: string, id: string): Promise<void> {
    if (moved.get(was) === id || was === id) return;
    moved.set(was, id);
    await remember(`${prefix}.moved`, [...moved].map((pair) => pair.join('>')).join(' '));
  }
  return {
    told(batch) {
      const known = { names: new Map(names), announced: new Set(announced), moved: new Set(moved.keys()) };
      return batch.flatMap(({ events, groups }) => news(events, groups, known));
    },
    async keep(events) {
      const before = [...ids].join(' ');
      for (const event of events) {
        if (event.kind === 'left') forget(event.id);
        if (event.kind !== 'group') continue;
        names.set(event.id, event.name);
        ids.add(event.id);
        if (event.was === undefined) continue;
        announced.add(event.was);
        forget(event.was);
        await move(event.was, event.id);
      }
      const after = [...ids].join(' ');
      if (after !== before) await remember(`${prefix}.groups`, after);
    },
    move,
    placeOf(id) {
      let place = id;
      for (let next = moved.get(place); next !== undefined && next !== id; next = moved.get(place)) place = next;
      return place;
    },
    all: () => [...ids],
  };

  function forget(id: string): void {
    ids.delete(id);
    names.delete(id);
  }
}

interface Known {
  readonly names: Map<string, string>;
  readonly announced: Set<string>;
  readonly moved: Set<string>;
}

/** Of one update; `known` grows with it. A move is told by both chats and handed in once, and the old chat is not left by it. */
function news(events: readonly ChatEvent[], groups: Translation['groups'], known: Known): readonly ChatEvent[] {
  const kept = events.filter((event) => {
    if (event.kind === 'left') {
      known.names.delete(event.id);
      return !known.moved.has(event.id);
    }
    if (event.kind !== 'group' || event.was === undefined) return true;
    if (known.announced.has(event.was)) return false;
    known.announced.add(event.was);
    known.moved.add(event.was);
    known.names.set(event.id, event.name);
    return true;
  });
  const named = groups.flatMap(({ id, name }): readonly GroupEvent[] => {
    if (known.moved.has(id) || known.names.get(id) === name) return [];
    known.names.set(id, name);
    return [{ kind: 'group', id, name }];
  });
  return [...named, ...kept];
}

function asPair([was, id]: readonly string[]): readonly (readonly [string, string])[] {
  return was === undefined || id === undefined ? [] : [[was, id]];
}
