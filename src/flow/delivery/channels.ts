/** By which channel a text reaches whom it is meant for. */
import type { Organisation } from '../../model/organisation.ts';
import type { Outgoing } from '../../model/outgoing.ts';
import type { ChatAdapter } from '../../ports/chat.ts';
import type { Channel } from '../../ports/live-store.ts';

export type SendingAdapter = Pick<ChatAdapter, 'name' | 'platform' | 'traits' | 'send'>;

/** In the order in which they are tried: for a person, that of the person's accounts. */
export function channelsOf(
  { person, to }: Pick<Outgoing, 'person' | 'to'>,
  org: Pick<Organisation, 'personById'>,
  adapters: readonly SendingAdapter[],
): readonly Channel[] {
  if (to !== null) return adapters.filter(({ platform }) => platform === to.platform).map(({ name }) => ({ ...to, channel: name }));
  const accounts = Object.entries(org.personById.get(person ?? '')?.accounts ?? {});
  return accounts.flatMap(([platform, id]) =>
    adapters
      .filter((adapter) => adapter.platform === platform && adapter.traits.sendsDirect)
      .map(({ name }) => ({ channel: name, platform, target: 'person' as const, id })),
  );
}
