/** The stories of the directives that an id names: one by its own id, or all that a message opened, copied, changed or answered. */
import type { Entry } from '../ledger/entry.ts';
import { type Story, storyOf } from '../ledger/story.ts';
import { type Message, messageKey } from '../model/message.ts';
import type { Store } from '../ports/store.ts';

/** The directive of that id, or null. */
export async function storyNamed(store: Store, directive: string): Promise<Story | null> {
  return storyOf((await store.loadEntries()).filter((entry) => entry.directive === directive));
}

export async function storiesOfMessage(store: Store, message: Message): Promise<readonly Story[]> {
  const entries = await store.loadEntries();
  const key = messageKey(message);
  const touched = new Set(entries.filter((entry) => messagesOf(entry).includes(key)).map((entry) => entry.directive));
  return [...touched].flatMap((id) => storyOf(entries.filter((entry) => entry.directive === id)) ?? []);
}

function messagesOf(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'opened':
    case 'evidenced':
      return entry.ask.evidence.map(messageKey);
    case 'changed':
      return entry.evidence.map(messageKey);
    case 'answered':
    case 'declined':
    case 'joined':
      return [messageKey(entry.message)];
  }
}
