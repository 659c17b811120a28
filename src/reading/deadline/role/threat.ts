/** 周五没交的取消资格, 26日不交,后果自负: what is threatened sets the day. */
import type { Scene } from './scene.ts';

const NOT_DONE =
  /^(?:还|仍)?(?:没有?|未|不)(?:上)?(?:交|报|填|签|缴|到位|完成|整改|办|登记|认证)[^,。]{0,4}?(?:的|就|,|$)[^。;]{0,12}?(?:通报|取消|点名|扣[分钱罚发]|问责|约谈|放弃|自负|停发|不予|处理|罚|视为|按[^,。]{1,4}算|作废|曝光|督办|清退|除名|自己(?:去|找|跟)|解释|说明情况)/;

/** 过了今晚, 超过22日. */
export const PASSED = /(?<![不没])(?:[过错]过|过了?|超过|逾)$/;
/** 明天一过系统就锁. */
export const ONCE_OVER = /^一过[,]?[^,。]{0,6}(?:锁|关|不再?[收受补办]|停|作废|封)/;

export function isThreat({ phrase, left, right, ahead, frame }: Scene): boolean {
  if (phrase.edge !== null || phrase.from !== null || ahead === null || ahead.value.at <= frame.sentAt || left.includes('逾期'))
    return false;
  return phrase.slots.day !== null && NOT_DONE.test(right);
}
