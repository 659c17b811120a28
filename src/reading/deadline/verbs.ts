/** Which kind of verb a text holds first: a deed that is asked for, or a happening. */
import { DEED, HAPPENING } from './words.ts';

export function firstVerb(text: string): 'deed' | 'happening' | null {
  if (/^就?要(?:数|表|东西|结果|材料|名单)?[啊哈呀]*$/u.test(text)) return 'deed';
  const byTheWay = /顺[便带路手]/u.exec(text);
  if (byTheWay !== null) return firstVerb(text.slice(byTheWay.index + 2));
  const deed = DEED.exec(text);
  const happening = HAPPENING.exec(text);
  if (deed === null && happening === null) return null;
  if (happening === null) return 'deed';
  if (deed === null || deed.index >= happening.index) return 'happening';
  return isNamedHappening(text, deed) ? 'happening' : 'deed';
}

/** 清淤现场会, 整改推进会: a deed's word in the name of a happening, which ends its clause. */
function isNamedHappening(text: string, deed: RegExpExecArray): boolean {
  if (/[把将报交发传填给送]|完成|通知/u.test(deed[0])) return false;
  const clause = text.slice(deed.index).split(/[,。;!]/u)[0] ?? '';
  return clause.length <= 16 && /(?:会|会议|培训|活动|仪式|演练|比赛|讲座|宣讲|班)$/u.test(clause);
}
