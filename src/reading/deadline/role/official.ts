/** Where a rumour ends and the word of who decides begins: 别听群里瞎传,公司正式口径:下周一前清空. */

const OFFICIAL =
  /(?<=[,;])(?<clause>[^,;:]{0,14}(?:(?:正式|官方)的?(?:口径|通知|公告|答复|回复|消息|说法|规定|回应|文件)[^,;:]{0,3}?(?:[:是]|写明)|(?:口径|通知|公告|答复|文件|明确|说得清楚|写得清楚|定下来|宣布|为准)[^,;:]{0,4}:))/g;
/** Most texts have none of it. */
const CLAUSES = /[,;]/;
const OFFICIAL_WORD = /口径|通知|公告|答复|文件|正式|官方|明确|清楚|定下来|宣布|为准/;
/** Who tells it only heard it, or it is false itself. */
const SECOND_HAND = /[听传冒假谣]|据说|好像|所谓|没[发出有]/;
/** It is said to hold, and isn't denied or doubted behind. */
const DENIED = /别信|骗|假的?(?=$|[,。!])|真假|没(?:有)?这(?:回|个)?事|辟谣|暂无|是真的[吗么]/;

/** What stands left of a time, without the rumour that an official word ends. */
export function withoutRumour(left: string, rest: string): string {
  if (!CLAUSES.test(left) || !OFFICIAL_WORD.test(left)) return left;
  const last = [...left.matchAll(OFFICIAL)].at(-1);
  const clause = last?.groups?.['clause'] ?? '';
  return last === undefined || SECOND_HAND.test(clause) || DENIED.test(rest) ? left : left.slice(last.index);
}
