/**
 * A clue of misconduct: bribes, fees that nobody may take, bought votes, false figures, told of somebody who holds an office or handles
 * public money. Its words stand in the lexicon, ways in which people tell it without any of those words here; the rest is learned (clue-chance.ts).
 */
import duties from '../../../data/lexicon/duties.json' with { type: 'json' };
import type { ClueModel } from '../../model/concern-model.ts';
import { chanceOfClue } from './clue-chance.ts';

const NO_PAPER =
  '(?:(?:没|冇|不|无)(?:有|开|给|得|见|撕|打|出)*(?:收据|发票|票|条|单据)|(?:收据|发票|票|条子?|单据)(?:都|也)?(?:没|冇|不))';

/** Money that is taken without a paper; who only calls himself an official is a swindler, and everybody has to know of him. */
const TAKEN = new RegExp(`(?:交|收|给|要|拿|掏)[^。!?]{0,16}[\\d一二两三四五六七八九十百千][^。!?]{0,40}${NO_PAPER}`, 'u');
const SWINDLE = /冒充|自称|说是[^,。!?]{0,8}(?:的人?|员|公司|单位|局|中心|所|办|部门)|骗|假/u;

const WAYS: readonly RegExp[] = [
  // Money of the dead is drawn.
  /(?:走|过世|过身|去世|死|故去|不在)了?(?:[一二两三四五六七八九十几\d]+年)[^。!?]{0,24}(?:领|取)|(?:领|发|打|吃)[^。!?]{0,6}(?:死人|已故)/u,
  /(?:(?<![认率])领(?!导|着|证|班|队|头|会)|签(?!约|合同|收))[^。!?]{0,24}(?:前年|去年|早就|早都|[一二三四五几\d]+年前)[^。!?]{0,6}(?:过身|过世|去世|死|人都?不在)了?/u,
  /(?:补[助贴偿]|低保|养老|救助|工资)[^。!?]{0,24}代[签领]/u,
  // One thing is paid for twice, or in another's name.
  /一(?:座|户|块|人|亩|份|家|本)[^。,!?]{0,6}(?:领|报|登|占|吃|拿)[^。,!?]{0,3}(?:两|俩|二|2)|(?:重复|双份|顶名|冒名)(?:登记|领取?|申领|享受)|代领/u,
  // Income that stands in no book.
  /(?:账上|账里|账本|公示)[^。!?]{0,20}(?:没|冇|未)(?:有|见)?(?:进|入|记|这笔|那笔|这一笔)|(?:没|冇|未|不)(?:进|入)账|小金库|打白条/u,
  // A post that is paid for, and nobody is at it.
  /吃空饷|挂名|(?:挂|占|顶)着?[^。!?]{0,8}(?:岗|编|职|名额)[^。!?]{0,24}(?:人(?:都|早|一直)?(?:在|不在|没来)|不在岗|不上班|没上过)/u,
  // Who inspects or guards takes something, and looks away for it.
  /(?:拿|收|要|顺|提|给|塞)(?:了|走|去|过)*[一两二三四五几\d]+(?:条|箱|瓶|盒|张)[^。,!?]{0,5}(?:烟|酒|茶|卡|中华|茅台)/u,
  // What everybody is entitled to is given for money, by somebody who has it to give.
  /(?:[组社队]长|干部|书记|主任|会计|专干|网格员|协管员?|村里|[他她]|有人|人家)[^。!?,]{0,6}(?:抽|扣|收|要|拿|塞)[^。!?]{0,10}[\d一二两三四五六七八九十百千几]+(?:块|元|百|千|万)[^。!?]{0,6}(?:才|不[交给]就不|否则)[^。!?]{0,5}(?:盖章|给办|办|批|签字?|打卡|上报|登记|排)/u,
  // Gifts for votes.
  /(?:送|发|塞|放|收)[^。!?]{0,20}(?:粽子|烟|酒|油|米|蛋|面|红包|礼|百|块|元|一提)[^。!?]{0,40}(?:选他|投他|画(?:他|圈)|投票|记得他|关照|选的时候)/u,
];

const WORDS = new RegExp(duties.misconduct.about.join('|'), 'u');

/** From this chance on what is told may be a clue, though no rule says so. */
export const CLUE_AT_LEAST = 0.35;

/** From this one on leaders should see it, too, beside whoever would act on it: half of all clues that no rule finds lie between. */
const LEADERS_SEE_AT_LEAST = 0.1;

/**
 * @param text of a danger or a demand
 * @returns whether it is likely a clue, or at least for leaders to see
 */
export function clueIn(text: string, model: ClueModel | undefined): 'likely' | 'for leaders' | null {
  if (isMisconduct(text)) return 'likely';
  const chance = model === undefined ? 0 : chanceOfClue(text, model);
  return chance >= CLUE_AT_LEAST ? 'likely' : chance >= LEADERS_SEE_AT_LEAST ? 'for leaders' : null;
}

export function isMisconduct(text: string): boolean {
  return WORDS.test(text) || WAYS.some((way) => way.test(text)) || (TAKEN.test(text) && !SWINDLE.test(text));
}
