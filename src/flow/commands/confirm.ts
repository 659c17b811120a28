/** 确认 does what was shown; 取消 forgets it. */
import { mayGive } from '../../policy/commands/table.ts';
import { confirmChange } from './change-own.ts';
import { type Handler, reply, told } from './context.ts';
import { keep } from './kept.ts';
import { confirmPost } from './post.ts';
import { confirmMute } from './rules.ts';
import { waitingOf } from './waiting.ts';

export const confirm: Handler = async (asked, desk) => {
  const waiting = await waitingOf(desk.store, asked.person.id, asked.at);
  // The role is looked at again: it may have gone since.
  if (waiting === null || !mayGive(waiting.kind, asked.person.roles)) return reply(told.nothingWaits);
  switch (waiting.kind) {
    case 'post':
      return await confirmPost(asked, waiting, desk);
    case 'amend':
    case 'revoke':
      return await confirmChange(asked, waiting, desk);
    case 'mute':
      return await confirmMute(asked, waiting, desk);
  }
};

export const drop: Handler = async ({ person, at }, { store }) => {
  if ((await waitingOf(store, person.id, at)) === null) return reply(told.nothingWaits);
  return { ...reply(told.dropped), drafts: [keep('waiting', person.id, null)] };
};
