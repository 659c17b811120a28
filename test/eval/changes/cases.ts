/** Labelled updates of a chat: what each does to its directive, and the signs by which that can be told. */
import type { Services } from '../../../src/cli/command.ts';
import { loadFolder } from '../../../src/cli/folder.ts';
import { groupKey } from '../../../src/model/message.ts';
import { senderOf } from '../../../src/model/organisation.ts';
import type { ChangeKind } from '../../../src/model/reading.ts';
import type { ChangeSigns } from '../../../src/reading/directive/change-signs.ts';
import { kindByRules, signsOf } from '../../../src/reading/directive/likeliest-kind.ts';
import { viewOf } from '../../../src/reading/view.ts';
import { loadGold } from '../gold.ts';
import { readOnceFolders } from '../noise/labelled-chats.ts';

export interface ChangeCase {
  readonly kind: ChangeKind;
  readonly byRules: ChangeKind;
  readonly signs: ChangeSigns;
}

/** Of all chats that were read once, a list for each. */
export async function readOnceCases(services: Services): Promise<readonly (readonly ChangeCase[])[]> {
  const cases: (readonly ChangeCase[])[] = [];
  for (const folder of readOnceFolders()) cases.push(await changeCasesIn(folder, services));
  return cases;
}

/** What takes a message back has no words of its own. */
export async function changeCasesIn(folder: string, services: Services): Promise<readonly ChangeCase[]> {
  const { org, envelopes } = await loadFolder(folder, services);
  const kinds = new Map(loadGold(folder).directives.flatMap(({ history }) => history.map(({ message, change }) => [message, change])));
  return envelopes.flatMap((message) => {
    const kind = kinds.get(message.id);
    if (kind === undefined || message.kind === 'recall' || message.text === '') return [];
    const context = { org, group: org.groupByKey.get(groupKey(message)), recent: [], calendar: services.calendar };
    const view = viewOf(message, context, senderOf(org, message), []);
    return [{ kind, byRules: kindByRules(view), signs: signsOf(view) }];
  });
}
