/** From arguments to a request: `add FILE`, `mute ID`, `edit ID …`, `remove ID`, `undo [VERSION]`. */
import type { RuleRequest } from '../../policy/change-overlay.ts';
import { type Arguments, InputError, type Services, textOption, UsageError } from '../command.ts';
import { readRule } from './rule-file.ts';

export const CHANGES = ['add', 'mute', 'edit', 'remove', 'undo'] as const;
export type ChangeName = (typeof CHANGES)[number];

export function isChange(name: string | undefined): name is ChangeName {
  return CHANGES.some((change) => change === name);
}

/** @param name the first argument; the others follow in `rest` */
export async function requestOf(name: ChangeName, rest: readonly string[], given: Arguments, services: Services): Promise<RuleRequest> {
  const [first, second] = rest;
  if (name === 'undo') return { kind: 'undo', version: first === undefined ? null : wholeNumber(first) };
  if (first === undefined) throw new UsageError('rules.needs', { change: name });
  if (name === 'add') return { kind: 'add', rule: await readRule(first, services) };
  if (name === 'edit') return editOf(first, second, given, services);
  return { kind: name, id: first };
}

/** `edit ID --weight N` for any rule, `edit ID FILE` for a local one. */
async function editOf(id: string, file: string | undefined, given: Arguments, services: Services): Promise<RuleRequest> {
  const weight = textOption(given, 'weight');
  if (weight !== undefined) return { kind: 'weigh', id, weight: numberIn(weight) };
  if (file === undefined) throw new UsageError('rules.needs', { change: 'edit' });
  const rule = await readRule(file, services);
  if (rule.id !== id) throw new InputError('rules.other-id', { id, found: rule.id });
  return { kind: 'edit', rule };
}

function numberIn(text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number)) throw new UsageError('rules.no-weight', { weight: text });
  return number;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new UsageError('rules.version', { version: text });
  return Number(text);
}
