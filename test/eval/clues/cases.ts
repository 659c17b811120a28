/**
 * The labelled dangers and demands of a chat, and which of them people have called a clue of misconduct; and single texts of data/corpus/clues, by
 * hands that were asked for such clues, and for what looks like one.
 */
import type { Services } from '../../../src/cli/command.ts';
import { loadFolder } from '../../../src/cli/folder.ts';
import { clueSigns } from '../../../src/reading/directive/clue-chance.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import { loadGold } from '../gold.ts';
import { type ClueText, clueTextsIn } from '../noise/labelled-chats.ts';
import { scenarioOf } from '../scenario.ts';

export interface ClueCase {
  readonly text: string;
  readonly signs: readonly string[];
  readonly isClue: boolean;
}

/** How a directive of the gold says that it is one; swindlers and bullies are for everybody to know. */
const CLUE =
  /线索|冒领|代领|私分|克扣|截留|违纪|好处|入账|虚报|套取|骗补|挪用|优亲|吃拿|私收|多收|收钱|索要|去向|空饷|[乱违]规?收费|收[^,。;]{0,8}(?:费|押金|条)|拉票|代签|代管|公车|私用|已故|过世|倒卖|来路|存根|出库|仍领|短少|通风报信/u;
const NO_CLUE = /骗(?!补)|冒充|假冒|冒名|诈|欺凌|失联|走失/u;

export async function clueCasesIn(folder: string, services: Services): Promise<readonly ClueCase[]> {
  const { envelopes } = await loadFolder(folder, services);
  const scenario = scenarioOf(loadGold(folder));
  return envelopes.flatMap((message): ClueCase[] => {
    const gold = scenario.messages.get(message.id);
    if (gold === undefined || (gold.label !== 'hazard' && gold.label !== 'appeal') || message.text === '') return [];
    const tasks = scenario.tasks.filter(({ id }) => gold.tasks.includes(id));
    const { text } = normalise(message.text);
    const isClue = tasks.some(isCalledClue);
    return [{ text, signs: clueSigns(text), isClue }];
  });
}

export function isCalledClue({ action }: { readonly action: string }): boolean {
  return CLUE.test(action) && !NO_CLUE.test(action);
}

/** In parts as large as what one chat has: what only one of them says is of no other chat. */
export function clueTexts(): readonly (readonly ClueCase[])[] {
  return textsIn('corpus/clues').flatMap((own) =>
    Array.from({ length: PARTS }, (_, part) => own.filter((__, place) => place % PARTS === part)),
  );
}

const PARTS = 10;

/** By one more hand: nothing is learned from them. */
export function heldClueTexts(): readonly ClueCase[] {
  return textsIn('corpus/clues-held').flat();
}

function textsIn(path: string): readonly (readonly ClueCase[])[] {
  return clueTextsIn(path).map((own) => own.map(caseOf));
}

function caseOf({ text: said, clue }: ClueText): ClueCase {
  const { text } = normalise(said);
  return { text, signs: clueSigns(text), isClue: clue };
}
