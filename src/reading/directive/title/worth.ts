/** How much of the task a clause says, 0 to about 1: learned from the actions that people wrote for the tasks of labelled chats. */
import shipped from '../../../../data/model/titles.json' with { type: 'json' };
import type { ItemKind } from '../../../model/reading.ts';
import type { TitleModel } from '../../../model/title-model.ts';
import { weighSigns } from '../weigh-signs.ts';
import type { Clause } from './clauses.ts';
import { signsOf } from './signs.ts';

export const SHIPPED_TITLES: TitleModel = shipped;

export function worthOf(clause: Clause, kind: ItemKind, count: number, model: TitleModel): number {
  const { facts, runs } = signsOf(clause, kind, count);
  return weighSigns(facts, runs, model);
}
