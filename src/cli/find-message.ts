/** The message that an id names, in the store; asked back where several groups have one. */
import type { Message } from '../model/message.ts';
import type { Store } from '../ports/store.ts';
import { type Arguments, InputError, textOption } from './command.ts';

export async function messageNamed(store: Store, id: string, given: Arguments): Promise<Message> {
  const group = textOption(given, 'group');
  const found = (await store.findMessages(id)).filter((message) => group === undefined || message.group === group);
  const [message] = found;
  if (message === undefined) throw new InputError('error.no-message', { id });
  if (found.length > 1) throw new InputError('error.several-messages', { id, groups: found.map((one) => one.group).join(' ') });
  return message;
}
