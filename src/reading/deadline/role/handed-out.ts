/** Second look: goods whose giving-out was moved, and the people who come for them: 改成明天上午发,大家明天再过来领. */
import type { Told } from './tell.ts';

const MOVED =
  /(?:改|推|挪|延|调|换|放)(?:成|到|至|为|在)?[^,。;]{0,10}发(?:放)?(?=[,。;]|$)|发(?!现|展|生|票|言|动|布|送|我)[^。;]{1,20}(?:改|推|挪|延|调)(?:成|到|至|为|在)/;
const TAKE = '(?:(?:过|再)?来|去|到[^,。;]{1,8})(?:排队)?[领取拿](?!回执|表|任务)';
/** Those who get something; offices that send for it hand it on. */
const TAKERS = new RegExp(`(?:大家|大伙|居民|家长|学生|村民|乡亲们?|各[家户]|群众|老人们?|业主|家属|街坊|你们)[^。;]{0,14}${TAKE}`);
const GIVES = /^(?:再|才|统一|集中)?发(?:放)?(?=$|[,。;了])/;
const COMES = new RegExp(`^(?:再|都|就|一起|凭[^,。;]{1,6}|带[^,。;]{1,5}|早点?)?${TAKE}`);

export function dropHandouts(told: readonly Told[], text: string): readonly Told[] {
  if (!told.some(({ role }) => role === 'deadline') || !MOVED.test(text) || !TAKERS.test(text)) return told;
  return told.map((each) => {
    const right = text.slice(each.phrase.end, each.phrase.end + 20);
    if (each.role !== 'deadline' || each.phrase.edge !== null) return each;
    const isMoved = each.rule === 'role/corrected' && /^(?:$|[,。;])/.test(right);
    return isMoved || GIVES.test(right) || COMES.test(right) ? { ...each, role: 'event' as const, rule: 'role/handed-out' } : each;
  });
}
