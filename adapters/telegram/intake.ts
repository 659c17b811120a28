/** A batch of updates into the sink: translated, in order, and only then counted as taken. */
import type { ChatEvent, ChatSink, ChatSurroundings } from '../../src/adapter-kit.ts';
import type { Groups } from './groups.ts';
import type { People } from './people.ts';
import { type Translation, translate } from './translate.ts';
import type { WireUpdate } from './wire.ts';

export interface Intake {
  /** Answers with the buttons that were pressed. Rejects when something could not be kept; the batch may then be given again, as often as it takes. */
  take(updates: readonly WireUpdate[]): Promise<readonly string[]>;
}

export function makeIntake(me: number, people: People, groups: Groups, sink: ChatSink, around: ChatSurroundings): Intake {
  async function read(update: WireUpdate): Promise<Translation> {
    const unknown: string[] = [];
    const usernames = (name: string): string | null => {
      const account = people.accountOf(name);
      if (account === null && /^\w{1,64}$/u.test(name)) unknown.push(name);
      return account;
    };
    const hearing = { me, usernames, at: around.now() };
    const first = translate(update, hearing);
    await people.see(first.seen);
    if (unknown.length === 0) return first;
    await people.recall(unknown);
    return translate(update, hearing);
  }
  return {
    async take(updates) {
      const batch: Translation[] = [];
      for (const update of updates) batch.push(await read(update));
      for (const { skipped } of batch) if (skipped !== undefined) around.log(levelOf(skipped.why), 'chat.update-skipped', skipped);
      const events = groups.told(batch);
      for (const part of parts(events)) await sink.accept(part);
      await groups.keep(events);
      return batch.flatMap(({ pressed }) => (pressed === undefined ? [] : [pressed]));
    },
  };
}

function levelOf(why: NonNullable<Translation['skipped']>['why']): 'debug' | 'info' | 'warn' {
  return why === 'not-for-us' ? 'debug' : why === 'malformed' ? 'warn' : 'info';
}

/** Events that are handed in together may be taken in any order; a group's new id must stand before what is said under it. */
function parts(events: readonly ChatEvent[]): readonly (readonly ChatEvent[])[] {
  const all: ChatEvent[][] = [[]];
  for (const event of events) {
    if (event.kind === 'group' && event.was !== undefined) all.push([event], []);
    else all.at(-1)?.push(event);
  }
  return all.filter((part) => part.length > 0);
}
