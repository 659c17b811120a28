/** What goes on at home and at the change of a shift: 老公七点做好饭, 孩子九点必须睡, 门卫六点交接. */
import type { Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

const FAMILY =
  /^(?:我家?|咱家?|俺家?|他家?|她家?)?(?:老公|老婆|媳妇|丈夫|妻子|[爸妈爷奶]{1,2}|姥[爷姥]|外[公婆]|岳[父母]|公公|婆婆|孩子|娃|宝宝|儿子|闺女|女儿|孙[子女]|[大二三小](?:姨|姑|舅|叔|伯|姐|妹|哥|弟)|表[哥弟姐妹])$/;
/** Rest and meals are asked of no reader. */
const BODILY = /^(?:就|都)?(?:必须|一定得?要?|得|要)(?:上床|睡|起床|躺下|喝奶|吃[晚早午]?饭|吃药)/;
const RELIEF = /^(?:交接班?|交班|接班|换班|换岗)(?=$|[,。])/;

export function isAtHome({ phrase, clauseLeft, clauseRight, left, rest }: Scene): boolean {
  if (phrase.edge !== null || phrase.slots.clock === null || ADDRESSED.test(left) || ADDRESSED.test(rest)) return false;
  if (BODILY.test(clauseRight)) return true;
  return FAMILY.test(clauseLeft.trim()) && !/[把将]|必须|记得|要|[交发传报拍]给/.test(clauseRight);
}

/** 三班八点交接: one of a shift gives way to the other. */
export function isRelief({ phrase, clauseRight }: Scene): boolean {
  return phrase.edge === null && phrase.slots.clock !== null && RELIEF.test(clauseRight);
}
