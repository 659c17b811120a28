/** 撤销: the person's last 完成, 收到 or 不是我的 goes out of the ledger again, within a day. */
import { DAY } from '../../model/instant.ts';
import { type Handler, reply, told } from './context.ts';
import { keep, keptOf } from './kept.ts';
import type { LastCommand } from './respond.ts';

export const undo: Handler = async ({ person, at }, { store }) => {
  const last = await keptOf<LastCommand>(store, 'last', person.id);
  if (last === null || at - last.at > DAY) return reply(told.nothingToUndo);
  return { ...reply(told.undone, { what: last.what }), turns: [{ turn: last.turn, entries: [] }], drafts: [keep('last', person.id, null)] };
};
