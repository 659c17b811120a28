/** The groups that the bot sits in: their names as they change, their ids where they moved, and a list of them for `check`. */
import type { ChatEvent, ChatSurroundings } from '../../src/adapter-kit.ts';
import type { Translation } from './translate.ts';

export interface Groups {
  /** Events for groups that are new, or have another name than before. */
  named(groups: Translation['groups']): readonly ChatEvent[];
  /** What was taken in changes the list. */
  keep(events: readonly ChatEvent[]): Promise<void>;
  move(was: string, id: string): Promise<void>;
  hasMoved(id: string): boolean;
  /** Where a group is now. */
  placeOf(id: string): string;
  all(): readonly string[];
}

export async function openGroups(prefix: string, { remember, recall }: Pick<ChatSurroundings, 'remember' | 'recall'>): Promise<Groups> {
  const names = new Map<string, string>();
  const ids = new Set(((await recall(`${prefix}.groups`)) ?? '').split(' ').filter((id) => id !== ''));
  const moved = new Map(((await recall(`${prefix}.moved`)) ?? '').split(' ').flatMap((pair) => asPair(pair.split('>'))));
  function placeOf(id: string): string {
    let place = id;
    for (let next = moved.get(place); next !== undefined && next !== id; next = moved.get(place)) place = next;
    return place;
  }
  return {
    named(groups) {
      return groups.flatMap(({ id, name }): readonly ChatEvent[] => {
        if (moved.has(id) || names.get(id) === name) return [];
        names.set(id, name);
        return [{ kind: 'group', id, name }];
      });
    },
    async keep(events) {
      const before = [...ids].join(' ');
      for (const event of events) {
        if (event.kind === 'left') {
          ids.delete(event.id);
          names.delete(event.id);
        }
        if (event.kind === 'group') ids.add(event.id);
        if (event.kind === 'group' && event.was !== undefined) ids.delete(event.was);
      }
      const after = [...ids].join(' ');
      if (after !== before) await remember(`${prefix}.groups`, after);
    },
    async move(was, id) {
      if (moved.get(was) === id) return;
      moved.set(was, id);
      await remember(`${prefix}.moved`, [...moved].map((pair) => pair.join('>')).join(' '));
    },
    hasMoved: (id) => moved.has(id),
    placeOf,
    all: () => [...ids],
  };
}

function asPair([was, id]: readonly string[]): readonly (readonly [string, string])[] {
  return was === undefined || id === undefined ? [] : [[was, id]];
}
