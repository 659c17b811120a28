/** Slips that are owned up to: which of two times was written, said or printed by mistake. */
import type { Phrase } from '../compose/phrase.ts';

export type Correction = 'old' | 'new';

/** A text without any of these owns up to no slip. */
const OWNS_UP = /误|错|[写打说看记抄念印弄搞发]成|[写打]为|其实|实际|实[应为是系]|事实|正确|真正/;
/** 11点前交,我写成周五了; 应为6月18日,原文误写为6月28日; 把16号打成26号: the second is the slip. */
const SLIPPED =
  /^[^。!?;\n]{0,16}(?:误[写打发印标填登记植当作为成传]?(?:成|为|作)?|错[写打发印标填登记看](?:成|为|作)|(?:我|俺|原文?|通知|公告|文件|[群上前]面?里?|上条|刚才|刚刚|[早上下]午?上?|昨[天晚]|之前|手滑|不小心)[^,。;]{0,6}(?<![改应请])[写打说看记抄念印弄搞发](?:成|为|作)|^[写打说看记抄念印弄搞]成)(?:了|的是)?\s?[“"「(]?$/;
/** “6月28日前”系“6月18日前”之误. */
const ERROR_FOR = /^[”"’」]?(?:系|为|是)[“"‘「]?$/;
/** 文件上22号交的,实际18号就要; 我打的是27号,其实是28号. */
const IN_FACT = /^[^。!?;\n,]{0,6}[,](?:其实|实际上?|实|事实上|正确的?|真正的?)(?:时间)?(?:应该|应|是|为|系|应为|应该是)?$/;

export function mayOwnUp(text: string): boolean {
  return OWNS_UP.test(text);
}

/** What the first of two is where one of them is owned up to be a slip. */
export function slipOf(first: Phrase, last: Phrase, text: string): Correction | null {
  const gap = text.slice(first.end, last.start);
  if (gap.length > 40) return null;
  const isOfAct = /^[写打说看记抄念印弄搞]成/.test(gap);
  if (SLIPPED.test(gap) && !/[昨前]/.test(text[first.start] ?? '')) {
    const isTaken = /[把将][^,。;]{0,4}$/.test(text.slice(Math.max(0, first.start - 6), first.start));
    if (!isOfAct || isTaken) return 'new';
  }
  const isError = ERROR_FOR.test(gap) && /^[”"’」]?(?:之误|的[误笔])/.test(text.slice(last.end, last.end + 4));
  return isError || IN_FACT.test(gap) ? 'old' : null;
}
