/** Which use case answers which command. */
import type { CommandName } from '../../policy/commands/table.ts';
import { unbind } from './bind.ts';
import { bindCode } from './bind-code.ts';
import { amend, revoke } from './change-own.ts';
import { confirm, drop } from './confirm.ts';
import type { Handler } from './context.ts';
import { join, leave } from './enrol.ts';
import { help } from './help.ts';
import { falseAlarm, overlooked } from './label-item.ts';
import { missed } from './missed.ts';
import { post } from './post.ts';
import { receipts, urge } from './receipts.ts';
import { acknowledge, decline, done } from './respond.ts';
import { mute, rehearse, rules } from './rules.ts';
import { show } from './show.ts';
import { status } from './status.ts';
import { all, today } from './today.ts';
import { undo } from './undo.ts';

/** Binding is for whom nobody knows yet, and stands beside them. */
export const HANDLERS: Readonly<Record<Exclude<CommandName, 'bind'>, Handler>> = {
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
  missed,
  join,
  leave,
  rules,
  mute,
  rehearse,
  falseAlarm,
  overlooked,
  status,
  bindCode,
};
