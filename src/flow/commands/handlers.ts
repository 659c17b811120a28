/** Which use case answers which command. */
import type { CommandName } from '../../policy/commands/table.ts';
import { unbind } from './bind.ts';
import { amend, revoke } from './change-own.ts';
import { confirm, drop } from './confirm.ts';
import type { Handler } from './context.ts';
import { help } from './help.ts';
import { post } from './post.ts';
import { receipts, urge } from './receipts.ts';
import { acknowledge, decline, done } from './respond.ts';
import { show } from './show.ts';
import { all, today } from './today.ts';
import { undo } from './undo.ts';

/** Binding is for whom nobody knows yet, and stands beside them. */
export const HANDLERS: Readonly<Partial<Record<CommandName, Handler>>> = {
  today,
  all,
  show,
  done,
  acknowledge,
  decline,
  undo,
  help,
  unbind,
  confirm,
  drop,
  post,
  amend,
  revoke,
  receipts,
  urge,
};
