/**
 * The numbers of messages that were stored or read a moment ago. Settling names its messages by key, and looking each up in the table
 * costs as much as writing its verdict. A message's number never changes, so what is remembered here can't be out of date.
 */
import type { Message, MessageKey } from '../../model/message.ts';

/** Some megabytes; beyond it we forget all and start again. What was read at once is kept whole: its reader holds it too. */
const MOST = 50_000;

export interface Numbers {
  note(messages: readonly Message[]): void;
  of(key: MessageKey): number | undefined;
}

export function recentNumbers(most: number = MOST): Numbers {
  const platforms = new Map<string, Map<string, Map<string, number>>>();
  /** Put in order when somebody asks: a long import stores much and settles nothing. */
  let noted: (readonly Message[])[] = [];
  let size = 0;

  function sortIn(): void {
    for (const { platform, group, id, seq } of noted.flat()) childOf(childOf(platforms, platform), group).set(id, seq);
    noted = [];
  }

  return {
    note(messages) {
      if (messages.length === 0) return;
      if (size + messages.length > most) {
        platforms.clear();
        noted = [];
        size = 0;
      }
      noted.push(messages);
      size += messages.length;
    },
    of({ platform, group, id }) {
      if (noted.length > 0) sortIn();
      return platforms.get(platform)?.get(group)?.get(id);
    },
  };
}

function childOf<Value>(parent: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = parent.get(key);
  if (known !== undefined) return known;
  const child = new Map<string, Value>();
  parent.set(key, child);
  return child;
}
