/** 节前 as the name of a work (节前安全检查表, 国庆节前督查组, 年前欠的款), not as its limit. */
import { firstVerb } from '../verbs.ts';
import { ORDER } from '../words.ts';
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

export const festivalName: RoleRule = {
  id: 'role/named-after-holiday',
  hint: '节前假',
  role(scene) {
    const { phrase, left, clauseLeft, rest } = scene;
    const { day, clock, anchor, part } = phrase.slots;
    if (phrase.edge !== 'before' || day === null || clock !== null || anchor !== null || part !== null) return null;
    if (day.form !== 'festival' && (day.form !== 'workday' || day.closed !== true)) return null;
    if (IN_TITLE_LEFT.test(left) && IN_TITLE_RIGHT.test(rest)) return 'other';
    if (/[的此该]$/.test(clauseLeft)) return 'other';
    return isLastDay(scene) || isAttribute(scene) ? 'other' : null;
  },
};

/** 关于开展“五一”节前检查的通知. */
const IN_TITLE_LEFT = /(?:关于|《)[^,。;》]{0,24}$/;
const IN_TITLE_RIGHT = /^[^,。;]{0,24}(?:的[^,。;]{0,4}(?:通知|通报|函|方案|提示|公告|意见|决定|报告)|》)/;

/** 节前最后一天, 节前几天: the time itself. */
const DAYS_RIGHT = /^(?:的?最后一[天周]|的?最后[几两三]天|最后[一几][个场次班批趟]|[几这那][天日]|这段|前后)/;
/** A thing follows by name: 节前督查组, 节前慰问金, 节前值班表. */
const THING_RIGHT =
  /^[一-龥]{0,8}?(?:方案|预案|通知|通报|提醒|提示|照片|清单|台账|记录|名单|材料|情况|活动|行动|专班|小组|督查组|检查组|工作组|慰问金|慰问品|福利|值班|[表金款费物图会班]|检查(?!完|到位)|走访(?!完|到位|慰问到)|慰问(?!到|完)|值班安排)/;
/** 节前走访照片, but 节前发完慰问品: a deed's word may only name the thing. */
const NAMED_BY_DEED =
  /^(?:安全|隐患|专项|集中)?(?:送温暖|送清凉|走访|排查|整治|检查|慰问|宣传|整改)(?=方案|通知|照片|清单|台账|记录|名单|情况|活动|行动|表|组)/;
/** 年前欠的, 节前发的: what was done then. */
const DONE_THEN = /^(?:欠|拖|发|报|交|买|签|定|查|做|说|布置|安排|检查|走访|慰问)[^,。把]{0,4}的(?!请|要|务必)/;

/** 元旦前拖欠的工资要清零. */
const TO_BE_SETTLED = /(?:要|必须|务必|须|得|一律|全部)[^,。]{0,3}(?:清零|[结还付补发清兑办][清完齐零现结掉发]|到位)$/;

/** 后天是节前最后一个工作日: a day is named, and nothing is asked of it. */
function isLastDay({ text, phrase, clauseLeft, clauseRight, rest }: Scene): boolean {
  const isAlone = clauseLeft.trim() === '' && clauseRight.trim() === '';
  return (
    text.slice(phrase.start, phrase.end).includes('最后') &&
    /(?:^|是)$/.test(clauseLeft) &&
    firstVerb(isAlone ? rest : clauseRight) !== 'deed'
  );
}

function isAttribute({ left, rest, clauseRight, right, clauseLeft }: Scene): boolean {
  if (DONE_THEN.test(clauseRight)) return !TO_BE_SETTLED.test(clauseRight);
  const isOrdered = ORDER.test(clauseRight) || ORDER.test(clauseLeft) || ADDRESSED.test(clauseLeft) || /[把将]/.test(clauseRight);
  if (DAYS_RIGHT.test(clauseRight)) return !isOrdered && firstVerb(clauseRight) !== 'deed';
  if (isOfLaterTime(right, rest, clauseRight)) return true;
  const thing = THING_RIGHT.exec(clauseRight)?.[0];
  if (
    thing === undefined ||
    isOrdered ||
    /[完好齐清掉]|到位/.test(clauseRight) ||
    (firstVerb(thing) === 'deed' && !NAMED_BY_DEED.test(thing))
  )
    return false;
  const afterThing = clauseRight.slice(thing.length);
  return firstVerb(afterThing) === null && !/到位|结束|完|好$/.test(afterThing) && !ADDRESSED.test(left);
}

/** 节前值班表请今天报齐, 节前检查表周三交: the deed is done by the later time. */
function isOfLaterTime(right: string, rest: string, clauseRight: string): boolean {
  const isCut = right.length < rest.length && clauseRight === right;
  return isCut && /^[一-龥]{2,10}$/.test(right) && !/[把将前]|各|都/.test(right) && firstVerb(right) !== 'deed';
}
