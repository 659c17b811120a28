/**
 * What adapters hand in: stored first, acknowledged then. A group that is not enrolled is not stored, and the only words of it that
 * are looked at are those that enrol it.
 */

import { type Instant, MINUTE } from '../model/instant.ts';
import { type Envelope, groupKey } from '../model/message.ts';
import { type Organisation, type Person, personOf } from '../model/organisation.ts';
import { isMarkedClassified, withoutClassified } from '../policy/classified.ts';
import type { ChatEvent, ChatSink } from '../ports/chat.ts';
import type { LiveStore } from '../ports/live-store.ts';

export interface ReceiverSettings {
  readonly store: LiveStore;
  /** Resolves when the envelope is durable. */
  readonly keep: (envelope: Envelope) => Promise<void>;
  readonly now: () => Instant;
  readonly organisation: () => Organisation;
  readonly told: ReceiverObserver;
}

/** What has come in, told after it is durable. */
export interface ReceiverObserver {
  message(): void;
  direct(): void;
  echo(platform: string, event: Extract<ChatEvent, { kind: 'echo' }>): Promise<void>;
  /** Words in a group that may be a command to the bot; answers true where they are, and nothing else of them is kept. */
  groupCommand(envelope: Envelope, sender: Person | undefined, enrolled: boolean): Promise<boolean>;
  /** Somebody of the roster has spoken in an enrolled group that doesn't list them. */
  newMember(envelope: Envelope, person: Person): Promise<void>;
  renamed(): Promise<void>;
  left(platform: string, group: string): Promise<void>;
  /** A message with a mark of secrecy was not kept. */
  classified(envelope: Envelope): Promise<void>;
}

/** What comes later than this after it was sent was heard late: a digest that was made in between didn't know it. */
const LATE = MINUTE;

export function receiver({ store, keep, now, organisation, told }: ReceiverSettings): (platform: string) => ChatSink {
  async function message(envelope: Envelope): Promise<void> {
    const org = organisation();
    const group = groupKey(envelope);
    const sender = personOf(org, envelope.platform, envelope.sender.id);
    const enrolled = org.groupByKey.has(group);
    if (await told.groupCommand(envelope, sender, enrolled)) return;
    if (!enrolled) return;
    const at = now();
    await keep({ ...withoutClassified(envelope), ...(at - envelope.sentAt > LATE ? { heardAt: at } : {}) });
    told.message();
    if (isMarkedClassified(envelope)) await told.classified(envelope);
    if (sender !== undefined && org.membersByGroup.get(group)?.has(sender.id) !== true) await told.newMember(envelope, sender);
  }

  async function one(platform: string, event: ChatEvent): Promise<void> {
    switch (event.kind) {
      case 'message':
        return await message(event.envelope);
      case 'direct':
        await store.putDirect([{ ...event.message, platform }]);
        return told.direct();
      case 'echo':
        return await told.echo(platform, event);
      case 'group':
        if (event.was !== undefined) {
          await store.renameGroup(platform, event.was, event.id);
          await told.renamed();
        }
        return await store.saveGroups([{ platform, id: event.id, name: event.name }]);
      case 'left':
        return await told.left(platform, event.id);
    }
  }

  return (platform) => ({
    async accept(events) {
      // Messages of one hand-over share a commit; all must be durable before it is acknowledged.
      const outcomes = await Promise.allSettled(events.map((event) => one(platform, event)));
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
  });
}
