/** Labelled updates of a chat: what each does to its directive, and the signs by which that can be told. */
import { join } from 'node:path';
import type { Services } from '../../../src/cli/command.ts';
import { loadFolder } from '../../../src/cli/folder.ts';
import { groupKey } from '../../../src/model/message.ts';
import { senderOf } from '../../../src/model/organisation.ts';
import type { ChangeKind } from '../../../src/model/reading.ts';
import type { ChangeSigns } from '../../../src/reading/directive/change-signs.ts';
import { kindByRules, signsOf } from '../../../src/reading/directive/likeliest-kind.ts';
import { viewOf } from '../../../src/reading/view.ts';
import { loadGold } from '../gold.ts';
import { DATA, exchangeChanges, labelledPhrases, readOnceFolders } from '../noise/labelled-chats.ts';

export interface ChangeCase {
  readonly kind: ChangeKind;
  readonly byRules: ChangeKind;
  readonly signs: ChangeSigns;
}

/** What every model learns from, and none is measured on: chats that were read once, a list for each, and single messages. */
export async function unmeasuredCases(services: Services): Promise<readonly (readonly ChangeCase[])[]> {
  return [...(await readOnceCases(services)), ...(await textCases(services))];
}

async function readOnceCases(services: Services): Promise<readonly (readonly ChangeCase[])[]> {
  const cases: (readonly ChangeCase[])[] = [];
  for (const folder of readOnceFolders()) cases.push(await changeCasesIn(folder, services));
  return cases;
}

export async function changeCasesIn(folder: string, services: Services): Promise<readonly ChangeCase[]> {
  const gold = loadGold(folder).directives.flatMap(({ history }) => history.map(({ message, change }) => [message, change] as const));
  return await casesOf(folder, new Map(gold), services);
}

/** What takes a message back has no words of its own. */
async function casesOf(folder: string, kinds: ReadonlyMap<string, ChangeKind>, services: Services): Promise<readonly ChangeCase[]> {
  const { org, envelopes } = await loadFolder(folder, services);
  return envelopes.flatMap((message) => {
    const kind = kinds.get(message.id);
    if (kind === undefined || message.kind === 'recall' || message.text === '') return [];
    const context = { org, group: org.groupByKey.get(groupKey(message)), recent: [], calendar: services.calendar };
    const view = viewOf(message, context, senderOf(org, message), []);
    return [{ kind, byRules: kindByRules(view), signs: signsOf(view) }];
  });
}

/** In so many parts, as if they were chats: what only few of them say is left out. */
const PARTS = 6;

/** Of what belongs to no chat: phrases and exchanges. */
export async function textCases(services: Services): Promise<readonly (readonly ChangeCase[])[]> {
  const exchanged = await casesOf(join(DATA, 'corpus/phrases-in-chat'), exchangeChanges(), services);
  return [...inParts(await phraseCases(services)), ...inParts(exchanged)];
}

function inParts(cases: readonly ChangeCase[]): readonly (readonly ChangeCase[])[] {
  return Array.from({ length: PARTS }, (_, part) => cases.filter((__, place) => place % PARTS === part));
}

/** Phrases that say what they change, as a leader says them in a group. */
async function phraseCases(services: Services): Promise<readonly ChangeCase[]> {
  const { org, envelopes } = await loadFolder(join(DATA, 'demo'), services);
  const leader = envelopes.find((one) => one.kind === 'text' && senderOf(org, one)?.roles.includes('leader') === true);
  if (leader === undefined) return [];
  const context = { org, group: org.groupByKey.get(groupKey(leader)), recent: [], calendar: services.calendar };
  return labelledPhrases().flatMap(({ text, change }) => {
    if (change === undefined) return [];
    const { replyTo: _, ...plain } = leader;
    const message = { ...plain, text, mentions: [] };
    const view = viewOf(message, context, senderOf(org, message), []);
    return [{ kind: change, byRules: kindByRules(view), signs: signsOf(view) }];
  });
}
