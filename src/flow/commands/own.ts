/** A leader's own open directives, in the order in which 回执 showed them: the numbers of 更正, 作废, 催 and 回执 mean these. */
import { oneLine } from '../../digest/render/line.ts';
import { reachesOf } from '../../ledger/reach.ts';
import type { Reach } from '../../model/reach.ts';
import { type Asked, type DeskSettings, type Reply, reply, told } from './context.ts';
import { keptOf } from './kept.ts';

export interface OwnList {
  readonly ids: readonly string[];
}

export interface Own {
  readonly number: number;
  readonly reach: Reach;
}

/** As shown last; where nothing was shown yet, as it would be shown now. What was opened since comes behind. */
export async function ownOf({ person, org }: Asked, { store, reader }: DeskSettings): Promise<readonly Own[]> {
  const reaches = reachesOf(await reader.ledger(), person.id, org);
  const shown = (await keptOf<OwnList>(store, 'own', person.id))?.ids ?? [];
  const fresh = reaches.map(({ directive }) => directive.id).filter((id) => !shown.includes(id));
  return [...shown, ...fresh].flatMap((id, index) => {
    const reach = reaches.find(({ directive }) => directive.id === id);
    return reach === undefined ? [] : [{ number: index + 1, reach }];
  });
}

/** The directives that the numbers of a command mean, or the sentence why there are none. */
export async function ownNumbered(asked: Asked, desk: DeskSettings): Promise<readonly Own[] | Reply> {
  const own = await ownOf(asked, desk);
  if (own.length === 0) return reply(told.own.none);
  const [only] = own;
  if (asked.numbers.length === 0) return own.length === 1 && only !== undefined ? [only] : reply(told.own.which);
  const found = asked.numbers.flatMap((number) => own.find((one) => one.number === number) ?? []);
  if (found.length === asked.numbers.length) return found;
  const missing = asked.numbers.filter((number) => !own.some((one) => one.number === number));
  return reply(told.own.noSuchNumber, { numbers: missing.join('、') });
}

export function titleOf({ number, reach }: Own): string {
  return `${number}. ${oneLine(reach.directive.title)}`;
}
